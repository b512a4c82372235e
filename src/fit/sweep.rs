//! Sweep over starts: nodes that stay free for a term.

use super::calendar::Calendar;
use super::hole::{self, Hole};
use super::leaves::Leaves;
use super::search::BlockSearch;
use super::usable_nodes::{told_apart, usable_nodes};
use crate::model::{Hour, Placement};

/// Sweep over starts in ascending order: the free nodes of each leaf that stay free for a term.
///
/// Invariant: `free` counts the nodes of exactly those holes that are at least as long as the term,
/// open at the current start or before, and close no earlier than the term ends. A hole is added
/// when it opens and removed when less than the term is left of it. Of a term in calendar months
/// the fewest hours count, so more may seem free than is.
///
/// Cost over all starts: O(holes × their leaves), and one count of usable nodes for each start at which
/// something changed.
///
/// ```text
/// term 4; holes 0..10 with 2 nodes and 3..9 with 1 node
/// start 0: 2 free; start 3: 3 free (the second opens)
/// start 6: 2 free (9 < 6 + 4); start 7: 0 free (10 < 7 + 4)
/// ```
pub(super) struct Sweep<'a> {
    /// Holes still to be added, by the hour at which they open.
    opening: &'a [Hole],
    /// Holes still to be removed, by the hour at which they close.
    closing: &'a [Hole],
    hours: u32,
    placement: Placement,
    leaves: Option<&'a Leaves>,
    free: Vec<u32>,
    /// Nodes taken by counted holds at the last query, and the usable nodes that it gave.
    known: (u32, u32),
}

impl<'a> Sweep<'a> {
    /// Creates a sweep at the first start of the search.
    pub(super) fn new(calendar: &'a Calendar, search: &BlockSearch) -> Self {
        let (start, hours) = (search.not_before, search.term.least_hours());
        let leaves = told_apart(calendar.leaves(), search.placement);
        let spanning = |hole: &&Hole| hole.spans(start, start.plus(hours));
        let mut free = Vec::new();
        let open = calendar.holes(hours).iter().filter(spanning).copied();
        hole::count(open, leaves, &mut free);
        Self {
            opening: calendar.opening_after(start),
            closing: calendar.closing_from(start.plus(hours)),
            hours,
            placement: search.placement,
            leaves,
            known: (0, usable_nodes(&free, 0, search.placement)),
            free,
        }
    }

    /// Returns the most nodes that are free for the term from `start` on, where counted holds take
    /// `taken` nodes.
    ///
    /// `start` must not be before that of the query before.
    pub(super) fn capacity_at(&mut self, start: Hour, taken: u32) -> u32 {
        let mut is_known = self.known.0 == taken;
        while let Some((hole, rest)) = self.opening.split_first().filter(|(h, _)| h.from <= start) {
            if hole.hours() >= self.hours {
                is_known = false;
                self.add(hole, 1);
            }
            self.opening = rest;
        }
        let end = start.plus(self.hours);
        while let Some((hole, rest)) = self.closing.split_first().filter(|(h, _)| h.until < end) {
            // It has opened already: it closes before the end and is at least as long as the term.
            if hole.hours() >= self.hours {
                is_known = false;
                // -1 in two's complement: the nodes are subtracted.
                self.add(hole, u32::MAX);
            }
            self.closing = rest;
        }
        if !is_known {
            self.known = (taken, usable_nodes(&self.free, taken, self.placement));
        }
        self.known.1
    }

    /// Adds the nodes of a hole `times` times; `u32::MAX` is a two's complement -1 and subtracts
    /// them.
    fn add(&mut self, hole: &Hole, times: u32) {
        let free = &mut self.free;
        Leaves::for_each_run(self.leaves, hole.first..hole.end, |leaf, nodes| {
            if let Some(count) = free.get_mut(leaf) {
                // Wrapping: after every query the sum is a true count again.
                *count = count.wrapping_add(nodes.wrapping_mul(times));
            }
        });
    }
}
