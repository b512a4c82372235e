//! The style of what is loaded after the first view, in a file of its own.

use super::js::Js;
use js_sys::Promise;
use leptos::prelude::document;
use wasm_bindgen_futures::JsFuture;

/// The link of `index.html` to it; while it is disabled, the browser loads nothing.
const LINK: &str = "later";

/// Begins to load it, unless that has begun; returns whether it came.
pub fn load() -> impl Future<Output = bool> + 'static {
    let link = document().get_element_by_id(LINK);
    let ended = link.clone().filter(|link| !has_come(link)).map(|link| {
        let ended = Promise::new(&mut |resolve, _| {
            for event in ["load", "error"] {
                let _ = link.add_event_listener_with_callback(event, &resolve);
            }
        });
        let _ = link.remove_attribute("disabled");
        ended
    });
    async move {
        if let Some(ended) = ended {
            let _ = JsFuture::from(ended).await;
        }
        let is_there = link.as_ref().is_some_and(has_come);
        if let Some(link) = link.filter(|_| !is_there) {
            // Whoever asks later waits for no event that has passed.
            link.remove();
        }
        is_there
    }
}

/// Whether its rules are in force.
fn has_come(link: &web_sys::Element) -> bool {
    Js::new(link).get("sheet").is_some()
}
