//! The rules of a call: what it lets a project ask.

use super::ask::Ask;
use super::bounds::Bounds;
use crate::model::{Block, Call, Hour, Term};

/// A rule that a request breaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Breach {
    /// The call does not offer the block's accelerator.
    AcceleratorNotOffered,
    /// Applicants of this class are not admitted.
    ClassNotAdmitted,
    /// Fewer nodes than the call's least number.
    TooFewNodes {
        /// The least number.
        min: u32,
    },
    /// More nodes than the call's greatest number.
    TooManyNodes {
        /// The greatest number.
        max: u32,
    },
    /// Shorter than the call's shortest term.
    TermTooShort {
        /// The shortest term.
        min: Term,
    },
    /// Longer than the call's longest term.
    TermTooLong {
        /// The longest term.
        max: Term,
    },
    /// From the earliest start, it would end after the call's last day.
    EndsTooLate {
        /// The hour by which every use must end.
        until: Hour,
    },
}

/// The latest end that the request and the call allow.
pub(super) fn latest_end(call: Option<&Call>, not_after: Option<Hour>) -> Hour {
    let until = call.and_then(|call| call.term.until).unwrap_or(Hour::LATEST);
    not_after.unwrap_or(Hour::LATEST).min(until).min(Hour::LATEST)
}

/// Every rule of `call` that `ask` breaks on `block` from its earliest start on.
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
