//! The answer in one sentence.

use super::grounds::{asked, ended_holds};
use super::verdict::Verdict;
use crate::fit::{Preview, Tier};
use crate::model::{NodeCount, Occupancy, Request, Scenario, TruthLayer};
use crate::words::catalogue::{Entry, fit as words};
use crate::words::lang::Lang;
use crate::words::names::{accelerator_names, block_name};
use crate::words::{format, why};

/// Returns the outcome of a request in one sentence; on the layer of sizes alone in two, the second
/// of which says what is not counted.
pub(super) fn sentence(
    scenario: &Scenario,
    request: &Request,
    preview: &Preview,
    verdict: Verdict,
    lang: Lang,
) -> String {
    let snapshot = &scenario.snapshot;
    let best = preview.best();
    let offer = best.and_then(|best| best.offer.as_ref());
    let block = best.and_then(|best| snapshot.blocks.get(best.block_index));
    // Without an offer it is the least that did not fit.
    let nodes = NodeCount::exactly(offer.map_or(request.nodes.min, |offer| offer.nodes));
    let per_node = match block {
        Some(block) => Some(block.gpus_per_node),
        None => snapshot.gpus_per_node(&request.accelerators),
    };
    let start = offer.map_or(request.not_before, |offer| offer.start);
    let mut text = entry(scenario, preview, verdict).fill(
        lang,
        &[
            ("accelerators", &accelerator_names(snapshot, &request.accelerators, lang)),
            ("block", block.map_or("", |block| block_name(block, lang))),
            ("nodes", &format::nodes_and_gpus(nodes, per_node, lang)),
            ("term", &format::term(request.term, lang)),
            ("from", &format::date(request.not_before, lang)),
            ("start", &format::date(start, lang)),
            ("call", snapshot.call_of(request).map_or("", |call| lang.text(&call.name))),
            ("rule", &broken_rule(scenario, request, preview, lang)),
        ],
    );
    // Neither a rule nor a purchase that is still to come depends on which holds are counted.
    let is_about_room = !matches!(verdict, Verdict::Announced | Verdict::Rule);
    if scenario.layer() == TruthLayer::Size && is_about_room {
        let without = match scenario.occupancy {
            Occupancy::Size => words::ANSWER_LEFT_OUT,
            Occupancy::File | Occupancy::BusyYear => words::ANSWER_NOT_COUNTED,
        };
        text.push(' ');
        text.push_str(without.get(lang));
    }
    text
}

fn entry(scenario: &Scenario, preview: &Preview, verdict: Verdict) -> Entry {
    match (verdict, scenario.layer()) {
        (Verdict::Now, TruthLayer::Size) => words::ANSWER_NOW_SIZE,
        (Verdict::Now, TruthLayer::Published) if rests_on_ends(scenario, preview) => {
            words::ANSWER_NOW_PUBLISHED
        }
        // No published hold was there before: all that is known of the block is its size.
        (Verdict::Now, TruthLayer::Published) => words::ANSWER_NOW_SIZE,
        (Verdict::Now, TruthLayer::Known) => words::ANSWER_NOW_KNOWN,
        (Verdict::Now, TruthLayer::Snapshot) => words::ANSWER_NOW,
        (Verdict::Now, TruthLayer::Scenario) => words::ANSWER_NOW_ASSUMED,
        (Verdict::Later, TruthLayer::Size) => words::ANSWER_LATER_SIZE,
        (Verdict::Later, TruthLayer::Published) if rests_on_ends(scenario, preview) => {
            words::ANSWER_LATER_PUBLISHED
        }
        (Verdict::Later, TruthLayer::Published) => words::ANSWER_LATER_SIZE,
        (Verdict::Later, TruthLayer::Known) => words::ANSWER_LATER_KNOWN,
        (Verdict::Later, TruthLayer::Snapshot) => words::ANSWER_LATER,
        (Verdict::Later, TruthLayer::Scenario) => words::ANSWER_LATER_ASSUMED,
        (Verdict::Rule, _) => words::ANSWER_RULE,
        (Verdict::Held, _) => words::ANSWER_HELD,
        (Verdict::Announced, _) => words::ANSWER_ANNOUNCED,
        (Verdict::No | Verdict::NotAsked, TruthLayer::Size) => words::ANSWER_NONE_SIZE,
        (Verdict::No | Verdict::NotAsked, _) => words::ANSWER_NONE,
    }
}

/// Returns `true` if the best offer begins after published holds of its block have ended.
pub(super) fn rests_on_ends(scenario: &Scenario, preview: &Preview) -> bool {
    let offer =
        preview.best().and_then(|best| Some((best.block_index, best.offer.as_ref()?.start)));
    offer.is_some_and(|(index, start)| ended_holds(scenario, index, start).next().is_some())
}

/// Returns the first rule violation as a sentence; empty if there is none.
fn broken_rule(scenario: &Scenario, request: &Request, preview: &Preview, lang: Lang) -> String {
    let snapshot = &scenario.snapshot;
    for (answer, block) in asked(snapshot, request, preview) {
        if let Some(why_not) = answer.why_not.iter().find(|it| it.tier == Tier::Rule) {
            return why::text(snapshot, request, block, why_not, lang);
        }
    }
    String::new()
}
