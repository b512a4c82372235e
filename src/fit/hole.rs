//! Free time of nodes, as holes between their holds.

use super::leaves::Leaves;
use crate::model::{Block, Hold, HoldNodes, Hour};

/// Neighbouring nodes that are free from one hour to another, and held, or not there yet, just
/// before it and just after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Hole {
    /// The first free hour; [`Hour::MIN`] for ever before.
    pub from: Hour,
    /// The first hour that is not free any more; [`Hour::MAX`] for ever after.
    pub until: Hour,
    /// The first node, from 0.
    pub first: u32,
    /// The node after the last one.
    pub end: u32,
}

impl Hole {
    /// How many nodes are free.
    pub(super) const fn nodes(&self) -> u32 {
        self.end - self.first
    }

    /// For how many hours they are.
    pub(super) fn hours(&self) -> u32 {
        self.until.since(self.from)
    }

    /// Whether they are free at every hour from `start` until `end`.
    pub(super) fn spans(&self, start: Hour, end: Hour) -> bool {
        self.from <= start && self.until >= end
    }
}

/// The holes that named holds leave in a block, by the hours at which they close; `holds` come in
/// the order of their first hours.
///
/// One pass: for every node it is known since when it is free, and a hold that begins ends the
/// holes of its nodes. Nodes that were alike stay together, so a block of any size costs what its
/// holds cost.
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
    // What is free in the end stays free.
    take(&mut free_since, 0..nodes, (Hour::MAX, Hour::MAX), &mut holes);
    holes
}

/// Ends the holes of `nodes` at the first hour of `interval`; they are free again after it.
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
        if since < from {
            holes.push(Hole { from: since, until: from, first, end });
        }
        if since < until {
            these.fill(until);
        }
        (first, rest) = (end, others);
    }
}

/// How many nodes of `holes` are free on each leaf; on the block where `leaves` is `None`.
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
