//! Calls, and what came of them.

use super::file::from_file;
use super::section::{CALLS, section};
use crate::page::components::{bars, facts, list, source, table};
use crate::page::context::{t, use_lang, use_today};
use crate::page::dom::{AnyView, Element, IntoView, html};
use crate::show::overview::{self, CallView, ResultsView};
use crate::words::catalogue::capacity as words;
use leptos::prelude::*;

/// The calls, a card each.
pub fn calls() -> impl IntoView {
    let (lang, today) = (use_lang(), use_today());
    from_file(move |snapshot| {
        let calls = overview::calls(snapshot, today.get(), lang.get());
        let calls: Vec<Element> = calls.into_iter().map(call).collect();
        let awards = overview::awards(snapshot, lang.get());
        let awards = awards.map(|awards| html::p().id("awards").child(awards));
        (!calls.is_empty())
            .then(|| section(CALLS).child(html::div().class("stack").child((awards, calls))))
    })
}

fn call(of: CallView) -> Element {
    // In sight, not folded away: that a call ran out of nodes may stand here.
    let left_open = (!of.left_open.is_empty()).then(|| {
        let title = html::h4().child(t(words::LEFT_OPEN));
        html::div().class("stack").child((title, list("small quiet", &of.left_open)))
    });
    let rules =
        html::div().class("stack").child((facts("facts", &of.facts), of.source.map(source)));
    html::article().class("card").child((
        html::h3().child(of.name),
        of.note.map(|note| html::p().child(note)),
        html::div().class("side-by-side").child((rules, left_open)),
        of.results.map(results),
    ))
}

fn results(of: ResultsView) -> AnyView {
    let facts = facts("facts", &of.facts);
    let Some(of) = of.published else { return facts.into_view() };
    let title = html::h4().child(of.title);
    (title, bars(&of.groups), facts, table(of.table), of.source.map(source)).into_view()
}
