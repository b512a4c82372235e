//! Buckets of time: a cheap upper bound on the nodes that fit, by start.

use super::calendar::Calendar;
use super::difference_array::DifferenceArray;
use super::hole::Hole;
use super::leaves::Leaves;
use super::search::BlockSearch;
use super::usable_nodes::told_apart;
use crate::model::{Hour, Placement};
use core::ops::Range;

/// Maximum number of buckets.
///
/// More buckets cost more to walk; with fewer, more of them pass the bound though nothing fits
/// there.
const BUCKETS: u32 = 64;

/// Buckets of equal length over all starts that can be earliest, with an upper bound for each.
///
/// A hole that is long enough serves every start from its first hour to the last one that leaves
/// room for the term. It is counted in every bucket that this range touches, so a bucket's sum is
/// never less than the nodes free for the term at any start in it (invariant). Counted holds are
/// left out, which only raises the bound.
///
/// Cost: O(holes × their leaves + buckets × leaves), by a [`DifferenceArray`].
///
/// ```text
/// buckets of 8 hours, term 4 hours
/// hole A, 2 nodes, hours 3..13: starts 3..=9,   buckets 0 and 1
/// hole B, 3 nodes, hours 9..24: starts 9..=20,  buckets 1 and 2
/// bounds by bucket: 2, 5, 3
/// ```
pub(super) struct Buckets<'a> {
    /// First start, and first hour of bucket 0.
    origin: Hour,
    /// Last start (inclusive) that can be the earliest.
    last: Hour,
    /// Base-2 logarithm of a bucket's length in hours.
    ///
    /// With a power of two, the bucket of an hour is a shift and not a division.
    shift: u32,
    /// Fewest hours that the term lasts.
    hours: u32,
    /// Latest end (exclusive) that a use may have.
    latest_end: Hour,
    /// Holes that last at least `hours` hours.
    holes: &'a [Hole],
    leaves: Option<&'a Leaves>,
}

impl<'a> Buckets<'a> {
    /// Lays buckets over the starts after `search.not_before`.
    ///
    /// `None` if no later start can be the earliest, because no node becomes free after
    /// `last_gain`.
    pub(super) fn new(
        calendar: &'a Calendar,
        search: &BlockSearch,
        last_gain: Hour,
    ) -> Option<Self> {
        let hours = search.term.least_hours();
        let origin = search.not_before;
        let last = search.last_start(last_gain);
        if last <= origin {
            return None;
        }
        // The smallest power of two above this length: it gives at most `BUCKETS` buckets.
        let buckets = last.since(origin) / BUCKETS;
        let shift = u32::BITS - buckets.leading_zeros();
        let leaves = told_apart(calendar.leaves(), search.placement);
        let (latest_end, holes) = (search.latest_end, calendar.holes(hours));
        Some(Self { origin, last, shift, hours, latest_end, holes, leaves })
    }

    /// Returns the index of the bucket that contains `hour`.
    fn index_at(&self, hour: Hour) -> usize {
        (hour.since(self.origin) >> self.shift) as usize
    }

    /// Returns the first and the last bucket (both inclusive) in which a use of `hole` can begin
    /// that lasts long enough; `None` if there is none.
    fn within(&self, hole: &Hole) -> Option<(usize, usize)> {
        let last = hole.until.min(self.latest_end).minus(self.hours).min(self.last);
        let first = hole.from.max(self.origin);
        (first <= last).then(|| (self.index_at(first), self.index_at(last)))
    }

    /// Yields for every bucket an upper bound on the nodes that `placement` can use at any start in
    /// it.
    pub(super) fn capacities(&self, placement: Placement) -> impl Iterator<Item = u32> {
        let mut steps = DifferenceArray::new(self.leaves, self.index_at(self.last) + 1);
        for hole in self.holes {
            if let Some((first, last)) = self.within(hole) {
                steps.add_range(hole, first..last + 1);
            }
        }
        // Counted holds are left out: without them the bound is only higher.
        steps.capacities(placement, |_| 0)
    }

    /// Returns the hours of a bucket, cut off after the last start that can be the earliest.
    pub(super) fn hours_of(&self, bucket: usize) -> Range<Hour> {
        let start = self.origin.plus((bucket as u32) << self.shift);
        start..start.plus(1 << self.shift).min(self.last.plus(1))
    }
}
