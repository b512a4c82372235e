//! Holds that contradict each other: named ones on the same node, or more nodes than the block has.
//!
//! Both holds are kept: a node held twice is not free, and it is not for us to decide which hold is
//! wrong.
//!
//! The number of nodes held is checked by a sweep over the interval ends: starts and ends are
//! sorted, and a running sum rises at each start and falls at each end. Ends come before starts of
//! the same hour, as `until` is exclusive. For `h` holds of a block that is O(h), with the radix
//! sort of [`order`].
//!
//! ```text
//! hold          start  end  nodes
//! a                 0    4      3
//! b                 2    6      2   held from 2: 3 + 2 = 5, the maximum
//! c                 4    8      1   a ends first: 5 - 3 + 1 = 3
//! ```

use std::collections::BTreeMap;

use super::json_path::{JsonPath, Notes};
use super::load::Load;
use crate::model::hold::{Hold, HoldNodes};
use crate::model::limits::MAX_CLASHES;
use crate::model::nodes::{NodeRange, NodeRanges};
use crate::model::order;
use crate::model::problem::{ProblemKind, Resolution};
use crate::model::snapshot::Block;
use crate::model::time::Hour;

/// Notes the clashes among `holds` and adds the overlaps to `load`, with a `pause` after each
/// block.
///
/// `file_indices[i]` is the index in the file of `holds[i]`.
pub(super) async fn find(
    blocks: &[Block],
    holds: &[Hold],
    file_indices: &[usize],
    load: &mut Load,
    notes: &mut Notes,
    pause: impl AsyncFn(),
) {
    let mut by_block: Vec<Vec<usize>> = vec![Vec::new(); blocks.len()];
    for (index, hold) in holds.iter().enumerate() {
        if let Some(of_block) = by_block.get_mut(hold.block_index) {
            of_block.push(index);
        }
    }
    let mut left = MAX_CLASHES;
    for (block, of_block) in blocks.iter().zip(by_block) {
        let starts =
            of_block.iter().filter_map(|index| Some(order::of_hour(holds.get(*index)?.from)));
        let order = order::argsort(starts).filter_map(|index| of_block.get(index).copied());
        let order: Vec<usize> = order.collect();
        let sweep = ClashSweep { holds, file_indices, order: &order };
        let before = left;
        sweep.over_booked(&mut left, load, notes);
        // At 0 the search has ended early, so named nodes may overlap without being noticed.
        sweep.over_full(block, before == left && left > 0, notes);
        pause().await;
    }
}

/// Holds of one block, with `order` as their indices in the order of their starts.
struct ClashSweep<'a> {
    holds: &'a [Hold],
    file_indices: &'a [usize],
    order: &'a [usize],
}

/// Occupant of a run of nodes up to and including `last`; the first node is the key of the map.
#[derive(Clone, Copy)]
struct HeldRun {
    last: u32,
    hold_index: usize,
    until: Hour,
}

impl ClashSweep<'_> {
    fn file_index(&self, index: usize) -> usize {
        self.file_indices.get(index).copied().unwrap_or_default()
    }

    /// Notes pairs of named holds that share a node and an hour, until `left` is used up, and adds
    /// the runs they meet to `load`, until that exceeds its limit.
    ///
    /// The nodes are kept as disjoint runs in a map by first node, each with the hold on it that
    /// ends last. A new hold replaces the runs that end no later than it does, so each run is
    /// replaced once; the runs that stay clash with it. Every hold that shares a node and an hour
    /// with an earlier one is in some pair; if three share them, not every pair is reported. A
    /// range that meets `m` of `r` runs costs O((m + 1) log r), and `load` limits the sum of all
    /// `m`.
    fn over_booked(&self, left: &mut usize, load: &mut Load, notes: &mut Notes) {
        let mut runs: BTreeMap<u32, HeldRun> = BTreeMap::new();
        for &index in self.order {
            let Some(hold) = self.holds.get(index) else { continue };
            let HoldNodes::Named(ranges) = &hold.nodes else { continue };
            let mut clashes = Vec::new();
            for range in ranges.ranges() {
                load.add_pieces(self.insert(&mut runs, *range, index, hold, &mut clashes));
                // The file is refused by the caller, so further work on it would be wasted.
                if load.check().is_err() {
                    return;
                }
            }
            for (other, shared) in by_hold(&clashes).into_iter().take(*left) {
                *left -= 1;
                let until = self.holds.get(other).map_or(hold.until, |it| it.until.min(hold.until));
                let list = JsonPath::ROOT.key("holds");
                let kind = ProblemKind::OverBooked {
                    other: list.index(self.file_index(other)).text(),
                    nodes: NodeRanges::from_ranges(shared),
                    from: hold.from,
                    until,
                };
                notes.add(list.index(self.file_index(index)), kind, Resolution::Kept);
            }
        }
    }

    /// Puts a hold on the nodes of `range`, adds to `clashes` the holds it shares them with, and
    /// returns the number of runs it meets there.
    fn insert(
        &self,
        runs: &mut BTreeMap<u32, HeldRun>,
        range: NodeRange,
        index: usize,
        hold: &Hold,
        clashes: &mut Vec<(usize, NodeRange)>,
    ) -> usize {
        // Split at both ends, so that no run lies partly in the range.
        split_run(runs, range.first);
        if let Some(after) = range.last.checked_add(1) {
            split_run(runs, after);
        }
        let mut stays = Vec::new();
        let mut goes = Vec::new();
        for (&first, run) in runs.range(range.first..=range.last) {
            // The holds come in the order of their starts, so a run that ends after this start
            // overlaps.
            if run.until > hold.from {
                clashes.push((run.hold_index, NodeRange { first, last: run.last }));
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
        // A sentinel behind the range, so that the gap after the last remaining run is filled too.
        let end = (range.last.saturating_add(1), 0);
        for (first, last) in stays.into_iter().chain([end]) {
            if next < first {
                runs.insert(
                    next,
                    HeldRun { last: first - 1, hold_index: index, until: hold.until },
                );
            }
            next = last.saturating_add(1);
        }
        met
    }

    /// Notes the hour at which the most nodes are held, if they are more than the block has.
    ///
    /// Named nodes count only if none of them is held twice, as their sum would otherwise be too
    /// high.
    fn over_full(&self, block: &Block, count_named: bool, notes: &mut Notes) {
        let counts = |hold: &Hold| match hold.nodes {
            HoldNodes::Named(_) => count_named,
            HoldNodes::Counted(_) => true,
        };
        let holds = self.order.iter().filter_map(|index| Some((*index, self.holds.get(*index)?)));
        let holds: Vec<_> = holds.filter(|(_, hold)| counts(hold)).collect();
        // Named nodes alone cannot exceed the block unless one is held twice, which is reported
        // elsewhere.
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
            // `until` is exclusive, so a hold that ends at this start is subtracted first.
            while let Some((_, count)) = ends.next_if(|(until, _)| *until <= start) {
                held = held.saturating_sub(count.into());
            }
            held = held.saturating_add(hold.nodes.count().into());
            if worst.is_none_or(|(most, _, _)| held > most) {
                worst = Some((held, index, hold.from));
            }
        }
        let nodes = block.nodes();
        if let Some((held, index, hour)) = worst.filter(|(held, _, _)| *held > nodes.into()) {
            let kind = ProblemKind::OverFull { block: block.id.clone(), held, nodes, hour };
            notes.add(
                JsonPath::ROOT.key("holds").index(self.file_index(index)),
                kind,
                Resolution::Kept,
            );
        }
    }
}

/// Groups the shared ranges by hold, in ascending order of the holds' indices.
fn by_hold(clashes: &[(usize, NodeRange)]) -> Vec<(usize, Vec<NodeRange>)> {
    let holds = clashes.iter().map(|(hold, _)| u32::try_from(*hold).unwrap_or(u32::MAX));
    let mut groups: Vec<(usize, Vec<NodeRange>)> = Vec::new();
    for &(hold, range) in order::argsort(holds).filter_map(|index| clashes.get(index)) {
        match groups.last_mut() {
            Some((last, ranges)) if *last == hold => ranges.push(range),
            _ => groups.push((hold, vec![range])),
        }
    }
    groups
}

/// Splits the run that extends over `node`, so that a run begins there.
fn split_run(runs: &mut BTreeMap<u32, HeldRun>, node: u32) {
    let Some((&first, run)) = runs.range_mut(..node).next_back() else { return };
    if first < node && run.last >= node {
        let tail = *run;
        run.last = node - 1;
        runs.insert(node, tail);
    }
}
