//! Sweep over starts: nodes that stay free for a term.

use super::calendar::Calendar;
use super::checkpoints::Stretch;
use super::hole::{self, Hole};
use super::leaves::Leaves;
use super::search::BlockSearch;
use super::usable_nodes::{most_gain, told_apart, usable_nodes};
use crate::model::Hour;

/// Open holes that there is room for at first.
const ROOM: usize = 64;

/// Sweep over the starts of one stretch after the other: the holes that stay open for a term.
///
/// Invariant: `open` has every hole that is at least as long as the term, opened at the current
/// start or before, and closes no earlier than the term ends; `most_nodes` is never less than the
/// placement can use of them. Holes that close too early are dropped, and nodes are counted, only at
/// a start where that bound does not decide: after a count as many nodes have to open as were
/// lacking. So most starts cost one comparison.
///
/// Cost of a stretch: O(leaves of the holes listed at its checkpoint or opening in it), and O(open
/// holes + leaves) for each count.
///
/// ```text
/// 3 nodes asked for 4 hours; holes 0..10 with 2 nodes, 3..9 and 8..12 with 1 node
/// start 0: 2 nodes, 1 is lacking; start 3: 3 nodes, and both holes last until 7
/// ```
pub(super) struct Sweep<'a> {
    calendar: &'a Calendar,
    search: &'a BlockSearch,
    leaves: Option<&'a Leaves>,
    /// Fewest hours that the term lasts.
    hours: u32,
    /// Hours still to come at which counted holds change.
    edges: &'a [Hour],
    /// Next midnight from which the date may let a use fit; [`Hour::MAX`] if there is none.
    turn: Hour,
    /// Most nodes that counted holds may take for the search to fit an otherwise free block.
    most_taken: u32,
    /// First start at which they may take few enough.
    clear_from: Hour,
    /// End (exclusive) of the last stretch.
    until: Hour,
    open: Vec<Hole>,
    /// Nodes of the open holes.
    nodes: u32,
    /// Upper bound on the nodes that the placement can use of the open holes.
    most_nodes: u32,
    /// Nodes of the open holes by leaf, at the last count; a buffer.
    free: Vec<u32>,
}

impl<'a> Sweep<'a> {
    pub(super) fn new(calendar: &'a Calendar, search: &'a BlockSearch) -> Self {
        Self {
            calendar,
            search,
            leaves: told_apart(calendar.leaves(), search.placement),
            hours: search.term.least_hours(),
            edges: calendar.counted().edges(),
            turn: search.turn_from(search.not_before),
            most_taken: calendar.most_taken(search),
            clear_from: search.not_before,
            until: Hour::MIN,
            open: Vec::with_capacity(ROOM),
            nodes: 0,
            most_nodes: 0,
            free: Vec::new(),
        }
    }

    /// Returns the earliest start within the stretch that fits, before `before` (exclusive).
    ///
    /// Stretches must come in the order of time.
    pub(super) fn earliest_within(&mut self, stretch: &Stretch<'_>, before: Hour) -> Option<Hour> {
        let (hours, mut start) = (self.hours, stretch.from.max(self.search.not_before));
        if self.until != stretch.from {
            self.open.clear();
            self.open.extend(stretch.listed.iter().filter(|hole| hole.until.since(start) >= hours));
            (self.nodes, self.most_nodes) = (stretch.most_nodes, stretch.most_nodes);
        }
        self.until = stretch.until;
        let mut opening = stretch.opening.iter().filter(|hole| hole.hours() >= hours).peekable();
        while start < before {
            while let Some(hole) = opening.next_if(|hole| hole.from <= start) {
                self.add(hole);
            }
            if self.fits(start) {
                return Some(start);
            }
            let opens = opening.peek().map_or(Hour::MAX, |hole| hole.from);
            start = opens.min(self.date_after(start));
        }
        None
    }

    fn add(&mut self, hole: &Hole) {
        self.open.push(*hole);
        self.nodes = self.nodes.saturating_add(hole.nodes());
        let gain = most_gain(hole.first..hole.end, self.leaves, self.search.placement);
        self.most_nodes = self.most_nodes.saturating_add(gain);
    }

    /// Returns the first hour after `start` at which the search may fit though no hole opens.
    fn date_after(&mut self, start: Hour) -> Hour {
        if self.turn <= start {
            self.turn = self.search.turn_from(start.plus(1));
        }
        while let Some((_, later)) = self.edges.split_first().filter(|it| *it.0 <= start) {
            self.edges = later;
        }
        self.edges.first().map_or(self.turn, |&edge| edge.min(self.turn))
    }

    /// Returns `true` if the search fits at `start`; the cheapest bounds are tried first.
    fn fits(&mut self, start: Hour) -> bool {
        let needed = self.search.nodes;
        if self.nodes.min(self.most_nodes) < needed || start < self.clear_from {
            return false;
        }
        let (end, counted) = (start.plus(self.hours), self.calendar.counted());
        // With more nodes taken than `most_taken` the search would not even fit an otherwise free
        // block, and neither would any later start that still lasts into those hours.
        if let Some(clear) = counted.clear_from(start, end, self.most_taken) {
            self.clear_from = clear;
            return false;
        }
        self.open.retain(|hole| hole.until >= end);
        self.nodes = self.open.iter().map(Hole::nodes).sum();
        if self.nodes < needed {
            return false;
        }
        self.most_nodes = self.usable_nodes(end, 0);
        // Calendar months may last longer than the fewest hours.
        let end = self.search.end(start).filter(|_| self.most_nodes >= needed);
        end.is_some_and(|end| self.usable_nodes(end, counted.most(start, end)) >= needed)
    }

    /// Returns the most nodes that the placement can use until `end` (exclusive) of the open holes,
    /// where counted holds take `taken` nodes.
    fn usable_nodes(&mut self, end: Hour, taken: u32) -> u32 {
        let spanning = self.open.iter().filter(|hole| hole.until >= end).copied();
        hole::count(spanning, self.leaves, &mut self.free);
        usable_nodes(&self.free, taken, self.search.placement)
    }
}
