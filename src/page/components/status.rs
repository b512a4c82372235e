//! What came of the last thing that was done.

use crate::page::context::use_lang;
use crate::page::dom::{Element, html};
use crate::words::catalogue::Entry;
use leptos::prelude::*;

/// What came of the last thing that was done, read out as it changes.
pub fn status(outcome: RwSignal<Option<Entry>>) -> Element {
    let lang = use_lang();
    html::span()
        .id("kept")
        .class("small quiet")
        .attr("role", "status")
        .child(move || outcome.get().map_or("", |entry| entry.get(lang.get())))
}
