//! What single values of a query say.

use super::limits::{MAX_ACCELERATORS, MAX_PART_CHARS};
use super::percent;
use crate::show::form::{HoldDraft, PlacementKind, TermUnit};

/// Whether a typed text is as short as a link takes it.
pub(super) fn is_short(text: &str) -> bool {
    text.chars().nth(MAX_PART_CHARS).is_none()
}

/// Ids with commas between them.
pub(super) fn read_accelerators(value: &str) -> Option<Vec<String>> {
    let mut ids = percent::split_decoded(value, ',');
    ids.retain(|id| !id.is_empty());
    (ids.len() <= MAX_ACCELERATORS && ids.iter().all(|id| is_short(id))).then_some(ids)
}

/// A number with the letter of its unit, or as people write it, with the word of the unit in it.
pub(super) fn read_term(value: &str) -> Option<(String, TermUnit)> {
    let typed = |text: &str, unit| is_short(text).then(|| (text.to_owned(), unit));
    // This word ends with the letter of another unit.
    let is_word = value.to_ascii_lowercase().ends_with("month");
    for unit in TermUnit::ALL.into_iter().filter(|_| !is_word) {
        if let Some(number) = value.strip_suffix(unit.letter()) {
            return typed(number, unit);
        }
    }
    // A number without a unit could mean days or months, so it is not guessed.
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || !byte.is_ascii();
    if value.bytes().any(is_letter) { typed(value, TermUnit::Months) } else { None }
}

/// A placement, with its number where one is given.
pub(super) fn read_placement(value: &str) -> Option<(PlacementKind, String)> {
    let (kind, number) = PlacementKind::read(value)?;
    is_short(number).then(|| (kind, number.to_owned()))
}

/// A hold; parts at the end may be left out.
pub(super) fn read_hold(value: &str) -> Option<HoldDraft> {
    let parts = percent::split_decoded(value, ':');
    if value.is_empty() || parts.len() > 4 || !parts.iter().all(|part| is_short(part)) {
        return None;
    }
    let mut parts = parts.into_iter();
    let mut next = || parts.next().unwrap_or_default();
    Some(HoldDraft { block: next(), nodes: next(), from: next(), until: next() })
}
