//! Reading of the lists inside a call.

use serde_json::Value;

use super::fields::ObjectFields;
use super::json_path::{JsonPath, Notes};
use crate::model::limits::MAX_CALL_ENTRIES;

/// Reader of one entry, which also receives the earlier entries.
type Read<'a, T> = dyn FnMut(&Value, JsonPath<'_>, &[T], &mut Notes) -> Option<T> + 'a;

/// Reads the entries of a list inside a call; `read` also receives the earlier entries.
pub(super) fn read_each<T>(
    fields: &ObjectFields<'_>,
    key: &str,
    notes: &mut Notes,
    read: &mut Read<'_, T>,
) -> Vec<T> {
    let path = fields.path().key(key);
    let mut entries = Vec::new();
    for (index, value) in fields.list(key, MAX_CALL_ENTRIES, notes).iter().enumerate() {
        entries.extend(read(value, path.index(index), &entries, notes));
    }
    entries
}
