//! How a past round went.

use super::settled::settled;
use crate::page::components::{bars, list, source, table_alternative};
use crate::page::context::{use_lang, use_scenario};
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::memo;
use crate::page::shared::Shared;
use crate::show::round::{self, RoundView};
use leptos::prelude::*;

type Round = Memo<Option<Shared<RoundView>>>;

/// The published results of a round, next to the request, where there are any.
pub fn round() -> impl IntoView {
    let (lang, scenario) = (use_lang(), use_scenario());
    let round: Round = memo(move |_| {
        let scenario = scenario.get()?.0;
        settled(|request, _| {
            let (snapshot, call) = (&scenario.file.snapshot, request.call.as_deref());
            let asked = (request.nodes.min, snapshot.gpus_per_node(&request.accelerators));
            round::round(snapshot, call, Some(asked), lang.get()).map(Shared::new)
        })
    });
    let has_round = memo(move |_| round.with(Option::is_some));
    // Once for all requests: what was opened in it stays open.
    move || has_round.get().then(|| card(round))
}

fn card(round: Round) -> Element {
    html::section()
        .class("card no-print")
        .id("round")
        .attr("aria-labelledby", "round-title")
        .child(html::h2().id("round-title").child(read(round, |round| round.title.clone())))
        .child(read(round, |round| list("", &round.sentences)))
        .child(read(round, |round| bars(&round.groups)))
        .child(table_alternative(read(round, |round| round.table.clone())))
        .child(read(round, |round| round.source.clone().map(source)))
}

/// What `lay` makes of the round, where there is one.
fn read<T>(round: Round, lay: fn(&RoundView) -> T) -> impl Fn() -> Option<T> {
    move || round.with(|round| round.as_ref().map(|round| lay(&round.0)))
}
