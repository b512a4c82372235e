//! The whole answer as the page lays it out, and the summary that stands first.

use super::grounds::{self, Ground};
use super::offer::{OfferView, offer_view};
use super::rows::{self, BlocksView};
use super::verdict::Verdict;
use super::verdict_sentence;
use crate::fit::{Nearest, Preview, RequestChange};
use crate::model::{Hour, NodeCount, Request, Scenario, Snapshot, TruthLayer};
use crate::show::elsewhere::{self, Elsewhere};
use crate::show::nearby::{self, NearestView};
use crate::show::overview::call_note;
use crate::words::catalogue::fit as words;
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::accelerator_names;

/// Summary of an answer: the part that is shown first, in every view that shows it.
#[derive(Clone, PartialEq, Debug)]
pub struct AnswerSummary {
    /// Verdict on the request.
    pub verdict: Verdict,
    /// Note that the call takes no applications today; if no call is chosen, that no call so far
    /// has allowed as few or as many nodes.
    pub call_note: Option<String>,
    /// The outcome in one sentence.
    pub sentence: String,
    /// Purchases announced of the accelerators asked for, and the grounds for the date of the
    /// offer.
    pub rests_on: Vec<Ground>,
    /// Disclaimer about the date of the offer, if it follows from published holds.
    pub caveat: Option<&'static str>,
    /// Schemes beside this programme, if the need is too small for it or nothing fits at once.
    pub elsewhere: Option<Elsewhere>,
}

impl AnswerSummary {
    /// Returns the parts in the order in which they are read out: call note, sentence, caveat.
    #[must_use]
    pub fn spoken(&self) -> Vec<String> {
        let parts = [self.call_note.as_deref(), Some(&self.sentence), self.caveat];
        parts.into_iter().flatten().map(str::to_owned).collect()
    }
}

/// The whole answer in words.
#[derive(Clone, PartialEq, Debug)]
pub struct AnswerView {
    /// Summary; what the obstacles state is left out of its grounds.
    pub summary: AnswerSummary,
    /// Kind of verdict, which sets the colour.
    pub kind: &'static str,
    /// Obstacles, if the request does not fit at once.
    pub obstacles: Vec<Ground>,
    /// Heading of the nearest requests, which claims no more than the layer supports.
    pub nearest_heading: &'static str,
    /// The best offer.
    pub best: Option<OfferView>,
    /// Disclaimer about the dates of the nearest requests, if they follow from published holds.
    pub nearest_caveat: Option<&'static str>,
    /// Nearest requests that fit, if this one does not at once.
    pub nearest: Vec<NearestView>,
    /// Every block.
    pub blocks: BlocksView,
}

/// Puts an answer into words, as read at the hour `today`.
#[must_use]
pub fn answer(
    scenario: &Scenario,
    request: &Request,
    preview: &Preview,
    today: Hour,
    lang: Lang,
) -> AnswerView {
    let mut summary = summary(scenario, request, preview, today, lang);
    let obstacles = match summary.verdict {
        // What is only announced has no block that could have an obstacle.
        Verdict::Now | Verdict::Announced => Vec::new(),
        _ => grounds::obstacles(scenario, request, preview, lang),
    };
    // An obstacle and the grounds of a date may be the same hold; obstacles are shown first.
    let is_told = |ground: &Ground| obstacles.iter().any(|told| told.text == ground.text);
    summary.rests_on.retain(|ground| !is_told(ground));
    let best = preview.best();
    AnswerView {
        kind: summary.verdict.kind(scenario.layer()),
        best: best.and_then(|best| offer_view(scenario, request, best, preview.lead, lang)),
        nearest_caveat: names_inferred_dates(scenario, &preview.nearest)
            .then(|| words::NOT_OFFERED_AGAIN.get(lang)),
        nearest_heading: nearby::heading(scenario.layer(), lang),
        nearest: nearby::nearest(&scenario.snapshot, &preview.nearest, lang),
        blocks: rows::blocks(scenario, request, preview, lang),
        obstacles,
        summary,
    }
}

/// Returns the summary of an answer, as read at the hour `today`.
#[must_use]
pub fn summary(
    scenario: &Scenario,
    request: &Request,
    preview: &Preview,
    today: Hour,
    lang: Lang,
) -> AnswerSummary {
    let snapshot = &scenario.snapshot;
    let verdict = Verdict::of_preview(snapshot, request, preview);
    let mut rests_on = grounds::announced(scenario, request, lang);
    if let Some(best) = preview.best()
        && let Some(offer) = &best.offer
    {
        rests_on.extend(grounds::rests_on(scenario, best.block_index, offer.start, lang));
    }
    let is_inferred = scenario.layer() == TruthLayer::Published
        && verdict_sentence::rests_on_ends(scenario, preview);
    AnswerSummary {
        verdict,
        call_note: match snapshot.call_of(request) {
            Some(call) => call_note(call, today, lang),
            None => beyond_every_call(snapshot, request, lang),
        },
        sentence: verdict_sentence::sentence(scenario, request, preview, verdict, lang),
        rests_on,
        caveat: is_inferred.then(|| words::NOT_OFFERED_AGAIN.get(lang)),
        elsewhere: elsewhere::beside(snapshot, request, verdict != Verdict::Now, lang),
    }
}

/// Returns `true` if some of these requests begin later and their dates are inferred from
/// published holds.
fn names_inferred_dates(scenario: &Scenario, nearest: &[Nearest]) -> bool {
    let is_later = |nearest: &Nearest| {
        nearest.changes.iter().any(|change| matches!(change, RequestChange::Start(_)))
    };
    scenario.layer() == TruthLayer::Published && nearest.iter().any(is_later)
}

/// Notes that no call so far has allowed as few nodes as are asked, or as many, of the accelerators
/// asked for; `None` if a call has, or if the file has no sizes of calls.
fn beyond_every_call(snapshot: &Snapshot, request: &Request, lang: Lang) -> Option<String> {
    let sizes = || snapshot.call_sizes(&request.accelerators);
    let least = sizes().map(|size| size.min_nodes).min()?;
    let most = sizes().map(|size| size.max_nodes).max()?;
    // A range is beyond the calls only if all of it is.
    let (entry, nodes) = if request.nodes.max < least {
        (words::BELOW_EVERY_CALL, least)
    } else if request.nodes.min > most {
        (words::ABOVE_EVERY_CALL, most)
    } else {
        return None;
    };
    let names = accelerator_names(snapshot, &request.accelerators, lang);
    let per_node = snapshot.gpus_per_node(&request.accelerators);
    let nodes = format::nodes_and_gpus(NodeCount::exactly(nodes), per_node, lang);
    let values = [("accelerators", names.as_str()), ("nodes", &nodes)];
    Some(entry.fill(lang, &values))
}
