//! Difference array: free nodes over steps of time, from the nodes that come and go at each.

use super::hole::Hole;
use super::leaves::Leaves;
use super::usable_nodes::usable_nodes;
use crate::model::Placement;
use core::ops::Range;

/// Difference array over steps of time (buckets or days), with one column for each leaf.
///
/// Each hole adds its nodes at the first step of its run and subtracts them after the last one; the
/// prefix sum of the changes gives the free nodes of a step (invariant). Differences wrap around in
/// two's complement: a negative change is stored as its complement, and since every prefix sum is a
/// true count of nodes, the wrapped sum is exact.
///
/// Cost: O(leaves of the hole) to add one, however many steps it serves, and O(steps × leaves) for
/// all sums.
///
/// ```text
/// 2 nodes in steps 0..2, 3 nodes in steps 1..3
/// changes:   +2  +3  -2  -3
/// free:       2   5   3   0
/// ```
pub(super) struct DifferenceArray<'a> {
    leaves: Option<&'a Leaves>,
    steps: usize,
    /// Number of columns: the leaves, or 1 if they are not distinguished.
    groups: usize,
    /// Change of each column at each step, row by row, with one row more for runs that end last.
    changes: Vec<u32>,
}

impl<'a> DifferenceArray<'a> {
    /// Creates an array of `steps` steps without any nodes, with a column for each of `leaves`.
    pub(super) fn new(leaves: Option<&'a Leaves>, steps: usize) -> Self {
        let groups = leaves.map_or(1, Leaves::count);
        Self { leaves, steps, groups, changes: vec![0; (steps + 1) * groups] }
    }

    /// Adds the nodes of a hole to a run of steps.
    pub(super) fn add_range(&mut self, hole: &Hole, run: Range<usize>) {
        let Self { leaves, groups, changes, .. } = self;
        Leaves::for_each_run(*leaves, hole.first..hole.end, |group, nodes| {
            if let Some(come) = changes.get_mut(run.start * *groups + group) {
                *come = come.wrapping_add(nodes);
            }
            if let Some(go) = changes.get_mut(run.end * *groups + group) {
                *go = go.wrapping_sub(nodes);
            }
        });
    }

    /// Yields the most nodes that `placement` can be sure of at each step, where counted holds take
    /// `taken(step)` nodes.
    pub(super) fn capacities(
        self,
        placement: Placement,
        taken: impl Fn(usize) -> u32,
    ) -> impl Iterator<Item = u32> {
        let Self { steps, groups, changes, .. } = self;
        let mut free = vec![0_u32; groups];
        (0..steps).map(move |step| {
            let changes = changes.get(step * groups..(step + 1) * groups).unwrap_or_default();
            for (free, change) in free.iter_mut().zip(changes) {
                *free = free.wrapping_add(*change);
            }
            usable_nodes(&free, taken(step), placement)
        })
    }
}
