//! Comparison of the current plan with those that were kept.

use super::controller::RoundController;
use crate::page::components::{button, table_to_save};
use crate::page::context::{t, use_lang, use_scenario};
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::memo;
use crate::session::notice;
use crate::show::labels::{self, round as round_labels};
use crate::show::round::compared;
use crate::words::catalogue::round as words;
use crate::words::fact::Fact;
use leptos::prelude::*;

/// Returns the comparison, if a plan was kept.
pub fn kept(controller: RoundController) -> impl IntoView {
    let has_kept = memo(move |_| controller.round.with(|round| !round.kept().is_empty()));
    move || has_kept.get().then(|| section(controller))
}

fn section(controller: RoundController) -> Element {
    let (lang, scenario) = (use_lang(), use_scenario());
    let sums = controller.use_sums();
    let plans = move || {
        let (sums, scenario) = (sums.get()?, scenario.get()?);
        let layer = notice::layer_name(&scenario.0);
        let now = round_labels::kept_facts(&sums.0, layer, lang.get());
        let table = controller.round.with(|round| {
            let kept = round.kept().iter().map(|kept| (kept.number, kept.facts.as_slice()));
            compared(&now, &kept.collect::<Vec<(u32, &[Fact])>>(), lang.get())
        });
        Some(table_to_save(table))
    };
    let buttons = move || {
        let numbers: Vec<u32> =
            controller.round.with(|round| round.kept().iter().map(|kept| kept.number).collect());
        numbers.into_iter().map(|number| acts(controller, number)).collect::<Vec<_>>()
    };
    // Not a landmark: the table in it already is one of that name.
    html::div().class("card").id("kept-plans").child((
        html::h2().id("kept-plans-title").child(t(words::KEPT)),
        plans,
        html::ul().class("stack no-print").child(buttons),
    ))
}

fn acts(controller: RoundController, number: u32) -> Element {
    let lang = use_lang();
    let name = move || round_labels::kept(number, lang.get());
    let open = button(t(words::KEPT_OPEN), move |_| {
        controller.edit(|round| round.open(number));
    })
    .attr("aria-label", move || labels::named(words::KEPT_OPEN, &name(), lang.get()));
    let forget = button(t(words::KEPT_FORGET), move |_| {
        controller.round.update(|round| round.forget(number));
    })
    .attr("aria-label", move || labels::named(words::KEPT_FORGET, &name(), lang.get()));
    html::li().class("row").child((html::strong().child(name), open, forget))
}
