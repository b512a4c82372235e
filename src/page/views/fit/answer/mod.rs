//! The answer beside the form: sentence, what would fit, best offer, all blocks, fees, rules.

mod asked;
mod best_offer;
mod blocks;
mod grounds;
mod nearest;
mod offer_map;
mod other_ways;
mod print;
mod results;
mod rules;
mod settled;
mod share;
mod verdict;

use crate::page::components::{elsewhere, part_last};
use crate::page::context::{t, use_request_form};
use crate::page::dom::{Element, IntoView, html};
use crate::page::views::fit::fit_map::fit_map;
use crate::page::views::fit::submission::submission;
use crate::words::catalogue::fit as words;
use leptos::prelude::*;
use settled::settled;

pub use verdict::remedies;

/// The answer.
pub fn answer() -> Element {
    let form = use_request_form();
    let is_busy = move || form.answer.get() != form.settled.get();
    html::section()
        .class("stack answer")
        .id("answer")
        .attr("aria-label", t(words::ANSWER))
        .attr("aria-busy", move || is_busy().then_some("true"))
        .child(verdict::request_verdict())
        .child(share::share_row())
        .child(share::handover())
        .child(submission())
        .child(grounds::grounds())
        .child(asked::asked_on_paper())
        .child(nearest::nearest())
        .child(other_ways::other_ways())
        .child(best_offer::best_offer())
        .child(part_last(fit_map))
        .child(part_last(blocks::all_blocks))
        .child(part_last(schemes_beside))
        .child(part_last(rules::results_and_rules))
}

/// Schemes beside this one, where the answer has a reason to name them.
fn schemes_beside() -> impl IntoView {
    || settled(|_, answer| answer.summary.elsewhere.clone().map(elsewhere))
}
