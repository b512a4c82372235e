//! What the request is held against: the rules of its call, and how a past round went.

use super::answered;
use crate::model::Request;
use crate::page::components::{bars, facts, list, source, table_alternative};
use crate::page::dom::{AnyView, Element, IntoView, html};
use crate::page::state::State;
use crate::session::PreparedScenario;
use crate::show::{overview, round};
use crate::words::Lang;
use crate::words::catalogue::{capacity, fit as words};
use crate::words::source::source_of;
use leptos::prelude::*;

/// The rules and the round.
pub fn view(state: State, lang: Lang) -> AnyView {
    let Some(world) = state.world.get() else { return None::<Element>.into_view() };
    answered(state, |request, _| {
        let parts = vec![round_card(&world.0, request, lang), rules(&world.0, request, lang)];
        Some(html::div().class("stack").child(parts))
    })
}

/// The published results of a round, next to the request.
fn round_card(world: &PreparedScenario, request: &Request, lang: Lang) -> Option<Element> {
    let call = request.call.as_deref();
    let round = round::round(&world.file.snapshot, call, Some(request.nodes.min), lang)?;
    let figures = round.table.clone();
    Some(
        html::section()
            .class("card no-print")
            .id("round")
            .attr("aria-labelledby", "round-title")
            .child(html::h2().id("round-title").child(round.title))
            .child(list("", &round.sentences))
            .child(bars(&round.groups))
            .child(table_alternative(move || Some(figures.clone())))
            .child(round.source.map(|from| source(from))),
    )
}

/// The rules of the call that the request is held against.
fn rules(world: &PreparedScenario, request: &Request, lang: Lang) -> Option<Element> {
    let snapshot = &world.scenario.snapshot;
    let call = snapshot.call_of(request)?;
    let title = words::RULES.fill(lang, &[("call", lang.text(&call.name))]);
    let open: Vec<String> = call.unknown.iter().map(|text| lang.text(text).to_owned()).collect();
    let left_open = (!open.is_empty())
        .then(|| vec![html::h3().child(capacity::LEFT_OPEN.get(lang)), list("small quiet", &open)]);
    let from = source_of(snapshot, call.source.as_deref(), lang);
    let rules = html::section()
        .class("card")
        .id("rules")
        .attr("aria-labelledby", "rules-title")
        .child(html::h2().id("rules-title").child(title))
        .child(facts("facts", &overview::rules(snapshot, call, lang)))
        .child(left_open)
        .child(from.map(|from| source(from)));
    Some(rules)
}
