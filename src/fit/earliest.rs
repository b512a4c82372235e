//! Search for the earliest start in one block.

use super::calendar::Calendar;
use super::search::BlockSearch;
use super::sweep::Sweep;
use super::usable_nodes::usable_nodes;
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
    /// A stretch of time between two checkpoints in which never as many nodes are free at once is
    /// passed over; a [`Sweep`] goes through the starts of the others.
    ///
    /// Cost: O(stretches) for those passed over, and O(holes that open) for the others.
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
        // The first hour allowed is always tried.
        let before = search.last_start(self.last_gain()).max(first).plus(1);
        let mut sweep = Sweep::new(self, search);
        for stretch in self.stretches(search) {
            if stretch.from >= before {
                return None;
            }
            let start = sweep.earliest_within(&stretch, before.min(stretch.until));
            if start.is_some() {
                return start;
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
    pub(super) fn most_taken(&self, search: &BlockSearch) -> u32 {
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
        let starts = opening.map(|hole| hole.from).chain(self.dates(search, hours));
        ascending(starts.filter(|&start| start > search.not_before))
    }

    /// Returns those starts within `hours` that can be the earliest though no hole opens there,
    /// ascending and without duplicates.
    pub(super) fn dates(&self, search: &BlockSearch, hours: &Range<Hour>) -> Vec<Hour> {
        let edges = self.counted().edges();
        let from = edges.partition_point(|&edge| edge < hours.start);
        let edges = edges.iter().copied().skip(from).take_while(|&edge| edge < hours.end);
        ascending(edges.chain(search.turns(hours)))
    }
}

/// Returns hours in ascending order, each of them once.
fn ascending(hours: impl Iterator<Item = Hour>) -> Vec<Hour> {
    let mut hours = order::sorted(hours.map(|hour| order::of_hour(hour).into()));
    hours.dedup();
    hours.into_iter().map(|hour| order::to_hour(hour as u32)).collect()
}
