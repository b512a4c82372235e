//! Totals of the round.

use super::controller::RoundController;
use crate::page::components::{facts, table_to_save, verdict, verdict_panel};
use crate::page::context::t;
use crate::page::dom::{Element, IntoView, html};
use crate::show::round::PlanSums;
use crate::words::catalogue::round as words;
use leptos::prelude::*;

/// Returns the verdict on the round, announced once the round has been decided.
pub fn verdict_of(controller: RoundController) -> Element {
    let sums = controller.use_sums();
    let spoken = move || {
        let is_done = !controller.is_busy.get();
        sums.with(|sums| sums.as_ref().filter(|_| is_done).map(|sums| sums.0.sentences.clone()))
    };
    let panel = move || sums.with(|sums| sums.as_ref().map(|sums| sentence(&sums.0)));
    verdict(panel, spoken).attr("aria-busy", move || controller.is_busy.get().then_some("true"))
}

fn sentence(sums: &PlanSums) -> Element {
    let sentences = sums.sentences.iter().map(|it| html::p().class("sentence").child(it.as_str()));
    verdict_panel(sums.kind, "plan").child((
        sentences.collect::<Vec<_>>(),
        sums.caveat.map(|caveat| html::p().class("caveat").child(caveat)),
        facts("offer-facts", &sums.facts).id("round-totals"),
    ))
}

/// Returns the totals by class and by block.
pub fn details(controller: RoundController) -> impl IntoView {
    let sums = controller.use_sums();
    let tables = move || {
        sums.with(|sums| {
            let sums = &sums.as_ref()?.0;
            let both = [&sums.by_class, &sums.by_block]
                .map(|table| html::div().class("stack").child(table_to_save(table.clone())));
            let both = Vec::from(both);
            Some(html::div().class("side-by-side").child(both))
        })
    };
    html::section()
        .class("card no-print")
        .id("round-sums")
        .attr("aria-labelledby", "round-sums-title")
        .child((html::h2().id("round-sums-title").child(t(words::TOTALS)), tables))
}
