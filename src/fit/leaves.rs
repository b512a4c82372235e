//! Leaves of a block: nodes below one leaf switch, one hop apart.

use core::ops::Range;

/// Mapping between nodes and leaves, both 0-based.
#[derive(Clone, Debug)]
pub(super) struct Leaves {
    /// For each leaf, the index after that of its last node.
    ends: Vec<u32>,
    /// Number of nodes of each leaf.
    sizes: Vec<u32>,
    /// Leaf of each node.
    of_node: Vec<u32>,
}

impl Leaves {
    /// Creates leaves of these sizes, one after the other.
    pub(super) fn new(sizes: &[u32]) -> Self {
        let mut ends = Vec::with_capacity(sizes.len());
        let mut of_node = Vec::new();
        for (leaf, &size) in (0..).zip(sizes) {
            of_node.resize(of_node.len() + size as usize, leaf);
            ends.push(of_node.len() as u32);
        }
        Self { ends, sizes: sizes.into(), of_node }
    }

    /// Returns the number of leaves.
    pub(super) fn count(&self) -> usize {
        self.ends.len()
    }

    /// Returns the number of nodes of all leaves.
    pub(super) fn nodes(&self) -> u32 {
        self.of_node.len() as u32
    }

    /// Returns the leaf of a node; 0 if there is no such node.
    pub(super) fn leaf_of(&self, node: u32) -> usize {
        self.of_node.get(node as usize).map_or(0, |&leaf| leaf as usize)
    }

    /// Returns the nodes of a leaf; an empty range if there is no such leaf.
    pub(super) fn range(&self, leaf: usize) -> Range<u32> {
        let end = |leaf: usize| self.ends.get(leaf).copied();
        let start = leaf.checked_sub(1).and_then(end).unwrap_or(0);
        start..end(leaf).unwrap_or(start)
    }

    /// Returns the leaves that `nodes`, at least one, touch.
    pub(super) fn touched(&self, nodes: &Range<u32>) -> Range<usize> {
        self.leaf_of(nodes.start)..self.leaf_of(nodes.end.saturating_sub(1)) + 1
    }

    /// Returns the number of nodes of each leaf.
    pub(super) fn sizes(&self) -> &[u32] {
        &self.sizes
    }

    /// Calls `act` with each leaf that `nodes` touch and the number of them on it.
    ///
    /// If `leaves` is `None`, calls it once with 0 and their number.
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
