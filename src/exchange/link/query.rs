//! Queries as they are written and cut.

use super::limits::MAX_QUERY_BYTES;
use super::percent;

/// A query being written.
pub(super) struct Query(pub(super) String);

impl Query {
    /// Adds a pair.
    pub(super) fn add(&mut self, key: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(key);
        self.0.push('=');
        percent::encode(value, &mut self.0);
    }

    /// Adds a pair where there is a value.
    pub(super) fn add_some(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.add(key, value);
        }
    }
}

/// The pairs of a query that end within the limit, and what is beyond it.
pub(super) fn within_limit(query: &str) -> (&str, &str) {
    if query.len() <= MAX_QUERY_BYTES {
        return (query, "");
    }
    let mut end = MAX_QUERY_BYTES;
    while !query.is_char_boundary(end) {
        end -= 1;
    }
    // A pair that was cut would say something else than was written.
    let kept = query.get(..end).unwrap_or_default();
    let end = kept.rfind('&').unwrap_or(0);
    query.split_at_checked(end).unwrap_or_default()
}
