//! One block as a matrix of nodes by hours.

use jari::model::{Block, Hold, HoldNodes, Hour, NodeRanges, Placement};

/// One block from `first` on, hour by hour. In its last hour everything has come to rest: that
/// hour stands for all later ones.
pub struct Matrix {
    first: Hour,
    hours: usize,
    leaves: Vec<u32>,
    /// By node: the leaf it is on, from 0.
    leaf_of: Vec<usize>,
    /// By node and hour: whether it is free.
    free: Vec<Vec<bool>>,
    /// By node and hour: the first hour from here on (a column) at which it is not free.
    free_until: Vec<Vec<usize>>,
    /// By hour: nodes held by count.
    counted: Vec<u32>,
    /// By hour: the next hour (a column) at which another number is held by count.
    counted_until: Vec<usize>,
}

/// A column after all others: never.
const NEVER: usize = usize::MAX;

impl Matrix {
    /// The block at `index`, as held by those `holds` that are its own.
    pub fn new<'a>(
        block: &Block,
        index: usize,
        holds: impl Iterator<Item = &'a Hold> + Clone,
        first: Hour,
    ) -> Self {
        let own = holds.filter(|hold| hold.block_index == index);
        let edges = own
            .clone()
            .flat_map(|hold| [hold.from, hold.until])
            .chain(block.available_from)
            .filter(|edge| (Hour::EARLIEST..=Hour::LATEST).contains(edge));
        // One hour past the last edge nothing changes any more.
        let hours = edges.map(|edge| edge.since(first) as usize).max().unwrap_or(0) + 2;
        let nodes = block.nodes() as usize;
        let leaf_of: Vec<usize> = (block.leaves.iter().enumerate())
            .flat_map(|(leaf, nodes)| vec![leaf; *nodes as usize])
            .collect();

        let mut free = vec![vec![true; hours]; nodes];
        let mut counted = vec![0; hours];
        let column = |hour: Hour| (hour.since(first) as usize).min(hours);
        for hold in own {
            let held = column(hold.from)..column(hold.until);
            match &hold.nodes {
                HoldNodes::Counted(count) => {
                    counted[held].iter_mut().for_each(|sum| *sum += count);
                }
                HoldNodes::Named(ranges) => {
                    for node in numbers(ranges) {
                        free[node as usize - 1][held.clone()].fill(false);
                    }
                }
            }
        }
        let not_delivered = 0..column(block.available_from.unwrap_or(Hour::MIN));
        for row in &mut free {
            row[not_delivered.clone()].fill(false);
        }

        let free_until = free.iter().map(|row| first_false_from(row)).collect();
        let same: Vec<bool> =
            (0..hours).map(|at| at + 1 < hours && counted[at] == counted[at + 1]).collect();
        let counted_until = first_false_from(&same)
            .into_iter()
            .map(|last| if last + 1 < hours { last + 1 } else { NEVER })
            .collect();
        Self {
            first,
            hours,
            leaves: block.leaves.clone(),
            leaf_of,
            free,
            free_until,
            counted,
            counted_until,
        }
    }

    fn column(&self, hour: Hour) -> usize {
        (hour.since(self.first) as usize).min(self.hours - 1)
    }

    /// Nodes (from 1) that are free in every hour from `start` until `end`.
    pub fn free(&self, start: Hour, end: Hour) -> Vec<u32> {
        (1..=self.free.len() as u32).filter(|node| self.is_free(*node, start, end)).collect()
    }

    /// Whether this node (from 1) is free in every hour from `start` until `end`.
    fn is_free(&self, node: u32, start: Hour, end: Hour) -> bool {
        let from = self.column(start);
        let until = self.free_until[node as usize - 1][from];
        until == NEVER || until - from >= end.since(start) as usize
    }

    /// From when to when this node is free around `start`, at which it is: `None` for ever.
    pub fn hole(&self, node: u32, start: Hour) -> (Option<Hour>, Option<Hour>) {
        let (row, from) = (&self.free[node as usize - 1], self.column(start));
        let hour = |column: usize| self.first.plus(column as u32);
        let held_before = (0..from).rev().find(|column| !row[*column]);
        let held_after = (from..self.hours).find(|column| !row[*column]);
        (held_before.map(|column| hour(column + 1)), held_after.map(hour))
    }

    /// The most nodes that are held by count in any hour from `start` until `end`.
    pub fn counted(&self, start: Hour, end: Hour) -> u32 {
        let (mut at, last) = (self.column(start), self.column(start) + end.since(start) as usize);
        let mut most = 0;
        while at < last.min(self.hours) {
            most = most.max(self.counted[at]);
            at = self.counted_until[at];
        }
        most
    }

    /// How many of `nodes` are on each leaf.
    pub fn by_leaf(&self, nodes: &[u32]) -> Vec<u32> {
        let mut counts = vec![0; self.leaves.len()];
        for node in nodes {
            counts[self.leaf_of(*node)] += 1;
        }
        counts
    }

    /// Nodes by leaf that are free in every hour from `start` until `end`.
    fn free_by_leaf(&self, start: Hour, end: Hour) -> Vec<u32> {
        let mut counts = vec![0; self.leaves.len()];
        for (node, leaf) in (1..).zip(&self.leaf_of) {
            counts[*leaf] += u32::from(self.is_free(node, start, end));
        }
        counts
    }

    /// The leaf, from 0, that this node is on.
    pub fn leaf_of(&self, node: u32) -> usize {
        self.leaf_of[node as usize - 1]
    }

    /// The nodes of each leaf.
    pub fn leaves(&self) -> &[u32] {
        &self.leaves
    }

    /// How many nodes are sure to be had from `start` until `end` under `placement`.
    pub fn capacity(&self, start: Hour, end: Hour, placement: Placement) -> u32 {
        let by_leaf = self.free_by_leaf(start, end);
        let taken = self.counted(start, end);
        match placement {
            Placement::Any => by_leaf.iter().sum::<u32>().saturating_sub(taken),
            Placement::OneLeaf => largest(&by_leaf, 1).saturating_sub(taken),
            Placement::Leaves(leaves) => largest(&by_leaf, leaves).saturating_sub(taken),
            Placement::SegmentsOf(group) => group * fewest_groups(&by_leaf, group, taken),
        }
    }

    /// The longest whole number of hours from `start` on for which `nodes` fit; `None` for ever.
    pub fn longest(&self, start: Hour, nodes: u32, placement: Placement) -> Option<u32> {
        let at_rest = self.hours as u32;
        let fits = |hours: u32| self.capacity(start, start.plus(hours), placement) >= nodes;
        (0..at_rest).find(|hours| !fits(hours + 1))
    }

    /// Every start that may matter, in order: once nothing changes any more, a start that is a
    /// month later ends later and has the same nodes.
    pub fn starts(&self, not_before: Hour) -> impl Iterator<Item = Hour> {
        let at_rest = self.first.plus(self.hours as u32).since(not_before);
        (0..=at_rest + 32 * 24).map(move |hours| not_before.plus(hours))
    }
}

/// For every index of `row`, the first one from there on that is false, or [`NEVER`].
fn first_false_from(row: &[bool]) -> Vec<usize> {
    let mut next = NEVER;
    let mut found = vec![NEVER; row.len()];
    for (index, (first, yes)) in found.iter_mut().zip(row).enumerate().rev() {
        if !yes {
            next = index;
        }
        *first = next;
    }
    found
}

/// The numbers that `ranges` hold.
pub fn numbers(ranges: &NodeRanges) -> Vec<u32> {
    ranges.ranges().iter().flat_map(|range| range.first..=range.last).collect()
}

/// The sum of the `leaves` largest counts.
pub fn largest(counts: &[u32], leaves: u32) -> u32 {
    let mut sorted = counts.to_vec();
    sorted.sort_unstable();
    sorted.iter().rev().take(leaves as usize).sum()
}

/// The fewest whole groups that can be left when any `taken` nodes go: every split of them over
/// the leaves is tried (`fewest[n]`: the fewest groups so far, `n` nodes having gone).
pub fn fewest_groups(by_leaf: &[u32], group: u32, taken: u32) -> u32 {
    let taken = taken.min(by_leaf.iter().sum()) as usize;
    let mut fewest: Vec<Option<u32>> = vec![None; taken + 1];
    fewest[0] = Some(0);
    for free in by_leaf {
        let mut next = vec![None; taken + 1];
        for gone in 0..=taken {
            for here in 0..=(*free as usize).min(gone) {
                let Some(before) = fewest[gone - here] else { continue };
                let groups = before + (free - here as u32) / group;
                if next[gone].is_none_or(|least| groups < least) {
                    next[gone] = Some(groups);
                }
            }
        }
        fewest = next;
    }
    fewest[taken].unwrap_or(0)
}

#[test]
fn an_adversary_takes_whole_groups_first() {
    // Leaves of 5 and 4 in groups of 4: one node of the second leaf ends its group.
    assert_eq!(fewest_groups(&[5, 4], 4, 0), 2);
    assert_eq!(fewest_groups(&[5, 4], 4, 1), 1);
    assert_eq!(fewest_groups(&[5, 4], 4, 2), 1);
    assert_eq!(fewest_groups(&[5, 4], 4, 3), 0);
    assert_eq!(fewest_groups(&[5, 4], 4, 100), 0);
    assert_eq!(fewest_groups(&[], 4, 1), 0);
}

#[test]
fn a_small_block_by_hand() {
    use crate::cases::{self, hour};
    // Two leaves of 2. Node 1 is held in hours 2 and 3, one node by count in hour 5.
    let mut snapshot = cases::empty_snapshot();
    snapshot.blocks.push(cases::block("a", "h200", &[2, 2], None));
    snapshot.holds.push(cases::named(0, "1", hour(2), hour(4)));
    snapshot.holds.push(cases::counted(0, 1, hour(5), hour(6)));
    let matrix = Matrix::new(&snapshot.blocks[0], 0, snapshot.holds.iter(), hour(0));
    let capacity = |start, end, placement| matrix.capacity(hour(start), hour(end), placement);
    assert_eq!(matrix.free(hour(0), hour(2)), [1, 2, 3, 4]);
    assert_eq!(matrix.free(hour(1), hour(3)), [2, 3, 4]);
    assert_eq!(capacity(0, 2, Placement::Any), 4);
    assert_eq!(capacity(0, 4, Placement::Any), 3);
    assert_eq!(capacity(0, 6, Placement::Any), 2);
    assert_eq!(capacity(4, 5, Placement::Any), 4);
    assert_eq!(capacity(4, 6, Placement::OneLeaf), 1);
    assert_eq!(capacity(4, 6, Placement::Leaves(2)), 3);
    assert_eq!(capacity(0, 3, Placement::SegmentsOf(2)), 2);
    assert_eq!(capacity(5, 6, Placement::SegmentsOf(2)), 2);
    assert_eq!(capacity(6, 9_000, Placement::Any), 4);
    assert_eq!(matrix.longest(hour(0), 4, Placement::Any), Some(2));
    assert_eq!(matrix.longest(hour(2), 4, Placement::Any), Some(0));
    assert_eq!(matrix.longest(hour(0), 3, Placement::Any), Some(5));
    assert_eq!(matrix.longest(hour(0), 2, Placement::Any), None);
}

/// What is sure is what is left on the leaves chosen, whichever nodes are taken there.
#[test]
fn capacity_is_what_every_adversary_leaves() {
    use crate::cases::{self, Random, hour};
    let random = &mut Random::new(1);
    for _ in 0..2_000 {
        let leaves: Vec<u32> = (0..random.within(1, 3)).map(|_| random.within(1, 3)).collect();
        let mut snapshot = cases::empty_snapshot();
        snapshot.blocks.push(cases::block("a", "h200", &leaves, None));
        let nodes = leaves.iter().sum();
        for node in (1..=nodes).filter(|_| random.percent(25)) {
            snapshot.holds.push(cases::named(0, &node.to_string(), hour(0), hour(1)));
        }
        let taken = random.within(0, 4).min(nodes);
        if taken > 0 {
            snapshot.holds.push(cases::counted(0, taken, hour(0), hour(1)));
        }
        let matrix = Matrix::new(&snapshot.blocks[0], 0, snapshot.holds.iter(), hour(0));
        let free = matrix.free_by_leaf(hour(0), hour(1));
        // Of the leaves: so many may be chosen, and nodes count in whole groups of so many.
        for (placement, most_leaves, group) in [
            (Placement::Any, 3, 1),
            (Placement::OneLeaf, 1, 1),
            (Placement::Leaves(2), 2, 1),
            (Placement::SegmentsOf(2), 3, 2),
            (Placement::SegmentsOf(3), 3, 3),
        ] {
            let mut sure = 0;
            for chosen in (0..1_usize << leaves.len()).filter(|it| it.count_ones() <= most_leaves) {
                let there: Vec<u32> = (free.iter().enumerate())
                    .map(|(leaf, free)| if chosen >> leaf & 1 == 1 { *free } else { 0 })
                    .collect();
                sure = sure.max(least_left(&there, taken, group));
            }
            let capacity = matrix.capacity(hour(0), hour(1), placement);
            assert_eq!(capacity, sure, "{placement:?} of {free:?} less {taken}");
        }
    }
}

/// The fewest nodes in whole groups after any `taken` are gone, one after the other.
#[cfg(test)]
fn least_left(there: &[u32], taken: u32, group: u32) -> u32 {
    let left = there.iter().map(|nodes| nodes / group * group).sum();
    if taken == 0 {
        return left;
    }
    let less = (0..there.len()).filter(|leaf| there[*leaf] > 0).map(|leaf| {
        let mut there = there.to_vec();
        there[leaf] -= 1;
        least_left(&there, taken - 1, group)
    });
    less.min().unwrap_or(0)
}
