//! Links.

use crate::page::context::{use_feed, use_lang};
use crate::page::dom::{Element, IntoView, html};
use crate::words::catalogue::page;
use leptos::prelude::*;
use web_sys::MouseEvent;

/// Returns a link out of the page.
pub fn link_out(url: impl Into<String>, words: impl IntoView) -> Element {
    html::a().attr("href", url.into()).attr("rel", "noopener noreferrer").child(words)
}

/// Returns a closure that gives the link to where one applies, after the text `before`; it gives
/// `None` if the site's settings do not name such a place.
pub fn apply_link(before: &'static str) -> impl Fn() -> Option<Element> {
    let (feed, lang) = (use_feed(), use_lang());
    move || {
        let apply = feed.view.with(|view| view.identity.apply.clone())?;
        let place = match apply.url {
            Some(url) => link_out(url, apply.name),
            None => html::span().child(apply.name),
        };
        let label = page::APPLY_AT.get(lang.get());
        Some(html::span().child(before).child(label).child(": ").child(place))
    }
}

/// Returns `true` if a click on a link means "here": not in a new tab, window or download.
pub fn is_plain_click(click: &MouseEvent) -> bool {
    let with_key = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    click.button() == 0 && !with_key
}
