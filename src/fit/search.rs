//! The earliest start.

use super::calendar::Calendar;
use super::capacity::{capacity, told_apart};
use super::hole::{self, Hole};
use super::leaves::Leaves;
use crate::model::{Hour, Placement, Term, order};
use core::ops::Range;

/// What is looked for in one block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Search {
    pub nodes: u32,
    pub term: Term,
    pub placement: Placement,
    /// The first start that is allowed.
    pub not_before: Hour,
    /// The start has to be before this.
    pub before: Hour,
    /// The end may not be later than this.
    pub latest_end: Hour,
}

/// More buckets of time cost more to walk, fewer of them let more through that does not fit.
const BUCKETS: u32 = 128;

impl Calendar {
    /// The earliest start that fits, or `None`.
    ///
    /// Two steps. A cheap one counts, for every bucket of a few hours, the nodes of all holes that
    /// are long enough and touch it: a bucket with too few of them has no start that fits. In the
    /// others the few starts that can be earliest are tried. Those are exact: nodes that are free
    /// for a term from some hour were already free before it, unless one became free just then,
    /// so an earliest start is the first hour allowed, the beginning of a hole, or an hour at
    /// which counted holds change. Calendar months add one case: a month from 30 January 00:00
    /// ends before a month from 29 January 05:00 does (both are cut to the end of February), so
    /// midnights are tried too.
    pub(super) fn earliest(&self, search: &Search) -> Option<Hour> {
        let first = search.not_before;
        if first >= search.before || search.nodes > self.capacity_when_empty(search.placement) {
            return None;
        }
        let mut free = Vec::new();
        let long_enough = self.holes(search.term.end(first).since(first));
        if self.try_start(search, first, long_enough, &mut free).is_ok() {
            return Some(first);
        }
        let buckets = Buckets::new(self, search, self.last_gain())?;
        let most_taken = self.most_taken(search);
        let mut clear_from = first;
        for (bucket, most_nodes) in buckets.capacities(search.placement).enumerate() {
            let hours = buckets.hours_of(bucket);
            if most_nodes < search.nodes || hours.end <= clear_from {
                continue;
            }
            let open = buckets.holes(bucket);
            for start in self.candidates(search, &open, &hours) {
                if start < clear_from {
                    continue;
                }
                match self.try_start(search, start, &open, &mut free) {
                    Ok(()) => return Some(start),
                    // With more taken than that it would not fit an otherwise free block, nor
                    // would any start that still lasts into those hours.
                    Err(end) => {
                        let clear = self.counted().clear_from(start, end, most_taken);
                        clear_from = clear.unwrap_or(start);
                    }
                }
            }
        }
        None
    }

    /// The most nodes that `placement` can use while nothing is held.
    pub(super) fn capacity_when_empty(&self, placement: Placement) -> u32 {
        let sizes: Vec<u32> = self.leaves().sizes().collect();
        capacity(&sizes, 0, placement)
    }

    /// The most nodes that counted holds may take for the search to fit an otherwise free block.
    fn most_taken(&self, search: &Search) -> u32 {
        if self.counted().is_empty() {
            return u32::MAX;
        }
        let sizes: Vec<u32> = self.leaves().sizes().collect();
        let (mut few, mut many) = (0, self.nodes());
        while few < many {
            let middle = many - (many - few) / 2;
            if capacity(&sizes, middle, search.placement) >= search.nodes {
                few = middle;
            } else {
                many = middle - 1;
            }
        }
        few
    }

    /// The starts in a bucket that can be earliest, in their order.
    pub(super) fn candidates(
        &self,
        search: &Search,
        open: &[Hole],
        hours: &Range<Hour>,
    ) -> Vec<Hour> {
        let gains = open.iter().map(|hole| hole.from);
        let edges = self.counted().edges();
        let from = edges.partition_point(|&edge| edge < hours.start);
        let edges = edges.iter().copied().skip(from).take_while(|&edge| edge < hours.end);
        let midnight = matches!(search.term, Term::Months(_)).then(|| hours.start.next_midnight());
        let midnights = core::iter::successors(midnight, |midnight| Some(midnight.plus(24)));
        let starts = gains.chain(edges).chain(midnights.take_while(|&hour| hour < hours.end));
        let starts = starts.filter(|start| hours.contains(start) && *start > search.not_before);
        let mut starts = order::sorted(starts.map(|start| order::of_hour(start).into()));
        starts.dedup();
        starts.into_iter().map(|start| order::to_hour(start as u32)).collect()
    }

    /// Whether it fits at `start` in these holes; else the earliest end of any later start.
    fn try_start(
        &self,
        search: &Search,
        start: Hour,
        holes: &[Hole],
        free: &mut Vec<u32>,
    ) -> Result<(), Hour> {
        let end = search.term.end(start);
        if end <= search.latest_end && start < search.before {
            let spanning = holes.iter().filter(|hole| hole.spans(start, end)).copied();
            hole::count(spanning, told_apart(self.leaves(), search.placement), free);
            let taken = self.counted().most(start, end);
            if capacity(free, taken, search.placement) >= search.nodes {
                return Ok(());
            }
        }
        Err(search.term.earliest_end(start))
    }
}

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
    pub(super) fn new(calendar: &'a Calendar, search: &Search, last_gain: Hour) -> Option<Self> {
        let hours = search.term.least_hours();
        let origin = search.not_before;
        // A month later a calendar month has no better end any more.
        let months = matches!(search.term, Term::Months(_));
        let rest = last_gain.max(origin).plus(if months { 31 * 24 } else { 0 });
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
    fn of(&self, hour: Hour) -> usize {
        (hour.since(self.origin) >> self.shift) as usize
    }

    /// The first and the last bucket in which a use can begin that lasts long enough.
    fn within(&self, hole: &Hole) -> Option<(usize, usize)> {
        let last = hole.until.min(self.latest_end).minus(self.hours).min(self.last);
        let first = hole.from.max(self.origin);
        (first <= last).then(|| (self.of(first), self.of(last)))
    }

    /// For every bucket, no fewer nodes than fit at any start in it.
    pub(super) fn capacities(&self, placement: Placement) -> impl Iterator<Item = u32> {
        let groups = self.leaves.map_or(1, Leaves::count);
        let buckets = self.of(self.last) + 1;
        // How many nodes come and go with each bucket; what goes is the complement of what comes.
        let mut changes = vec![0_u32; (buckets + 1) * groups];
        for hole in self.holes {
            if let Some((first, last)) = self.within(hole) {
                Leaves::each(self.leaves, hole.first..hole.end, |group, nodes| {
                    if let Some(come) = changes.get_mut(first * groups + group) {
                        *come = come.wrapping_add(nodes);
                    }
                    if let Some(go) = changes.get_mut((last + 1) * groups + group) {
                        *go = go.wrapping_sub(nodes);
                    }
                });
            }
        }
        let mut free = vec![0_u32; groups];
        (0..buckets).map(move |bucket| {
            let changes = changes.get(bucket * groups..(bucket + 1) * groups).unwrap_or_default();
            for (free, change) in free.iter_mut().zip(changes) {
                *free = free.wrapping_add(*change);
            }
            capacity(&free, 0, placement)
        })
    }

    /// The hours of a bucket.
    pub(super) fn hours_of(&self, bucket: usize) -> Range<Hour> {
        let start = self.origin.plus((bucket as u32) << self.shift);
        start..start.plus(1 << self.shift).min(self.last.plus(1))
    }

    /// The holes in which a use can begin in this bucket.
    pub(super) fn holes(&self, bucket: usize) -> Vec<Hole> {
        let touches = |hole: &&Hole| {
            self.within(hole).is_some_and(|(first, last)| first <= bucket && bucket <= last)
        };
        self.holes.iter().filter(touches).copied().collect()
    }
}
