//! The lists inside a call.

use serde_json::Value;

use super::cursor::{At, Notes};
use super::fields::ObjectFields;
use crate::model::limits::MAX_CALL_ENTRIES;

/// Reads an entry, with those before it in sight.
type Read<'a, T> = dyn FnMut(&Value, At<'_>, &[T], &mut Notes) -> Option<T> + 'a;

/// The entries of a list inside a call, each read with those before it in sight.
pub(super) fn read_each<T>(
    fields: &ObjectFields<'_>,
    key: &str,
    notes: &mut Notes,
    read: &mut Read<'_, T>,
) -> Vec<T> {
    let at = fields.path().key(key);
    let mut entries = Vec::new();
    for (index, value) in fields.list(key, MAX_CALL_ENTRIES, notes).iter().enumerate() {
        entries.extend(read(value, at.index(index), &entries, notes));
    }
    entries
}
