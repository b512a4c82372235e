//! Effect of an offer on the free nodes that are left for others.

use super::availability_at::AvailabilityAt;
use super::leaves::Leaves;
use crate::model::{NodeRange, NodeRanges, order};

/// Free nodes of a block at one hour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Remainder {
    /// Length of the longest run of neighbouring free nodes, across leaves.
    pub nodes: u32,
    /// Length of the longest run of neighbouring leaves that are wholly free.
    pub leaves: u32,
    /// Free nodes of the whole block, less those that counted holds take.
    pub block: u32,
}

/// Free nodes at the first hour of an offer, with and without the offer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fragmentation {
    /// Free nodes without the offer.
    pub before: Remainder,
    /// Free nodes with the offer.
    ///
    /// If counted holds leave open which nodes it takes, its runs are those without the offer: an
    /// upper bound.
    pub after: Remainder,
}

impl Fragmentation {
    /// Computes the effect of an offer of `nodes` nodes at the start of `opening`.
    ///
    /// `named` are these nodes, or empty if they are not known.
    pub(super) fn new(opening: &AvailabilityAt<'_>, nodes: u32, named: &NodeRanges) -> Self {
        let calendar = opening.calendar;
        let free = opening.holes().map(|hole| order::pack(hole.first + 1, hole.end));
        let free = order::sorted(free).into_iter().map(order::unpack);
        let free = free.map(|(first, last)| NodeRange { first, last }).collect();
        let free = NodeRanges::from_ranges(free);
        let block = free.count().saturating_sub(calendar.counted().taken_at(opening.start));
        let before = remainder(calendar.leaves(), &free, block);
        let left = block.saturating_sub(nodes);
        let after = remainder(calendar.leaves(), &free.without(named), left);
        Self { before, after }
    }
}

fn remainder(leaves: &Leaves, free: &NodeRanges, block: u32) -> Remainder {
    // Neighbouring free nodes form one range, so neighbouring leaves that are wholly free lie in
    // one.
    let whole = |range: &NodeRange| {
        let (first, end) = (leaves.leaf_of(range.first - 1), leaves.leaf_of(range.last - 1) + 1);
        let first = first + usize::from(leaves.range(first).start + 1 < range.first);
        let end = end - usize::from(leaves.range(end - 1).end > range.last);
        end.saturating_sub(first) as u32
    };
    Remainder {
        nodes: free.ranges().iter().map(|range| range.count()).max().unwrap_or(0),
        leaves: free.ranges().iter().map(whole).max().unwrap_or(0),
        block,
    }
}
