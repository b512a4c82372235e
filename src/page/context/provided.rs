//! Access to a context, shared by all of them.

use leptos::prelude::use_context;

/// Returns the context of type `T`.
///
/// Leptos's `expect_context` would write the name of the type and its source location into a
/// message of its own for each type: half a kilobyte each.
pub(super) fn provided<T: Clone + 'static>() -> T {
    use_context().unwrap_or_else(|| missing())
}

#[cold]
#[inline(never)]
#[expect(
    clippy::panic,
    reason = "a context that is used before it is provided is a mistake of ours"
)]
fn missing() -> ! {
    panic!("a context is used where it is not provided")
}
