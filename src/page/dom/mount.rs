//! The root of the page.

use super::patch::place;
use super::placed::arrange;
use super::view::IntoView;
use leptos::mount::mount_to;
use web_sys::HtmlElement;

/// Puts what `app` makes into an element, for as long as the page lives.
pub fn mount<V: IntoView>(root: HtmlElement, app: impl FnOnce() -> V + 'static) {
    // Leptos starts its effects and owns the signals; the view that it is given itself is empty.
    mount_to(root.clone(), move || {
        let placed = place(app().into_view());
        let mut nodes = Vec::new();
        placed.nodes(&mut nodes);
        arrange(&root, None, None, &nodes);
        core::mem::forget(placed);
    })
    .forget();
}
