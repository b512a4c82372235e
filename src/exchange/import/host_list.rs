//! Slurm host lists: `gpu[01-04,7],ia1`, `rack[1-2]node[1-8]`.
//!
//! Brackets multiply, so the names are counted before the first one is built, and none are kept.
//!
//! ```text
//! rack[1-2]node[1-3]  ->  2 * 3 = 6 names: rack1node1, rack1node2, ... rack2node3
//! ```

use crate::model::is_hidden;

/// Maximum length of a host name, in bytes (RFC 1123).
const MAX_NAME_BYTES: usize = 255;
/// Maximum number of bracket groups in one name.
const MAX_GROUPS: usize = 8;

/// Reason why a host list is refused.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum HostListError {
    /// Syntax error; holds the part that was not understood.
    Malformed(String),
    /// The list has more names than the limit.
    TooMany {
        /// Number of names in the list; saturating.
        count: u64,
        /// The limit.
        most: u64,
    },
}

/// A name with its bracket groups.
struct Pattern<'a> {
    parts: Vec<HostPart<'a>>,
}

enum HostPart<'a> {
    Text(&'a str),
    Group(Vec<BracketEntry<'a>>),
}

/// One entry of a bracket group.
enum BracketEntry<'a> {
    Word(&'a str),
    /// An inclusive range of numbers, zero-padded to at least `width` digits.
    Numbers {
        first: u64,
        last: u64,
        width: usize,
    },
}

/// Calls `each` with every name of a list, in list order, and returns the number of names.
///
/// # Errors
/// [`HostListError`] if the list is malformed or has more than `most` names; `each` is not called.
pub fn visit(list: &str, most: u64, each: &mut dyn FnMut(&str)) -> Result<u64, HostListError> {
    let patterns = parse(list)?;
    let count = patterns.iter().fold(0_u64, |sum, it| sum.saturating_add(it.count()));
    if count > most {
        // Refused before the first name is built: a few brackets can mean billions of names.
        return Err(HostListError::TooMany { count, most });
    }
    let mut name = String::new();
    for pattern in &patterns {
        fill(&pattern.parts, &mut name, each);
    }
    Ok(count)
}

impl Pattern<'_> {
    fn count(&self) -> u64 {
        let counts = self.parts.iter().map(|part| match part {
            HostPart::Text(_) => 1,
            HostPart::Group(choices) => {
                choices.iter().fold(0, |sum: u64, it| sum.saturating_add(it.count()))
            }
        });
        counts.fold(1, u64::saturating_mul)
    }
}

impl BracketEntry<'_> {
    const fn count(&self) -> u64 {
        match self {
            Self::Word(_) => 1,
            Self::Numbers { first, last, .. } => last.saturating_sub(*first).saturating_add(1),
        }
    }
}

/// Builds all names of the remaining parts. The recursion is as deep as a name has parts, which
/// [`MAX_GROUPS`] bounds.
fn fill(parts: &[HostPart<'_>], name: &mut String, each: &mut dyn FnMut(&str)) {
    let length = name.len();
    match parts.split_first() {
        None => each(name),
        Some((HostPart::Text(text), rest)) => {
            name.push_str(text);
            fill(rest, name, each);
        }
        Some((HostPart::Group(choices), rest)) => {
            for choice in choices {
                match choice {
                    BracketEntry::Word(word) => {
                        name.push_str(word);
                        fill(rest, name, each);
                        name.truncate(length);
                    }
                    BracketEntry::Numbers { first, last, width } => {
                        for number in *first..=*last {
                            name.push_str(&format!("{number:0width$}"));
                            fill(rest, name, each);
                            name.truncate(length);
                        }
                    }
                }
            }
        }
    }
    name.truncate(length);
}

fn parse(list: &str) -> Result<Vec<Pattern<'_>>, HostListError> {
    let mut patterns = Vec::new();
    let (mut begin, mut inside) = (0, false);
    let malformed = |part: &str| HostListError::Malformed(part.to_owned());
    for (at, byte) in list.bytes().enumerate() {
        match byte {
            b'[' if inside => return Err(malformed(list.get(begin..).unwrap_or_default())),
            b'[' => inside = true,
            b']' if !inside => return Err(malformed(list.get(begin..).unwrap_or_default())),
            b']' => inside = false,
            b',' if !inside => {
                patterns.extend(pattern(list.get(begin..at).unwrap_or_default())?);
                begin = at + 1;
            }
            _ => {}
        }
    }
    let rest = list.get(begin..).unwrap_or_default();
    if inside {
        return Err(malformed(rest));
    }
    patterns.extend(pattern(rest)?);
    Ok(patterns)
}

/// Parses one name, whose brackets are known to be closed; `None` for a blank text.
fn pattern(text: &str) -> Result<Option<Pattern<'_>>, HostListError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let malformed = || HostListError::Malformed(text.to_owned());
    let (mut parts, mut rest) = (Vec::new(), text);
    let (mut bytes, mut groups) = (0, 0);
    while !rest.is_empty() {
        let (before, after) = rest.split_once('[').unwrap_or((rest, ""));
        bytes += before.len();
        parts.push(HostPart::Text(before));
        if before.len() == rest.len() {
            break;
        }
        let (inner, after) = after.split_once(']').ok_or_else(malformed)?;
        groups += 1;
        parts.push(HostPart::Group(group(inner).ok_or_else(malformed)?));
        rest = after;
    }
    if bytes > MAX_NAME_BYTES || groups > MAX_GROUPS || text.contains(char::is_whitespace) {
        return Err(malformed());
    }
    Ok(Some(Pattern { parts }))
}

fn group(inner: &str) -> Option<Vec<BracketEntry<'_>>> {
    let mut choices = Vec::new();
    for entry in inner.split(',') {
        let is_number = |text: &str| {
            // 18 digits always fit a `u64`.
            (1..=18).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        let choice = match entry.split_once('-') {
            Some((low, high)) if is_number(low) && is_number(high) => {
                let (first, last) = (low.parse().ok()?, high.parse().ok()?);
                if first > last {
                    return None;
                }
                BracketEntry::Numbers { first, last, width: low.len() }
            }
            Some(_) => return None,
            None if entry.is_empty() || entry.len() > MAX_NAME_BYTES => return None,
            None => BracketEntry::Word(entry),
        };
        choices.push(choice);
    }
    Some(choices)
}

/// An inclusive run of consecutive numbers with its minimum digits: `(first, last, width)`.
type NumberRun = (u64, u64, usize);

/// Writes names as a host list, in their order; `None` if a name contains a character with a
/// special meaning there.
#[must_use]
pub fn compress(names: &[&str]) -> Option<String> {
    let mut out = String::new();
    // The prefix whose bracket is open, and the runs of numbers collected for it.
    let mut open: Option<(&str, Vec<NumberRun>)> = None;
    for name in names {
        if name.is_empty() || name.contains(means_something) {
            return None;
        }
        let digits = name.len() - name.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let (prefix, number) = name.split_at(name.len() - digits);
        let number = if digits <= 18 { number.parse::<u64>().ok() } else { None };
        let Some(number) = number else {
            close(&mut out, open.take());
            close(&mut out, Some((name, Vec::new())));
            continue;
        };
        match &mut open {
            Some((same, runs)) if *same == prefix => {
                // A number extends the run only if expansion pads it to the digits that it has.
                let natural = number.to_string().len();
                let next = runs.last_mut().filter(|(_, last, width)| {
                    last.checked_add(1) == Some(number) && digits == natural.max(*width)
                });
                match next {
                    Some((_, last, _)) => *last = number,
                    None => runs.push((number, number, digits)),
                }
            }
            _ => {
                close(&mut out, open.take());
                open = Some((prefix, vec![(number, number, digits)]));
            }
        }
    }
    close(&mut out, open);
    Some(out)
}

/// Returns `true` if a host list uses the character itself, or it could not be displayed.
fn means_something(c: char) -> bool {
    matches!(c, '[' | ']' | ',') || c.is_whitespace() || is_hidden(c)
}

/// Appends a plain name, or a prefix with its bracket.
fn close(out: &mut String, open: Option<(&str, Vec<NumberRun>)>) {
    let Some((prefix, runs)) = open else { return };
    if !out.is_empty() {
        out.push(',');
    }
    out.push_str(prefix);
    let written: Vec<String> = runs
        .iter()
        .map(|(first, last, width)| {
            if first == last {
                format!("{first:0width$}")
            } else {
                format!("{first:0width$}-{last:0width$}")
            }
        })
        .collect();
    match runs.as_slice() {
        [] => {}
        [(first, last, _)] if first == last => out.push_str(&written.concat()),
        _ => {
            out.push('[');
            out.push_str(&written.join(","));
            out.push(']');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &str) -> Result<Vec<String>, HostListError> {
        let mut names = Vec::new();
        let count = visit(list, 1_000, &mut |name| names.push(name.to_owned()))?;
        assert_eq!(count, names.len() as u64, "{list}");
        Ok(names)
    }

    #[test]
    fn lists_are_written_out() {
        for (list, wanted) in [
            ("", ""),
            ("cn1", "cn1"),
            ("gpu[1-3]", "gpu1 gpu2 gpu3"),
            ("gpu[08-10,2],ia1", "gpu08 gpu09 gpu10 gpu2 ia1"),
            ("r[1-2]n[1-2]", "r1n1 r1n2 r2n1 r2n2"),
            ("a[x,1]b", "axb a1b"),
        ] {
            assert_eq!(names(list).unwrap().join(" "), wanted, "{list}");
        }
    }

    #[test]
    fn a_billion_names_are_counted_and_not_made() {
        let wanted = HostListError::TooMany { count: 1_000_000_000, most: 1_000 };
        assert_eq!(names("a[1-1000]b[1-1000]c[1-1000]"), Err(wanted));
        let wanted = HostListError::TooMany { count: u64::MAX, most: 1_000 };
        let nines = "9".repeat(18);
        assert_eq!(names(&format!("a[0-{nines}]b[0-{nines}]")), Err(wanted));
    }

    #[test]
    fn what_is_no_list_is_told() {
        for list in ["a[1-3", "a]1", "a[[1]]", "a[3-1]", "a[]", "a b", "a[1-x]", "한[1-"] {
            assert!(matches!(names(list), Err(HostListError::Malformed(_))), "{list}");
        }
        let many = "[1-2]".repeat(9);
        assert!(matches!(names(&many), Err(HostListError::Malformed(_))));
    }

    #[test]
    fn what_is_compressed_is_written_out_again() {
        for (list, wanted) in [
            ("gpu1 gpu2 gpu3 gpu7 ia1", "gpu[1-3,7],ia1"),
            ("gpu08 gpu09 gpu10 login", "gpu[08-10],login"),
            ("n9 n10 n11 n012", "n[9-11,012]"),
            ("n2 n1", "n[2,1]"),
        ] {
            let from: Vec<&str> = list.split(' ').collect();
            assert_eq!(compress(&from).as_deref(), Some(wanted));
            assert_eq!(names(wanted).unwrap(), from);
        }
        assert_eq!(compress(&["a[1]"]), None);
    }
}
