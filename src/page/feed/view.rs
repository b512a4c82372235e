//! Bar about the file, and placeholders for a view without one.

use super::use_poller;
use crate::page::components::{button, error_panel, file_problems};
use crate::page::context::{t, use_feed};
use crate::page::dom::{Element, IntoView, for_each, html};
use crate::session::feed::{FeedEvent, LoadFailure};
use crate::words::catalogue::{feed as words, page};
use leptos::prelude::*;

/// Returns the bar about the file shown, announced as it changes; empty if there is nothing to say.
pub fn status_bar() -> Element {
    let (feed, poller) = (use_feed(), use_poller());
    let bar = feed.view;
    let retry = button(t(words::TRY_NOW), move |_| poller.send(FeedEvent::Retry))
        .id("feed-try")
        .attr("hidden", move || !bar.with(|bar| bar.can_retry));
    let close = button(t(words::CLOSE), move |_| poller.send(FeedEvent::Dismissed))
        .id("feed-close")
        .attr("hidden", move || !bar.with(|bar| bar.can_close));
    let sentences = for_each(
        move || bar.with(|bar| bar.sentences.clone()),
        String::clone,
        |sentence| html::span().child((sentence, " ")),
    );
    let sentences = html::p().child(sentences).child(move || feed.progress());
    html::div()
        .id("feed")
        .class("feed")
        .attr("role", "status")
        // A sentence that stays is not announced again with one that comes.
        .attr("aria-atomic", "false")
        .attr("data-feed", move || bar.with(|bar| bar.kind))
        .child(html::div().class("page").child((sentences, retry, close)))
}

/// Returns the placeholder for a view while there is no file: that it failed to load, or that it is
/// on its way.
pub fn placeholder() -> impl IntoView {
    let (feed, poller) = (use_feed(), use_poller());
    move || match feed.view.with(|view| view.failure.clone()) {
        None => loading(),
        Some(LoadFailure { title, advice, details }) => {
            let retry = button(t(page::RETRY), move |_| poller.send(FeedEvent::Retry));
            error_panel(title, advice, details, retry)
        }
    }
}

/// Returns the message that the file, or the code of a view, is on its way.
pub fn loading() -> Element {
    html::p().class("view").attr("role", "status").child(t(page::LOADING))
}

/// Returns the problems of the file and of the site's settings, if any.
pub fn file_notes() -> impl IntoView {
    let feed = use_feed();
    move || {
        let problems = feed.view.with(|view| view.problems.clone());
        (!problems.is_empty()).then(|| file_problems(&problems))
    }
}
