//! What came of the last thing that was done.

use super::{ElementProperties as _, Text};
use crate::page::context::use_lang;
use crate::show::catalogue::Entry;
use leptos::html::span;
use leptos::prelude::*;

/// What came of the last thing that was done, read out as it changes.
pub fn status(outcome: RwSignal<Option<Entry>>) -> impl IntoView {
    let lang = use_lang();
    span()
        .id("kept")
        .class("small quiet")
        .attr("role", "status")
        .text(move || Text::from(outcome.get().map_or("", |entry| entry.get(lang.get()))))
}
