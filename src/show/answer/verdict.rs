//! Verdict of an answer, in one word.

use super::grounds::published_causes;
use crate::fit::{BlockAnswer, Preview, Reason, Tier};
use crate::model::{Hour, Request, Snapshot, TruthLayer};
use crate::words::catalogue::fit as words;
use crate::words::lang::Lang;

/// Outcome of an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It fits from the day asked.
    Now,
    /// It fits, but later.
    Later,
    /// It fits nowhere.
    No,
    /// Published holds take the nodes, and their end is not known.
    Held,
    /// It breaks a rule of the call everywhere it could fit.
    Rule,
    /// All accelerators asked for are only announced.
    Announced,
    /// The block has an accelerator that was not asked for.
    NotAsked,
}

impl Verdict {
    /// Returns the identifier used in files and tests.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Later => "later",
            Self::No => "no",
            Self::Held => "held",
            Self::Rule => "rule",
            Self::Announced => "announced",
            Self::NotAsked => "not-asked",
        }
    }

    /// Returns the kind, which sets the colour.
    ///
    /// Only a fit that is exact against a file with every hold in it is shown in the colour of a
    /// yes; one that rests on sizes, on an inference or on an assumption is not.
    #[must_use]
    pub const fn kind(self, layer: TruthLayer) -> &'static str {
        match self {
            Self::Now if matches!(layer, TruthLayer::Snapshot) => "now",
            Self::Now => "conditional",
            Self::Later => "later",
            Self::No | Self::Held | Self::Rule => "no",
            Self::Announced => "unknown",
            Self::NotAsked => "not-asked",
        }
    }

    /// Returns its name, which claims no more than `layer` supports.
    #[must_use]
    pub const fn name(self, layer: TruthLayer, lang: Lang) -> &'static str {
        match (self, layer) {
            (Self::Now, TruthLayer::Size) => words::FITS_BY_SIZE,
            (Self::Now, TruthLayer::Published) => words::FITS_BY_RULES,
            (Self::Now, TruthLayer::Known) => words::FITS_BY_HOLDS,
            (Self::Now, TruthLayer::Scenario) => words::FITS_AS_ASSUMED,
            (Self::Now, TruthLayer::Snapshot) => words::FITS_NOW,
            (Self::Later, TruthLayer::Published) => words::FITS_LATER_BY_RULES,
            (Self::Later, TruthLayer::Known) => words::FITS_LATER_BY_HOLDS,
            (Self::Later, _) => words::FITS_LATER,
            (Self::No, _) => words::DOES_NOT_FIT,
            (Self::Held, _) => words::HELD_WITHOUT_END,
            (Self::Rule, _) => words::BREAKS_A_RULE,
            (Self::Announced, _) => words::ANNOUNCED,
            (Self::NotAsked, _) => words::NOT_ASKED,
        }
        .get(lang)
    }

    /// Returns the verdict on one block.
    #[must_use]
    pub fn of_block(snapshot: &Snapshot, answer: &BlockAnswer) -> Self {
        let has = |tier: Tier| answer.why_not.iter().any(|why_not| why_not.tier == tier);
        let reason = answer.why_not.first().map(|why_not| why_not.reason);
        match (&answer.offer, answer.why_not.is_empty()) {
            (Some(_), true) => Self::Now,
            (Some(_), false) => Self::Later,
            _ if reason == Some(Reason::OtherAccelerator) => Self::NotAsked,
            // From the most lasting reason to the least: what can never fit is no matter of rules
            // or holds.
            _ if has(Tier::Never) => Self::No,
            _ if has(Tier::Rule) => Self::Rule,
            _ if is_held_without_end(snapshot, answer) => Self::Held,
            _ => Self::No,
        }
    }

    /// Returns the verdict on a request over all blocks.
    #[must_use]
    pub fn of_preview(snapshot: &Snapshot, request: &Request, preview: &Preview) -> Self {
        if let Some(best) = preview.best() {
            return Self::of_block(snapshot, best);
        }
        if request.accelerators.iter().all(|id| snapshot.is_announced(id)) {
            return Self::Announced;
        }
        let of_blocks: Vec<Self> =
            preview.blocks.iter().map(|answer| Self::of_block(snapshot, answer)).collect();
        // A rule, or a hold without end, tells the reader more than a plain no.
        let found = [Self::Rule, Self::Held].into_iter().find(|it| of_blocks.contains(it));
        found.unwrap_or(Self::No)
    }
}

/// Returns `true` if published holds without a known end stand in the way.
fn is_held_without_end(snapshot: &Snapshot, answer: &BlockAnswer) -> bool {
    let mut holds = answer.why_not.iter().flat_map(|why_not| published_causes(snapshot, why_not));
    holds.any(|hold| hold.until == Hour::MAX)
}
