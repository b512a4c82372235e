//! Writing and truncating of queries.

use super::limits::MAX_QUERY_BYTES;
use super::percent;

/// A query under construction.
pub(super) struct Query(pub(super) String);

impl Query {
    /// Appends a key and its value.
    pub(super) fn add(&mut self, key: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(key);
        self.0.push('=');
        percent::encode(value, &mut self.0);
    }

    /// Appends a key if it has a value.
    pub(super) fn add_some(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.add(key, value);
        }
    }
}

/// Splits a query into the pairs that end within [`MAX_QUERY_BYTES`] and the rest.
pub(super) fn within_limit(query: &str) -> (&str, &str) {
    if query.len() <= MAX_QUERY_BYTES {
        return (query, "");
    }
    let mut end = MAX_QUERY_BYTES;
    // A cut inside a character would leave nothing of the query.
    while !query.is_char_boundary(end) {
        end -= 1;
    }
    // A truncated pair could have a different meaning, so the cut is at the last separator.
    let kept = query.get(..end).unwrap_or_default();
    let end = kept.rfind('&').unwrap_or(0);
    query.split_at_checked(end).unwrap_or_default()
}
