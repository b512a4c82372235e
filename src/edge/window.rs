//! Events of the whole page.

use std::rc::Rc;
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::Event;

/// Calls `act` at every event of this name that reaches the window, for as long as the page lives.
pub fn on(event: &str, act: impl FnMut(Event) + 'static) {
    let act: Box<dyn FnMut(Event)> = Box::new(act);
    let listener = Closure::wrap(act);
    if let Some(window) = web_sys::window() {
        let target = listener.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback(event, target);
    }
    listener.forget();
}

/// Calls `act` whenever the page is seen or used again, after another tab or beside another window.
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
