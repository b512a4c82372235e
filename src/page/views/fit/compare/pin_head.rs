//! Column head of a pinned request in the comparison.

use super::pins::Pin;
use crate::edge::address;
use crate::exchange::link::{Route, View};
use crate::page::components::{ActionOutcome, button, copy, focus};
use crate::page::context::{use_lang, use_route};
use crate::page::dom::{Element, html};
use crate::show::labels;
use crate::words::catalogue::{Entry, compare as words};
use leptos::prelude::*;

/// Returns the name of the pin at `index`, and its actions; the result of copying is put into
/// `outcome`.
pub fn pin_head(index: usize, pin: &Pin, outcome: RwSignal<Option<ActionOutcome>>) -> Element {
    let (lang, route) = (use_lang().get(), use_route());
    let name = labels::pin(index, lang);
    let label = |act: Entry| labels::named(act, &name, lang);
    let mut there = Route { view: View::Fit, lang: Some(lang), ..Route::default() };
    there.ask(&pin.query);
    let link = ["?", &there.to_query()].concat();
    let open = html::a()
        .class("button slim")
        .attr("href", link.as_str())
        .attr("aria-label", label(words::OPEN))
        .child(words::OPEN.get(lang));
    let copy = button(words::COPY.get(lang), move |_| {
        copy([address::page().as_str(), &link].concat(), outcome);
    });
    let query = pin.query.clone();
    let remove = button(words::REMOVE.get(lang), move |_| {
        route.update(|route| route.pins.retain(|pin| *pin != query));
        let is_last = route.with_untracked(|route| route.pins.is_empty());
        // This button goes with its pin.
        request_animation_frame(move || focus(if is_last { "pin" } else { "compare-title" }));
    });
    let acts = html::div()
        .class("row no-print")
        .child(open)
        .child(copy.attr("aria-label", label(words::COPY)))
        .child(remove.attr("aria-label", label(words::REMOVE)));
    html::th().attr("scope", "col").child((name, acts))
}
