//! Reasons why a block has no offer from the earliest start on.

use super::availability_at::AvailabilityAt;
use super::cause::{Blockage, Cause};
use super::change::{self, RequestChange};
use super::question::Question;
use super::rules::Breach;
use crate::model::{Hour, Placement};

/// Kind of reason, the most lasting first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Tier {
    /// Obstacle that would remain even if nothing were held, from the earliest start on.
    Never,
    /// Rule violation: the call forbids it.
    Rule,
    /// Too few free nodes.
    Capacity,
    /// Enough free nodes, but not placed as asked.
    Placement,
}

impl Tier {
    /// Returns the name of the tier in answers.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Rule => "rule",
            Self::Capacity => "capacity",
            Self::Placement => "placement",
        }
    }
}

/// Reason why a request does not fit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// Accelerator of the block, which the request does not accept.
    OtherAccelerator,
    /// More nodes than the block has.
    LargerThanBlock {
        /// Nodes of the block.
        nodes: u32,
    },
    /// More nodes than the placement could use even if nothing were held.
    LargerThanPlacement {
        /// Most nodes that the placement could use.
        nodes: u32,
    },
    /// Term longer than the time from the earliest start to the latest end that the request allows.
    ///
    /// Calendar months may fit from a later start, since they can be shorter then.
    LongerThanWindow {
        /// Latest end (exclusive).
        latest_end: Hour,
    },
    /// Rule of the call that is broken.
    Breach(Breach),
    /// Too few nodes free throughout the term, from the earliest start on.
    TooFewFree {
        /// Nodes that are free throughout.
        free: u32,
    },
    /// Enough nodes free throughout the term, but not placed as asked.
    NotPlaced {
        /// Nodes that are free throughout, anywhere in the block.
        free: u32,
        /// Most of them that the placement can be sure of.
        placed: u32,
    },
}

impl Reason {
    /// Returns the tier that the reason belongs to.
    #[must_use]
    pub const fn tier(self) -> Tier {
        match self {
            Self::OtherAccelerator
            | Self::LargerThanBlock { .. }
            | Self::LargerThanPlacement { .. }
            | Self::LongerThanWindow { .. } => Tier::Never,
            Self::Breach(_) => Tier::Rule,
            Self::TooFewFree { .. } => Tier::Capacity,
            Self::NotPlaced { .. } => Tier::Placement,
        }
    }
}

/// One reason why the request does not fit a block from its earliest start on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WhyNot {
    /// Kind of reason.
    pub tier: Tier,
    /// The reason, with its figures.
    pub reason: Reason,
    /// Number of nodes missing, if it is nodes that are missing.
    pub short_by: Option<u32>,
    /// First hour of the term at which the causes are in effect; `None` without causes.
    pub from: Option<Hour>,
    /// Hour from which they no longer are, or at which the term ends.
    pub until: Option<Hour>,
    /// Minimal blocking set, the largest holds first: without them enough nodes would be free, and
    /// placed as asked.
    pub holds: Vec<Cause>,
    /// Every single change with which the whole request would fit this block.
    pub fits_if: Vec<RequestChange>,
}

/// Returns all reasons in the order of their tiers; empty if the request fits at once.
pub(super) fn all(
    question: &Question<'_>,
    opening: &AvailabilityAt<'_>,
    offer_start: Option<Hour>,
) -> Vec<WhyNot> {
    if offer_start == Some(question.ask.not_before) {
        return Vec::new();
    }
    let mut reasons = reasons(question, opening);
    let fits_if = change::that_fit(question, opening, offer_start);
    for reason in &mut reasons {
        reason.fits_if.clone_from(&fits_if);
    }
    reasons
}

/// Returns all reasons without the changes with which it would fit, which are the slow part.
pub(super) fn reasons(question: &Question<'_>, opening: &AvailabilityAt<'_>) -> Vec<WhyNot> {
    let never = never(question);
    let mut reasons: Vec<WhyNot> = never.into_iter().map(|(r, short)| bare(r, short)).collect();
    reasons.extend(question.breaches().into_iter().map(|breach| {
        let nodes = question.ask.nodes;
        let short = match breach {
            Breach::TooManyNodes { max } => Some(nodes.min.saturating_sub(max)),
            Breach::TooFewNodes { min } => Some(min.saturating_sub(nodes.max)),
            _ => None,
        };
        bare(Reason::Breach(breach), short)
    }));
    if never.is_none() {
        reasons.extend(of_capacity(question, opening));
    }
    reasons
}

fn bare(reason: Reason, short_by: Option<u32>) -> WhyNot {
    WhyNot {
        tier: reason.tier(),
        reason,
        short_by,
        from: None,
        until: None,
        holds: Vec::new(),
        fits_if: Vec::new(),
    }
}

/// Returns the first reason that no change of holds could remove, with the number of nodes missing.
fn never(question: &Question<'_>) -> Option<(Reason, Option<u32>)> {
    let ask = question.ask;
    let needed = question.fewest_nodes();
    let nodes = question.calendar.nodes();
    let placed = question.calendar.capacity_when_empty(ask.placement);
    let latest_end = question.window_end();
    if !ask.accepted {
        Some((Reason::OtherAccelerator, None))
    } else if needed > nodes {
        Some((Reason::LargerThanBlock { nodes }, Some(needed - nodes)))
    } else if needed > placed {
        Some((Reason::LargerThanPlacement { nodes: placed }, Some(needed - placed)))
    } else if ask.end() > latest_end {
        Some((Reason::LongerThanWindow { latest_end }, None))
    } else {
        None
    }
}

/// Returns the reason if the holds leave too few nodes, or leave them in the wrong places.
fn of_capacity(question: &Question<'_>, opening: &AvailabilityAt<'_>) -> Option<WhyNot> {
    let ask = question.ask;
    let needed = question.fewest_nodes();
    let free = opening.usable_nodes(ask.end(), Placement::Any);
    let placed = opening.usable_nodes(ask.end(), ask.placement);
    let (reason, have) = if free < needed {
        (Reason::TooFewFree { free }, free)
    } else if placed < needed {
        (Reason::NotPlaced { free, placed }, placed)
    } else {
        return None;
    };
    let blockage = Blockage {
        snapshot: question.snapshot,
        block: question.block,
        calendar: question.calendar,
        interval: (ask.not_before, ask.end()),
        // Even if too few are free anywhere: without these causes the whole request fits.
        placement: ask.placement,
        nodes: needed,
    };
    let holds = blockage.causes(|_| true);
    let (from, until) = blockage.span(&holds);
    Some(WhyNot {
        from: Some(from),
        until: Some(until),
        holds,
        ..bare(reason, Some(needed - have))
    })
}
