//! How many nodes a placement can use, and which ones to take.

use super::bits;
use super::calendar::{Calendar, Window};
use crate::model::{Hour, NodeRanges, Placement, order};

/// Nodes of an offer on one leaf.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LeafShare {
    /// The leaf, counted from 1.
    pub leaf: u32,
    /// How many nodes of the offer lie on it.
    pub nodes: u32,
}

/// The nodes of an offer.
pub(super) struct Choice {
    pub nodes: NodeRanges,
    pub leaves: Vec<LeafShare>,
}

impl Calendar {
    /// The most nodes that `placement` can be sure of in `window`.
    ///
    /// Counted holds may take any nodes, so they are taken where it hurts most.
    pub(super) fn capacity(&self, window: &Window, placement: Placement) -> u32 {
        match placement {
            Placement::Any => bits::count(&window.free).saturating_sub(window.counted),
            Placement::OneLeaf => {
                let best = self.leaf_counts(&window.free).max().unwrap_or(0);
                best.saturating_sub(window.counted)
            }
            Placement::Leaves(most) => {
                let counts = order::sorted(self.leaf_counts(&window.free).map(u64::from));
                let best = counts.into_iter().rev().take(most as usize);
                let best = best.fold(0, |sum, count| sum + count as u32);
                best.saturating_sub(window.counted)
            }
            Placement::SegmentsOf(size) => {
                let size = size.max(1);
                let counts = self.leaf_counts(&window.free);
                size * sure_segments(counts, size, window.counted)
            }
        }
    }

    /// The most nodes that `placement` can use in a block without holds.
    pub(super) fn capacity_when_empty(&self, placement: Placement) -> u32 {
        self.capacity(&Window { free: bits::all(self.nodes()), counted: 0 }, placement)
    }

    fn leaf_counts<'a>(&'a self, free: &'a [u64]) -> impl Iterator<Item = u32> + 'a {
        self.leaves().iter().map(|leaf| bits::count_within(free, leaf.start, leaf.end))
    }

    /// How many leaves are wholly free.
    pub(super) fn whole_leaves(&self, free: &[u64]) -> u32 {
        let whole = self.leaves().iter().zip(self.leaf_counts(free));
        whole.map(|(leaf, count)| u32::from(count == leaf.end - leaf.start)).sum()
    }

    /// Which `nodes` nodes to take of those free from `start` until `end`: as few leaves as
    /// possible, on the last one as little left over as possible, and on a leaf the nodes whose
    /// hole in time fits tightest, so that long holes stay whole.
    pub(super) fn choose(
        &self,
        free: &[u64],
        (start, end): (Hour, Hour),
        nodes: u32,
        placement: Placement,
    ) -> Choice {
        let segment = if let Placement::SegmentsOf(size) = placement { size.max(1) } else { 1 };
        // What each leaf can give, in whole segments.
        let mut left: Vec<(usize, u32)> =
            self.leaf_counts(free).map(|count| count / segment).enumerate().collect();
        let mut needed = nodes.div_ceil(segment);
        let mut to_take = nodes;
        let mut taken = Vec::new();
        let mut leaves = Vec::new();
        while needed > 0 {
            let tightest = left.iter().filter(|leaf| leaf.1 >= needed).min_by_key(|leaf| leaf.1);
            // `max_by_key` prefers the last of equals; counting from the end, the first leaf.
            let Some(&(leaf, gives)) =
                tightest.or_else(|| left.iter().rev().max_by_key(|leaf| leaf.1))
            else {
                break;
            };
            if gives == 0 {
                break;
            }
            let segments = gives.min(needed);
            let share = segments.saturating_mul(segment).min(to_take);
            taken.extend(self.tightest(free, leaf, (start, end), share));
            leaves.push(order::pair(leaf as u32 + 1, share));
            left.retain(|other| other.0 != leaf);
            needed -= segments;
            to_take -= share;
        }
        let in_order = order::sorted(leaves.into_iter());
        let leaves = in_order.into_iter().map(order::split);
        let leaves = leaves.map(|(leaf, nodes)| LeafShare { leaf, nodes }).collect();
        Choice { nodes: NodeRanges::from_nodes(taken), leaves }
    }

    /// The `count` nodes of a leaf whose hole around the interval is shortest, numbered from 1.
    fn tightest(
        &self,
        free: &[u64],
        leaf: usize,
        interval: (Hour, Hour),
        count: u32,
    ) -> impl Iterator<Item = u32> {
        let range = self.leaves().get(leaf).cloned().unwrap_or_default();
        let nodes = range
            .filter(|&node| bits::contains(free, node))
            .map(|node| order::pair(self.hole(node, interval), node + 1));
        order::sorted(nodes).into_iter().take(count as usize).map(|node| order::split(node).1)
    }

    /// How many hours the node is free without a break around the interval; saturates.
    fn hole(&self, node: u32, (start, end): (Hour, Hour)) -> u32 {
        let is_free = |slot: &usize| bits::contains(self.slot_free(*slot), node);
        let first = (0..=self.slot_at(start)).rev().take_while(is_free).last();
        let behind = (self.slot_at(end.max(start))..self.slots()).find(|slot| !is_free(slot));
        // The interval itself is free, so the slot at its end counts only from the end on.
        let since = first.map_or(start, |slot| self.slot_start(slot));
        let until = behind.map_or(Hour::MAX, |slot| self.slot_start(slot));
        until.since(since)
    }
}

/// Whole segments of `size` nodes on one leaf each that remain after any `lost` nodes are taken
/// away.
///
/// The first loss on a leaf is the cheapest: it needs only the nodes beyond its whole segments
/// and one more. After that every segment costs its full size.
fn sure_segments(counts: impl Iterator<Item = u32>, size: u32, lost: u32) -> u32 {
    let mut segments = 0;
    let mut first_costs = Vec::new();
    for count in counts {
        segments += count / size;
        if lost > 0 && count >= size {
            first_costs.push(u64::from(count % size + 1));
        }
    }
    order::sort(&mut first_costs);
    let mut left = lost;
    let mut broken = 0;
    for cost in first_costs {
        let cost = cost as u32;
        if cost > left {
            return segments - broken;
        }
        left -= cost;
        broken += 1;
    }
    segments.saturating_sub(broken + left / size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_are_lost_where_it_hurts_most() {
        let sure = |counts: &[u32], size, lost| sure_segments(counts.iter().copied(), size, lost);
        assert_eq!(sure(&[8, 8], 4, 0), 4);
        assert_eq!(sure(&[8, 8], 4, 1), 3);
        assert_eq!(sure(&[8, 8], 4, 2), 2);
        assert_eq!(sure(&[8, 8], 4, 5), 2);
        assert_eq!(sure(&[8, 8], 4, 6), 1);
        assert_eq!(sure(&[11, 3], 4, 3), 2);
        assert_eq!(sure(&[11, 3], 4, 4), 1);
        assert_eq!(sure(&[8], 4, u32::MAX), 0);
    }
}
