//! Search for the earliest start in one block.

use super::buckets::Buckets;
use super::calendar::Calendar;
use super::hole;
use super::search::BlockSearch;
use super::sweep::Sweep;
use super::usable_nodes::{told_apart, usable_nodes};
use crate::model::{Hour, Placement, order};
use core::ops::Range;

impl Calendar {
    /// Returns the earliest start that fits, or `None`.
    ///
    /// Candidates: nodes that are free for a term from some hour were already free before it,
    /// unless one became free just then. So an earliest start is the first hour allowed, the
    /// beginning of a hole, or an hour at which counted holds change. Calendar months, and what a
    /// call says of terms, add the midnights at which an end or a rule changes.
    ///
    /// Two steps keep the exact tries few. [`Buckets`] give an upper bound for every stretch of
    /// starts: a bucket with too few nodes has no start that fits. In the others a [`Sweep`] keeps
    /// count of what is free from candidate to candidate, and only a candidate that passes it is
    /// tried exactly.
    ///
    /// Cost: O(holes that are long enough) for buckets and sweep, and the same for each exact try.
    ///
    /// ```text
    /// 1 node, term 4, from hour 0; holes 0..3, 6..9 and 12..20
    /// hour 0 does not fit: its hole ends at 3
    /// 6 is no candidate: its hole is shorter than the term
    /// 12 is the only candidate, and fits: the hole spans 12..16
    /// ```
    pub(super) fn earliest(&self, search: &BlockSearch) -> Option<Hour> {
        let first = search.not_before;
        if first >= search.before || search.nodes > self.capacity_when_empty(search.placement) {
            return None;
        }
        let mut free = Vec::new();
        // A request that fits at once needs no buckets.
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
                // With more nodes taken than `most_taken` the search would not even fit an
                // otherwise free block, and neither would any later start that still lasts into
                // those hours.
                let soonest_end = search.term.earliest_end(start);
                if let Some(clear) = self.counted().clear_from(start, soonest_end, most_taken) {
                    clear_from = clear;
                    continue;
                }
                let taken = self.counted().most(start, soonest_end);
                // The sweep is only an upper bound (calendar months, rules of the call): try it
                // exactly.
                if sweep.capacity_at(start, taken) >= search.nodes
                    && self.try_start(search, start, &mut free)
                {
                    return Some(start);
                }
            }
        }
        None
    }

    /// Returns the most nodes that `placement` can use while nothing is held.
    pub(super) fn capacity_when_empty(&self, placement: Placement) -> u32 {
        usable_nodes(self.leaves().sizes(), 0, placement)
    }

    /// Returns the most nodes that counted holds may take for the search to fit an otherwise free
    /// block.
    ///
    /// Binary search: the usable nodes never grow with the nodes taken. `u32::MAX` without counted holds.
    fn most_taken(&self, search: &BlockSearch) -> u32 {
        if self.counted().is_empty() {
            return u32::MAX;
        }
        let sizes = self.leaves().sizes();
        let (mut few, mut many) = (0, self.nodes());
        while few < many {
            let middle = many - (many - few) / 2;
            if usable_nodes(sizes, middle, search.placement) >= search.nodes {
                few = middle;
            } else {
                many = middle - 1;
            }
        }
        few
    }

    /// Returns the starts within `hours` that can be the earliest, ascending and without
    /// duplicates.
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

    /// Returns `true` if the search fits at `start`; `free` is a buffer that is overwritten.
    fn try_start(&self, search: &BlockSearch, start: Hour, free: &mut Vec<u32>) -> bool {
        let Some(end) = search.end(start) else { return false };
        let long_enough = self.holes(end.since(start)).iter();
        let spanning = long_enough.filter(|hole| hole.spans(start, end)).copied();
        hole::count(spanning, told_apart(self.leaves(), search.placement), free);
        let taken = self.counted().most(start, end);
        usable_nodes(free, taken, search.placement) >= search.nodes
    }
}
