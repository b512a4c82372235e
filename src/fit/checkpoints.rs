//! Checkpoints in the time of one block: which holes are open, and how many nodes are ever free.

use super::hole::{self, Hole};
use super::leaves::Leaves;
use super::search::BlockSearch;
use super::usable_nodes::usable_nodes;
use crate::model::{Hour, Placement};
use core::ops::Range;

/// Fewest holes that open between two checkpoints.
///
/// With fewer, the bounds would be tighter, but there would be more of them to walk.
const LEAST: usize = 16;

/// Stretches of time from one checkpoint to the next, over the holes of a block as they open.
///
/// Invariant: a hole that is open at some hour of a stretch is listed at the checkpoint where the
/// stretch begins, or opens within the stretch. So what is open at an hour is found without a look
/// at all the holes before it, and a sweep can begin at any checkpoint.
///
/// Nodes become free only where a hole opens. So the most nodes that are free at once at the
/// openings of a stretch are a bound for every hour of it, and with it for every use that begins
/// there: a search for more nodes passes over the whole stretch. The same holds for each leaf.
///
/// Cost: after a checkpoint as many holes open as it lists, as there are leaves, and at least
/// [`LEAST`], before there is another one. So all lists and bounds take O(holes) memory, and finding
/// the holes that are open at one hour O(holes that are open + leaves + [`LEAST`]).
///
/// ```text
/// holes 0..9 with 2 nodes, 3..5 with 1 node, 4..8 with 3 nodes, 7..9 with 1 node
/// a checkpoint after every second hole:
/// from hour 0: no hole is listed; at most 3 nodes are free at once
/// from hour 4: 0..9 and 3..5 are listed; at most 6 nodes are free at once
/// ```
#[derive(Clone, Debug)]
pub(super) struct Checkpoints {
    checkpoints: Vec<Checkpoint>,
    /// Holes listed at the checkpoints, one list after the other.
    listed: Vec<Hole>,
    /// Number of leaves.
    leaves: usize,
    /// Most nodes that are free at once on each leaf, stretch by stretch.
    most_by_leaf: Vec<u32>,
}

/// One checkpoint; the stretch after it lasts until the next one.
#[derive(Clone, Copy, Debug)]
struct Checkpoint {
    from: Hour,
    /// Index of the first hole that opens in the stretch, in the order in which holes open.
    opening: u32,
    /// Index of the first hole of the list in [`Checkpoints::listed`].
    listed: u32,
    /// Most nodes that are free at once in the stretch.
    most: u32,
}

/// Stretch of time between two checkpoints.
pub(super) struct Stretch<'a> {
    /// First hour.
    pub from: Hour,
    /// End (exclusive); [`Hour::MAX`] for the last stretch.
    pub until: Hour,
    /// Most nodes that are free at once; counted holds are left out.
    pub most_nodes: u32,
    /// Holes that opened before the stretch and are open at its first hour.
    pub listed: &'a [Hole],
    /// Holes that open within the stretch, the first to open first.
    pub opening: &'a [Hole],
}

impl Checkpoints {
    /// Lays checkpoints over the same holes, given in the order in which they open and close.
    pub(super) fn new(opening: &[Hole], closing: &[Hole], leaves: &Leaves) -> Self {
        let first = Checkpoint { from: Hour::MIN, opening: 0, listed: 0, most: 0 };
        let mut made = Self {
            checkpoints: vec![first],
            listed: Vec::new(),
            leaves: leaves.count(),
            most_by_leaf: vec![0; leaves.count()],
        };
        let mut free = FreeNow { leaves, nodes: 0, by_leaf: vec![0; leaves.count()], closing };
        let mut open: Vec<Hole> = Vec::new();
        let (mut since, mut enough) = (0, LEAST.max(leaves.count()));
        let mut hour = Hour::MIN;
        for (index, hole) in (0..).zip(opening) {
            free.advance(hole.from);
            // All holes of one hour open in one stretch.
            if since >= enough && hole.from > hour {
                open.retain(|other| other.until > hole.from);
                made.push(hole.from, index, &open, &free);
                (since, enough) = (0, open.len().max(LEAST).max(leaves.count()));
            }
            (hour, since) = (hole.from, since + 1);
            open.push(*hole);
            free.open(hole);
            made.keep_most(hole, &free);
        }
        made
    }

    /// Adds a checkpoint before the hole with index `opening` opens.
    fn push(&mut self, from: Hour, opening: u32, open: &[Hole], free: &FreeNow<'_>) {
        let listed = self.listed.len() as u32;
        self.checkpoints.push(Checkpoint { from, opening, listed, most: free.nodes });
        self.listed.extend_from_slice(open);
        self.most_by_leaf.extend_from_slice(&free.by_leaf);
    }

    /// Raises the bounds of the last stretch to what is free once `hole` has opened.
    fn keep_most(&mut self, hole: &Hole, free: &FreeNow<'_>) {
        if let Some(last) = self.checkpoints.last_mut() {
            last.most = last.most.max(free.nodes);
        }
        let first = self.most_by_leaf.len() - self.leaves;
        let most = self.most_by_leaf.get_mut(first..).unwrap_or_default();
        let touched = free.leaves.touched(&(hole.first..hole.end));
        let pairs = most.iter_mut().zip(&free.by_leaf).take(touched.end).skip(touched.start);
        for (most, free) in pairs {
            *most = (*most).max(*free);
        }
    }

    /// Replaces the holes `gone`, which span `hours`, by the holes `new`, which leave fewer nodes
    /// free during `hours` and as many before and after.
    ///
    /// The bounds of stretches within `hours` fall by what is taken. They stay where a stretch lies
    /// across an edge of `hours`, and may be too high there, which costs time alone.
    ///
    /// Cost: O((holes listed + checkpoints) × holes gone or new).
    pub(super) fn replace(
        &mut self,
        gone: &[Hole],
        new: &[Hole],
        hours: &Range<Hour>,
        leaves: &Leaves,
    ) {
        let (mut before, mut after) = (Vec::new(), Vec::new());
        hole::count(gone.iter().copied(), Some(leaves), &mut before);
        let beside = new.iter().filter(|hole| hole.spans(hours.start, hours.end)).copied();
        hole::count(beside, Some(leaves), &mut after);
        let taken: Vec<u32> =
            before.iter().zip(after).map(|(before, left)| before - left).collect();

        let listed = core::mem::take(&mut self.listed);
        for index in 0..self.checkpoints.len() {
            let next = self.checkpoints.get(index + 1).copied();
            let Some(checkpoint) = self.checkpoints.get_mut(index) else { break };
            let from = checkpoint.from;
            let end = next.map_or(listed.len(), |next| next.listed as usize);
            let list = listed.get(checkpoint.listed as usize..end).unwrap_or_default();
            checkpoint.listed = self.listed.len() as u32;
            checkpoint.opening += new.iter().filter(|hole| hole.from < from).count() as u32;
            checkpoint.opening -= gone.iter().filter(|hole| hole.from < from).count() as u32;
            let is_open = |hole: &&Hole| hole.from < from && from < hole.until;
            self.listed.extend(list.iter().filter(|hole| !gone.contains(hole)));
            self.listed.extend(new.iter().filter(is_open));
            if hours.start <= from && next.map_or(Hour::MAX, |next| next.from) <= hours.end {
                self.lower(index, &taken);
            }
        }
    }

    /// Lowers the bounds of a stretch by nodes that are taken throughout, by leaf.
    fn lower(&mut self, index: usize, taken: &[u32]) {
        if let Some(checkpoint) = self.checkpoints.get_mut(index) {
            checkpoint.most -= taken.iter().sum::<u32>();
        }
        let by_leaf = self.most_by_leaf.iter_mut().skip(index * self.leaves);
        for (most, taken) in by_leaf.zip(taken) {
            *most -= taken;
        }
    }

    /// Returns the index of the stretch that contains `hour`.
    pub(super) fn index_at(&self, hour: Hour) -> usize {
        self.checkpoints.partition_point(|checkpoint| checkpoint.from <= hour).saturating_sub(1)
    }

    /// Returns the indices of the stretches from the one that contains `hour` on.
    pub(super) fn indices_from(&self, hour: Hour) -> Range<usize> {
        self.index_at(hour)..self.checkpoints.len()
    }

    /// Returns `false` if the search fits nowhere in a stretch, because fewer nodes are ever free
    /// at once.
    pub(super) fn may_fit(&self, index: usize, search: &BlockSearch) -> bool {
        let most = self.checkpoints.get(index).map_or(0, |checkpoint| checkpoint.most);
        if most < search.nodes || search.placement == Placement::Any {
            return most >= search.nodes;
        }
        let by_leaf = self.most_by_leaf.get(index * self.leaves..(index + 1) * self.leaves);
        usable_nodes(by_leaf.unwrap_or_default(), 0, search.placement) >= search.nodes
    }

    /// Returns a stretch; `opening` must be the holes that the checkpoints were laid over.
    pub(super) fn stretch<'a>(&'a self, index: usize, opening: &'a [Hole]) -> Option<Stretch<'a>> {
        let checkpoint = self.checkpoints.get(index)?;
        let (from, mut until) = (checkpoint.from, Hour::MAX);
        let mut opens = checkpoint.opening as usize..opening.len();
        let mut listed = checkpoint.listed as usize..self.listed.len();
        if let Some(next) = self.checkpoints.get(index + 1) {
            until = next.from;
            (opens.end, listed.end) = (next.opening as usize, next.listed as usize);
        }
        Some(Stretch {
            from,
            until,
            most_nodes: checkpoint.most,
            listed: self.listed.get(listed)?,
            opening: opening.get(opens)?,
        })
    }
}

/// Nodes that are free at one hour.
struct FreeNow<'a> {
    leaves: &'a Leaves,
    nodes: u32,
    by_leaf: Vec<u32>,
    /// Holes still to close, the first to close first.
    closing: &'a [Hole],
}

impl FreeNow<'_> {
    /// Closes the holes that close at `hour` or before.
    fn advance(&mut self, hour: Hour) {
        while let Some((hole, rest)) = self.closing.split_first().filter(|it| it.0.until <= hour) {
            self.closing = rest;
            self.nodes -= hole.nodes();
            self.change(hole, |free, nodes| *free -= nodes);
        }
    }

    fn open(&mut self, hole: &Hole) {
        self.nodes += hole.nodes();
        self.change(hole, |free, nodes| *free += nodes);
    }

    fn change(&mut self, hole: &Hole, change: impl Fn(&mut u32, u32)) {
        let by_leaf = &mut self.by_leaf;
        Leaves::for_each_run(Some(self.leaves), hole.first..hole.end, |leaf, nodes| {
            if let Some(free) = by_leaf.get_mut(leaf) {
                change(free, nodes);
            }
        });
    }
}
