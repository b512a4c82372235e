//! Numbers side by side that grow and shrink in runs, and the largest of them.

use core::ops::Range;

/// A row of numbers, all 0 at first. A run of any length costs the depth of a tree over them.
pub(super) struct SegmentTree {
    /// How many numbers there is room for, a power of two: the leaves of the tree.
    room: usize,
    /// Of each node of the tree, the root at 1: what was added to all below it, and the most of
    /// what they come to with that.
    nodes: Vec<(u64, u64)>,
}

impl SegmentTree {
    /// So many numbers.
    pub(super) fn new(count: usize) -> Self {
        let room = count.next_power_of_two();
        Self { room, nodes: vec![(0, 0); 2 * room] }
    }

    /// The largest number.
    pub(super) fn most(&self) -> u64 {
        self.most_at(1)
    }

    /// Adds `count` to each number of a run, or takes it off again.
    pub(super) fn add_range(&mut self, run: Range<usize>, count: u32, add: bool) {
        let (mut left, mut right) = (run.start + self.room, run.end.min(self.room) + self.room);
        let (first, last) = (left, right.saturating_sub(1));
        if left >= right {
            return;
        }
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

    /// What lies above a node is the most of both sides again.
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
            // Every run of the row, each with a number of its own; every second one is taken back.
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
