//! Choice of the nodes of an offer.

use super::availability_at::AvailabilityAt;
use super::hole::{self, Hole};
use crate::model::{Hour, NodeRange, NodeRanges, Placement, order};

/// Number of nodes of an offer on one leaf.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LeafShare {
    /// Number of the leaf, 1-based.
    pub leaf: u32,
    /// Number of nodes of the offer on it.
    pub nodes: u32,
}

/// Nodes chosen for an offer, as ranges and by leaf.
pub(super) struct ChosenNodes {
    pub nodes: NodeRanges,
    pub leaves: Vec<LeafShare>,
}

impl AvailabilityAt<'_> {
    /// Chooses `nodes` nodes that are free until `end` (exclusive), by best fit.
    ///
    /// It takes as few leaves as possible: the leaf with the least left over if one can give all
    /// that is still needed, else the largest. On a leaf it takes the nodes whose holes are
    /// shortest, so that long holes stay whole.
    ///
    /// Cost: O(leaves × leaves chosen), and a sort of the holes on each leaf chosen.
    ///
    /// ```text
    /// free by leaf: 5, 8, 3; 10 nodes asked
    /// none has 10: the largest gives 8; the 2 left fit best on the leaf with 3
    /// ```
    pub(super) fn choose(&self, end: Hour, nodes: u32, placement: Placement) -> ChosenNodes {
        let segment = if let Placement::SegmentsOf(size) = placement { size.max(1) } else { 1 };
        // Counted in whole segments, because a segment never spans two leaves.
        let mut gives = Vec::new();
        hole::count(self.until(end), Some(self.calendar.leaves()), &mut gives);
        gives.iter_mut().for_each(|count| *count /= segment);
        let mut needed = nodes.div_ceil(segment);
        let mut to_take = nodes;
        let mut taken = Vec::new();
        let mut leaves = Vec::new();
        while needed > 0 {
            let by_gift = || gives.iter().copied().enumerate();
            let tightest = by_gift().filter(|leaf| leaf.1 >= needed).min_by_key(|leaf| leaf.1);
            // `max_by_key` returns the last of equals; on the reversed list that is the first leaf.
            let largest = || by_gift().rev().max_by_key(|leaf| leaf.1);
            let Some((leaf, most)) = tightest.or_else(largest).filter(|leaf| leaf.1 > 0) else {
                break;
            };
            let segments = most.min(needed);
            let share = segments.saturating_mul(segment).min(to_take);
            self.tightest(end, leaf, share, &mut taken);
            leaves.push(order::pack(leaf as u32 + 1, share));
            if let Some(given) = gives.get_mut(leaf) {
                *given = 0;
            }
            needed -= segments;
            to_take -= share;
        }
        let in_order = order::sorted(leaves.into_iter());
        let leaves = in_order.into_iter().map(order::unpack);
        let leaves = leaves.map(|(leaf, nodes)| LeafShare { leaf, nodes }).collect();
        ChosenNodes { nodes: NodeRanges::from_ranges(taken), leaves }
    }

    /// Appends to `taken` the `count` nodes of a leaf whose holes are shortest; of equal ones those
    /// with the lowest numbers.
    fn tightest(&self, end: Hour, leaf_index: usize, mut count: u32, taken: &mut Vec<NodeRange>) {
        let leaf = self.calendar.leaves().range(leaf_index);
        let mut holes: Vec<Hole> = self.until(end).collect();
        holes.retain(|hole| hole.first < leaf.end && hole.end > leaf.start);
        // Stable sorts, the least important key first.
        let holes = order::sorted_by_key(&holes, |hole| hole.first);
        for hole in order::sorted_by_key(&holes, Hole::hours) {
            let first = hole.first.max(leaf.start);
            let nodes = count.min(hole.end.min(leaf.end) - first);
            if nodes == 0 {
                break;
            }
            taken.push(NodeRange { first: first + 1, last: first + nodes });
            count -= nodes;
        }
    }
}
