//! Scenario form: which holds count, the synthetic busy year, and holds assumed by hand.

mod hold;
mod occupancy;

use crate::exchange::link::MAX_HOLDS;
use crate::page::components::{button, focus};
use crate::page::context::{t, use_lang, use_request_form, use_route, use_scenario};
use crate::page::dom::{Element, html};
use crate::page::reactive::memo;
use crate::show::form::HoldDraft;
use crate::show::labels;
use crate::words::catalogue::{holds as words, page};
use hold::hold;
use leptos::prelude::*;
use occupancy::occupancy;

/// Returns the editor of the scenario.
pub fn scenario_form() -> Element {
    let (lang, route) = (use_lang(), use_route());
    let count = memo(move |_| route.with(|route| route.holds.len()));
    let is_full = move || count.get() >= MAX_HOLDS;
    let why_full = move || is_full().then(|| labels::holds_full(MAX_HOLDS, lang.get()));
    html::section()
        .class("card scenario")
        .attr("aria-labelledby", "scenario-title")
        .child(html::h2().id("scenario-title").child(t(page::SCENARIO)))
        .child(occupancy())
        .child(html::h3().child(t(words::HEADING)))
        .child(html::p().class("hint").child(t(words::INTRO)))
        // Made anew when a hold is added or removed, never while one is typed.
        .child(move || (0..count.get()).map(hold).collect::<Vec<_>>())
        .child(html::div().class("row").child((
            add_hold().prop("disabled", is_full),
            html::span().class("small quiet").attr("role", "status").child(why_full),
        )))
}

/// Returns the button that adds a hold with the likeliest values and moves the focus to its nodes.
fn add_hold() -> Element {
    let (form, route, scenario) = (use_request_form(), use_route(), use_scenario());
    let add = move |_| {
        let block = scenario.with_untracked(|scenario| {
            let first = scenario.as_ref().and_then(|it| it.0.file.snapshot.blocks.first());
            first.map_or_else(String::new, |block| block.id.clone())
        });
        let from = form.draft.with_untracked(|draft| draft.from.clone());
        let index = route.with_untracked(|route| route.holds.len());
        let hold = HoldDraft { block, nodes: String::new(), from, until: String::new() };
        route.update(|route| route.holds.push(hold));
        request_animation_frame(move || focus(&format!("hold-{index}-nodes")));
    };
    button(t(words::ADD), add).id("add-hold")
}
