//! What a view keeps when it is left.

use leptos::prelude::*;

/// Returns what `make` made when it was first asked for: it lives as long as the page, whatever
/// view is shown.
pub fn use_kept<T: Clone + Send + Sync + 'static>(make: impl FnOnce() -> T) -> T {
    use_context().unwrap_or_else(|| {
        let keep = || {
            let kept = make();
            provide_context(kept.clone());
            kept
        };
        match page_owner() {
            Some(page) => page.with(keep),
            None => keep(),
        }
    })
}

/// The owner of all of the page, which everything that is made is below.
fn page_owner() -> Option<Owner> {
    let mut owner = Owner::current()?;
    while let Some(parent) = owner.parent() {
        owner = parent;
    }
    Some(owner)
}
