use super::*;
use crate::words::Lang;

/// Entries that are in the other language on purpose.
const OTHER_LANGUAGE: &[&str] = &["LANGUAGE_OTHER"];
/// Entries that are the same in both languages, with signs and placeholders only.
const NO_WORDS: &[&str] =
    &["FEE_SUM", "HOLD_OF", "HOLD_BOX", "MAP_VALUE", "ACCELERATOR_SHARE", "CALL_DATE"];
/// Words with a capital wherever they stand.
const CAPITALISED: &[&str] = &[
    "Jari",
    "Korea",
    "Korean",
    "Apache-2.0",
    "Alt",
    "Atom",
    "Shift",
    "N",
    "W",
    "Hugging",
    "Face",
    "NeMo",
    "Megatron",
    "PyTorch",
    "PyTorchJob",
    "LoRA",
    "Slurm",
    "Kubernetes",
    "Kueue",
    "Wilson",
];

fn all() -> impl Iterator<Item = (String, Entry)> {
    PARTS.iter().flat_map(|(part, entries)| {
        entries.iter().map(move |(name, entry)| (format!("{part}::{name}"), **entry))
    })
}

fn is_one_of(name: &str, list: &[&str]) -> bool {
    list.iter().any(|listed| name.ends_with(&format!("::{listed}")))
}

fn has_hangul(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '가'..='힣'))
}

/// Returns the placeholders of a text, sorted.
fn placeholders(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> =
        text.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0)).collect();
    names.sort_unstable();
    names
}

/// Returns the words with a capital that neither begin a sentence nor are all capitals.
fn stray_capitals(text: &str) -> Vec<&str> {
    let mut begins = true;
    let mut stray = Vec::new();
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let mut chars = bare.chars();
        let capital = chars.next().is_some_and(char::is_uppercase);
        let acronym = chars.next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
        if capital && !begins && !acronym && !CAPITALISED.contains(&bare) {
            stray.push(word);
        }
        begins = word.ends_with(['.', '?']) || word.ends_with(':');
    }
    stray
}

#[test]
fn every_entry_is_in_both_languages() {
    for (name, entry) in all() {
        for text in [entry.ko, entry.en] {
            assert!(!text.is_empty() && text == text.trim(), "{name}: {text:?}");
            assert!(!text.ends_with(':'), "{name} ends with a colon");
            assert!(!text.contains("  ") && !text.contains('\n'), "{name}: {text:?}");
        }
        assert_eq!(placeholders(entry.ko), placeholders(entry.en), "{name}");
        let (korean, english) = if is_one_of(&name, OTHER_LANGUAGE) {
            (entry.en, entry.ko)
        } else {
            (entry.ko, entry.en)
        };
        assert!(!has_hangul(english), "{name}: Hangul in English");
        assert!(has_hangul(korean) || is_one_of(&name, NO_WORDS), "{name}: no Hangul in Korean");
    }
}

#[test]
fn sentences_end_alike_in_both_languages() {
    for (name, entry) in all() {
        let ends = |text: &str| text.ends_with(['.', '?']);
        assert_eq!(ends(entry.ko), ends(entry.en), "{name}");
    }
}

#[test]
fn english_is_in_sentence_case() {
    for (name, entry) in all() {
        if !is_one_of(&name, OTHER_LANGUAGE) {
            assert_eq!(stray_capitals(entry.en), Vec::<&str>::new(), "{name}");
        }
    }
}

/// A name may end in any sound, so it must not be followed by a particle that depends on it; counts
/// and dates end as [`crate::words::format`] writes them.
#[test]
fn no_korean_particle_depends_on_a_name() {
    for (name, entry) in all() {
        for free in ["block", "call", "label", "accelerator", "typed", "number"] {
            for particle in ["은", "는", "이", "가", "을", "를", "과", "와", "으로", "로"]
            {
                // A quotation mark has no sound, so the particle follows the name.
                for mark in ["", "’", "”", "\""] {
                    let joined = format!("{{{free}}}{mark}{particle}");
                    assert!(!entry.ko.contains(&joined), "{name}: {joined}");
                }
            }
        }
    }
}

#[test]
fn names_are_unique_within_a_part() {
    for (part, entries) in PARTS {
        let mut names: Vec<&str> = entries.iter().map(|(name, _)| *name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), entries.len(), "{part}");
    }
}

#[test]
fn placeholders_are_filled_once() {
    let entry = Entry { ko: "{a}와 {b}", en: "{b} and {a}, {c} {" };
    let values = [("a", "{b}"), ("b", "2")];
    assert_eq!(entry.fill(Lang::Ko, &values), "{b}와 2");
    assert_eq!(entry.fill(Lang::En, &values), "2 and {b}, {c} {");
    assert_eq!(page::NAME.text().ko, "자리");
    assert_eq!(page::NAME.get(Lang::En), "Jari");
}
