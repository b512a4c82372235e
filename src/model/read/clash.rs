//! Holds that cannot all be true: named ones on the same node, or more nodes than the block has.
//!
//! Both are kept: a node held twice is not free, and which hold is wrong is not for us to say.

use std::collections::{BTreeMap, BTreeSet};

use super::cursor::{At, Notes};
use crate::model::limits::MAX_CLASHES;
use crate::model::nodes::{NodeRange, NodeRanges};
use crate::model::problem::{Done, What};
use crate::model::snapshot::{Block, Hold, HoldNodes};
use crate::model::time::Hour;

/// Notes the clashes among `holds`, whose places in the file are `places`.
pub(super) fn find(blocks: &[Block], holds: &[Hold], places: &[usize], notes: &mut Notes) {
    let mut by_block: Vec<Vec<usize>> = vec![Vec::new(); blocks.len()];
    for (index, hold) in holds.iter().enumerate() {
        if let Some(of_block) = by_block.get_mut(hold.block) {
            of_block.push(index);
        }
    }
    let mut left = MAX_CLASHES;
    for (block, mut order) in blocks.iter().zip(by_block) {
        order.sort_by_key(|index| holds.get(*index).map(|hold| hold.from));
        let sweep = Sweep { holds, places, order: &order };
        let before = left;
        sweep.over_booked(&mut left, notes);
        sweep.over_full(block, before == left && left > 0, notes);
    }
}

/// The holds of one block in the order of their starts.
struct Sweep<'a> {
    holds: &'a [Hold],
    places: &'a [usize],
    order: &'a [usize],
}

/// Who holds a run of nodes up to and including `last`.
#[derive(Clone, Copy)]
struct Run {
    last: u32,
    hold: usize,
    until: Hour,
}

impl Sweep<'_> {
    fn place(&self, hold: usize) -> usize {
        self.places.get(hold).copied().unwrap_or_default()
    }

    /// Notes pairs of named holds that share a node and an hour, until `left` is used up.
    ///
    /// The nodes are kept as runs, each with the hold on it that ends last. A new hold replaces
    /// the runs that end before it does, so every run is replaced once; the others clash. Every
    /// hold that shares a node and an hour with an earlier one is in some pair; where three share
    /// them, not every pair is told.
    fn over_booked(&self, left: &mut usize, notes: &mut Notes) {
        let mut runs: BTreeMap<u32, Run> = BTreeMap::new();
        for &index in self.order {
            let Some(hold) = self.holds.get(index) else { continue };
            let HoldNodes::Named(ranges) = &hold.nodes else { continue };
            let mut clashes: BTreeMap<usize, Vec<NodeRange>> = BTreeMap::new();
            for range in ranges.ranges() {
                self.put(&mut runs, *range, index, hold, &mut clashes);
            }
            for (other, shared) in clashes {
                if *left == 0 {
                    return;
                }
                *left -= 1;
                let until = self.holds.get(other).map_or(hold.until, |it| it.until.min(hold.until));
                let list = At::ROOT.key("holds");
                let what = What::OverBooked {
                    other: list.index(self.place(other)).path(),
                    nodes: NodeRanges::from_ranges(shared),
                    from: hold.from,
                    until,
                };
                notes.add(list.index(self.place(index)), what, Done::Kept);
            }
        }
    }

    /// Puts a hold on the nodes of `range`, and collects with whom it shares them.
    fn put(
        &self,
        runs: &mut BTreeMap<u32, Run>,
        range: NodeRange,
        index: usize,
        hold: &Hold,
        clashes: &mut BTreeMap<usize, Vec<NodeRange>>,
    ) {
        split(runs, range.first);
        if let Some(after) = range.last.checked_add(1) {
            split(runs, after);
        }
        let mut stays = BTreeSet::new();
        let mut goes = Vec::new();
        for (&first, run) in runs.range(range.first..=range.last) {
            if run.until > hold.from {
                let shared = NodeRange { first, last: run.last };
                clashes.entry(run.hold).or_default().push(shared);
            }
            if run.until > hold.until {
                stays.insert((first, run.last));
            } else {
                goes.push(first);
            }
        }
        for first in goes {
            runs.remove(&first);
        }
        let mut next = range.first;
        let end = (range.last.saturating_add(1), 0);
        for (first, last) in stays.into_iter().chain([end]) {
            if next < first {
                runs.insert(next, Run { last: first - 1, hold: index, until: hold.until });
            }
            next = last.saturating_add(1);
        }
    }

    /// Notes where more nodes are held than the block has, at the worst hour. Named nodes count
    /// where none of them is held twice, else their sum would say too much.
    fn over_full(&self, block: &Block, count_named: bool, notes: &mut Notes) {
        let counts = |hold: &Hold| match hold.nodes {
            HoldNodes::Named(_) => count_named,
            HoldNodes::Counted(_) => true,
        };
        let holds = self.order.iter().filter_map(|index| Some((*index, self.holds.get(*index)?)));
        let holds: Vec<_> = holds.filter(|(_, hold)| counts(hold)).collect();
        if !holds.iter().any(|(_, hold)| matches!(hold.nodes, HoldNodes::Counted(_))) {
            return;
        }
        let mut ends: Vec<(Hour, u64)> =
            holds.iter().map(|(_, hold)| (hold.until, hold.nodes.count().into())).collect();
        ends.sort_unstable();
        let mut ends = ends.into_iter().peekable();
        let (mut held, mut worst) = (0_u64, None);
        for (index, hold) in holds {
            while let Some((_, count)) = ends.next_if(|(until, _)| *until <= hold.from) {
                held = held.saturating_sub(count);
            }
            held = held.saturating_add(hold.nodes.count().into());
            if worst.is_none_or(|(most, _, _)| held > most) {
                worst = Some((held, index, hold.from));
            }
        }
        let nodes = block.nodes();
        if let Some((held, index, at)) = worst.filter(|(held, _, _)| *held > nodes.into()) {
            let what = What::OverFull { block: block.id.clone(), held, nodes, at };
            notes.add(At::ROOT.key("holds").index(self.place(index)), what, Done::Kept);
        }
    }
}

/// Cuts the run that goes over `node`, so that one begins there.
fn split(runs: &mut BTreeMap<u32, Run>, node: u32) {
    let Some((&first, run)) = runs.range_mut(..node).next_back() else { return };
    if first < node && run.last >= node {
        let tail = *run;
        run.last = node - 1;
        runs.insert(node, tail);
    }
}
