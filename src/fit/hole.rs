//! Holes: free windows of neighbouring nodes, between their holds.

use super::leaves::Leaves;
use crate::model::{Block, Hold, HoldNodes, Hour};

/// Neighbouring nodes that are free from one hour until another.
///
/// Just before and just after these hours they are held, or not delivered yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Hole {
    /// First free hour; [`Hour::MIN`] if they were always free.
    pub from: Hour,
    /// End (exclusive); [`Hour::MAX`] if they stay free without end.
    pub until: Hour,
    /// Index of the first node, 0-based.
    pub first: u32,
    /// Index after that of the last node.
    pub end: u32,
}

impl Hole {
    /// Returns the number of nodes.
    pub(super) const fn nodes(&self) -> u32 {
        self.end - self.first
    }

    /// Returns the length in hours.
    pub(super) fn hours(&self) -> u32 {
        self.until.since(self.from)
    }

    /// Returns `true` if the nodes are free at every hour of `start..end`.
    pub(super) fn spans(&self, start: Hour, end: Hour) -> bool {
        self.from <= start && self.until >= end
    }
}

/// Returns the holes that named holds leave in a block, in the order of their ends.
///
/// `holds` must come in the order of their first hours. One pass with an array of the hour since
/// which each node is free (invariant: all earlier holds are taken into account): a hold that
/// begins closes the holes of its nodes. Neighbours that have been free since the same hour share
/// one hole, so the number of holes depends on the holds and not on the size of the block. Cost:
/// O(nodes of the block + nodes of all holds).
///
/// ```text
/// 4 nodes, hold of nodes 2-3 at hours 5..8
/// at the hold: hole 2-3 before 5; then free since: MIN, 8, 8, MIN
/// at the end:  holes 1 always, 2-3 from 8 on, 4 always
/// ```
pub(super) fn holes<'a>(block: &Block, holds: impl Iterator<Item = &'a Hold>) -> Vec<Hole> {
    let nodes = block.nodes();
    let mut free_since = vec![block.available_from.unwrap_or(Hour::MIN); nodes as usize];
    let mut holes = Vec::new();
    for hold in holds {
        let HoldNodes::Named(ranges) = &hold.nodes else { continue };
        for range in ranges.ranges() {
            let first = range.first.saturating_sub(1);
            take(
                &mut free_since,
                first..range.last.min(nodes),
                (hold.from, hold.until),
                &mut holes,
            );
        }
    }
    // A last hold of all nodes, at `Hour::MAX`, closes the holes that are still open.
    take(&mut free_since, 0..nodes, (Hour::MAX, Hour::MAX), &mut holes);
    holes
}

/// Closes the holes of `nodes` at the first hour of `interval`, and marks them free again at its
/// end.
fn take(
    free_since: &mut [Hour],
    nodes: core::ops::Range<u32>,
    (from, until): (Hour, Hour),
    holes: &mut Vec<Hole>,
) {
    let mut first = nodes.start;
    let mut rest = free_since.get_mut(nodes.start as usize..nodes.end as usize).unwrap_or_default();
    while let Some(&since) = rest.first() {
        let alike = rest.iter().take_while(|&&other| other == since).count();
        let (these, others) = rest.split_at_mut(alike);
        let end = first + alike as u32;
        // Holds may overlap: inside an earlier one there is no hole to close, and the later end
        // counts.
        if since < from {
            holes.push(Hole { from: since, until: from, first, end });
        }
        if since < until {
            these.fill(until);
        }
        (first, rest) = (end, others);
    }
}

/// Counts the nodes of `holes` by leaf into `counts`; in one sum for the block if `leaves` is
/// `None`.
pub(super) fn count(
    holes: impl Iterator<Item = Hole>,
    leaves: Option<&Leaves>,
    counts: &mut Vec<u32>,
) {
    counts.clear();
    let Some(all) = leaves else {
        return counts.push(holes.map(|hole| hole.nodes()).sum());
    };
    counts.resize(all.count(), 0);
    for hole in holes {
        Leaves::for_each_run(leaves, hole.first..hole.end, |leaf, nodes| {
            if let Some(count) = counts.get_mut(leaf) {
                *count += nodes;
            }
        });
    }
}
