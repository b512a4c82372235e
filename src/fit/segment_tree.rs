//! Segment tree with range addition and maximum.

use core::ops::Range;

/// Segment tree over a list of numbers, all 0 at first: range addition, and the maximum of all.
///
/// Invariant: the maximum of a node is that of its two children plus its own pending addition.
/// Additions stay at the node that they were made at and are never pushed down, since only the root
/// is read. Cost: O(log n) for a range addition over `n` numbers, O(1) for the maximum, O(n)
/// memory.
///
/// ```text
/// 4 numbers; add 5 to 0..3, then 2 to 1..2: the numbers are 5, 7, 5, 0
/// node 2 (0..2): addition 5, maximum max(0, 2) + 5 = 7
/// node 3 (2..4): addition 0, maximum max(5, 0) = 5
/// root:          addition 0, maximum max(7, 5) = 7
/// ```
pub(super) struct SegmentTree {
    /// Number of leaves of the tree, a power of two, at least the number of numbers.
    room: usize,
    /// Nodes in heap order (root at 1): for each, the pending addition for its whole subtree, and
    /// the maximum within the subtree including it.
    nodes: Vec<(u64, u64)>,
}

impl SegmentTree {
    /// Creates a tree of `count` numbers.
    pub(super) fn new(count: usize) -> Self {
        let room = count.next_power_of_two();
        Self { room, nodes: vec![(0, 0); 2 * room] }
    }

    /// Returns the largest number.
    pub(super) fn most(&self) -> u64 {
        self.most_at(1)
    }

    /// Adds `count` to each number of `run` if `add` is true; otherwise subtracts it again.
    ///
    /// A subtraction must undo an addition to the same run: the tree is cut into the same nodes
    /// then.
    pub(super) fn add_range(&mut self, run: Range<usize>, count: u32, add: bool) {
        let (mut left, mut right) = (run.start + self.room, run.end.min(self.room) + self.room);
        let (first, last) = (left, right.saturating_sub(1));
        if left >= right {
            return;
        }
        // Bottom up: an end whose parent reaches beyond the run is changed itself; else its parent
        // is.
        while left < right {
            if left % 2 == 1 {
                self.change(left, count, add);
                left += 1;
            }
            if right % 2 == 1 {
                right -= 1;
                self.change(right, count, add);
            }
            (left, right) = (left / 2, right / 2);
        }
        self.update_node(first);
        self.update_node(last);
    }

    fn change(&mut self, node: usize, count: u32, add: bool) {
        if let Some((added, most)) = self.nodes.get_mut(node) {
            for number in [added, most] {
                *number = if add {
                    number.saturating_add(count.into())
                } else {
                    number.saturating_sub(count.into())
                };
            }
        }
    }

    /// Recomputes the maximum of every ancestor of `node`.
    fn update_node(&mut self, mut node: usize) {
        while node > 1 {
            node /= 2;
            let below = self.most_at(2 * node).max(self.most_at(2 * node + 1));
            if let Some((added, most)) = self.nodes.get_mut(node) {
                *most = below.saturating_add(*added);
            }
        }
    }

    fn most_at(&self, node: usize) -> u64 {
        self.nodes.get(node).map_or(0, |(_, most)| *most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_is_that_of_a_plain_row() {
        for count in [0, 1, 2, 3, 7, 8, 30] {
            let mut peaks = SegmentTree::new(count);
            let mut row = vec![0_u64; count];
            // Adds a number of its own to every run of the list, then takes every second one back.
            let runs = || (0..count).flat_map(|from| (from..=count).map(move |to| from..to));
            for add in [true, false] {
                for (number, run) in (1..).zip(runs()).filter(|(number, _)| add || number % 2 == 0)
                {
                    peaks.add_range(run.clone(), number, add);
                    let number = u64::from(number);
                    row[run]
                        .iter_mut()
                        .for_each(|it| *it = if add { *it + number } else { *it - number });
                    assert_eq!(peaks.most(), row.iter().copied().max().unwrap_or(0));
                }
            }
        }
    }
}
