//! GPU counts in Slurm notation: `gpu:h100:4(S:0-1),gpu:h200:2` (GRES) or `gres/gpu:h100=4` (TRES).

/// GPUs of one model.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Gpus {
    /// Model as written; empty if none is written.
    pub(super) model: String,
    pub(super) count: u32,
}

/// Parses the GPUs in either notation, sorted by model; other resources are ignored. Returns `None`
/// if a count cannot be parsed.
pub(super) fn gpus(text: &str) -> Option<Vec<Gpus>> {
    let mut found: Vec<Gpus> = Vec::new();
    for entry in entries(text) {
        // Parentheses contain the location of the GPUs: `(S:0-1)`, `(IDX:0-3)`.
        let entry = entry.split('(').next().unwrap_or_default().trim();
        let entry = entry.strip_prefix("gres/").unwrap_or(entry);
        let (name, tres_count) = entry.split_once('=').map_or((entry, None), |(a, b)| (a, Some(b)));
        let mut parts = name.split(':');
        if parts.next() != Some("gpu") {
            continue;
        }
        // `no_consume` is a flag, not a part of the model.
        let mut parts: Vec<&str> = parts.filter(|part| *part != "no_consume").collect();
        let written = match tres_count {
            Some(count) => count,
            None if parts.last().is_some_and(|last| number(last).is_some()) => {
                parts.pop().unwrap_or("1")
            }
            // Slurm omits the number for a single GPU.
            None => "1",
        };
        let count = number(written)?;
        let model = parts.join(":");
        match found.iter_mut().find(|it| it.model == model) {
            Some(same) => same.count = same.count.saturating_add(count),
            None => {
                let at = found.iter().take_while(|it| it.model < model).count();
                found.insert(at, Gpus { model, count });
            }
        }
    }
    // TRES contains the total in addition to the counts per model, which would be counted twice.
    if text.contains('=') && found.iter().any(|it| !it.model.is_empty()) {
        found.retain(|it| !it.model.is_empty());
    }
    Some(found)
}

/// Returns the total number of GPUs, saturating; `None` if a count cannot be parsed.
pub(super) fn count(text: &str) -> Option<u32> {
    let gpus = gpus(text)?;
    Some(gpus.iter().fold(0, |sum: u32, it| sum.saturating_add(it.count)))
}

/// Splits `text` at the commas outside of parentheses.
fn entries(text: &str) -> Vec<&str> {
    let (mut entries, mut begin, mut depth) = (Vec::new(), 0, 0_u32);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => {
                entries.push(text.get(begin..at).unwrap_or_default());
                begin = at + 1;
            }
            _ => {}
        }
    }
    entries.push(text.get(begin..).unwrap_or_default());
    entries
}

fn number(text: &str) -> Option<u32> {
    let (digits, factor) = match text.as_bytes().last()? {
        b'K' | b'k' => (text.get(..text.len() - 1)?, 1_024),
        b'M' | b'm' => (text.get(..text.len() - 1)?, 1_048_576),
        _ => (text, 1),
    };
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number {
        return None;
    }
    // Only digits, so the only possible error is an overflow.
    Some(digits.parse::<u32>().unwrap_or(u32::MAX).saturating_mul(factor))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let gpus = gpus(text).unwrap();
        gpus.iter().map(|it| format!("{}x{}", it.count, it.model)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn gpus_are_counted_in_both_forms() {
        for (text, wanted) in [
            ("", ""),
            ("gpu:4", "4x"),
            ("gpu", "1x"),
            ("gpu:h100", "1xh100"),
            ("gpu:h100:4(S:0-1)", "4xh100"),
            ("gpu:h100:no_consume:4", "4xh100"),
            ("gpu:h200:4,gpu:h100:2(S:0,1),shard:8", "2xh100 4xh200"),
            ("gpu:h100:0(IDX:N/A),gpu:h200:0(IDX:N/A)", "0xh100 0xh200"),
            ("cpu=64,mem=128G,gres/gpu=8,gres/gpu:h100=8", "8xh100"),
            ("cpu=64,gres/gpu=8", "8x"),
            ("nic:2,gpumem:80G", ""),
            ("gpu:a:1,gpu:a:2", "3xa"),
        ] {
            assert_eq!(read(text), wanted, "{text}");
        }
        assert_eq!(count("gpu:h200:4,gpu:h100:2"), Some(6));
        assert_eq!(gpus("gres/gpu=x"), None);
        assert_eq!(count("gpu:99999999999"), Some(u32::MAX));
    }
}
