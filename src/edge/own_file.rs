//! A reader's own file, where the reader wants it kept over a reload: its bytes beside the copies of
//! files that were fetched, which takes large ones, and a label of it in the store that can be looked
//! at without waiting.

use super::kept;
use super::storage::{self, Area};

/// Where its label is stored.
const LABEL: &str = "jari.own";
/// The address by which its bytes are kept: nothing is fetched from there.
const BYTES: &str = "own-capacity.json";

/// The label of the file that is kept; `None` where there is none.
#[must_use]
pub fn label() -> Option<String> {
    storage::read(Area::Kept, LABEL).ok().flatten()
}

/// Keeps a file; whether the browser took it.
pub async fn keep(bytes: Vec<u8>, label: &str) -> bool {
    // First of all the label: with it, what is kept is found and forgotten.
    let is_kept =
        storage::write(Area::Kept, LABEL, label).is_ok() && kept::store(BYTES, bytes).await;
    if !is_kept {
        forget();
    }
    is_kept
}

/// The bytes of the file that is kept.
pub async fn bytes() -> Option<Vec<u8>> {
    kept::read(BYTES).await.map(|copy| copy.bytes)
}

/// Forgets it: an empty copy takes its place.
pub fn forget() {
    if label().is_some() {
        storage::remove(Area::Kept, LABEL);
        kept::keep(BYTES, Vec::new());
    }
}
