//! Writer of a query: pairs of key and value.

use super::percent;

/// A query under construction.
pub(super) struct QueryWriter(pub(super) String);

impl QueryWriter {
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
