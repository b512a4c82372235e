//! Renaming of a draft.

use super::controller::{NAME_FIELD, use_controller};
use crate::exchange::drafts::MAX_NAME_CHARS;
use crate::page::components::focus;
use crate::page::context::t;
use crate::page::dom::{Element, html};
use crate::words::catalogue::drafts as words;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlInputElement, KeyboardEvent};

/// Returns the form for another name than `name`; `renamed` is emptied when it is done.
pub fn rename_form(id: u32, name: &str, renamed: RwSignal<Option<u32>>) -> Element {
    let controller = use_controller();
    let end = move || {
        renamed.set(None);
        request_animation_frame(move || focus(&format!("draft-{id}-rename")));
    };
    let escape = move |event: KeyboardEvent| {
        // When a browser fills in a field by itself, it sends a `keydown` that is not a
        // `KeyboardEvent`.
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape") {
            end();
        }
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if let Some(field) = name_field() {
            controller.rename(id, &field.value());
        }
        end();
    };
    let field = html::input()
        .attr("type", "text")
        .id(NAME_FIELD)
        .attr("aria-label", t(words::NAME))
        .attr("autocomplete", "off")
        .attr("maxlength", MAX_NAME_CHARS.to_string())
        .attr("value", name)
        .on(ev::keydown, escape);
    let done = html::button().class("button slim").id("name-done").child(t(words::DONE));
    html::form().class("join").on(ev::submit, submit).child((field, done))
}

/// Moves the focus to the name field and selects all of it.
pub fn focus_name() {
    if let Some(field) = name_field() {
        let _ = field.focus();
        field.select();
    }
}

fn name_field() -> Option<HtmlInputElement> {
    document().get_element_by_id(NAME_FIELD)?.dyn_into().ok()
}
