//! Search for nodes in one block: its conditions.

use super::bounds::Bounds;
use crate::model::{Hour, Placement, Term};
use core::iter::successors;
use core::ops::Range;

/// Conditions of a search in one block.
#[derive(Clone, Copy, Debug)]
pub(super) struct BlockSearch {
    pub nodes: u32,
    pub term: Term,
    pub placement: Placement,
    /// First start allowed.
    pub not_before: Hour,
    /// End (exclusive) of the starts allowed.
    pub before: Hour,
    /// Latest end (exclusive) of the use.
    pub latest_end: Hour,
    /// Shortest and longest term that the call allows.
    pub bounds: Bounds,
}

impl BlockSearch {
    /// Returns the end (exclusive) of a use that begins at `start`; `None` if it may not begin
    /// then.
    pub(super) fn end(&self, start: Hour) -> Option<Hour> {
        let end = self.term.end(start);
        let may_begin = start < self.before && end <= self.latest_end && self.bounds.allow(start);
        may_begin.then_some(end)
    }

    /// Returns the first midnight not before `hour` from which a use may fit that did not fit an
    /// hour earlier, though no node becomes free then; [`Hour::MAX`] if there is none.
    ///
    /// Calendar months may end earlier (one from 29 January 05:00 ends at 05:00 on 28 February, one
    /// from 30 January at 00:00), or the call begins to allow the term. Both happen only on the
    /// 29th of a month or later, or on the 1st: all days between are alike.
    pub(super) fn turn_from(&self, hour: Hour) -> Hour {
        if !matches!(self.term, Term::Months(_)) && !self.bounds.depend_on_date() {
            return Hour::MAX;
        }
        let midnight = hour.next_midnight();
        match midnight.civil().day {
            day @ 2..=28 => midnight.plus(u32::from(29 - day) * 24),
            _ => midnight,
        }
    }

    /// Yields the midnights within `hours` that [`BlockSearch::turn_from`] tells of.
    pub(super) fn turns(&self, hours: &Range<Hour>) -> impl Iterator<Item = Hour> {
        let (first, end) = (self.turn_from(hours.start), hours.end);
        successors(Some(first), |turn| Some(self.turn_from(turn.plus(1))))
            .take_while(move |&turn| turn < end)
    }

    /// Returns the last start (inclusive) that can be the earliest, if no node becomes free after
    /// `last_gain`.
    pub(super) fn last_start(&self, last_gain: Hour) -> Hour {
        let last = last_gain.max(self.not_before).plus(self.wait());
        let latest = self.latest_end.minus(self.term.least_hours());
        last.min(latest).min(self.before.minus(1))
    }

    /// Returns how many hours after its first free hour a use may have to wait for the date.
    fn wait(&self) -> u32 {
        /// Period after which dates and leap years repeat.
        const FOUR_YEARS: u32 = (4 * 365 + 1) * 24;
        match self.term {
            _ if self.bounds.depend_on_date() => FOUR_YEARS + MONTH,
            Term::Months(_) => MONTH,
            Term::Hours(_) | Term::Days(_) => 0,
        }
    }
}

/// Hours of the longest month.
const MONTH: u32 = 31 * 24;
