//! A point of a curve: so many nodes, and what they come to.

use super::band::Band;
use super::layout::LayoutChoice;
use super::memory::MemoryVerdict;
use super::run_time::Speed;
use super::site::SizingTarget;
use super::source::FigureSource;
use super::step::{ArithmeticStep, StepResult, StepUnit};

/// A number of nodes, and what it comes to.
#[derive(Clone, PartialEq, Debug)]
pub struct SizePoint {
    /// Nodes.
    pub nodes: u32,
    /// Days on the calendar; of a service, as asked.
    pub days: Band,
    /// GPU-hours.
    pub gpu_hours: Band,
    /// Answer tokens a second, of a service.
    pub rate: Option<Band>,
    /// Users served at once, of a service with users.
    pub users: Option<Band>,
    /// Layout and memory, of training.
    pub choice: Option<LayoutChoice>,
    /// Speed, of training.
    pub speed: Option<Speed>,
    /// How sure it is that memory suffices.
    pub verdict: Option<MemoryVerdict>,
    /// Whether the call allows it.
    pub legal: Legal,
    /// What to look at.
    pub warnings: Vec<Warning>,
}

/// Whether a call allows a point.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Legal {
    /// It does, by the estimate.
    Yes,
    /// It does not offer the accelerator.
    NotOffered,
    /// Too few nodes.
    TooFewNodes,
    /// Too many nodes.
    TooManyNodes,
    /// By the estimate it takes longer than the longest term.
    TooLong,
}

impl Legal {
    /// Whether `site`'s call allows so many nodes for so many days.
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

/// What to look at, at a point.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Warning {
    /// Steps are so small that GPUs wait: this part of their speed is left.
    Starved(f64),
    /// So few tokens fall to a GPU in a step.
    FewTokens(f64),
    /// So few micro-batches for a pipeline: this part of the time is idle.
    Bubble(f64),
    /// The high estimate of memory does not fit.
    MemoryTight,
    /// Short sequences that the usual scripts pad.
    ShortSequences,
    /// The usual scripts cannot split a layer over GPUs, as this layout does.
    NeedsModelParallel,
    /// Tensor-parallel ranks that do not divide the vocabulary: engines pad it.
    PaddedVocabulary,
}

/// Days from GPU-hours.
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
