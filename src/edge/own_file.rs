//! The reader's own file, kept over a reload if the reader wants that.
//!
//! Its bytes are beside the copies of fetched files, in a store that takes large ones; its label is
//! in the store that can be read without waiting.

use super::file_cache;
use super::storage::{self, Area};

/// Storage key of the label.
const LABEL: &str = "jari.own";
/// Cache key of the bytes; it has the form of an address, but nothing is fetched from there.
const BYTES: &str = "own-capacity.json";

/// Returns the label of the kept file; `None` if there is none.
#[must_use]
pub fn label() -> Option<String> {
    storage::read(Area::Kept, LABEL).ok().flatten()
}

/// Keeps a file; returns `true` if the browser took it.
pub async fn keep(bytes: Vec<u8>, label: &str) -> bool {
    // The label comes first: without it, kept bytes could neither be found nor forgotten.
    let is_kept =
        storage::write(Area::Kept, LABEL, label).is_ok() && file_cache::store(BYTES, bytes).await;
    if !is_kept {
        forget();
    }
    is_kept
}

/// Returns the bytes of the kept file.
pub async fn bytes() -> Option<Vec<u8>> {
    file_cache::read(BYTES).await.map(|copy| copy.bytes)
}

/// Forgets the kept file, and replaces its bytes by an empty copy.
pub fn forget() {
    if label().is_some() {
        storage::remove(Area::Kept, LABEL);
        file_cache::keep(BYTES, Vec::new());
    }
}
