//! Paths of a site that several modules share.

/// Service worker: a browser identifies it by its address, so its name never changes.
pub const WORKER: &str = "sw.js";

/// Extensions of precompressed copies, appended to the name of the file.
pub(super) const COPIES: [&str; 2] = [".br", ".gz"];

/// Returns `true` if a path is that of a precompressed copy.
#[must_use]
pub fn is_copy(path: &str) -> bool {
    COPIES.iter().any(|end| path.ends_with(end))
}
