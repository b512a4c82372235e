//! A button that copies the link to what is shown.

use crate::edge::clipboard;
use crate::exchange::link::Route;
use crate::page::address::link;
use crate::page::context::{t, use_route};
use crate::page::dom::{Element, html};
use crate::words::catalogue::{Entry, page};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A button that copies the link to what is shown; what comes of it is put into `outcome`.
pub fn copy_link(outcome: RwSignal<Option<Entry>>) -> Element {
    let route = use_route();
    let copy = move |_| {
        if !route.with_untracked(Route::fits_in_link) {
            outcome.set(Some(page::LINK_TOO_LONG));
            return;
        }
        let link = route.with_untracked(link);
        spawn_local(async move {
            let is_copied = clipboard::copy(&link).await;
            outcome.set(Some(if is_copied { page::COPIED } else { page::COPY_FAILED }));
        });
    };
    html::button()
        .attr("type", "button")
        .class("button slim")
        .id("copy-link")
        .on(ev::click, copy)
        .child(t(page::COPY_LINK))
}
