//! Which holds stand in the way.

use super::calendar::Calendar;
use super::capacity::{capacity, told_apart};
use super::leaves::Leaves;
use super::segment_tree::SegmentTree;
use crate::model::{Block, HoldNodes, Hour, NodeRange, NodeRanges, Placement, Snapshot};

/// So many causes are told apart from those that may stay: nobody reads a longer list, and every one
/// costs a look at each leaf.
const MOST_CAUSES: usize = 1_000;

/// What keeps nodes from being free.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cause {
    /// The hold at this place in [`Snapshot::holds`].
    Hold(usize),
    /// The block is not there yet: [`Block::available_from`].
    NotDelivered,
}

impl Cause {
    /// The place of the hold in [`Snapshot::holds`], where it is one.
    #[must_use]
    pub const fn hold(self) -> Option<usize> {
        match self {
            Self::Hold(place) => Some(place),
            Self::NotDelivered => None,
        }
    }
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
    /// through all sets of holds; this finds a list from which nothing can be left out.) Where
    /// [`MOST_CAUSES`] had to go, the larger ones are not tried any more and go too.
    pub(super) fn causes(&self, may_go: impl Fn(Cause) -> bool) -> Vec<Cause> {
        let (may_go, has_to_stay): (Vec<Cause>, Vec<Cause>) =
            self.overlapping().into_iter().partition(|&cause| may_go(cause));
        let mut staying = Staying::new(self);
        staying.mark(&has_to_stay, true);
        let mut going = Vec::new();
        let mut rest = may_go.as_slice();
        // Where many may stay, they are let in together: twice as many each time that they may, half
        // as many where they may not.
        let mut many = 1;
        while !rest.is_empty() && going.len() < MOST_CAUSES {
            let (others, last) = rest.split_at(rest.len().saturating_sub(many));
            staying.mark(last, true);
            if staying.capacity() >= self.nodes {
                (rest, many) = (others, 2 * many);
                continue;
            }
            staying.mark(last, false);
            if let [cause] = last {
                going.push(*cause);
                rest = others;
            }
            many = (last.len() / 2).max(1);
        }
        going.extend(rest.iter().rev());
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
        let held = self.calendar.holds().iter().filter(|h| h.from < end && h.until > start);
        causes.extend(held.map(|held| Cause::Hold(held.index as usize)));
        causes
    }

    fn times(&self, cause: Cause) -> (Hour, Hour) {
        match cause.hold().and_then(|index| self.snapshot.holds.get(index)) {
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
    taken: SegmentTree,
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
            taken: SegmentTree::new(calendar.counted().edges().len()),
        }
    }

    /// Lets causes stay, or takes them back.
    fn mark(&mut self, causes: &[Cause], stay: bool) {
        let blockage = self.blockage;
        for &cause in causes {
            let Cause::Hold(index) = cause else {
                let whole = NodeRange { first: 1, last: blockage.calendar.nodes() };
                self.put_named(&NodeRanges::from_ranges(vec![whole]), stay);
                continue;
            };
            let Some(hold) = blockage.snapshot.holds.get(index) else { continue };
            match &hold.nodes {
                HoldNodes::Named(ranges) => self.put_named(ranges, stay),
                HoldNodes::Counted(count) => {
                    self.put_counted((hold.from, hold.until), *count, stay);
                }
            }
        }
    }

    fn put_named(&mut self, ranges: &NodeRanges, stay: bool) {
        if stay {
            self.for_each_node(ranges, |held, free| {
                *free -= u32::from(*held == 0);
                *held += 1;
            });
        } else {
            self.for_each_node(ranges, |held, free| {
                *held -= 1;
                *free += u32::from(*held == 0);
            });
        }
    }

    fn put_counted(&mut self, (from, until): (Hour, Hour), count: u32, stay: bool) {
        let (start, end) = self.blockage.interval;
        let edges = self.blockage.calendar.counted().edges();
        let first = edges.partition_point(|&edge| edge <= from.max(start)).saturating_sub(1);
        let slots = first..edges.partition_point(|&edge| edge < until.min(end));
        self.taken.add_range(slots, count, stay);
    }

    fn capacity(&self) -> u32 {
        let taken = u32::try_from(self.taken.most()).unwrap_or(u32::MAX);
        capacity(&self.free, taken, self.blockage.placement)
    }

    /// Calls `act` with how often each of these nodes is held, and the free nodes of its leaf.
    fn for_each_node(&mut self, ranges: &NodeRanges, act: impl Fn(&mut u32, &mut u32)) {
        for range in ranges.ranges() {
            let nodes = range.first.saturating_sub(1)..range.last.min(self.held.len() as u32);
            let mut node = nodes.start as usize;
            Leaves::for_each_run(self.leaves, nodes, |leaf, count| {
                let held = self.held.get_mut(node..node + count as usize).unwrap_or_default();
                if let Some(free) = self.free.get_mut(leaf) {
                    held.iter_mut().for_each(|held| act(held, free));
                }
                node += count as usize;
            });
        }
    }
}
