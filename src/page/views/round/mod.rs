//! Round view: all applications of a round, the policy that decides it, and the resulting plan.

mod chosen;
mod controller;
mod export;
mod input;
mod kept;
mod keys;
mod list;
mod paper;
mod picture;
mod planning;
mod policy;
mod row;
mod rows_in_sight;
mod sums;
mod tools;
mod typed;

use crate::page::components::{OddsAsked, no_blocks, odds};
use crate::page::context::{t, use_lang, use_scenario, use_today};
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::memo;
use crate::page::shared::Shared;
use crate::session::notice;
use crate::words::catalogue::round as words;
use controller::{RoundController, ShownRanking, use_controller};
use leptos::prelude::*;

/// Returns the view.
pub fn round_view() -> Element {
    let (controller, scenario) = (use_controller(), use_scenario());
    let is_without_blocks = memo(move |_| {
        scenario.with(|scenario| {
            scenario.as_ref().is_some_and(|it| it.0.file.snapshot.blocks.is_empty())
        })
    });
    let content = move || match is_without_blocks.get() {
        true => no_blocks().into_view(),
        false => parts(controller).into_view(),
    };
    html::div()
        .class("view round-view")
        .id("round")
        .child(html::h1().id("round-title").attr("tabindex", "-1").child(t(words::HEADING)))
        .child(content)
}

fn parts(controller: RoundController) -> impl IntoView {
    let has_list = memo(move |_| controller.round.with(|round| !round.is_empty()));
    (banner(controller), input::input(controller), move || has_list.get().then(|| work(controller)))
}

/// Returns the banner: what this view is, what becomes of the list, and its layer of evidence.
fn banner(controller: RoundController) -> Element {
    let (lang, scenario, today) = (use_lang(), use_scenario(), use_today());
    let layer = move || {
        let layer = notice::layer(&scenario.get()?.0, today.get(), lang.get());
        let name = html::strong().child(layer.name.get(lang.get()));
        Some(html::p().id("round-layer").child((name, [" · ", &layer.text].concat())))
    };
    let example = move || {
        controller
            .has_example()
            .then(|| html::p().id("example-note").child(words::EXAMPLE_NOTE.get(lang.get())))
    };
    html::div().class("card banner small").child((
        html::p().child(t(words::PRIVATE)),
        html::p().child(t(words::DECIDES_NOTHING)),
        layer,
        example,
    ))
}

/// Returns the parts that need a list.
fn work(controller: RoundController) -> impl IntoView {
    let ranking = controller.use_ranking();
    let list = html::div()
        .class("stack ranking")
        .child((list::list(controller, ranking), keys::keys(controller)));
    let plan = html::div().class("stack plan-side").child((
        picture::picture(controller),
        chosen::chosen(controller),
        odds_of_chosen(controller, ranking),
        sums::details(controller),
        kept::kept(controller),
    ));
    (
        policy::policy(controller),
        sums::verdict_of(controller),
        tools::tools(controller),
        html::div().class("round-work").child((list, plan)),
        paper::paper(controller, ranking),
    )
}

/// Returns the odds of the chosen application in a round like the published one, at its rank here.
fn odds_of_chosen(controller: RoundController, ranking: ShownRanking) -> impl IntoView {
    odds(move || {
        let index = controller.chosen_index.get()?;
        let position = ranking.with(|ranking| {
            let Shared(ranking) = ranking.as_ref()?;
            ranking.position(index).filter(|position| *position < ranking.decided_with)
        })?;
        let (call, nodes) = controller.round.with(|round| {
            let request = &round.application(index)?.request;
            Some((request.call.clone(), request.nodes.min))
        })?;
        Some(OddsAsked { call, nodes, rank: u32::try_from(position + 1).ok() })
    })
}
