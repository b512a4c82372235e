//! What is free from one hour on.

use super::calendar::Calendar;
use super::capacity::{capacity, told_apart};
use super::hole::{self, Hole};
use crate::model::{Hour, Placement, order};

/// What is free at one hour of a block, and for how long.
#[derive(Clone, Debug)]
pub(super) struct AvailabilityAt<'a> {
    pub calendar: &'a Calendar,
    /// The hour.
    pub start: Hour,
    /// The holes that are open at it, the longest first.
    holes: Vec<Hole>,
}

impl Calendar {
    /// What is free from `start` on, of that which is free for so many hours in all.
    pub(super) fn opening(&self, start: Hour, hours: u32) -> AvailabilityAt<'_> {
        AvailabilityAt::new(self, start, self.holes(hours))
    }

    /// How many nodes are free at this hour, by named and counted holds.
    #[must_use]
    pub fn free_at(&self, hour: Hour) -> u32 {
        let free = self.opening(hour, 1).holes().map(|hole| hole.nodes()).sum::<u32>();
        free.saturating_sub(self.counted().taken_at(hour))
    }
}

impl<'a> AvailabilityAt<'a> {
    /// Those of `holes` that are open at `start`.
    fn new(calendar: &'a Calendar, start: Hour, holes: &[Hole]) -> Self {
        let open = |hole: &&Hole| hole.from <= start && start < hole.until;
        Self { calendar, start, holes: holes.iter().filter(open).copied().collect() }
    }

    /// All that is free at the hour.
    pub(super) fn holes(&self) -> impl Iterator<Item = Hole> {
        self.holes.iter().copied()
    }

    /// What is free from the hour until `end`.
    pub(super) fn until(&self, end: Hour) -> impl Iterator<Item = Hole> {
        self.holes().filter(move |hole| hole.until >= end)
    }

    /// How many nodes named holds leave free from the hour until `end`.
    pub(super) fn free(&self, end: Hour) -> u32 {
        self.until(end).map(|hole| hole.nodes()).sum()
    }

    /// The most nodes that `placement` can be sure of from the hour until `end`.
    pub(super) fn capacity(&self, end: Hour, placement: Placement) -> u32 {
        let mut free = Vec::new();
        hole::count(self.until(end), told_apart(self.calendar.leaves(), placement), &mut free);
        capacity(&free, self.calendar.counted().most(self.start, end), placement)
    }

    /// The first hour at which `nodes` nodes, free since the opening's hour, are no longer to be
    /// had; that hour itself where they are not, [`Hour::MAX`] where they stay for ever.
    pub(super) fn free_until(&self, nodes: u32, placement: Placement) -> Hour {
        // Between these hours nothing is lost.
        let counted = self.calendar.counted().edges().iter().copied();
        let ends = self.holes.iter().map(|hole| hole.until).chain(counted);
        let ends = ends.filter(|&end| end > self.start).chain([Hour::MAX]);
        let ends = order::sorted(ends.map(|end| order::of_hour(end).into()));
        let hour = |end: &u64| order::to_hour(*end as u32);
        let kept = ends.partition_point(|end| self.capacity(hour(end), placement) >= nodes);
        kept.checked_sub(1).and_then(|last| ends.get(last)).map_or(self.start, hour)
    }
}
