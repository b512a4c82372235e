//! Buckets of time: a cheap bound on what fits when.

use super::calendar::Calendar;
use super::capacity::told_apart;
use super::difference_array::DifferenceArray;
use super::hole::Hole;
use super::leaves::Leaves;
use super::search::BlockSearch;
use crate::model::{Hour, Placement};
use core::ops::Range;

/// More buckets cost more to walk, fewer of them let more through that does not fit.
const BUCKETS: u32 = 64;

/// Time from the first start on, in buckets of equal length.
pub(super) struct Buckets<'a> {
    /// The first start.
    origin: Hour,
    /// The last one that can be earliest.
    last: Hour,
    /// A bucket is two to the power of so many hours.
    shift: u32,
    /// The least hours of the term.
    hours: u32,
    /// The end of what counts.
    latest_end: Hour,
    /// The holes that are long enough.
    holes: &'a [Hole],
    leaves: Option<&'a Leaves>,
}

impl<'a> Buckets<'a> {
    /// `None` where nothing can be earliest behind the first hour allowed, nothing becoming free
    /// after `last_gain`.
    pub(super) fn new(
        calendar: &'a Calendar,
        search: &BlockSearch,
        last_gain: Hour,
    ) -> Option<Self> {
        let hours = search.term.least_hours();
        let origin = search.not_before;
        let rest = last_gain.max(origin).plus(search.wait());
        let last = rest.min(search.latest_end.minus(hours)).min(search.before.minus(1));
        if last <= origin {
            return None;
        }
        let buckets = last.since(origin) / BUCKETS;
        let shift = u32::BITS - buckets.leading_zeros();
        let leaves = told_apart(calendar.leaves(), search.placement);
        let (latest_end, holes) = (search.latest_end, calendar.holes(hours));
        Some(Self { origin, last, shift, hours, latest_end, holes, leaves })
    }

    /// The bucket that an hour lies in.
    fn index_at(&self, hour: Hour) -> usize {
        (hour.since(self.origin) >> self.shift) as usize
    }

    /// The first and the last bucket in which a use can begin that lasts long enough.
    fn within(&self, hole: &Hole) -> Option<(usize, usize)> {
        let last = hole.until.min(self.latest_end).minus(self.hours).min(self.last);
        let first = hole.from.max(self.origin);
        (first <= last).then(|| (self.index_at(first), self.index_at(last)))
    }

    /// For every bucket, no fewer nodes than fit at any start in it.
    pub(super) fn capacities(&self, placement: Placement) -> impl Iterator<Item = u32> {
        let mut steps = DifferenceArray::new(self.leaves, self.index_at(self.last) + 1);
        for hole in self.holes {
            if let Some((first, last)) = self.within(hole) {
                steps.add_range(hole, first..last + 1);
            }
        }
        steps.capacities(placement, |_| 0)
    }

    /// The hours of a bucket.
    pub(super) fn hours_of(&self, bucket: usize) -> Range<Hour> {
        let start = self.origin.plus((bucket as u32) << self.shift);
        start..start.plus(1 << self.shift).min(self.last.plus(1))
    }
}
