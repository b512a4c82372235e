//! Reasons that rule out a start before any node is counted: the call, the request itself, or the
//! lack of a block.

use crate::model::{Call, Hour, Request, Term};
use crate::words::catalogue::{Entry, pictures as words};

/// Reason why nothing fits from a start on, whatever is free.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Barrier {
    /// Hour by which uses under the call must end.
    EndsTooLate(Hour),
    /// A call that offers none of the accelerators.
    NotOffered,
    /// Hour by which the request must end.
    AfterWindow(Hour),
    /// No block with one of the accelerators.
    NoBlock,
}

impl Barrier {
    /// Returns the reason that rules out a use of length `shortest` from `start` on.
    ///
    /// `no_blocks` is `true` if the request and its call leave no block to ask.
    pub(super) fn from_start(
        start: Hour,
        shortest: Term,
        request: &Request,
        call: Option<&Call>,
        no_blocks: bool,
    ) -> Option<Self> {
        if no_blocks {
            let is_offered = |call: &Call| {
                request.accelerators.iter().any(|accelerator| call.size(accelerator).is_some())
            };
            return Some(match call {
                Some(call) if !is_offered(call) => Self::NotOffered,
                _ => Self::NoBlock,
            });
        }
        let end = shortest.end(start);
        let until = call.and_then(|call| call.term.until).filter(|until| end > *until);
        let window = request.not_after.filter(|until| end > *until);
        // The rule of the call comes first: a later window of the request would not help.
        until.map(Self::EndsTooLate).or(window.map(Self::AfterWindow))
    }

    /// Returns `true` if it is a rule of the call.
    pub(super) const fn is_rule(self) -> bool {
        matches!(self, Self::EndsTooLate(_) | Self::NotOffered)
    }

    /// Returns the sentence for the reason.
    pub(super) const fn words(self) -> Entry {
        match self {
            Self::EndsTooLate(_) => words::MAP_ENDS_TOO_LATE,
            Self::NotOffered => words::MAP_NOT_OFFERED,
            Self::AfterWindow(_) => words::MAP_AFTER_WINDOW,
            Self::NoBlock => words::MAP_NO_BLOCK,
        }
    }

    /// Returns the last allowed day, or [`Hour::MIN`] if the reason has no date.
    pub(super) fn date(self) -> Hour {
        match self {
            // The limit is exclusive, so the last day is that of the hour before it.
            Self::EndsTooLate(until) | Self::AfterWindow(until) => until.minus(1).last_midnight(),
            Self::NotOffered | Self::NoBlock => Hour::MIN,
        }
    }
}
