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
    /// Greedy: causes are let back in one by one, the smallest first; one that leaves no room for
    /// the request belongs to the set. Invariant: the causes let in so far leave room for it. Cost:
    /// O(nodes of all causes), and a look at every leaf for each cause that holds a node which those
    /// before it left free. After [`MOST_CAUSES`] the rest, which are larger, join the set untried.
    ///
    /// ```text
    /// 2 nodes of 4 are asked; causes a (largest) to d
    /// d holds node 1: 3 are left | c holds node 1: that changes nothing
    /// b holds nodes 1-3: 1 would be left, so b blocks | a holds nodes 1-4: a blocks
    /// ```
    pub(super) fn causes(&self, may_go: impl Fn(Cause) -> bool) -> Vec<Cause> {
        let (may_go, has_to_stay): (Vec<Cause>, Vec<Cause>) =
            self.overlapping().into_iter().partition(|&cause| may_go(cause));
        let mut staying = Staying::new(self);
        // No node is needed yet, so that each of these stays.
        for &cause in &has_to_stay {
            staying.admit(cause);
        }
        staying.needed = self.nodes;
        if !staying.fits() {
            return may_go;
        }
        let mut going = Vec::new();
        let mut rest = may_go.into_iter().rev();
        while going.len() < MOST_CAUSES
            && let Some(cause) = rest.next()
        {
            if !staying.admit(cause) {
                going.push(cause);
            }
        }
        // The set was found from the smallest up; callers read the largest first.
        going.extend(rest);
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
    /// For each node, `true` if a staying cause holds it.
    held: Vec<bool>,
    /// Free nodes of each leaf; of the whole block if leaves are not distinguished.
    free: Vec<u32>,
    /// Nodes taken by staying counted holds, by the stretch of time from one change point of the
    /// calendar's counted holds to the next.
    taken: SegmentTree,
    /// Nodes that have to be left.
    needed: u32,
}

impl<'a> Staying<'a> {
    fn new(blockage: &'a Blockage<'a>) -> Self {
        let calendar = blockage.calendar;
        let leaves = told_apart(calendar.leaves(), blockage.placement);
        Self {
            blockage,
            leaves,
            held: vec![false; calendar.nodes() as usize],
            free: leaves.map_or(vec![calendar.nodes()], |leaves| leaves.sizes().to_vec()),
            taken: SegmentTree::new(calendar.counted().edges().len()),
            needed: 0,
        }
    }

    /// Returns `true` if enough nodes are left.
    fn fits(&self) -> bool {
        let taken = u32::try_from(self.taken.most()).unwrap_or(u32::MAX);
        usable_nodes(&self.free, taken, self.blockage.placement) >= self.needed
    }

    /// Lets a cause stay and returns `true` if enough nodes are left beside it, as they were before.
    fn admit(&mut self, cause: Cause) -> bool {
        let blockage = self.blockage;
        let Cause::Hold(index) = cause else {
            let whole = NodeRange { first: 1, last: blockage.calendar.nodes() };
            return self.admit_named(&NodeRanges::from_ranges(vec![whole]));
        };
        let Some(hold) = blockage.snapshot.holds.get(index) else { return true };
        match &hold.nodes {
            HoldNodes::Named(nodes) => self.admit_named(nodes),
            HoldNodes::Counted(count) => self.admit_counted((hold.from, hold.until), *count),
        }
    }

    fn admit_named(&mut self, nodes: &NodeRanges) -> bool {
        let mut taken = 0;
        self.for_each_run(nodes, |held, free| {
            let left = unheld(held);
            *free -= left;
            taken += left;
        });
        // Nodes that are held already make no difference.
        if taken == 0 {
            return true;
        }
        let fits = self.fits();
        self.for_each_run(nodes, |held, free| {
            if fits {
                held.fill(true);
            } else {
                *free += unheld(held);
            }
        });
        fits
    }

    fn admit_counted(&mut self, (from, until): (Hour, Hour), count: u32) -> bool {
        let (start, end) = self.blockage.interval;
        let edges = self.blockage.calendar.counted().edges();
        // Clipped to the interval: what is taken outside of it must not count in the maximum.
        let first = edges.partition_point(|&edge| edge <= from.max(start)).saturating_sub(1);
        let slots = first..edges.partition_point(|&edge| edge < until.min(end));
        self.taken.add_range(slots.clone(), count, true);
        let fits = self.fits();
        if !fits {
            self.taken.add_range(slots, count, false);
        }
        fits
    }

    /// Calls `act` for each run of `nodes` on one leaf, with who of them is held and with the free
    /// nodes of the leaf.
    fn for_each_run(&mut self, nodes: &NodeRanges, mut act: impl FnMut(&mut [bool], &mut u32)) {
        for range in nodes.ranges() {
            let nodes = range.first.saturating_sub(1)..range.last.min(self.held.len() as u32);
            let mut node = nodes.start as usize;
            Leaves::for_each_run(self.leaves, nodes, |leaf, count| {
                let held = self.held.get_mut(node..node + count as usize).unwrap_or_default();
                if let Some(free) = self.free.get_mut(leaf) {
                    act(held, free);
                }
                node += count as usize;
            });
        }
    }
}

fn unheld(held: &[bool]) -> u32 {
    held.iter().filter(|&&held| !held).count() as u32
}
