//! State that a view keeps when it is left.

use leptos::prelude::*;

/// Returns the value of type `T` that `make` returned at the first call; it lives as long as the
/// page, whatever view is shown.
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

/// Returns the owner at the root of the page, above everything that is made.
fn page_owner() -> Option<Owner> {
    let mut owner = Owner::current()?;
    while let Some(parent) = owner.parent() {
        owner = parent;
    }
    Some(owner)
}
