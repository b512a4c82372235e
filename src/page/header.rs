//! Head of the page: its name, a tab for each view, the other language.

use super::components::{is_plain_click, logo};
use super::context::{t, use_feed, use_lang, use_prefetch, use_route, use_set_lang};
use super::dom::{Element, IntoView, html};
use crate::exchange::link::View;
use crate::words::catalogue::page as words;
use leptos::ev;
use leptos::prelude::*;

/// Returns the head of the page.
pub fn header() -> Element {
    let feed = use_feed();
    let home = html::a()
        .attr("href", "?")
        .child(logo())
        .child(move || feed.view.with(|view| view.identity.name.clone()))
        .child(html::small().child(t(words::TAGLINE)));
    let tabs = html::nav()
        .class("tabs")
        .attr("aria-label", t(words::VIEWS))
        .child(tab(View::Capacity).child(t(words::VIEW_CAPACITY)))
        .child(tab(View::Size).child(t(words::VIEW_SIZE)))
        .child(tab(View::Fit).child(name_of_fit()))
        .child(tab(View::Round).child(t(words::VIEW_ROUND)))
        .child(tab(View::Data).child(t(words::VIEW_DATA)));
    let row = html::div().class("page").child(html::p().class("brand").child(home));
    html::header().class("masthead").child(row.child(tabs).child(language()))
}

/// Returns the tab of a view, without its name; pointing at it prefetches the view's code.
fn tab(view: View) -> Element {
    let (route, prefetch) = (use_route(), use_prefetch());
    let go = move |event| {
        if is_plain_click(&event) {
            event.prevent_default();
            route.update(|route| route.view = view);
        }
    };
    html::a()
        .attr("href", move || ["?", &route.with(|route| route.query_of(view))].concat())
        .attr("aria-current", move || (route.with(|route| route.view) == view).then_some("page"))
        .on(ev::pointerenter, move |_| prefetch(view))
        .on(ev::focus, move |_| prefetch(view))
        .on(ev::click, go)
}

/// Returns the name of the fit view, with the number of answers of saved requests that a newer file
/// changed.
fn name_of_fit() -> impl IntoView {
    let (lang, feed) = (use_lang(), use_feed().view);
    move || {
        let name = words::VIEW_FIT.get(lang.get());
        let changed = feed.with(|feed| feed.changed.clone());
        changed.map_or_else(|| name.to_owned(), |it| [name, " (", &it, ")"].concat())
    }
}

/// Returns the button that shows the page in the other language.
fn language() -> Element {
    let (lang, set_lang) = (use_lang(), use_set_lang());
    html::button()
        .attr("type", "button")
        .id("language")
        .class("button slim end")
        // Its name is in the other language, and needs that voice of a screen reader.
        .attr("lang", move || lang.get().other().tag())
        .on(ev::click, move |_| set_lang(lang.get_untracked().other()))
        .child(t(words::LANGUAGE_OTHER))
}
