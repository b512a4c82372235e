//! Ids of enum values, as JSON.

use serde::Serialize;

use super::figure::digits;
use crate::sizing::answer::{Binds, Legal, Warning};
use crate::sizing::effects::TrainingChange;
use crate::sizing::memory::MemoryVerdict;
use crate::sizing::recommend::RecommendationReason;
use crate::sizing::workload::ShapeOrigin;

pub(super) const fn origin(origin: ShapeOrigin) -> &'static str {
    match origin {
        ShapeOrigin::Known(_) => "known",
        ShapeOrigin::Config => "config",
        ShapeOrigin::Architecture => "architecture",
        ShapeOrigin::Typical => "typical",
        ShapeOrigin::None => "none",
    }
}

pub(super) const fn binds(binds: Binds) -> &'static str {
    match binds {
        Binds::Nothing => "nothing",
        Binds::Memory => "memory",
        Binds::Time => "time",
        Binds::Rate => "rate",
        Binds::CallLeast => "call_least",
        Binds::CallMost => "call_most",
        Binds::BlockSize => "block_size",
        Binds::Batch => "batch",
        Binds::NotOffered => "not_offered",
    }
}

pub(super) const fn why(why: RecommendationReason) -> &'static str {
    match why {
        RecommendationReason::FewestSure => "fewest_sure",
        RecommendationReason::FewestLikely => "fewest_likely",
        RecommendationReason::Nearest => "nearest",
    }
}

pub(super) const fn legal(legal: Legal) -> &'static str {
    match legal {
        Legal::Yes => "yes",
        Legal::NotOffered => "not_offered",
        Legal::TooFewNodes => "too_few_nodes",
        Legal::TooManyNodes => "too_many_nodes",
        Legal::TooLong => "too_long",
    }
}

pub(super) const fn verdict(verdict: MemoryVerdict) -> &'static str {
    match verdict {
        MemoryVerdict::Fits => "fits",
        MemoryVerdict::Likely => "likely",
        MemoryVerdict::Unlikely => "unlikely",
        MemoryVerdict::No => "no",
    }
}

/// A warning, with its figure if it has one.
#[derive(Serialize)]
pub(super) struct Warned {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    figure: Option<f64>,
}

pub(super) fn warning(warning: Warning) -> Warned {
    let (kind, figure) = match warning {
        Warning::Starved(left) => ("starved", Some(digits(left))),
        Warning::FewTokens(tokens) => ("few_tokens", Some(digits(tokens))),
        Warning::Bubble(idle) => ("bubble", Some(digits(idle))),
        Warning::MemoryTight => ("memory_tight", None),
        Warning::ShortSequences => ("short_sequences", None),
        Warning::PaddedVocabulary => ("padded_vocabulary", None),
        Warning::NeedsModelParallel => ("needs_model_parallel", None),
    };
    Warned { kind, figure }
}

/// A change, written as the task field that it sets.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Changed {
    Precision(&'static str),
    BatchTokens(f64),
    Recompute(&'static str),
    SeqLen(f64),
    Optimizer(&'static str),
    Prompt(f64),
}

pub(super) fn change(change: TrainingChange) -> Changed {
    match change {
        TrainingChange::Precision(precision) => Changed::Precision(precision.id()),
        TrainingChange::Batch(tokens) => Changed::BatchTokens(tokens),
        TrainingChange::Recompute(level) => Changed::Recompute(level.id()),
        TrainingChange::Sequence(tokens) => Changed::SeqLen(tokens),
        TrainingChange::Optimizer(optimizer) => Changed::Optimizer(optimizer.id()),
        TrainingChange::Prompt(tokens) => Changed::Prompt(tokens),
    }
}
