//! The head of the page: its name, the way to each view, the other language.

use super::components::{is_plain_click, logo};
use super::context::{t, use_feed, use_lang, use_prefetch, use_route, use_set_lang};
use super::dom::{Element, html};
use crate::exchange::link::View;
use crate::words::catalogue::{Entry, page as words};
use leptos::ev;
use leptos::prelude::*;

/// The head of the page.
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
        .child(tab(View::Capacity, words::VIEW_CAPACITY))
        .child(tab(View::Size, words::VIEW_SIZE))
        .child(tab(View::Fit, words::VIEW_FIT))
        .child(tab(View::Round, words::VIEW_ROUND))
        .child(tab(View::Data, words::VIEW_DATA));
    let row = html::div().class("page").child(html::p().class("brand").child(home));
    html::header().class("masthead").child(row.child(tabs).child(language()))
}

/// The way to a view, whose code is on its way before it is asked for.
fn tab(view: View, name: Entry) -> Element {
    let (route, prefetch) = (use_route(), use_prefetch());
    let go = move |event| {
        if is_plain_click(&event) {
            event.prevent_default();
            route.update(|route| route.view = view);
        }
    };
    let (lang, feed) = (use_lang(), use_feed().view);
    // What a newer file changed in the answers of saved requests is said with the name.
    let name = move || match feed.with(|feed| feed.changed.clone()).filter(|_| view == View::Fit) {
        Some(changed) => [name.get(lang.get()), " (", &changed, ")"].concat(),
        None => name.get(lang.get()).to_owned(),
    };
    html::a()
        .attr("href", move || ["?", &route.with(|route| route.query_of(view))].concat())
        .attr("aria-current", move || (route.with(|route| route.view) == view).then_some("page"))
        .on(ev::pointerenter, move |_| prefetch(view))
        .on(ev::focus, move |_| prefetch(view))
        .on(ev::click, go)
        .child(name)
}

/// The button that shows the page in the other language.
fn language() -> Element {
    let (lang, set_lang) = (use_lang(), use_set_lang());
    html::button()
        .attr("type", "button")
        .id("language")
        .class("button slim end")
        .attr("lang", move || lang.get().other().tag())
        .on(ev::click, move |_| set_lang(lang.get_untracked().other()))
        .child(t(words::LANGUAGE_OTHER))
}
