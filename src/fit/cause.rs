//! Holds that keep a request from fitting: a minimal blocking set.

use super::calendar::Calendar;
use super::leaves::Leaves;
use super::segment_tree::SegmentTree;
use super::usable_nodes::{told_apart, usable_nodes};
use crate::model::{Block, HoldNodes, Hour, NodeRange, NodeRanges, Placement, Snapshot};

/// Maximum number of causes that are each tried for removal.
///
/// Nobody reads a longer list, and every try costs a look at each leaf.
const MOST_CAUSES: usize = 1_000;

/// One thing that keeps nodes from being free.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cause {
    /// Hold at this index of [`Snapshot::holds`].
    Hold(usize),
    /// Block that is not delivered yet: [`Block::available_from`].
    NotDelivered,
}

impl Cause {
    /// Returns the index in [`Snapshot::holds`] if the cause is a hold.
    #[must_use]
    pub const fn hold_index(self) -> Option<usize> {
        match self {
            Self::Hold(index) => Some(index),
            Self::NotDelivered => None,
        }
    }
}

/// Request for `nodes` nodes in one block throughout `interval`, to find what blocks it.
pub(super) struct Blockage<'a> {
    pub snapshot: &'a Snapshot,
    pub block: &'a Block,
    pub calendar: &'a Calendar,
    pub interval: (Hour, Hour),
    pub placement: Placement,
    pub nodes: u32,
}

impl<'a> Blockage<'a> {
    /// Returns a minimal blocking set among the causes for which `may_go` is true, the largest
    /// first.
    ///
    /// Without all of them the request fits in the interval, and none of them can stay. It is empty
    /// if the request fits anyway. The set is minimal, not the smallest of all, which would take a
    /// search through all sets of holds.
    ///
    /// Galloping search: causes are let back in from the smallest on, in chunks that double while
    /// everything still fits and halve when it does not; a single cause that does not fit belongs
    /// to the set. Invariant: the causes let in so far leave room for the request. Cost: O(k log n)
    /// tries for `k` of `n` causes, each with a look at every leaf. After [`MOST_CAUSES`] the rest,
    /// which are larger, join the set untried.
    ///
    /// ```text
    /// causes a (largest) to h; only c blocks
    /// h fits | gf fits | edcb does not | ed fits | cba does not | c does not: c blocks | b | a
    /// ```
    pub(super) fn causes(&self, may_go: impl Fn(Cause) -> bool) -> Vec<Cause> {
        let (may_go, has_to_stay): (Vec<Cause>, Vec<Cause>) =
            self.overlapping().into_iter().partition(|&cause| may_go(cause));
        let mut staying = Staying::new(self);
        staying.mark(&has_to_stay, true);
        let mut going = Vec::new();
        let mut rest = may_go.as_slice();
        // Chunks of causes: twice as many after a success, half as many after a failure.
        let mut many = 1;
        while !rest.is_empty() && going.len() < MOST_CAUSES {
            let (others, last) = rest.split_at(rest.len().saturating_sub(many));
            staying.mark(last, true);
            if staying.usable_nodes() >= self.nodes {
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
        // The set was found from the smallest up; callers read the largest first.
        going.extend(rest.iter().rev());
        going.reverse();
        going
    }

    /// Returns the hours (exclusive end) in which the causes are in effect, within the interval.
    pub(super) fn span(&self, causes: &[Cause]) -> (Hour, Hour) {
        let (start, end) = self.interval;
        if causes.is_empty() {
            return (start, end);
        }
        let (mut first, mut last) = (Hour::MAX, Hour::MIN);
        for &cause in causes {
            let (from, until) = self.times(cause);
            (first, last) = (first.min(from), last.max(until));
        }
        (first.max(start), last.min(end))
    }

    /// Returns all causes that overlap the interval, the largest first; a block that is not
    /// delivered yet comes before all holds, since it takes every node.
    fn overlapping(&self) -> Vec<Cause> {
        let (start, end) = self.interval;
        let mut causes = Vec::new();
        if self.block.available_from.is_some_and(|from| from > start) {
            causes.push(Cause::NotDelivered);
        }
        for held in self.calendar.holds() {
            if held.from < end && held.until > start {
                causes.push(Cause::Hold(held.index as usize));
            }
        }
        causes
    }

    fn times(&self, cause: Cause) -> (Hour, Hour) {
        match cause.hold_index().and_then(|index| self.snapshot.holds.get(index)) {
            Some(hold) => (hold.from, hold.until),
            None => (Hour::MIN, self.block.available_from.unwrap_or(Hour::MIN)),
        }
    }
}

/// Free nodes while some causes stay in effect.
struct Staying<'a> {
    blockage: &'a Blockage<'a>,
    leaves: Option<&'a Leaves>,
    /// Number of staying causes that hold each node.
    held: Vec<u32>,
    /// Free nodes of each leaf; of the whole block if leaves are not distinguished.
    free: Vec<u32>,
    /// Nodes taken by staying counted holds, by the stretch of time from one change point of the
    /// calendar's counted holds to the next.
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

    /// Puts causes into effect, or takes them out again.
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
        // Clipped to the interval: what is taken outside of it must not count in the maximum.
        let first = edges.partition_point(|&edge| edge <= from.max(start)).saturating_sub(1);
        let slots = first..edges.partition_point(|&edge| edge < until.min(end));
        self.taken.add_range(slots, count, stay);
    }

    fn usable_nodes(&self) -> u32 {
        let taken = u32::try_from(self.taken.most()).unwrap_or(u32::MAX);
        usable_nodes(&self.free, taken, self.blockage.placement)
    }

    /// Calls `act` for each node of `ranges`, with the number of causes that hold it and with the
    /// free nodes of its leaf.
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
