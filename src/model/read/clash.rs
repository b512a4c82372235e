//! Holds that cannot all be true: named ones on the same node, or more nodes than the block has.
//!
//! Both are kept: a node held twice is not free, and which hold is wrong is not for us to say.

use std::collections::BTreeMap;

use super::cursor::{At, Notes};
use super::load::Load;
use crate::model::hold::{Hold, HoldNodes};
use crate::model::limits::MAX_CLASHES;
use crate::model::nodes::{NodeRange, NodeRanges};
use crate::model::order;
use crate::model::problem::{ProblemKind, Resolution};
use crate::model::snapshot::Block;
use crate::model::time::Hour;

/// Notes the clashes among `holds`, whose places in the file are `places`, and adds to their
/// `load`, with a `pause` after each block.
pub(super) async fn find(
    blocks: &[Block],
    holds: &[Hold],
    places: &[usize],
    load: &mut Load,
    notes: &mut Notes,
    pause: impl AsyncFn(),
) {
    let mut by_block: Vec<Vec<usize>> = vec![Vec::new(); blocks.len()];
    for (index, hold) in holds.iter().enumerate() {
        if let Some(of_block) = by_block.get_mut(hold.block) {
            of_block.push(index);
        }
    }
    let mut left = MAX_CLASHES;
    for (block, of_block) in blocks.iter().zip(by_block) {
        let starts =
            of_block.iter().filter_map(|index| Some(order::of_hour(holds.get(*index)?.from)));
        let order = order::argsort(starts).filter_map(|place| of_block.get(place).copied());
        let order: Vec<usize> = order.collect();
        let sweep = ClashSweep { holds, places, order: &order };
        let before = left;
        sweep.over_booked(&mut left, load, notes);
        sweep.over_full(block, before == left && left > 0, notes);
        pause().await;
    }
}

/// The holds of one block in the order of their starts.
struct ClashSweep<'a> {
    holds: &'a [Hold],
    places: &'a [usize],
    order: &'a [usize],
}

/// Who holds a run of nodes up to and including `last`.
#[derive(Clone, Copy)]
struct HeldRun {
    last: u32,
    hold: usize,
    until: Hour,
}

impl ClashSweep<'_> {
    fn place(&self, hold: usize) -> usize {
        self.places.get(hold).copied().unwrap_or_default()
    }

    /// Notes pairs of named holds that share a node and an hour, until `left` is used up, and adds
    /// what they meet to the `load`, until that is too much.
    ///
    /// The nodes are kept as runs, each with the hold on it that ends last. A new hold replaces
    /// the runs that end before it does, so every run is replaced once; the others clash. Every
    /// hold that shares a node and an hour with an earlier one is in some pair; where three share
    /// them, not every pair is told.
    fn over_booked(&self, left: &mut usize, load: &mut Load, notes: &mut Notes) {
        let mut runs: BTreeMap<u32, HeldRun> = BTreeMap::new();
        for &index in self.order {
            let Some(hold) = self.holds.get(index) else { continue };
            let HoldNodes::Named(ranges) = &hold.nodes else { continue };
            let mut clashes = Vec::new();
            for range in ranges.ranges() {
                load.add_pieces(self.insert(&mut runs, *range, index, hold, &mut clashes));
                if load.check().is_err() {
                    return;
                }
            }
            for (other, shared) in by_hold(&clashes).into_iter().take(*left) {
                *left -= 1;
                let until = self.holds.get(other).map_or(hold.until, |it| it.until.min(hold.until));
                let list = At::ROOT.key("holds");
                let what = ProblemKind::OverBooked {
                    other: list.index(self.place(other)).path(),
                    nodes: NodeRanges::from_ranges(shared),
                    from: hold.from,
                    until,
                };
                notes.add(list.index(self.place(index)), what, Resolution::Kept);
            }
        }
    }

    /// Puts a hold on the nodes of `range`, and collects with whom it shares them; how many runs it
    /// meets there.
    fn insert(
        &self,
        runs: &mut BTreeMap<u32, HeldRun>,
        range: NodeRange,
        index: usize,
        hold: &Hold,
        clashes: &mut Vec<(usize, NodeRange)>,
    ) -> usize {
        split_run(runs, range.first);
        if let Some(after) = range.last.checked_add(1) {
            split_run(runs, after);
        }
        let mut stays = Vec::new();
        let mut goes = Vec::new();
        for (&first, run) in runs.range(range.first..=range.last) {
            if run.until > hold.from {
                clashes.push((run.hold, NodeRange { first, last: run.last }));
            }
            if run.until > hold.until {
                stays.push((first, run.last));
            } else {
                goes.push(first);
            }
        }
        let met = stays.len() + goes.len();
        for first in goes {
            runs.remove(&first);
        }
        let mut next = range.first;
        let end = (range.last.saturating_add(1), 0);
        for (first, last) in stays.into_iter().chain([end]) {
            if next < first {
                runs.insert(next, HeldRun { last: first - 1, hold: index, until: hold.until });
            }
            next = last.saturating_add(1);
        }
        met
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
        let ends = holds
            .iter()
            .map(|(_, hold)| order::pack(order::of_hour(hold.until), hold.nodes.count()));
        let mut ends = order::sorted(ends).into_iter().map(order::unpack).peekable();
        let (mut held, mut worst) = (0_u64, None);
        for (index, hold) in holds {
            let start = order::of_hour(hold.from);
            while let Some((_, count)) = ends.next_if(|(until, _)| *until <= start) {
                held = held.saturating_sub(count.into());
            }
            held = held.saturating_add(hold.nodes.count().into());
            if worst.is_none_or(|(most, _, _)| held > most) {
                worst = Some((held, index, hold.from));
            }
        }
        let nodes = block.nodes();
        if let Some((held, index, at)) = worst.filter(|(held, _, _)| *held > nodes.into()) {
            let what = ProblemKind::OverFull { block: block.id.clone(), held, nodes, at };
            notes.add(At::ROOT.key("holds").index(self.place(index)), what, Resolution::Kept);
        }
    }
}

/// The ranges that each hold shares, in the order of the holds.
fn by_hold(clashes: &[(usize, NodeRange)]) -> Vec<(usize, Vec<NodeRange>)> {
    let holds = clashes.iter().map(|(hold, _)| u32::try_from(*hold).unwrap_or(u32::MAX));
    let mut groups: Vec<(usize, Vec<NodeRange>)> = Vec::new();
    for &(hold, range) in order::argsort(holds).filter_map(|place| clashes.get(place)) {
        match groups.last_mut() {
            Some((last, ranges)) if *last == hold => ranges.push(range),
            _ => groups.push((hold, vec![range])),
        }
    }
    groups
}

/// Cuts the run that goes over `node`, so that one begins there.
fn split_run(runs: &mut BTreeMap<u32, HeldRun>, node: u32) {
    let Some((&first, run)) = runs.range_mut(..node).next_back() else { return };
    if first < node && run.last >= node {
        let tail = *run;
        run.last = node - 1;
        runs.insert(node, tail);
    }
}
