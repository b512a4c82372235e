//! What a search looks for.

use super::bounds::Bounds;
use crate::model::{Hour, Placement, Term};
use core::iter::successors;
use core::ops::Range;

/// What is looked for in one block.
#[derive(Clone, Copy, Debug)]
pub(super) struct BlockSearch {
    pub nodes: u32,
    pub term: Term,
    pub placement: Placement,
    /// The first start that is allowed.
    pub not_before: Hour,
    /// The start has to be before this.
    pub before: Hour,
    /// The end may not be later than this.
    pub latest_end: Hour,
    /// How long the call lets a use last.
    pub bounds: Bounds,
}

impl BlockSearch {
    /// When a use ends that begins at `start`; `None` where it may not begin then.
    pub(super) fn end(&self, start: Hour) -> Option<Hour> {
        let end = self.term.end(start);
        let may_begin = start < self.before && end <= self.latest_end && self.bounds.allow(start);
        may_begin.then_some(end)
    }

    /// The midnights in these hours at which a use may fit that did not an hour before, though
    /// nothing becomes free then.
    ///
    /// Calendar months may end earlier (one from 29 January 05:00 at 05:00 on 28 February, one
    /// from 30 January at 00:00), or a call begin to allow the term. Both come with the 29th of a
    /// month or later, or with the 1st: all days between are alike.
    pub(super) fn turns(&self, hours: &Range<Hour>) -> impl Iterator<Item = Hour> {
        let any = matches!(self.term, Term::Months(_)) || self.bounds.depend_on_date();
        let first = any.then(|| turn_from(hours.start.next_midnight()));
        let end = hours.end;
        successors(first, |turn| Some(turn_from(turn.plus(24)))).take_while(move |&hour| hour < end)
    }

    /// How long after its first hour that is free a use may have to wait for the date.
    pub(super) fn wait(&self) -> u32 {
        /// Dates and leap years come again.
        const FOUR_YEARS: u32 = (4 * 365 + 1) * 24;
        match self.term {
            _ if self.bounds.depend_on_date() => FOUR_YEARS + MONTH,
            Term::Months(_) => MONTH,
            Term::Hours(_) | Term::Days(_) => 0,
        }
    }
}

/// The hours of the longest month.
const MONTH: u32 = 31 * 24;

/// The first midnight from this one on that does not begin one of the days 2 to 28.
fn turn_from(midnight: Hour) -> Hour {
    match midnight.civil().day {
        day @ 2..=28 => midnight.plus(u32::from(29 - day) * 24),
        _ => midnight,
    }
}
