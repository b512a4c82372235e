//! Free nodes over steps of time, from what comes and goes at each.

use super::capacity::capacity;
use super::hole::Hole;
use super::leaves::Leaves;
use crate::model::Placement;
use core::ops::Range;

/// A row of steps in time, buckets or days, and the nodes that holes lend to runs of them.
///
/// A hole comes once and goes once, however many steps it serves; what is free at a step is the sum
/// so far. What goes is the complement of what comes.
pub(super) struct DifferenceArray<'a> {
    leaves: Option<&'a Leaves>,
    steps: usize,
    /// How many leaves are told apart.
    groups: usize,
    /// Step by step, and one behind the last: the change of each leaf.
    changes: Vec<u32>,
}

impl<'a> DifferenceArray<'a> {
    /// So many steps without a node, told apart by `leaves` where there are any.
    pub(super) fn new(leaves: Option<&'a Leaves>, steps: usize) -> Self {
        let groups = leaves.map_or(1, Leaves::count);
        Self { leaves, steps, groups, changes: vec![0; (steps + 1) * groups] }
    }

    /// Lends the nodes of a hole to a run of steps.
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

    /// The most nodes that `placement` can be sure of at each step, of which counted holds take
    /// so many.
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
            capacity(&free, taken(step), placement)
        })
    }
}
