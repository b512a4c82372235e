//! Buttons.

use crate::page::dom::{Element, IntoView, html};
use leptos::ev;
use web_sys::MouseEvent;

/// Returns a button whose accessible name is its words.
pub fn button(words: impl IntoView, act: impl FnMut(MouseEvent) + 'static) -> Element {
    html::button().attr("type", "button").class("button slim").on(ev::click, act).child(words)
}
