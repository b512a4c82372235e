//! The root of the page.

use super::patch::place;
use super::placed::{arrange, nodes};
use super::view::IntoView;
use leptos::mount::mount_to;
use std::slice;
use web_sys::HtmlElement;

/// Puts what `app` makes into an element, for as long as the page lives.
pub fn mount<V: IntoView>(root: HtmlElement, app: impl FnOnce() -> V + 'static) {
    // Leptos starts its effects and owns the signals; the view that it is given itself is empty.
    mount_to(root.clone(), move || {
        let placed = place(app().into_view());
        arrange(&root, None, None, &nodes(slice::from_ref(&placed)));
        core::mem::forget(placed);
    })
    .forget();
}
