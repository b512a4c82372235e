//! Line that opens the list of drafts: the name of the request, and its status.

use super::controller::use_controller;
use crate::page::components::focus;
use crate::page::context::t;
use crate::page::dom::{Element, html};
use crate::words::catalogue::drafts as words;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlDetailsElement;

/// Id of the list with its line.
pub const LIST: &str = "drafts";
/// Id of the line.
pub const SUMMARY: &str = "drafts-open";

/// Returns the line.
pub fn summary() -> Element {
    let controller = use_controller();
    html::summary()
        .id(SUMMARY)
        .child(html::span().class("unseen").child(t(words::HEADING)).child(": "))
        .child(html::strong().child(move || controller.name()))
        .child(" ")
        .child(html::span().class("small quiet").child(move || controller.status()))
}

/// Closes the list and moves the focus to the line that opens it.
pub fn close_list() {
    let list = document().get_element_by_id(LIST);
    if let Some(list) = list.and_then(|list| list.dyn_into::<HtmlDetailsElement>().ok()) {
        list.set_open(false);
    }
    focus(SUMMARY);
}
