//! Style sheet of everything loaded after the first view, in a file of its own.

use super::js::Js;
use js_sys::Promise;
use leptos::prelude::document;
use wasm_bindgen_futures::JsFuture;

/// Id of its link in `index.html`; while the link is disabled, the browser loads nothing.
const LINK: &str = "later";

/// Starts to load the style sheet, unless that has begun; the future returns `true` if it came.
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
            // Removed, so that a later call does not wait for an event that has passed.
            link.remove();
        }
        is_there
    }
}

/// Returns `true` if the style sheet's rules are in force.
fn has_come(link: &web_sys::Element) -> bool {
    Js::new(link).get("sheet").is_some()
}
