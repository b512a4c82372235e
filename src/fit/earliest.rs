//! The earliest start.

use super::buckets::Buckets;
use super::calendar::Calendar;
use super::capacity::{capacity, told_apart};
use super::hole;
use super::search::BlockSearch;
use super::sweep::Sweep;
use crate::model::{Hour, Placement, order};
use core::ops::Range;

impl Calendar {
    /// The earliest start that fits, or `None`.
    ///
    /// Two steps. A cheap one counts, for every bucket of a few hours, the nodes of all holes that
    /// are long enough and touch it: a bucket with too few of them has no start that fits. In the
    /// others the few starts that can be earliest are tried, while a sweep keeps count of what is
    /// free. Those are exact: nodes that are free for a term from some hour were already free
    /// before it, unless one became free just then, so an earliest start is the first hour
    /// allowed, the beginning of a hole, or an hour at which counted holds change. Calendar months
    /// and what a call says of terms add the midnights at which an end or a rule takes a turn.
    pub(super) fn earliest(&self, search: &BlockSearch) -> Option<Hour> {
        let first = search.not_before;
        if first >= search.before || search.nodes > self.capacity_when_empty(search.placement) {
            return None;
        }
        let mut free = Vec::new();
        if self.try_start(search, first, &mut free) {
            return Some(first);
        }
        let buckets = Buckets::new(self, search, self.last_gain())?;
        let most_taken = self.most_taken(search);
        let mut sweep = None;
        let mut clear_from = first;
        for (bucket, most_nodes) in buckets.capacities(search.placement).enumerate() {
            let hours = buckets.hours_of(bucket);
            if most_nodes < search.nodes || hours.end <= clear_from {
                continue;
            }
            let sweep = sweep.get_or_insert_with(|| Sweep::new(self, search));
            for start in self.candidates(search, &hours) {
                if start < clear_from {
                    continue;
                }
                // With more taken than that it would not fit an otherwise free block, nor would
                // any later start that still lasts into those hours.
                let soonest_end = search.term.earliest_end(start);
                if let Some(clear) = self.counted().clear_from(start, soonest_end, most_taken) {
                    clear_from = clear;
                    continue;
                }
                let taken = self.counted().most(start, soonest_end);
                if sweep.capacity_at(start, taken) >= search.nodes
                    && self.try_start(search, start, &mut free)
                {
                    return Some(start);
                }
            }
        }
        None
    }

    /// The most nodes that `placement` can use while nothing is held.
    pub(super) fn capacity_when_empty(&self, placement: Placement) -> u32 {
        capacity(self.leaves().sizes(), 0, placement)
    }

    /// The most nodes that counted holds may take for the search to fit an otherwise free block.
    fn most_taken(&self, search: &BlockSearch) -> u32 {
        if self.counted().is_empty() {
            return u32::MAX;
        }
        let sizes = self.leaves().sizes();
        let (mut few, mut many) = (0, self.nodes());
        while few < many {
            let middle = many - (many - few) / 2;
            if capacity(sizes, middle, search.placement) >= search.nodes {
                few = middle;
            } else {
                many = middle - 1;
            }
        }
        few
    }

    /// The starts in these hours that can be earliest, in their order.
    pub(super) fn candidates(&self, search: &BlockSearch, hours: &Range<Hour>) -> Vec<Hour> {
        let least = search.term.least_hours();
        let opening = self.opening_within(hours).iter().filter(|hole| hole.hours() >= least);
        let edges = self.counted().edges();
        let from = edges.partition_point(|&edge| edge < hours.start);
        let edges = edges.iter().copied().skip(from).take_while(|&edge| edge < hours.end);
        let starts = opening.map(|hole| hole.from).chain(edges).chain(search.turns(hours));
        let starts = starts.filter(|&start| start > search.not_before);
        let mut starts = order::sorted(starts.map(|start| order::of_hour(start).into()));
        starts.dedup();
        starts.into_iter().map(|start| order::to_hour(start as u32)).collect()
    }

    /// Whether it fits at `start`.
    fn try_start(&self, search: &BlockSearch, start: Hour, free: &mut Vec<u32>) -> bool {
        let Some(end) = search.end(start) else { return false };
        let long_enough = self.holes(end.since(start)).iter();
        let spanning = long_enough.filter(|hole| hole.spans(start, end)).copied();
        hole::count(spanning, told_apart(self.leaves(), search.placement), free);
        let taken = self.counted().most(start, end);
        capacity(free, taken, search.placement) >= search.nodes
    }
}
