//! The leaves of a block: nodes one switch hop apart.

use core::ops::Range;

/// Which nodes, counted from 0, lie on which leaf, counted from 0.
#[derive(Clone, Debug)]
pub(super) struct Leaves {
    /// The node after the last one of each leaf.
    ends: Vec<u32>,
    /// How many nodes each leaf has.
    sizes: Vec<u32>,
    /// The leaf of each node.
    of_node: Vec<u32>,
}

impl Leaves {
    /// Leaves of these sizes, one after the other.
    pub(super) fn new(sizes: &[u32]) -> Self {
        let mut ends = Vec::with_capacity(sizes.len());
        let mut of_node = Vec::new();
        for (leaf, &size) in (0..).zip(sizes) {
            of_node.resize(of_node.len() + size as usize, leaf);
            ends.push(of_node.len() as u32);
        }
        Self { ends, sizes: sizes.into(), of_node }
    }

    /// How many leaves there are.
    pub(super) fn count(&self) -> usize {
        self.ends.len()
    }

    /// How many nodes they have.
    pub(super) fn nodes(&self) -> u32 {
        self.of_node.len() as u32
    }

    /// The leaf of a node.
    pub(super) fn leaf_of(&self, node: u32) -> usize {
        self.of_node.get(node as usize).map_or(0, |&leaf| leaf as usize)
    }

    /// The nodes of a leaf.
    pub(super) fn range(&self, leaf: usize) -> Range<u32> {
        let end = |leaf: usize| self.ends.get(leaf).copied();
        let start = leaf.checked_sub(1).and_then(end).unwrap_or(0);
        start..end(leaf).unwrap_or(start)
    }

    /// How many nodes each leaf has.
    pub(super) fn sizes(&self) -> &[u32] {
        &self.sizes
    }

    /// Calls `act` with each leaf that `nodes` lie on and how many of them do; with 0 and all of
    /// them where there are no `leaves` to tell apart.
    pub(super) fn for_each_run(
        leaves: Option<&Self>,
        nodes: Range<u32>,
        mut act: impl FnMut(usize, u32),
    ) {
        let Some(leaves) = leaves else {
            act(0, nodes.end - nodes.start);
            return;
        };
        let mut leaf = leaves.leaf_of(nodes.start);
        let mut first = nodes.start;
        while first < nodes.end {
            let end = leaves.ends.get(leaf).map_or(nodes.end, |&end| end.min(nodes.end));
            act(leaf, end - first);
            (first, leaf) = (end, leaf + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_are_told_apart_by_their_leaves() {
        let leaves = Leaves::new(&[3, 1, 4]);
        assert_eq!((leaves.count(), leaves.nodes()), (3, 8));
        assert_eq!((leaves.leaf_of(2), leaves.leaf_of(3), leaves.leaf_of(7)), (0, 1, 2));
        assert_eq!((leaves.range(0), leaves.range(2)), (0..3, 4..8));
        assert_eq!(leaves.sizes(), [3, 1, 4]);
        let split = |leaves, nodes| {
            let mut parts = Vec::new();
            Leaves::for_each_run(leaves, nodes, |leaf, count| parts.push((leaf, count)));
            parts
        };
        assert_eq!(split(Some(&leaves), 2..6), [(0, 1), (1, 1), (2, 2)]);
        assert_eq!(split(Some(&leaves), 4..8), [(2, 4)]);
        assert_eq!(split(None, 2..6), [(0, 4)]);
    }
}
