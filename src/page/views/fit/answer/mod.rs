//! Answer beside the form: verdict, changes that would fit, best offer, all blocks, fees, rules.

mod asked;
mod best_offer;
mod blocks;
mod debounced;
mod grounds;
mod nearest;
mod offer_map;
mod other_ways;
mod print;
mod results;
mod rules;
mod share;
mod verdict;

use crate::page::components::{early_part, elsewhere, part};
use crate::page::context::{t, use_request_form};
use crate::page::dom::{Element, IntoView, html};
use crate::page::views::fit::fit_map::fit_map;
use crate::page::views::fit::submission::submission;
use crate::words::catalogue::fit as words;
use debounced::with_debounced_answer;
use leptos::prelude::*;

pub use verdict::remedies;

/// Returns the answer.
pub fn answer() -> Element {
    let form = use_request_form();
    let is_busy = move || form.answer.get() != form.debounced.get();
    html::section()
        .class("stack answer")
        .id("answer")
        .attr("aria-label", t(words::ANSWER))
        .attr("aria-busy", move || is_busy().then_some("true"))
        .child(early_part(verdict::request_verdict))
        .child(part(acts))
        .child(part(reasons))
        .child(part(offers))
        .child(part(fit_map))
        .child(part(blocks::all_blocks))
        .child(part(schemes_beside))
        .child(part(rules::results_and_rules))
}

/// Returns the actions on the answer: share, hand over, submit.
fn acts() -> impl IntoView {
    (share::share_row(), share::handover(), submission())
}

/// Returns why the request does not fit, and what would.
fn reasons() -> impl IntoView {
    (grounds::grounds(), asked::asked_on_paper(), nearest::nearest())
}

/// Returns the offers.
fn offers() -> impl IntoView {
    (other_ways::other_ways(), best_offer::best_offer())
}

/// Returns schemes beside this one, if the answer has a reason to name them.
fn schemes_beside() -> impl IntoView {
    || with_debounced_answer(|_, answer| answer.summary.elsewhere.clone().map(elsewhere))
}
