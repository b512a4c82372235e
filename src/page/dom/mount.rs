//! Root of the page.

use super::patch::place;
use super::placed::{arrange, nodes};
use super::view::IntoView;
use leptos::mount::mount_to;
use std::slice;
use web_sys::HtmlElement;

/// Puts the view that `app` returns into an element, for as long as the page lives.
pub fn mount<V: IntoView>(root: HtmlElement, app: impl FnOnce() -> V + 'static) {
    // Leptos starts its effects and owns the signals; the view that it gets itself is empty.
    mount_to(root.clone(), move || {
        let placed = place(app().into_view());
        arrange(&root, None, None, &nodes(slice::from_ref(&placed)));
        // Dropped, the view would end its effects.
        core::mem::forget(placed);
    })
    .forget();
}
