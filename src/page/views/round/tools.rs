//! Undo and redo, plans kept for comparison, and exports.

use super::controller::RoundController;
use super::export::{capacity_button, csv_button};
use super::keys::step;
use crate::edge::screen;
use crate::page::components::{ActionOutcome, button, status};
use crate::page::context::{t, use_lang, use_scenario};
use crate::page::dom::{Element, html};
use crate::session::notice;
use crate::show::labels::round as labels;
use crate::words::catalogue::{Entry, fit, round as words};
use leptos::prelude::*;

/// Returns the buttons.
pub fn tools(controller: RoundController) -> Element {
    let outcome: RwSignal<Option<ActionOutcome>> = RwSignal::new(None);
    let is_waiting = move || controller.is_busy.get() || controller.decided.with(Option::is_none);
    let print = button(t(fit::PRINT), |_| screen::print()).id("print");
    let empty = move |_| {
        controller.edit(|round| round.clear());
        controller.chosen_index.set(None);
    };
    let help = move |_| controller.shows_keys.update(|shows| *shows = !*shows);
    html::div()
        .class("row no-print")
        .attr("role", "group")
        .attr("aria-label", t(words::EXPORT))
        .child((
            step_button(controller, "round-undo", words::UNDO, "Control+Z", true),
            step_button(controller, "round-redo", words::REDO, "Control+Y", false),
            keep_button(controller).prop("disabled", is_waiting),
            (
                csv_button(controller, outcome).prop("disabled", is_waiting),
                capacity_button(controller, outcome).prop("disabled", is_waiting),
                print,
            ),
            button(t(words::KEYS), help).id("keys"),
            button(t(words::CLEAR), empty).id("empty-list"),
            status("round-told", outcome),
        ))
}

fn step_button(
    controller: RoundController,
    id: &'static str,
    name: Entry,
    keys: &'static str,
    back: bool,
) -> Element {
    let can = move || {
        controller.round.with(|round| if back { round.can_undo() } else { round.can_redo() })
    };
    let act = move |_| {
        step(controller, back);
    };
    // Never disabled, so that it keeps the focus when nothing is left to do.
    button(t(name), act)
        .id(id)
        .attr("aria-keyshortcuts", keys)
        .attr("aria-disabled", move || (!can()).then_some("true"))
}

/// Returns a button that keeps the plan for comparison.
fn keep_button(controller: RoundController) -> Element {
    let (lang, scenario) = (use_lang(), use_scenario());
    let sums = controller.use_sums();
    let act = move |_| {
        let (sums, scenario) = (sums.get_untracked(), scenario.get_untracked());
        if let (Some(sums), Some(scenario)) = (sums, scenario) {
            let lang = lang.get_untracked();
            let layer = notice::layer_name(&scenario.0);
            let facts = labels::kept_facts(&sums.0, layer, lang);
            controller.round.update(|round| round.keep(facts));
        }
    };
    button(t(words::KEEP), act).id("keep-plan")
}
