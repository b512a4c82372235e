//! The fit view's answer: a sentence, the best offer, and a row for every block.

mod keep;
mod offer;

pub use keep::{plain_text, request_facts, what_not};
pub use offer::OfferView;

use super::catalogue::{Entry, fit as words};
use super::format;
use super::lang::Lang;
use super::nearby::{self, NearestView};
use super::overview::{block_name, call_note};
use super::why;
use crate::fit::{BlockAnswer, Change, Preview, Tier};
use crate::model::{Call, Hour, Layer, Request, Scenario, Snapshot};
use offer::offer_view;

/// What the answer comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It fits from the day asked.
    Now,
    /// It fits, but later.
    Later,
    /// It fits nowhere.
    No,
    /// It breaks a rule of the call everywhere it could fit.
    Rule,
    /// A block of an accelerator that was not asked for.
    NotAsked,
}

impl Verdict {
    /// The name that styles and tests know it by.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Later => "later",
            Self::No => "no",
            Self::Rule => "rule",
            Self::NotAsked => "not-asked",
        }
    }

    /// Its name, as far as `layer` lets it be known.
    #[must_use]
    pub const fn name(self, layer: Layer, lang: Lang) -> &'static str {
        match self {
            Self::Now if matches!(layer, Layer::Nominal) => words::FITS_BY_SIZE,
            Self::Now => words::FITS_NOW,
            Self::Later => words::FITS_LATER,
            Self::No => words::DOES_NOT_FIT,
            Self::Rule => words::BREAKS_A_RULE,
            Self::NotAsked => words::NOT_ASKED,
        }
        .get(lang)
    }

    fn of_block(answer: &BlockAnswer) -> Self {
        let has = |tier: Tier| answer.why_not.iter().any(|why_not| why_not.tier == tier);
        let reason = answer.why_not.first().map(|why_not| why_not.reason);
        match (&answer.offer, answer.why_not.is_empty()) {
            (Some(_), true) => Self::Now,
            (Some(_), false) => Self::Later,
            _ if reason == Some(crate::fit::Reason::OtherAccelerator) => Self::NotAsked,
            _ if !has(Tier::Never) && has(Tier::Rule) => Self::Rule,
            _ => Self::No,
        }
    }

    fn of_preview(preview: &Preview) -> Self {
        match preview.best() {
            Some(best) => Self::of_block(best),
            None if preview.blocks.iter().any(|answer| Self::of_block(answer) == Self::Rule) => {
                Self::Rule
            }
            None => Self::No,
        }
    }
}

/// The whole answer in words.
#[derive(Clone, PartialEq, Debug)]
pub struct AnswerView {
    /// What it comes to.
    pub verdict: Verdict,
    /// The same in one sentence.
    pub sentence: String,
    /// Whether the call takes applications at all, where it does not today.
    pub call_note: Option<String>,
    /// The best offer.
    pub best: Option<OfferView>,
    /// The nearest requests that fit, where this one does not at once.
    pub nearest: Vec<NearestView>,
    /// Every block, those with an offer first, the best of them at the top.
    pub rows: Vec<RowView>,
}

/// A block's answer in words.
#[derive(Clone, PartialEq, Debug)]
pub struct RowView {
    /// The block's id.
    pub id: String,
    /// The block's name.
    pub name: String,
    /// What it comes to.
    pub verdict: Verdict,
    /// The same in words.
    pub result: &'static str,
    /// The earliest start.
    pub earliest: String,
    /// The most nodes from the day asked.
    pub most_nodes: String,
    /// The longest term from the day asked.
    pub longest: String,
    /// The tier and the text of each reason.
    pub reasons: Vec<(&'static str, String)>,
    /// The words of each change that would mend it, and the change.
    pub changes: Vec<(String, Change)>,
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
    let snapshot = &scenario.snapshot;
    let verdict = Verdict::of_preview(preview);
    let offers = preview.ranking.iter().filter_map(|&place| preview.blocks.get(place));
    let others = preview.blocks.iter().filter(|answer| answer.offer.is_none());
    AnswerView {
        verdict,
        sentence: sentence(scenario, request, preview, verdict, lang),
        call_note: call(snapshot, request).and_then(|call| call_note(call, today, lang)),
        best: preview
            .best()
            .and_then(|best| offer_view(scenario, request, best, preview.lead, lang)),
        nearest: nearby::nearest(snapshot, &preview.nearest, lang),
        rows: offers.chain(others).filter_map(|a| row(scenario, request, a, lang)).collect(),
    }
}

fn sentence(
    scenario: &Scenario,
    request: &Request,
    preview: &Preview,
    verdict: Verdict,
    lang: Lang,
) -> String {
    let snapshot = &scenario.snapshot;
    let best = preview.best();
    let offer = best.and_then(|best| best.offer.as_ref());
    let block = best.and_then(|best| snapshot.blocks.get(best.block));
    let entry: Entry = match (verdict, scenario.layer()) {
        (Verdict::Now, Layer::Nominal) => words::ANSWER_NOW_NOMINAL,
        (Verdict::Now, Layer::Snapshot) => words::ANSWER_NOW,
        (Verdict::Now, Layer::Scenario) => words::ANSWER_NOW_ASSUMED,
        (Verdict::Later, Layer::Nominal) => words::ANSWER_LATER_NOMINAL,
        (Verdict::Later, Layer::Snapshot) => words::ANSWER_LATER,
        (Verdict::Later, Layer::Scenario) => words::ANSWER_LATER_ASSUMED,
        (Verdict::Rule, _) => words::ANSWER_RULE,
        (Verdict::No | Verdict::NotAsked, _) => words::ANSWER_NONE,
    };
    let nodes = offer.map_or(request.nodes.min, |offer| offer.nodes);
    let start = offer.map_or(request.not_before, |offer| offer.start);
    entry.fill(
        lang,
        &[
            ("block", block.map_or("", |block| block_name(block, lang))),
            ("nodes", &format::nodes(nodes, lang)),
            ("term", &format::term(request.term, lang)),
            ("start", &format::date(start, lang)),
            ("call", call(snapshot, request).map_or("", |call| lang.text(&call.name))),
        ],
    )
}

fn call<'a>(snapshot: &'a Snapshot, request: &Request) -> Option<&'a Call> {
    request.call.as_deref().and_then(|id| snapshot.call(id))
}

fn row(
    scenario: &Scenario,
    request: &Request,
    answer: &BlockAnswer,
    lang: Lang,
) -> Option<RowView> {
    let snapshot = &scenario.snapshot;
    let block = snapshot.blocks.get(answer.block)?;
    let reason = |why_not| {
        let text = why::text(snapshot, request, block, why_not, lang);
        (why::tier(why_not.tier, lang), text)
    };
    let dash = || "–".to_owned();
    // Every reason carries the same changes: a single one has to mend them all.
    let changes = answer.why_not.first().map_or(&[][..], |why_not| &why_not.fits_if);
    Some(RowView {
        id: block.id.clone(),
        name: block_name(block, lang).to_owned(),
        verdict: Verdict::of_block(answer),
        result: Verdict::of_block(answer).name(scenario.layer(), lang),
        earliest: answer.offer.as_ref().map_or_else(dash, |o| format::date(o.start, lang)),
        most_nodes: format::nodes(answer.most_nodes, lang),
        longest: answer.longest_hours.map_or_else(
            || words::LONGEST_WITHOUT_END.get(lang).to_owned(),
            |hours| if hours == 0 { dash() } else { format::duration(hours, lang) },
        ),
        reasons: answer.why_not.iter().map(reason).collect(),
        changes: changes.iter().map(|c| (why::change(snapshot, c, lang), c.clone())).collect(),
    })
}
