//! Point of a curve: a number of nodes with the time, rate and memory that follow from it.

use super::band::Band;
use super::layout::LayoutChoice;
use super::memory::MemoryVerdict;
use super::run_time::Speed;
use super::site::SizingTarget;
use super::source::FigureSource;
use super::step::{ArithmeticStep, StepResult, StepUnit};

/// A number of nodes with the figures that follow from it.
#[derive(Clone, PartialEq, Debug)]
pub struct SizePoint {
    /// Nodes.
    pub nodes: u32,
    /// Days on the calendar; for a service, the days asked for.
    pub days: Band,
    /// GPU-hours.
    pub gpu_hours: Band,
    /// Answer tokens per second, for a service.
    pub rate: Option<Band>,
    /// Users served at once, for a service with users.
    pub users: Option<Band>,
    /// Layout and memory, for training.
    pub choice: Option<LayoutChoice>,
    /// Speed, for training.
    pub speed: Option<Speed>,
    /// Certainty that memory suffices, for training.
    pub verdict: Option<MemoryVerdict>,
    /// Verdict of the call's rules.
    pub legal: Legal,
    /// Warnings about the point.
    pub warnings: Vec<Warning>,
}

/// Verdict of a call's rules on a point.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Legal {
    /// Allowed, by the central estimate.
    Yes,
    /// The call does not offer the accelerator.
    NotOffered,
    /// Fewer nodes than the call's minimum.
    TooFewNodes,
    /// More nodes than the call's maximum.
    TooManyNodes,
    /// Longer than the longest term, by the central estimate.
    TooLong,
}

impl Legal {
    /// Returns the verdict of the rules of `site`'s call on `nodes` nodes for `days` days.
    #[must_use]
    pub fn for_target(site: &SizingTarget, nodes: u32, days: f64) -> Self {
        let rules = &site.rules;
        if !rules.offered {
            Self::NotOffered
        } else if nodes < rules.min_nodes {
            Self::TooFewNodes
        } else if nodes > rules.max_nodes {
            Self::TooManyNodes
        } else if days > rules.max_days {
            Self::TooLong
        } else {
            Self::Yes
        }
    }
}

/// Warning about a point.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Warning {
    /// Small steps and gathering leave GPUs waiting; the share of their speed that is left.
    Starved(f64),
    /// Few tokens for each GPU in a step; the number of tokens.
    FewTokens(f64),
    /// Few micro-batches for the pipeline stages; the share of time that the pipeline is idle.
    Bubble(f64),
    /// The high estimate of memory does not fit.
    MemoryTight,
    /// Short sequences that the usual scripts pad.
    ShortSequences,
    /// A split of layers over GPUs that the usual scripts cannot do.
    NeedsModelParallel,
    /// Tensor-parallel ranks that do not divide the vocabulary, so engines pad it.
    PaddedVocabulary,
}

/// Returns the step from GPU-hours to days.
pub(super) fn days_step(point: &SizePoint, gpus: f64) -> ArithmeticStep {
    ArithmeticStep::new(
        StepResult::Days,
        "H / (24 G)",
        &[("H", point.gpu_hours.central), ("G", gpus)],
        point.days.central,
        StepUnit::Days,
        FigureSource::Arithmetic,
    )
    .between(point.days.low, point.days.high)
}
