//! Where the focus is.

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// Moves the focus to the element with this id, where there is one.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Moves the focus to the heading of a section, and the section to the upper edge of the window. The
/// heading alone takes the focus: a whole section would be centred by it.
pub fn go_to_section(id: &str) {
    focus(&[id, "-title"].concat());
    if let Some(section) = document().get_element_by_id(id) {
        section.scroll_into_view();
    }
}
