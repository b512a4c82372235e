//! Which holds stand in the way.

use super::calendar::{Calendar, Placed};
use super::capacity::{capacity, told_apart};
use super::leaves::Leaves;
use crate::model::{Block, HoldNodes, Hour, NodeRange, NodeRanges, Placement, Snapshot};

/// What keeps nodes from being free.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cause {
    /// The hold at this place in [`Snapshot::holds`].
    Hold(usize),
    /// The block is not there yet: [`Block::available_from`].
    NotDelivered,
}

/// What is blocked throughout an interval, with `nodes` nodes asked.
pub(super) struct Blockage<'a> {
    pub snapshot: &'a Snapshot,
    pub block: &'a Block,
    pub calendar: &'a Calendar,
    pub interval: (Hour, Hour),
    pub placement: Placement,
    pub nodes: u32,
}

impl<'a> Blockage<'a> {
    /// The fewest, largest causes among those that may go: without all of them the request fits
    /// in the interval, and none of them can stay. Empty where it fits anyway.
    ///
    /// Whatever may stay does, the smallest holds first. (The fewest of all would be a search
    /// through all sets of holds; this finds a list from which nothing can be left out.)
    pub(super) fn causes(&self, may_go: impl Fn(Cause) -> bool) -> Vec<Cause> {
        let (may_go, has_to_stay): (Vec<Cause>, Vec<Cause>) =
            self.overlapping().into_iter().partition(|&cause| may_go(cause));
        let mut staying = Staying::new(self);
        for cause in has_to_stay {
            staying.add(cause, 0);
        }
        let mut going: Vec<Cause> =
            may_go.into_iter().rev().filter(|&cause| !staying.add(cause, self.nodes)).collect();
        going.reverse();
        going
    }

    /// From when to when the causes stand in the way, within the interval.
    pub(super) fn span(&self, causes: &[Cause]) -> (Hour, Hour) {
        let (start, end) = self.interval;
        let spans = || causes.iter().map(|&cause| self.times(cause));
        let from = spans().map(|(from, _)| from).min().unwrap_or(start);
        let until = spans().map(|(_, until)| until).max().unwrap_or(end);
        (from.max(start), until.min(end))
    }

    /// All causes in the interval, the largest first; what is not delivered is all of the block.
    fn overlapping(&self) -> Vec<Cause> {
        let (start, end) = self.interval;
        let not_delivered = self.block.available_from.is_some_and(|from| from > start);
        let mut causes: Vec<Cause> =
            not_delivered.then_some(Cause::NotDelivered).into_iter().collect();
        let mut before: Option<Placed> = None;
        for held in self.calendar.holds().iter().filter(|h| h.from < end && h.until > start) {
            causes.push(Cause::Hold(held.index as usize));
            // Equals stand in the order of their nodes, whatever their order in the file.
            let equal = |other: &Placed| (other.from, other.until) == (held.from, held.until);
            if before.as_ref().is_some_and(equal) {
                self.settle(&mut causes);
            }
            before = Some(*held);
        }
        causes
    }

    /// Moves the last cause before those that are as large and as long and have later nodes.
    fn settle(&self, causes: &mut [Cause]) {
        let key = |place: usize| {
            let hold = self.snapshot.holds.get(self.hold(*causes.get(place)?)?)?;
            Some((hold.nodes.count(), hold.from, hold.until, &hold.nodes))
        };
        let mut place = causes.len().saturating_sub(1);
        while let Some((before, last)) =
            place.checked_sub(1).and_then(key).zip(key(causes.len() - 1))
        {
            if (before.0, before.1, before.2) != (last.0, last.1, last.2) || before.3 <= last.3 {
                break;
            }
            place -= 1;
        }
        if let Some(moved) = causes.get_mut(place..) {
            moved.rotate_right(1);
        }
    }

    const fn hold(&self, cause: Cause) -> Option<usize> {
        match cause {
            Cause::Hold(index) => Some(index),
            Cause::NotDelivered => None,
        }
    }

    fn times(&self, cause: Cause) -> (Hour, Hour) {
        match self.hold(cause).and_then(|index| self.snapshot.holds.get(index)) {
            Some(hold) => (hold.from, hold.until),
            None => (Hour::MIN, self.block.available_from.unwrap_or(Hour::MIN)),
        }
    }
}

/// What is free while some causes stay.
struct Staying<'a> {
    blockage: &'a Blockage<'a>,
    leaves: Option<&'a Leaves>,
    /// How many causes hold each node.
    held: Vec<u32>,
    /// Free nodes of each leaf.
    free: Vec<u32>,
    /// How many nodes are taken by count, between each two edges of counted holds.
    taken: Vec<u64>,
    most_taken: u64,
}

impl<'a> Staying<'a> {
    fn new(blockage: &'a Blockage<'a>) -> Self {
        let calendar = blockage.calendar;
        let leaves = told_apart(calendar.leaves(), blockage.placement);
        Self {
            blockage,
            leaves,
            held: vec![0; calendar.nodes() as usize],
            free: leaves.map_or(vec![calendar.nodes()], |leaves| leaves.sizes().to_vec()),
            taken: vec![0; calendar.counted().edges().len()],
            most_taken: 0,
        }
    }

    /// Lets a cause stay, where at least `nodes` nodes are left then; whether it may.
    fn add(&mut self, cause: Cause, nodes: u32) -> bool {
        let Cause::Hold(index) = cause else {
            let whole = NodeRange { first: 1, last: self.blockage.calendar.nodes() };
            return self.add_named(&NodeRanges::from_ranges(vec![whole]), nodes);
        };
        let Some(hold) = self.blockage.snapshot.holds.get(index) else { return true };
        match &hold.nodes {
            HoldNodes::Named(ranges) => self.add_named(ranges, nodes),
            HoldNodes::Counted(count) => self.add_counted((hold.from, hold.until), *count, nodes),
        }
    }

    fn add_named(&mut self, ranges: &NodeRanges, nodes: u32) -> bool {
        self.each(ranges, |held, free| {
            *free -= u32::from(*held == 0);
            *held += 1;
        });
        let enough = self.capacity() >= nodes;
        if !enough {
            self.each(ranges, |held, free| {
                *held -= 1;
                *free += u32::from(*held == 0);
            });
        }
        enough
    }

    fn add_counted(&mut self, (from, until): (Hour, Hour), count: u32, nodes: u32) -> bool {
        let (start, end) = self.blockage.interval;
        let edges = self.blockage.calendar.counted().edges();
        let first = edges.partition_point(|&edge| edge <= from.max(start)).saturating_sub(1);
        let slots = first..edges.partition_point(|&edge| edge < until.min(end));
        let before = self.most_taken;
        for taken in self.taken.get_mut(slots.clone()).unwrap_or_default() {
            *taken += u64::from(count);
            self.most_taken = self.most_taken.max(*taken);
        }
        let enough = self.capacity() >= nodes;
        if !enough {
            self.most_taken = before;
            for taken in self.taken.get_mut(slots).unwrap_or_default() {
                *taken -= u64::from(count);
            }
        }
        enough
    }

    fn capacity(&self) -> u32 {
        let taken = u32::try_from(self.most_taken).unwrap_or(u32::MAX);
        capacity(&self.free, taken, self.blockage.placement)
    }

    /// Calls `act` with how often each of these nodes is held, and the free nodes of its leaf.
    fn each(&mut self, ranges: &NodeRanges, act: impl Fn(&mut u32, &mut u32)) {
        for range in ranges.ranges() {
            let nodes = range.first.saturating_sub(1)..range.last.min(self.held.len() as u32);
            let mut node = nodes.start as usize;
            Leaves::each(self.leaves, nodes, |leaf, count| {
                let held = self.held.get_mut(node..node + count as usize).unwrap_or_default();
                if let Some(free) = self.free.get_mut(leaf) {
                    held.iter_mut().for_each(|held| act(held, free));
                }
                node += count as usize;
            });
        }
    }
}
