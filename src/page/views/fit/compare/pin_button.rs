//! Button that pins a request.

use crate::exchange::link::MAX_PINS;
use crate::page::components::{button, focus};
use crate::page::context::{t, use_lang, use_request_form, use_route};
use crate::page::dom::{Element, html};
use crate::show::labels;
use crate::words::catalogue::{Entry, compare as words};
use leptos::ev;
use leptos::prelude::*;

/// Returns the button that pins the request as it is now, and its status message.
pub fn pin_button() -> Element {
    let (form, route) = (use_request_form(), use_route());
    let outcome = RwSignal::new(None::<Entry>);
    let pin = move |_| {
        // Tried on a copy, because a pin may make the link too long.
        let mut pinned = route.get_untracked();
        let asked = untrack(|| form.whole_route()).asked();
        let is_there = pinned.pins.contains(&asked);
        let entry = match pinned.pin(&asked) {
            true if is_there => words::ALREADY,
            true if !pinned.fits_in_link() => words::TOO_LONG,
            true => words::PINNED,
            false => words::FULL,
        };
        if entry == words::PINNED {
            route.set(pinned);
        }
        outcome.set(Some(entry));
    };
    html::span().class("row").child(button(t(words::PIN), pin).id("pin")).child(status(outcome))
}

/// Returns the status message, with a link to the comparison if there is one.
fn status(outcome: RwSignal<Option<Entry>>) -> Element {
    let (lang, route) = (use_lang(), use_route());
    let message = move || {
        let entry = outcome.get()?;
        let words = labels::pinned(entry, MAX_PINS, lang.get());
        let is_shown = route.with(|route| !route.pins.is_empty());
        Some((words, " ", is_shown.then(link_to_comparison)))
    };
    html::span().class("small quiet").attr("role", "status").child(message)
}

fn link_to_comparison() -> Element {
    html::a()
        .attr("href", "#compare")
        .on(ev::click, |event| {
            // The route owns the address, so the link does not change it.
            event.prevent_default();
            focus("compare-title");
        })
        .child(t(words::SEE))
}
