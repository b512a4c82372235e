//! Ids of accelerators and blocks, derived from the names that schedulers use.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::limits::MAX_ID_BYTES;

/// Words of a product name that identify the GPU model. The rest of the name is left out of the id,
/// unless another product of the file contains the same word.
const MODELS: [&str; 31] = [
    "a10", "a100", "a30", "a40", "a6000", "b100", "b200", "b300", "gb200", "gb300", "gh200",
    "h100", "h200", "h20", "h800", "l4", "l40", "l40s", "mi100", "mi210", "mi250", "mi250x",
    "mi300a", "mi300x", "mi325x", "mi350x", "mi355x", "p100", "rtx", "t4", "v100",
];

/// Accelerator ids by the names that schedulers use.
pub(super) type AcceleratorIds<'a> = BTreeMap<&'a str, String>;

/// Returns an id for each name: the word that identifies the GPU model, or else the whole name in
/// id form. Different names never share an id.
pub(super) fn ids_of<'a>(names: impl Iterator<Item = &'a str>) -> AcceleratorIds<'a> {
    let mut ids = AcceleratorIds::new();
    for name in names {
        ids.entry(name).or_default();
    }
    let short = |name: &str| {
        let lower = name.to_lowercase();
        let mut words = lower.split(|c: char| !c.is_alphanumeric());
        words.find(|word| MODELS.contains(word)).map(str::to_owned)
    };
    let mut shared: BTreeMap<String, u32> = BTreeMap::new();
    for name in ids.keys().filter(|name| !name.contains(" + ")) {
        if let Some(short) = short(name) {
            *shared.entry(short).or_default() += 1;
        }
    }
    let mut taken = BTreeSet::new();
    for (name, id) in &mut ids {
        // A name of several models is kept whole, because it is none of them alone.
        let own = short(name).filter(|id| shared.get(id) == Some(&1) && !name.contains(" + "));
        let text = own.unwrap_or_else(|| {
            if name.is_empty() { "gpu".into() } else { fit(&name.replace(" + ", "+")) }
        });
        *id = unique(&text, &mut taken);
    }
    ids
}

/// Returns `text` in id form, made unique among `taken`.
pub(super) fn unique(text: &str, taken: &mut BTreeSet<String>) -> String {
    let text = fit(text);
    let mut id = cut(&text, MAX_ID_BYTES);
    let mut number = 2;
    while taken.contains(&id) {
        let end = format!("-{number}");
        id = cut(&text, MAX_ID_BYTES - end.len()) + &end;
        number += 1;
    }
    taken.insert(id.clone());
    id
}

/// Lower-cases `text` and replaces each run of characters not allowed in an id by one hyphen.
fn fit(text: &str) -> String {
    let mut id = String::new();
    for c in text.chars().take(MAX_ID_BYTES).flat_map(char::to_lowercase) {
        if c.is_alphanumeric() || matches!(c, '.' | '_' | '+' | ':') {
            id.push(c);
        } else if !id.ends_with('-') && !id.is_empty() {
            id.push('-');
        }
    }
    let id = id.trim_end_matches('-');
    if id.is_empty() { "x".to_owned() } else { id.to_owned() }
}

fn cut(text: &str, most: usize) -> String {
    let end = text.floor_char_boundary(most.min(text.len()));
    text.get(..end).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_is_known_by_its_word() {
        let names =
            ["", "NVIDIA-H100-80GB-HBM3", "nvidia_a100_40gb", "A100-80GB", "h100 x2 + h200 x4"];
        let ids = ids_of(names.into_iter());
        let of = |name: &str| ids.get(name).map(String::as_str);
        assert_eq!(of(""), Some("gpu"));
        assert_eq!(of("NVIDIA-H100-80GB-HBM3"), Some("h100"));
        assert_eq!(of("nvidia_a100_40gb"), Some("nvidia_a100_40gb"));
        assert_eq!(of("A100-80GB"), Some("a100-80gb"));
        assert_eq!(of("h100 x2 + h200 x4"), Some("h100-x2+h200-x4"));
    }

    #[test]
    fn ids_are_fit_and_unique() {
        let mut taken = BTreeSet::new();
        let long = "가".repeat(100);
        for (text, wanted) in [("A b", "a-b"), ("a,b", "a-b-2"), ("%%", "x"), ("x", "x-2")] {
            assert_eq!(unique(text, &mut taken), wanted);
        }
        let (first, second) = (unique(&long, &mut taken), unique(&long, &mut taken));
        assert!(first != second && first.len() <= MAX_ID_BYTES && second.len() <= MAX_ID_BYTES);
    }
}
