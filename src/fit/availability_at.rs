//! Holes of one block that are open at one hour.

use super::calendar::Calendar;
use super::hole::{self, Hole};
use super::usable_nodes::{told_apart, usable_nodes};
use crate::model::{Hour, Placement, order};

/// Holes of one block that are open at one hour, with the hours until which they stay open.
#[derive(Clone, Debug)]
pub(super) struct AvailabilityAt<'a> {
    pub calendar: &'a Calendar,
    /// Hour at which the holes are open.
    pub start: Hour,
    /// Holes open at `start`.
    holes: Vec<Hole>,
}

impl Calendar {
    /// Returns the holes that are open at `start`, of those that last at least `hours` hours in
    /// all.
    ///
    /// `hours` counts from the beginning of a hole, not from `start`: it only spares the shorter
    /// ones.
    pub(super) fn opening(&self, start: Hour, hours: u32) -> AvailabilityAt<'_> {
        let mut holes = Vec::new();
        if let Some(stretch) = self.stretch_at(start) {
            let begun = stretch.opening.iter().take_while(|hole| hole.from <= start);
            let open = |hole: &&Hole| start < hole.until && hole.hours() >= hours;
            holes.extend(stretch.listed.iter().chain(begun).filter(open));
        }
        AvailabilityAt { calendar: self, start, holes }
    }

    /// Returns the number of nodes that named and counted holds leave free at `hour`.
    #[must_use]
    pub fn free_at(&self, hour: Hour) -> u32 {
        let free = self.opening(hour, 1).holes().map(|hole| hole.nodes()).sum::<u32>();
        free.saturating_sub(self.counted().taken_at(hour))
    }
}

impl<'a> AvailabilityAt<'a> {
    /// Yields every hole that is open at `start`.
    pub(super) fn holes(&self) -> impl Iterator<Item = Hole> {
        self.holes.iter().copied()
    }

    /// Yields the holes that stay open from `start` until `end` (exclusive).
    pub(super) fn until(&self, end: Hour) -> impl Iterator<Item = Hole> {
        self.holes().filter(move |hole| hole.until >= end)
    }

    /// Returns how many nodes named holds leave free throughout `start..end`; counted holds do not
    /// count.
    pub(super) fn free(&self, end: Hour) -> u32 {
        self.until(end).map(|hole| hole.nodes()).sum()
    }

    /// Returns the most nodes that `placement` can be sure of throughout `start..end`.
    pub(super) fn usable_nodes(&self, end: Hour, placement: Placement) -> u32 {
        let mut free = Vec::new();
        hole::count(self.until(end), told_apart(self.calendar.leaves(), placement), &mut free);
        usable_nodes(&free, self.calendar.counted().most(self.start, end), placement)
    }

    /// Returns the hour until which (exclusive) `nodes` nodes can be had without a break from
    /// `start`.
    ///
    /// It is `start` itself if they cannot be had there, [`Hour::MAX`] if they stay free without
    /// end. Found by binary search over the ends of holes and the change points of counted holds,
    /// because the usable nodes of `start..end` never grow with `end`.
    pub(super) fn free_until(&self, nodes: u32, placement: Placement) -> Hour {
        // Capacity changes at these ends alone, so no other end needs a try.
        let counted = self.calendar.counted().edges().iter().copied();
        let ends = self.holes.iter().map(|hole| hole.until).chain(counted);
        let ends = ends.filter(|&end| end > self.start).chain([Hour::MAX]);
        let ends = order::sorted(ends.map(|end| order::of_hour(end).into()));
        let hour = |end: &u64| order::to_hour(*end as u32);
        let kept = ends.partition_point(|end| self.usable_nodes(hour(end), placement) >= nodes);
        kept.checked_sub(1).and_then(|last| ends.get(last)).map_or(self.start, hour)
    }
}
