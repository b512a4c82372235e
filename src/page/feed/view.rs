//! The bar about the file, and what stands in the place of a view without one.

use super::send;
use crate::page::components::{button, error_panel, file_problems};
use crate::page::dom::{AnyView, Element, IntoView, html};
use crate::page::state::State;
use crate::session::feed::{Event, LoadFailure, progress};
use crate::words::Lang;
use crate::words::catalogue::{feed as words, page};
use leptos::prelude::*;

/// The bar about the file shown, read out as it changes; with nothing to say, nothing.
pub fn view(state: State) -> Element {
    let (bar, lang) = (state.feed_view, state.lang);
    let hidden = |shown: bool| (!shown).then(String::new);
    let retry = button("", move |_| send(state, Event::Retry))
        .id("feed-try")
        .attr("hidden", move || hidden(bar.with(|bar| bar.can_retry)))
        .child(move || words::TRY_NOW.get(lang.get()).into_view());
    let close = button("", move |_| send(state, Event::Dismissed))
        .id("feed-close")
        .attr("hidden", move || hidden(bar.with(|bar| bar.can_close)))
        .child(move || words::CLOSE.get(lang.get()).into_view());
    let sentences = html::p()
        .child(move || bar.with(|bar| bar.text.clone()).into_view())
        .child(move || state.feed.with(|feed| progress(feed, lang.get())).into_view());
    let row = html::div().class("page").child(sentences).child(retry).child(close);
    html::div()
        .id("feed")
        .class("feed")
        .attr("role", "status")
        .attr("data-feed", move || Some(bar.with(|bar| bar.kind.to_owned())))
        .child(row)
}

/// In the place of a view while there is no file: that it does not come, or that it is on its way.
pub fn placeholder(state: State, lang: Lang) -> AnyView {
    (move || match state.feed_view.with(|view| view.failure.clone()) {
        None => loading(lang),
        Some(LoadFailure { title, advice, details }) => {
            let retry = button(page::RETRY.get(lang), move |_| send(state, Event::Retry));
            error_panel(title, advice, details, retry).into_view()
        }
    })
    .into_view()
}

/// That the file, or the code of a view, is on its way.
pub fn loading(lang: Lang) -> AnyView {
    html::p().class("view").attr("role", "status").child(page::LOADING.get(lang)).into_view()
}

/// What is wrong with the file and with the settings of the site.
pub fn problems(state: State) -> AnyView {
    (move || match state.feed_view.with(|view| view.problems.clone()) {
        problems if problems.is_empty() => AnyView::empty(),
        problems => file_problems(&problems).into_view(),
    })
    .into_view()
}
