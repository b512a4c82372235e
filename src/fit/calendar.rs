//! Calendar of one block: the nodes that are free, and their hours.

use super::checkpoints::{Checkpoints, Stretch};
use super::counted_holds::CountedHolds;
use super::hole::{self, Hole};
use super::leaves::Leaves;
use super::search::BlockSearch;
use crate::model::{Block, Hold, HoldNodes, Hour, NodeRanges, Snapshot, order};
use core::cmp::Reverse;
use core::ops::Range;
use std::sync::OnceLock;

/// Calendars of all blocks of a snapshot, in the order of the snapshot.
///
/// Building them is the costly part, because every hold is laid out in time; queries are cheap.
/// Keep them for as long as the snapshot stays the same.
///
/// ```
/// use jari::{fit, model};
/// let file = br#"{"schema":1,"as_of":"2027-01-01","availability":"complete",
///   "blocks":[{"id":"a","accelerator":"h200","nodes":4}],
///   "holds":[{"block":"a","nodes":"1-3","from":"2027-01-03","until":"2027-01-08"}]}"#;
/// let calendars = fit::Calendars::new(&model::read(file).unwrap().snapshot);
/// let day = |day| model::Hour::of_date(2027, 1, day).unwrap();
/// let free = [2, 3, 7, 8].map(|it| calendars.get(0).unwrap().free_at(day(it)));
/// assert_eq!(free, [4, 1, 1, 4]);
/// ```
#[derive(Clone, Debug)]
pub struct Calendars(Vec<Calendar>);

impl Calendars {
    /// Builds the calendar of every block, laying out every hold of the snapshot.
    #[must_use]
    // There are several callers: inlined, all of it would go over the network once for each of
    // them.
    #[inline(never)]
    pub fn new(snapshot: &Snapshot) -> Self {
        let mut holds: Vec<Vec<u32>> = vec![Vec::new(); snapshot.blocks.len()];
        for (index, hold) in (0..).zip(&snapshot.holds) {
            if let Some(of_block) = holds.get_mut(hold.block_index) {
                of_block.push(index);
            }
        }
        let of_block =
            |(block, indices): (&Block, Vec<u32>)| Calendar::new(block, &indices, &snapshot.holds);
        Self(snapshot.blocks.iter().zip(holds).map(of_block).collect())
    }

    /// Adds the last hold of the snapshot in place, over nodes that are free at all of its hours.
    ///
    /// The result answers as the calendars that [`Calendars::new`] would build from this snapshot.
    pub(super) fn take_last(&mut self, snapshot: &Snapshot) {
        if let Some(last) = snapshot.holds.last()
            && let Some(calendar) = self.0.get_mut(last.block_index)
        {
            calendar.take((snapshot.holds.len() - 1) as u32, &snapshot.holds);
        }
    }

    /// Returns the calendar of the block at this index of the snapshot.
    #[must_use]
    pub fn get(&self, block_index: usize) -> Option<&Calendar> {
        self.0.get(block_index)
    }
}

/// Free time of one block, as the holes that its holds leave.
///
/// Invariant: a node is free throughout `start..end` exactly if one of its holes spans these hours.
/// Such a hole is at least as long as the term, so with the longest holes first a query reads only
/// the prefix of holes that are long enough. A search through time reads the same holes in the
/// order in which they open, from one of the `Checkpoints` on.
///
/// Cost: O(log holes) to find a prefix or a checkpoint, then the holes read.
///
/// ```text
/// nodes 1-4, hold of 2-3 at hours 5..8
/// holes: 1 always | 2-3 before 5 | 2-3 from 8 on | 4 always
/// a term of 9 hours from hour 0 is spanned by the holes of nodes 1 and 4: 2 nodes
/// ```
#[derive(Clone, Debug)]
pub struct Calendar {
    leaves: Leaves,
    /// Holes that named holds leave, the longest first.
    holes: Vec<Hole>,
    /// The same holes, the first to open first.
    opening: Vec<Hole>,
    /// The same holes, the first to close first.
    closing: Vec<Hole>,
    /// Stretches of time, laid over `opening` by the first search. The first view of the page only
    /// counts what is free, and is loaded without their code.
    checkpoints: OnceLock<Checkpoints>,
    counted: CountedHolds,
    /// Hour after which no node becomes free.
    last_gain: Hour,
    /// Holds of the block, the largest first; ties by start, end, then nodes.
    holds: Vec<PlacedHold>,
}

/// Position of a hold in the snapshot, with its hours.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlacedHold {
    /// Index in [`Snapshot::holds`].
    pub index: u32,
    pub from: Hour,
    pub until: Hour,
}

impl Calendar {
    fn new(block: &Block, hold_indices: &[u32], holds: &[Hold]) -> Self {
        let hold = |placed: &PlacedHold| holds.get(placed.index as usize);
        let placed = |&index: &u32| {
            let hold = holds.get(index as usize)?;
            Some(PlacedHold { index, from: hold.from, until: hold.until })
        };
        // Stable sorts, the least important key first.
        let by_start: Vec<PlacedHold> = hold_indices.iter().filter_map(placed).collect();
        let by_start = order::sorted_by_key(&by_start, |placed| order::of_hour(placed.until));
        let by_start = order::sorted_by_key(&by_start, |placed| order::of_hour(placed.from));
        // Sorts are ascending: the complement puts the largest first.
        let smallness =
            |placed: &PlacedHold| u32::MAX - hold(placed).map_or(0, |h| h.nodes.count());

        let closing = hole::holes(block, by_start.iter().filter_map(hold));
        let opening = order::sorted_by_key(&closing, |hole| order::of_hour(hole.from));
        let counted = CountedHolds::new(by_start.iter().filter_map(hold));
        let mut holds = order::sorted_by_key(&by_start, smallness);
        // Ties are broken by the nodes, so that the order in the file decides nothing.
        let equal = |a: &PlacedHold, b: &PlacedHold| {
            (a.from, a.until) == (b.from, b.until) && smallness(a) == smallness(b)
        };
        let nodes = |placed: &PlacedHold| hold(placed).map(|hold| &hold.nodes);
        for equals in holds.chunk_by_mut(equal).filter(|equals| equals.len() > 1) {
            order::merge(equals, &|a, b| nodes(a) <= nodes(b));
        }
        // Nodes become free where a hole opens or where counted holds fall, and nowhere else.
        let gains = [opening.last().map(|hole| hole.from), counted.edges().last().copied()];
        let leaves = Leaves::new(&block.leaves);
        Self {
            last_gain: gains.into_iter().flatten().max().unwrap_or(Hour::MIN),
            holes: order::sorted_by_key(&closing, |hole| u32::MAX - hole.hours()),
            checkpoints: OnceLock::new(),
            leaves,
            opening,
            closing,
            counted,
            holds,
        }
    }

    /// Adds the hold at `index` of `holds`, over nodes that are free at all of its hours.
    fn take(&mut self, index: u32, holds: &[Hold]) {
        let Some(hold) = holds.get(index as usize) else { return };
        let (from, until) = (hold.from, hold.until);
        match &hold.nodes {
            HoldNodes::Named(ranges) => self.cut(ranges, from, until),
            HoldNodes::Counted(count) => self.counted.add(*count, from, until),
        }
        if until < Hour::MAX {
            self.last_gain = self.last_gain.max(until);
        }
        let key = |placed: &PlacedHold| {
            let nodes = holds.get(placed.index as usize).map(|hold| &hold.nodes);
            (Reverse(nodes.map_or(0, HoldNodes::count)), placed.from, placed.until, nodes)
        };
        let placed = PlacedHold { index, from, until };
        let position = self.holds.partition_point(|other| key(other) <= key(&placed));
        self.holds.insert(position, placed);
    }

    /// Cuts `ranges` out of the holes that span `from..until`.
    ///
    /// Each of these holes is replaced by the nodes beside the range for its whole time, and by the
    /// nodes of the range before and after these hours.
    fn cut(&mut self, ranges: &NodeRanges, from: Hour, until: Hour) {
        let (mut cut, mut left) = (Vec::new(), Vec::new());
        let long_enough = self.holes(until.since(from)).iter();
        for &hole in long_enough.filter(|hole| hole.spans(from, until)) {
            let mut first = hole.first;
            for range in ranges.ranges() {
                let start = range.first.saturating_sub(1).max(hole.first);
                let end = range.last.min(hole.end);
                if start >= end {
                    continue;
                }
                left.push(Hole { first, end: start, ..hole });
                left.push(Hole { first: start, end, until: from, ..hole });
                left.push(Hole { first: start, end, from: until, ..hole });
                first = end;
            }
            if first > hole.first {
                left.push(Hole { first, ..hole });
                cut.push(hole);
            }
        }
        // Cuts at the very edge of a hole leave empty pieces.
        left.retain(|hole| hole.first < hole.end && hole.from < hole.until);
        replace(&mut self.holes, &cut, &left, |hole| u32::MAX - hole.hours());
        replace(&mut self.opening, &cut, &left, |hole| order::of_hour(hole.from));
        replace(&mut self.closing, &cut, &left, |hole| order::of_hour(hole.until));
        if let Some(checkpoints) = self.checkpoints.get_mut() {
            checkpoints.replace(&cut, &left, &(from..until), &self.leaves);
        }
    }

    /// Returns the number of nodes of the block.
    #[must_use]
    pub fn nodes(&self) -> u32 {
        self.leaves.nodes()
    }

    pub(super) const fn leaves(&self) -> &Leaves {
        &self.leaves
    }

    pub(super) const fn counted(&self) -> &CountedHolds {
        &self.counted
    }

    pub(super) const fn last_gain(&self) -> Hour {
        self.last_gain
    }

    /// Returns the holds of the block, the largest first; ties by start, end, then nodes.
    pub(super) fn holds(&self) -> &[PlacedHold] {
        &self.holds
    }

    /// Returns the holes that last at least `hours` hours, the longest first.
    pub(super) fn holes(&self, hours: u32) -> &[Hole] {
        let long_enough = self.holes.partition_point(|hole| hole.hours() >= hours);
        self.holes.get(..long_enough).unwrap_or_default()
    }

    /// Returns the holes that open after `hour`, the first to open first.
    pub(super) fn opening_after(&self, hour: Hour) -> &[Hole] {
        let from = self.opening.partition_point(|hole| hole.from <= hour);
        self.opening.get(from..).unwrap_or_default()
    }

    /// Returns the holes that open within `hours`, the first to open first.
    pub(super) fn opening_within(&self, hours: &Range<Hour>) -> &[Hole] {
        let [from, until] = [hours.start, hours.end]
            .map(|hour| self.opening.partition_point(|hole| hole.from < hour));
        self.opening.get(from..until).unwrap_or_default()
    }

    fn checkpoints(&self) -> &Checkpoints {
        let lay = || Checkpoints::new(&self.opening, &self.closing, &self.leaves);
        self.checkpoints.get_or_init(lay)
    }

    /// Returns the stretch of time between two checkpoints that contains `hour`.
    pub(super) fn stretch_at(&self, hour: Hour) -> Option<Stretch<'_>> {
        let checkpoints = self.checkpoints();
        checkpoints.stretch(checkpoints.index_at(hour), &self.opening)
    }

    /// Yields the stretches of time in which the search may fit, in order; the first may have begun
    /// before its first start.
    pub(super) fn stretches(&self, search: &BlockSearch) -> impl Iterator<Item = Stretch<'_>> {
        let (checkpoints, search) = (self.checkpoints(), *search);
        let indices = checkpoints.indices_from(search.not_before);
        let may_fit = indices.filter(move |&index| checkpoints.may_fit(index, &search));
        may_fit.filter_map(|index| checkpoints.stretch(index, &self.opening))
    }

    /// Returns the holes that close at `hour` or later, the first to close first.
    pub(super) fn closing_from(&self, hour: Hour) -> &[Hole] {
        let from = self.closing.partition_point(|hole| hole.until < hour);
        self.closing.get(from..).unwrap_or_default()
    }
}

/// Replaces the holes `gone` by the holes `new` in a list sorted by `key`, and keeps it sorted.
///
/// Changes are few and holes many, so the stretch between two changes is copied as a whole. Cost:
/// O(holes) copied, and O(changes × log holes) to find the changes.
fn replace(holes: &mut Vec<Hole>, gone: &[Hole], new: &[Hole], key: impl Fn(&Hole) -> u32) {
    let index_of = |hole: &Hole| {
        let first = holes.partition_point(|other| key(other) < key(hole));
        let equals = holes.get(first..).unwrap_or_default();
        equals.iter().position(|other| other == hole).map(|index| first + index)
    };
    let mut gone: Vec<usize> = gone.iter().filter_map(index_of).collect();
    gone.sort_unstable();
    let mut gone = gone.into_iter().peekable();
    let mut merged = Vec::with_capacity(holes.len() + new.len());
    let mut copied = 0;
    let mut copy_until = |merged: &mut Vec<Hole>, end: usize| {
        while let Some(index) = gone.next_if(|index| *index < end) {
            merged.extend_from_slice(holes.get(copied..index).unwrap_or_default());
            copied = index + 1;
        }
        merged.extend_from_slice(holes.get(copied..end).unwrap_or_default());
        copied = end;
    };
    for hole in order::sorted_by_key(new, &key) {
        copy_until(&mut merged, holes.partition_point(|other| key(other) <= key(&hole)));
        merged.push(hole);
    }
    copy_until(&mut merged, holes.len());
    *holes = merged;
}
