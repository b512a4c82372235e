//! Bar about the parts of the link, as it was opened, that could not be read.

use super::components::{button, focus};
use super::context::{t, use_feed, use_lang, use_route, use_scenario, use_unread_parts};
use super::dom::{Element, html};
use super::reactive::memo;
use crate::session::link_problem::unread;
use crate::words::catalogue::feed as words;
use leptos::prelude::*;

/// Returns the bar that names those parts, until it is closed.
pub fn unread_bar() -> Element {
    let (lang, route, scenario) = (use_lang(), use_route(), use_scenario());
    let (parts, feed) = (use_unread_parts(), use_feed().feed);
    let is_closed = RwSignal::new(false);
    let text = memo(move |_| {
        let scenario = scenario.get().filter(|_| !is_closed.get())?;
        route.with(|route| unread(&parts, route, &scenario.0.file, lang.get()))
    });
    let close = move |_| {
        is_closed.set(true);
        // From now on the address names the file that the page runs on.
        let own = feed.with_untracked(|feed| feed.own().map(|own| own.file.fingerprint.clone()));
        route.update(|route| route.own = own);
        focus("content");
    };
    let close = move || text.with(Option::is_some).then(|| button(t(words::CLOSE), close));
    html::div().class("page").child((html::p().child(move || text.get()), close))
}
