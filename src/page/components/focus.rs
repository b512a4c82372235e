//! Keyboard focus.

use leptos::prelude::{document, request_animation_frame};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// Moves the focus to the element with this id, if there is one.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Longest wait for a view that was just asked for, in frames: some ten seconds.
const PATIENCE: u32 = 600;

/// Moves the focus to the element with this id of a view that was just asked for, and whose code
/// may still be on its way; unless the reader has moved it elsewhere by then.
pub fn focus_in_view(id: &'static str) {
    focus_within(id, PATIENCE);
}

fn focus_within(id: &'static str, frames: u32) {
    request_animation_frame(move || {
        let is_lost = document().active_element().is_none_or(|on| on.tag_name() == "BODY");
        if is_lost && document().get_element_by_id(id).is_none() && frames > 0 {
            focus_within(id, frames - 1);
        } else if is_lost {
            focus(id);
        }
    });
}

/// Scrolls a section to the upper edge of the window and moves the focus to its heading.
///
/// The heading alone takes the focus, because a whole section would be centred by it.
pub fn go_to_section(id: &str) {
    focus(&[id, "-title"].concat());
    if let Some(section) = document().get_element_by_id(id) {
        section.scroll_into_view();
    }
}
