//! Parsers of single query values, and their storage.

use super::limits::{MAX_ACCELERATORS, MAX_PART_CHARS};
use super::percent;
use crate::show::form::{HoldDraft, PlacementKind, TermUnit};

/// Returns a typed text unless it has more than [`MAX_PART_CHARS`] characters.
pub(super) fn short_text(text: &str) -> Option<String> {
    is_short(text).then(|| text.to_owned())
}

/// Returns `true` if a typed text has at most [`MAX_PART_CHARS`] characters.
fn is_short(text: &str) -> bool {
    text.chars().nth(MAX_PART_CHARS).is_none()
}

/// Parses comma-separated ids, dropping empty ones; `None` if too many or too long.
pub(super) fn read_accelerators(value: &str) -> Option<Vec<String>> {
    let mut ids = percent::split_decoded(value, ',');
    ids.retain(|id| !id.is_empty());
    (ids.len() <= MAX_ACCELERATORS && ids.iter().all(|id| is_short(id))).then_some(ids)
}

/// Parses a number followed by the letter of its unit, or a free text with the unit as a word.
pub(super) fn read_term(value: &str) -> Option<(String, TermUnit)> {
    let typed = |text: &str, unit| is_short(text).then(|| (text.to_owned(), unit));
    // "month" ends with `h`, the letter of hours.
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

/// Parses a placement, with its number if there is one.
pub(super) fn read_placement(value: &str) -> Option<(PlacementKind, String)> {
    let (kind, number) = PlacementKind::read(value)?;
    is_short(number).then(|| (kind, number.to_owned()))
}

/// Parses a hold; trailing parts may be omitted.
pub(super) fn read_hold(value: &str) -> Option<HoldDraft> {
    let parts = percent::split_decoded(value, ':');
    if value.is_empty() || parts.len() > 4 || !parts.iter().all(|part| is_short(part)) {
        return None;
    }
    let mut parts = parts.into_iter();
    let mut next = || parts.next().unwrap_or_default();
    Some(HoldDraft { block: next(), nodes: next(), from: next(), until: next() })
}

/// Stores `read` in `field` if there is a value; returns `true` if so.
pub(super) fn replace<T>(field: &mut T, read: Option<T>) -> bool {
    read.map(|read| *field = read).is_some()
}

/// Stores `read` in `field`; returns `true` if there is a value.
pub(super) fn replace_some<T>(field: &mut Option<T>, read: Option<T>) -> bool {
    *field = read;
    field.is_some()
}
