//! An answer to take along: disclaimer, request and answer as plain text.

use super::grounds::Ground;
use super::offer::OfferView;
use super::other_ways::{CounterpartView, OtherWays};
use super::rows::{BlocksView, ReasonText};
use super::view::{AnswerSummary, AnswerView};
use crate::model::{Request, Scenario, TruthLayer};
use crate::show::elsewhere::SchemeView;
use crate::words::catalogue::{Entry, fit as words};
use crate::words::fact::Fact;
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::accelerator_names;

/// Returns the disclaimer: what an answer is not, and what it rests on. `fingerprint` identifies
/// the capacity file.
#[must_use]
pub fn what_not(scenario: &Scenario, fingerprint: &str, lang: Lang) -> String {
    let entry = match scenario.layer() {
        TruthLayer::Size => words::WHAT_NOT_SIZE,
        TruthLayer::Published => words::WHAT_NOT_PUBLISHED,
        TruthLayer::Known => words::WHAT_NOT_KNOWN,
        TruthLayer::Snapshot => words::WHAT_NOT_SNAPSHOT,
        TruthLayer::Scenario => words::WHAT_NOT_SCENARIO,
    };
    let as_of = format::date(scenario.snapshot.as_of, lang);
    entry.fill(lang, &[("as_of", &as_of), ("hash", fingerprint)])
}

/// Lists the fields of the request.
#[must_use]
pub fn request_facts(scenario: &Scenario, request: &Request, lang: Lang) -> Vec<Fact> {
    let snapshot = &scenario.snapshot;
    let gpus_per_node = snapshot.gpus_per_node(&request.accelerators);
    let nodes = format::nodes_with_gpus(request.nodes, gpus_per_node, lang);
    let mut facts = vec![
        (words::ACCELERATORS, accelerator_names(snapshot, &request.accelerators, lang)),
        (words::NODES, nodes),
        (words::TERM, format::term(request.term, lang)),
        (words::FROM, format::date(request.not_before, lang)),
    ];
    facts.extend(request.not_after.map(|end| (words::UNTIL_DAY, format::last_day(end, lang))));
    facts.push((words::PLACEMENT, format::placement(request.placement, lang)));
    if !snapshot.calls.is_empty() {
        facts.push((words::CLASS, format::class(request.class, lang).to_owned()));
        let call = snapshot.call_of(request).map(|call| lang.text(&call.name).to_owned());
        facts.push((words::CALL, call.unwrap_or_else(|| words::CALL_NONE.get(lang).to_owned())));
    }
    let fact = |(name, value): (Entry, String)| Fact::new(name.get(lang), value);
    facts.into_iter().map(fact).collect()
}

/// All parts of an answer, in an order close to that of its text.
#[derive(Clone, PartialEq, Debug)]
pub struct AnswerSheet<'a> {
    /// Whose answer it is, that it is unofficial, when it was read, and what it rests on.
    pub head: Vec<String>,
    /// The request, field by field.
    pub request: Vec<Fact>,
    /// The answer.
    pub answer: &'a AnswerView,
    /// Other ways to do the work.
    pub others: OtherWays,
    /// Disclaimer: what the answer is not.
    pub what_not: String,
    /// Link back to the answer.
    pub link: String,
}

impl AnswerSheet<'_> {
    /// Returns all of it as plain text, for a letter or a chat.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        // Destructured field by field, so that a field added to an answer fails to compile until it
        // is written here.
        let Self { head, request, answer, others, what_not, link } = self;
        let AnswerView {
            summary: AnswerSummary { verdict: _, call_note, sentence, rests_on, caveat, elsewhere },
            kind: _,
            obstacles,
            nearest_heading,
            best,
            nearest_caveat,
            nearest,
            blocks,
        } = *answer;

        let mut parts = vec![head.join("\n")];
        parts.extend(call_note.clone());
        parts.push(sentence.clone());
        parts.extend(caveat.map(str::to_owned));
        parts.extend(titled(words::OBSTACLES.get(lang), obstacles.iter().map(Ground::line)));
        parts.extend(titled(words::RESTS_ON.get(lang), rests_on.iter().map(Ground::line)));
        parts.extend(titled(words::REQUEST.get(lang), request.iter().map(Fact::line)));
        parts.extend(best.as_ref().map(|best| offer(best, lang)));
        let near = nearest.iter().map(|one| one.text.clone());
        let caveat = nearest_caveat.filter(|_| !nearest.is_empty()).map(str::to_owned);
        parts.extend(other_ways(others, lang));
        parts.extend(titled(nearest_heading, caveat.into_iter().chain(near)));
        // Reasons are stated once: above as obstacles, or else here.
        let lines = block_lines(blocks, obstacles.is_empty(), lang).into_iter();
        parts.extend(titled(words::ALL_BLOCKS.get(lang), lines));
        parts.extend(elsewhere.as_ref().and_then(|elsewhere| {
            titled(&elsewhere.lead, elsewhere.schemes.iter().map(SchemeView::line))
        }));
        parts.push(what_not.clone());
        parts.push(link.clone());
        parts.join("\n\n")
    }
}

/// Lists the other ways to do the work, each below its title.
fn other_ways(ways: &OtherWays, lang: Lang) -> Vec<String> {
    let OtherWays { split, counterparts, caveat } = ways;
    let rows = |row: Vec<String>| row.join(": ");
    let split = split.iter().flat_map(|split| {
        let parts = split.parts.texts().into_iter().map(rows);
        [split.sentence.clone()].into_iter().chain(parts)
    });
    let others = counterparts.iter().map(|CounterpartView { sentence, .. }| sentence.clone());
    let mut ways: Vec<String> = Vec::new();
    ways.extend(titled(words::SPLIT_HEADING.get(lang), split));
    ways.extend(titled(words::OTHER_HEADING.get(lang), others));
    ways.extend(caveat.map(str::to_owned));
    ways
}

/// Puts lines below their title; `None` if there are no lines.
fn titled(title: &str, lines: impl Iterator<Item = String>) -> Option<String> {
    let lines: Vec<String> = lines.collect();
    (!lines.is_empty()).then(|| [title, "\n", &lines.join("\n")].concat())
}

/// Writes the best offer, without the fees of other applicants.
fn offer(best: &OfferView, lang: Lang) -> String {
    let mut lines = vec![words::OFFER.get(lang).to_owned()];
    lines.extend(best.facts.iter().map(Fact::line));
    lines.extend(best.reason.clone());
    lines.extend(best.caveats.iter().cloned());
    lines.push(words::EFFECT.get(lang).to_owned());
    lines.extend(best.effect.iter().map(Fact::line));
    lines.join("\n")
}

/// Writes a line for each block, and below it its reasons if `with_reasons`, that is if the text
/// does not state them elsewhere.
fn block_lines(blocks: &BlocksView, with_reasons: bool, lang: Lang) -> Vec<String> {
    let reason = |(tier, text): &ReasonText| [*tier, ": ", text].concat();
    let mut lines: Vec<String> = Vec::new();
    if with_reasons && !blocks.shared.is_empty() {
        lines.push(words::OF_ALL_BLOCKS.get(lang).to_owned());
        lines.extend(blocks.shared.iter().map(reason));
    }
    for group in &blocks.groups {
        lines.extend(group.rows.iter().map(|row| {
            let facts = [
                (words::EARLIEST, &row.earliest),
                (words::MOST_NODES, &row.most_nodes),
                (words::LONGEST_TERM, &row.longest),
            ];
            let facts = facts.map(|(name, text)| [name.get(lang), " ", text].concat());
            [&row.name, ": ", row.result, " (", &facts.join(", "), ")"].concat()
        }));
        lines.extend(group.reasons.iter().filter(|_| with_reasons).map(reason));
    }
    lines.push(blocks.note.clone());
    lines
}
