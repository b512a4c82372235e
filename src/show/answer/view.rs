//! The whole answer as the page lays it out, and what is said of it first.

use super::grounds::{self, Ground};
use super::offer::{OfferView, offer_view};
use super::rows::{self, BlocksView};
use super::sentence;
use super::verdict::Verdict;
use crate::fit::Preview;
use crate::model::{Hour, Layer, Request, Scenario};
use crate::show::catalogue::fit as words;
use crate::show::elsewhere::{self, Elsewhere};
use crate::show::lang::Lang;
use crate::show::nearby::{self, NearestView};
use crate::show::overview::call_note;

/// What an answer says first, wherever it is told.
#[derive(Clone, PartialEq, Debug)]
pub struct Summary {
    /// What it comes to.
    pub verdict: Verdict,
    /// Whether the call takes applications at all, where it does not today.
    pub call_note: Option<String>,
    /// What it comes to, in one sentence.
    pub sentence: String,
    /// What is announced of the accelerators asked for, and what the date of the offer rests on.
    pub rests_on: Vec<Ground>,
    /// What the date of the offer does not say.
    pub caveat: Option<&'static str>,
    /// Schemes beside this one, where the need is too small for it or nothing fits at once.
    pub elsewhere: Option<Elsewhere>,
}

/// The whole answer in words.
#[derive(Clone, PartialEq, Debug)]
pub struct AnswerView {
    /// What it says first; what the obstacles tell is left out of what it rests on.
    pub summary: Summary,
    /// The kind that colours it.
    pub kind: &'static str,
    /// What stands in the way, where it does not fit at once.
    pub obstacles: Vec<Ground>,
    /// What the nearest requests are called, as far as it is known that they fit.
    pub nearest_heading: &'static str,
    /// The best offer.
    pub best: Option<OfferView>,
    /// The nearest requests that fit, where this one does not at once.
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
        Verdict::Now | Verdict::Announced => Vec::new(),
        _ => grounds::obstacles(scenario, request, preview, lang),
    };
    let is_told = |ground: &Ground| obstacles.iter().any(|told| told.text == ground.text);
    summary.rests_on.retain(|ground| !is_told(ground));
    let best = preview.best();
    AnswerView {
        kind: summary.verdict.kind(scenario.layer()),
        best: best.and_then(|best| offer_view(scenario, request, best, preview.lead, lang)),
        nearest_heading: nearby::heading(scenario.layer(), lang),
        nearest: nearby::nearest(&scenario.snapshot, &preview.nearest, lang),
        blocks: rows::blocks(scenario, request, preview, lang),
        obstacles,
        summary,
    }
}

/// What an answer says first, as read at the hour `today`.
#[must_use]
pub fn summary(
    scenario: &Scenario,
    request: &Request,
    preview: &Preview,
    today: Hour,
    lang: Lang,
) -> Summary {
    let snapshot = &scenario.snapshot;
    let verdict = Verdict::of_preview(snapshot, request, preview);
    let mut rests_on = grounds::announced(scenario, request, lang);
    if let Some(best) = preview.best()
        && let Some(offer) = &best.offer
    {
        rests_on.extend(grounds::rests_on(scenario, best.block, offer.start, lang));
    }
    let is_inferred =
        scenario.layer() == Layer::Published && sentence::rests_on_ends(scenario, preview);
    Summary {
        verdict,
        call_note: snapshot.call_of(request).and_then(|call| call_note(call, today, lang)),
        sentence: sentence::sentence(scenario, request, preview, verdict, lang),
        rests_on,
        caveat: is_inferred.then(|| words::NOT_OFFERED_AGAIN.get(lang)),
        elsewhere: elsewhere::beside(snapshot, request, verdict != Verdict::Now, lang),
    }
}
