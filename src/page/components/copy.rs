//! Copying, and what came of it.

use super::button;
use crate::edge::clipboard;
use crate::exchange::link::Route;
use crate::page::address::link;
use crate::page::context::{t, use_lang, use_route};
use crate::page::dom::{Element, html};
use crate::words::catalogue::{Entry, page};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Copies a text; what comes of it is put into `outcome`.
pub fn copy(text: String, outcome: RwSignal<Option<Entry>>) {
    spawn_local(async move {
        let is_copied = clipboard::copy(&text).await;
        outcome.set(Some(if is_copied { page::COPIED } else { page::COPY_FAILED }));
    });
}

/// A button that copies the link to what is shown; what comes of it is put into `outcome`.
pub fn copy_link(outcome: RwSignal<Option<Entry>>) -> Element {
    let route = use_route();
    let act = move |_| match route.with_untracked(Route::fits_in_link) {
        true => copy(route.with_untracked(link), outcome),
        false => outcome.set(Some(page::LINK_TOO_LONG)),
    };
    button(t(page::COPY_LINK), act).id("copy-link")
}

/// What came of the last thing that was done, read out as it changes.
pub fn status(outcome: RwSignal<Option<Entry>>) -> Element {
    let lang = use_lang();
    let words = move || outcome.get().map(|entry| entry.get(lang.get()));
    html::span().id("kept").class("small quiet").attr("role", "status").child(words)
}
