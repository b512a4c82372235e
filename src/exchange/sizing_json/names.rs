//! Names of what has one, as they are written.

use serde::Serialize;

use super::figure::digits;
use crate::sizing::answer::{Binds, Legal, Warning};
use crate::sizing::effects::Change;
use crate::sizing::memory::Verdict;
use crate::sizing::recommend::Why;
use crate::sizing::workload::Origin;

pub(super) const fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Known(_) => "known",
        Origin::Config => "config",
        Origin::Architecture => "architecture",
        Origin::Typical => "typical",
        Origin::None => "none",
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

pub(super) const fn why(why: Why) -> &'static str {
    match why {
        Why::FewestSure => "fewest_sure",
        Why::FewestLikely => "fewest_likely",
        Why::Nearest => "nearest",
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

pub(super) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Fits => "fits",
        Verdict::Likely => "likely",
        Verdict::Unlikely => "unlikely",
        Verdict::No => "no",
    }
}

/// A warning, with its figure where it has one.
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

/// A change, as the field of a task that it sets.
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

pub(super) fn change(change: Change) -> Changed {
    match change {
        Change::Precision(precision) => Changed::Precision(precision.id()),
        Change::Batch(tokens) => Changed::BatchTokens(tokens),
        Change::Recompute(level) => Changed::Recompute(level.id()),
        Change::Sequence(tokens) => Changed::SeqLen(tokens),
        Change::Optimizer(optimizer) => Changed::Optimizer(optimizer.id()),
        Change::Prompt(tokens) => Changed::Prompt(tokens),
    }
}
