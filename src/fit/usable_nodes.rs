//! Usable nodes: how many a placement can be sure of.
//!
//! Counted holds take some nodes of a block, but not known ones. This is therefore a worst
//! case: the most nodes that remain usable whichever `taken` nodes those are.
//!
//! ```text
//! free by leaf: 8 and 11, segments of 4: 2 + 2 segments
//! breaking a first segment costs 8 % 4 + 1 = 1 node on one leaf, 11 % 4 + 1 = 4 on the other
//! 1 node taken: 3 segments left; 5 taken: 2 left; each 4 more: 1 fewer
//! ```

use super::leaves::Leaves;
use crate::model::{Placement, order};
use core::cmp::Ordering;
use core::ops::Range;

/// Returns the leaves if the placement has to distinguish them.
pub(super) const fn told_apart(leaves: &Leaves, placement: Placement) -> Option<&Leaves> {
    match placement {
        Placement::Any => None,
        _ => Some(leaves),
    }
}

/// Returns the most nodes that `placement` can be sure of, with `free` nodes on each leaf and any
/// `taken` of them held by count ([`Any`] needs only their sum, so one entry is enough).
///
/// Which nodes those are is not known, so the worst choice is assumed.
///
/// Cost: O(leaves); with [`Leaves`](Placement::Leaves), O(leaves × log of the largest count); with
/// [`SegmentsOf`](Placement::SegmentsOf) and `taken` nodes, a sort of the leaves.
///
/// [`Any`]: Placement::Any
pub(super) fn usable_nodes(free: &[u32], taken: u32, placement: Placement) -> u32 {
    let best = match placement {
        Placement::Any => free.iter().sum::<u32>(),
        Placement::OneLeaf => free.iter().copied().max().unwrap_or(0),
        Placement::Leaves(most) => largest(free, most as usize),
        Placement::SegmentsOf(size) => {
            return size.max(1) * sure_segments(free, size.max(1), taken);
        }
    };
    best.saturating_sub(taken)
}

/// Returns an upper bound on the usable nodes that `nodes` add where they become free.
///
/// It is their number; a few of them may also complete a segment on each leaf that they touch.
pub(super) fn most_gain(nodes: Range<u32>, leaves: Option<&Leaves>, placement: Placement) -> u32 {
    let number = nodes.end - nodes.start;
    let (Placement::SegmentsOf(size), Some(leaves)) = (placement, leaves) else { return number };
    let touched = leaves.touched(&nodes).len() as u32;
    touched.saturating_mul(size.saturating_sub(1)).saturating_add(number)
}

/// Returns the sum of the `most` largest counts.
fn largest(counts: &[u32], most: usize) -> u32 {
    let (mut low, mut high) = (0, counts.iter().copied().max().unwrap_or(0));
    // Binary search for the least number that at most `most` counts exceed. Sorting would be too
    // slow, since this runs far too often.
    while low < high {
        let middle = low.midpoint(high);
        match counts.iter().filter(|&&count| count > middle).count().cmp(&most) {
            Ordering::Greater => low = middle + 1,
            // Exactly those are the largest.
            Ordering::Equal => (low, high) = (middle, middle),
            Ordering::Less => high = middle,
        }
    }
    let above = counts.iter().filter(|&&count| count > low);
    let (number, sum) = above.fold((0, 0), |(number, sum), count| (number + 1, sum + count));
    // The rest of the `most` counts equal `low`.
    sum + low * (most.min(counts.len()) - number) as u32
}

/// Returns the whole segments of `size` nodes, each on one leaf, that are sure to remain after any
/// `lost` nodes are taken away.
///
/// The worst case is greedy: the first loss on a leaf is the cheapest, because it needs only the
/// nodes beyond its whole segments and one more. After that every segment costs its full size.
fn sure_segments(free: &[u32], size: u32, lost: u32) -> u32 {
    let segments = free.iter().map(|count| count / size).sum::<u32>();
    if lost == 0 {
        return segments;
    }
    let with_one = free.iter().filter(|&&count| count >= size);
    let first_costs = order::sorted(with_one.map(|count| u64::from(count % size + 1)));
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
        let cases = [
            (&[8, 8][..], 0, 4),
            (&[8, 8], 1, 3),
            (&[8, 8], 2, 2),
            (&[8, 8], 5, 2),
            (&[8, 8], 6, 1),
            (&[11, 3], 3, 2),
            (&[11, 3], 4, 1),
            (&[8], u32::MAX, 0),
        ];
        for (free, lost, left) in cases {
            assert_eq!(sure_segments(free, 4, lost), left, "{free:?} less {lost}");
        }
    }

    #[test]
    fn placements_use_what_they_may() {
        let cases = [
            (Placement::Any, 19),
            (Placement::OneLeaf, 11),
            (Placement::Leaves(1), 11),
            (Placement::Leaves(2), 16),
            (Placement::Leaves(3), 19),
            (Placement::Leaves(9), 19),
            (Placement::SegmentsOf(4), 12),
            (Placement::SegmentsOf(12), 0),
        ];
        for (placement, most) in cases {
            assert_eq!(usable_nodes(&[3, 11, 5], 0, placement), most, "{placement:?}");
        }
        assert_eq!(usable_nodes(&[3, 11, 5], 12, Placement::OneLeaf), 0);
    }
}
