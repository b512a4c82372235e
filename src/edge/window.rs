//! Events of the whole page.

use js_sys::Promise;
use wasm_bindgen::{JsCast as _, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::Event;

/// Lets the browser do what else is waiting: what a reader pressed, or a frame.
pub async fn rest() {
    let next = Promise::new(&mut |next, _| {
        let timer = web_sys::window().map(|window| window.set_timeout_with_callback(&next).is_ok());
        if timer != Some(true) {
            // Nothing waits then that could be held up.
            let _ = next.call0(&next);
        }
    });
    let _ = JsFuture::from(next).await;
}

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
