//! List of drafts.

use super::changes::notify;
use super::controller::use_controller;
use super::row::row;
use super::summary::close_list;
use crate::page::components::{button, focus};
use crate::page::context::t;
use crate::page::dom::{Element, for_each, html};
use crate::page::reactive::memo;
use crate::words::catalogue::drafts as words;
use leptos::prelude::*;

/// Returns the list, and a button that starts a new request.
pub fn list() -> Element {
    let controller = use_controller();
    let ids = memo(move |_| controller.ids());
    let renamed = RwSignal::new(None);
    let none = move || {
        let is_empty = ids.with(Vec::is_empty);
        is_empty.then(|| html::p().class("small quiet").child(t(words::NONE)))
    };
    let shown = move || {
        keep_focus();
        ids.get()
    };
    let rows = for_each(shown, u32::to_string, move |id| row(id, renamed));
    let press = move |_| {
        close_list();
        controller.begin_anew();
    };
    html::div().class("draft-list").child((
        none,
        html::ul().child(rows),
        html::div().class("row").child(button(t(words::BEGIN_ANEW), press).id("new-draft")),
        notify(),
    ))
}

/// Keeps the focus in the list, even if a save moves the focused draft.
fn keep_focus() {
    let focused = document().active_element().map(|element| element.id());
    if let Some(id) = focused.filter(|id| id.starts_with("draft-")) {
        request_animation_frame(move || focus(&id));
    }
}
