//! Size of the page, and printing it.

use wasm_bindgen::{JsCast as _, closure::Closure};

/// Returns the width of the page in CSS pixels, without a scroll bar.
#[must_use]
pub fn width() -> u32 {
    let document = web_sys::window().and_then(|window| window.document());
    let root = document.and_then(|document| document.document_element());
    root.map_or(0, |root| root.client_width().unsigned_abs())
}

/// Calls `act` whenever the window changes its size.
pub fn on_resize(act: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(act);
    if let Some(window) = web_sys::window() {
        let target = listener.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback("resize", target);
    }
    // Leaked on purpose: the page listens for as long as it lives.
    listener.forget();
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A browser that cannot print does nothing, or has no such function.
        let _ = window.print();
    }
}
