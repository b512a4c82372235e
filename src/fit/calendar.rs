//! One block in time: which nodes are free from when to when.

use super::bits;
use crate::model::{Block, Hold, HoldNodes, Hour, Snapshot, order};
use core::ops::Range;

/// The calendars of all blocks of a snapshot, in the order of the snapshot.
///
/// Building them is the costly part (every hold is laid out in time); asking is cheap, so keep
/// them for as long as the snapshot stays the same.
#[derive(Clone, Debug)]
pub struct Calendars(Vec<Calendar>);

impl Calendars {
    /// Lays out every hold of the snapshot.
    #[must_use]
    pub fn new(snapshot: &Snapshot) -> Self {
        let mut holds: Vec<Vec<usize>> = vec![Vec::new(); snapshot.blocks.len()];
        for (index, hold) in snapshot.holds.iter().enumerate() {
            if let Some(of_block) = holds.get_mut(hold.block) {
                of_block.push(index);
            }
        }
        let of_block =
            |(block, own): (&Block, Vec<usize>)| Calendar::new(block, own, &snapshot.holds);
        Self(snapshot.blocks.iter().zip(holds).map(of_block).collect())
    }

    /// The calendar of the block at this place of the snapshot.
    #[must_use]
    pub fn get(&self, block: usize) -> Option<&Calendar> {
        self.0.get(block)
    }
}

/// One block in time, cut into slots at every edge of a hold.
///
/// Within a slot nothing changes. Slot `i` lasts from `edges[i]` until `edges[i + 1]`; the first
/// one has no beginning and the last one no end.
#[derive(Clone, Debug)]
pub struct Calendar {
    nodes: u32,
    words: usize,
    leaves: Vec<Range<u32>>,
    edges: Vec<Hour>,
    /// The free nodes of each slot, `words` words a slot.
    free: Vec<u64>,
    /// How many nodes counted holds take in each slot.
    counted: Vec<u32>,
    /// Places of this block's holds in the snapshot.
    holds: Vec<usize>,
}

impl Calendar {
    fn new(block: &Block, own: Vec<usize>, holds: &[Hold]) -> Self {
        let nodes = block.nodes();
        let own_holds = || own.iter().filter_map(|&index| holds.get(index));
        let available_from = block.available_from.unwrap_or(Hour::MIN);

        let edges = own_holds().flat_map(|hold| [hold.from, hold.until]);
        let edges = edges.chain([Hour::MIN, available_from]).filter(|&edge| edge < Hour::MAX);
        let edges = order::sorted(edges.map(|edge| order::of_hour(edge).into()));
        let mut edges: Vec<Hour> =
            edges.into_iter().map(|edge| order::to_hour(edge as u32)).collect();
        edges.dedup();

        let all = bits::all(nodes);
        let words = all.len();
        let mut calendar = Self {
            nodes,
            words,
            leaves: leaf_ranges(&block.leaves),
            free: all.repeat(edges.len()),
            counted: vec![0; edges.len()],
            edges,
            holds: own.clone(),
        };
        let delivered = calendar.before(available_from) * words;
        calendar.free.iter_mut().take(delivered).for_each(|word| *word = 0);
        for hold in own_holds() {
            let slots = calendar.before(hold.from)..calendar.before(hold.until);
            match &hold.nodes {
                HoldNodes::Counted(count) => {
                    for taken in calendar.counted.get_mut(slots).unwrap_or_default() {
                        *taken = taken.saturating_add(*count);
                    }
                }
                HoldNodes::Named(ranges) => {
                    let ranges = ranges.within(nodes);
                    for free in calendar
                        .free
                        .chunks_exact_mut(words.max(1))
                        .take(slots.end)
                        .skip(slots.start)
                    {
                        for range in ranges.ranges() {
                            bits::clear(free, range.first - 1, range.last);
                        }
                    }
                }
            }
        }
        calendar
    }

    /// How many slots begin before `hour`.
    fn before(&self, hour: Hour) -> usize {
        self.edges.partition_point(|&edge| edge < hour)
    }

    /// How many nodes the block has.
    #[must_use]
    pub fn nodes(&self) -> u32 {
        self.nodes
    }

    /// The nodes of each leaf, counted from 0.
    #[must_use]
    pub fn leaves(&self) -> &[Range<u32>] {
        &self.leaves
    }

    /// Places of this block's holds in the snapshot.
    #[must_use]
    pub fn holds(&self) -> &[usize] {
        &self.holds
    }

    /// The slot that `hour` lies in.
    pub(super) fn slot_at(&self, hour: Hour) -> usize {
        self.edges.partition_point(|&edge| edge <= hour).saturating_sub(1)
    }

    /// How many slots there are, at least one.
    pub(super) fn slots(&self) -> usize {
        self.edges.len()
    }

    /// When the slot begins; [`Hour::MAX`] behind the last one.
    pub(super) fn slot_start(&self, slot: usize) -> Hour {
        self.edges.get(slot).copied().unwrap_or(Hour::MAX)
    }

    /// The nodes that no named hold takes in this slot.
    pub(super) fn slot_free(&self, slot: usize) -> &[u64] {
        self.free.get(slot * self.words..(slot + 1) * self.words).unwrap_or_default()
    }

    /// How many nodes counted holds take in this slot.
    pub(super) fn slot_counted(&self, slot: usize) -> u32 {
        self.counted.get(slot).copied().unwrap_or(0)
    }

    /// What is free at every hour from `start` until `end`; at `start` alone where `end` is not
    /// later.
    pub(super) fn window(&self, start: Hour, end: Hour) -> Window {
        let first = self.slot_at(start);
        let mut window = Window::of_slot(self, first);
        for slot in first + 1..self.before(end) {
            window.narrow(self, slot);
        }
        window
    }

    /// How many nodes are free at this hour, by named and counted holds.
    #[must_use]
    pub fn free_at(&self, hour: Hour) -> u32 {
        let slot = self.slot_at(hour);
        bits::count(self.slot_free(slot)).saturating_sub(self.slot_counted(slot))
    }
}

/// What is free throughout an interval: certain nodes, less any so many of them.
#[derive(Clone, Debug)]
pub(super) struct Window {
    /// Nodes that no named hold takes.
    pub free: Vec<u64>,
    /// The most nodes that counted holds take at one time.
    pub counted: u32,
}

impl Window {
    /// What is free in one slot.
    pub(super) fn of_slot(calendar: &Calendar, slot: usize) -> Self {
        Self { free: calendar.slot_free(slot).to_vec(), counted: calendar.slot_counted(slot) }
    }

    /// Widens the interval by one more slot, which leaves as much or less.
    pub(super) fn narrow(&mut self, calendar: &Calendar, slot: usize) {
        bits::intersect(&mut self.free, calendar.slot_free(slot));
        self.counted = self.counted.max(calendar.slot_counted(slot));
    }
}

/// Leaf sizes as ranges of nodes, counted from 0.
fn leaf_ranges(sizes: &[u32]) -> Vec<Range<u32>> {
    let mut end = 0;
    sizes
        .iter()
        .map(|size| {
            let first = end;
            end += size;
            first..end
        })
        .collect()
}
