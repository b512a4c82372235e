//! Events of the window.

use std::rc::Rc;
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::Event;

/// Calls `act` at every event named `event` that reaches the window, for as long as the page lives.
pub fn on(event: &str, act: impl FnMut(Event) + 'static) {
    let act: Box<dyn FnMut(Event)> = Box::new(act);
    let listener = Closure::wrap(act);
    if let Some(window) = web_sys::window() {
        let target = listener.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback(event, target);
    }
    // Leaked on purpose: the page listens for as long as it lives.
    listener.forget();
}

/// Calls `act` whenever the page is visible or focused again, after another tab or window.
pub fn on_seen(act: impl Fn() + 'static) {
    let act: Rc<dyn Fn()> = Rc::new(act);
    for event in ["visibilitychange", "focus"] {
        let act = Rc::clone(&act);
        on(event, move |_| {
            if !leptos::prelude::document().hidden() {
                act();
            }
        });
    }
}
