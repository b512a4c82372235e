//! What is free for long enough, start by start.

use super::calendar::Calendar;
use super::capacity::{capacity, told_apart};
use super::hole::{self, Hole};
use super::leaves::Leaves;
use super::search::BlockSearch;
use crate::model::{Hour, Placement};

/// The free nodes of each leaf that stay free for a term, at a start that only moves on.
///
/// Holes come in where they open, and go where too little of them is left for the term. Of a term
/// in calendar months it is the fewest hours that count, so that more may seem free than is.
pub(super) struct Sweep<'a> {
    /// Those to come in, by the hour at which they open.
    opening: &'a [Hole],
    /// Those to go, by the hour at which they close.
    closing: &'a [Hole],
    hours: u32,
    placement: Placement,
    leaves: Option<&'a Leaves>,
    free: Vec<u32>,
    /// The capacity that was asked for last, and what counted holds took then.
    known: (u32, u32),
}

impl<'a> Sweep<'a> {
    /// At the first start of the search.
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
            known: (0, capacity(&free, 0, search.placement)),
            free,
        }
    }

    /// The most nodes that are free for the term from `start` on, which is not before the one
    /// asked about last, where counted holds take so many.
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
            // It had opened: it closes before the end and is as long as the term.
            if hole.hours() >= self.hours {
                is_known = false;
                self.add(hole, u32::MAX);
            }
            self.closing = rest;
        }
        if !is_known {
            self.known = (taken, capacity(&self.free, taken, self.placement));
        }
        self.known.1
    }

    /// Adds the nodes of a hole so many times; `u32::MAX` times takes them away.
    fn add(&mut self, hole: &Hole, times: u32) {
        let free = &mut self.free;
        Leaves::for_each_run(self.leaves, hole.first..hole.end, |leaf, nodes| {
            if let Some(count) = free.get_mut(leaf) {
                *count = count.wrapping_add(nodes.wrapping_mul(times));
            }
        });
    }
}
