//! The rules of a call: what it lets a project ask.

use super::ask::Ask;
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
    /// Even from the earliest start, it would end after the call's last day.
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

/// Every rule of `call` that `ask` breaks on `block`.
///
/// Terms in different units (90 days against 3 months) are compared from the earliest start asked.
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
    if let Some(min) = call.term.min.filter(|min| ask.term.end(start) < min.end(start)) {
        broken.push(Breach::TermTooShort { min });
    }
    if let Some(max) = call.term.max.filter(|max| ask.term.end(start) > max.end(start)) {
        broken.push(Breach::TermTooLong { max });
    }
    if let Some(until) = call.term.until.filter(|until| ask.term.earliest_end(start) > *until) {
        broken.push(Breach::EndsTooLate { until });
    }
    broken
}
