//! Rules of a call: the requests that it allows.

use super::ask::Ask;
use super::bounds::Bounds;
use crate::model::{Block, Call, Hour, Term};

/// Rule violation: a rule of a call that a request breaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Breach {
    /// Accelerator of the block, which the call does not offer.
    AcceleratorNotOffered,
    /// Class of the applicant, which the call does not admit.
    ClassNotAdmitted,
    /// Fewer nodes than the call's minimum.
    TooFewNodes {
        /// Minimum number of nodes.
        min: u32,
    },
    /// More nodes than the call's maximum.
    TooManyNodes {
        /// Maximum number of nodes.
        max: u32,
    },
    /// Term shorter than the call's shortest.
    TermTooShort {
        /// Shortest term.
        min: Term,
    },
    /// Term longer than the call's longest.
    TermTooLong {
        /// Longest term.
        max: Term,
    },
    /// End after the call's last day, for a use that begins at the earliest start.
    EndsTooLate {
        /// Hour by which every use must end.
        until: Hour,
    },
}

/// Returns the latest end (exclusive) that the request and the call allow.
pub(super) fn latest_end(call: Option<&Call>, not_after: Option<Hour>) -> Hour {
    let until = call.and_then(|call| call.term.until).unwrap_or(Hour::LATEST);
    not_after.unwrap_or(Hour::LATEST).min(until).min(Hour::LATEST)
}

/// Returns every rule of `call` that `ask` breaks on `block` from its earliest start on.
pub(super) fn breaches(call: &Call, block: &Block, ask: &Ask) -> Vec<Breach> {
    let mut broken = Vec::new();
    match call.size(&block.accelerator) {
        None => broken.push(Breach::AcceleratorNotOffered),
        Some(size) => {
            if ask.nodes.max < size.min_nodes {
                broken.push(Breach::TooFewNodes { min: size.min_nodes });
            }
            if ask.nodes.min > size.max_nodes {
                broken.push(Breach::TooManyNodes { max: size.max_nodes });
            }
        }
    }
    if !call.admits(ask.class) {
        broken.push(Breach::ClassNotAdmitted);
    }
    let start = ask.not_before;
    let bounds = Bounds::new(Some(call), ask.term);
    broken.extend(bounds.too_short(start).map(|min| Breach::TermTooShort { min }));
    broken.extend(bounds.too_long(start).map(|max| Breach::TermTooLong { max }));
    if let Some(until) = call.term.until.filter(|until| ask.end() > *until) {
        broken.push(Breach::EndsTooLate { until });
    }
    broken
}
