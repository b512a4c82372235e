//! Paths of a site that mean the same to all who read and write it.

/// The service worker: a browser knows it by its address, which therefore stays.
pub const WORKER: &str = "sw.js";

/// What a pressed copy is called, after the name of the file.
pub(super) const COPIES: [&str; 2] = [".br", ".gz"];

/// Whether a path is that of a pressed copy.
#[must_use]
pub fn is_copy(path: &str) -> bool {
    COPIES.iter().any(|end| path.ends_with(end))
}
