//! The fit map: every start and term at once.

use super::calendar::{Calendar, Calendars};
use super::capacity::{capacity, told_apart};
use super::hole::Hole;
use super::leaves::Leaves;
use crate::model::{Hour, Placement, Request, Snapshot, Term, order};

/// What a fit map is drawn of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MapAsk {
    /// The first start; the others follow it day by day.
    pub first: Hour,
    /// How many starts.
    pub days: u32,
    /// The terms, in any order.
    pub terms: Vec<Term>,
    /// How the nodes must lie to each other.
    pub placement: Placement,
    /// The end may not be later than this.
    pub latest_end: Hour,
}

impl MapAsk {
    /// The map of what a request asks: its term and placement, from its earliest start on for so
    /// many days, ending when it and its call allow.
    #[must_use]
    pub fn new(snapshot: &Snapshot, request: &Request, days: u32) -> Self {
        let call = request.call.as_deref().and_then(|id| snapshot.call(id));
        let ends = [request.not_after, call.and_then(|call| call.term.until), Some(Hour::LATEST)];
        Self {
            first: request.not_before,
            days,
            terms: vec![request.term],
            placement: request.placement,
            latest_end: ends.into_iter().flatten().min().unwrap_or(Hour::LATEST),
        }
    }

    /// The start of this day.
    #[must_use]
    pub fn start(&self, day: u32) -> Hour {
        self.first.plus(day.saturating_mul(24))
    }
}

/// The most nodes by start and term; every cell is exact.
///
/// Of start and nodes, for one term: a cell fits exactly where its nodes are not more than
/// [`FitMap::most_nodes`] of its start.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FitMap {
    terms: usize,
    /// Day by day, the terms of each in their order.
    cells: Vec<u32>,
}

impl FitMap {
    /// The most nodes that one of the blocks can be sure of from the start of this day on, for
    /// the term at this place; 0 where the map has no such cell.
    #[must_use]
    pub fn most_nodes(&self, day: u32, term: usize) -> u32 {
        self.day(day).get(term).copied().unwrap_or(0)
    }

    /// The same for all terms of a day.
    #[must_use]
    pub fn day(&self, day: u32) -> &[u32] {
        let first = day as usize * self.terms;
        self.cells.get(first..first + self.terms).unwrap_or_default()
    }
}

/// The fit map of these blocks together: in every cell the most nodes that one of them can be
/// sure of.
#[must_use]
pub fn fit_map(calendars: &Calendars, blocks: &[usize], ask: &MapAsk) -> FitMap {
    let terms = ask.terms.len();
    let mut map = FitMap { terms, cells: vec![0; ask.days as usize * terms] };
    for calendar in blocks.iter().filter_map(|&block| calendars.get(block)) {
        Walk::new(calendar, ask).fill(&mut map);
    }
    map
}

/// A walk through the starts of one block.
struct Walk<'a> {
    calendar: &'a Calendar,
    ask: &'a MapAsk,
    leaves: Option<&'a Leaves>,
    /// The holes that are long enough for some term, the last to open first.
    to_come: Vec<Hole>,
    /// Those that are open, the last to close first.
    open: Vec<Hole>,
    /// The terms, the longest first, by their places in the ask.
    longest_first: Vec<usize>,
}

impl<'a> Walk<'a> {
    fn new(calendar: &'a Calendar, ask: &'a MapAsk) -> Self {
        let least = ask.terms.iter().map(|term| term.least_hours());
        let holes = calendar.holes(least.clone().min().unwrap_or(0));
        let to_come = order::places(holes.iter().map(|hole| order::of_hour(hole.from))).rev();
        Self {
            calendar,
            ask,
            leaves: told_apart(calendar.leaves(), ask.placement),
            to_come: to_come.filter_map(|place| holes.get(place).copied()).collect(),
            open: Vec::new(),
            longest_first: order::places(least.map(|hours| u32::MAX - hours)).collect(),
        }
    }

    fn fill(mut self, map: &mut FitMap) {
        let mut free = vec![0; self.leaves.map_or(1, Leaves::count)];
        for (day, cells) in (0..self.ask.days).zip(map.cells.chunks_mut(map.terms.max(1))) {
            let start = self.ask.start(day);
            self.go_to(start);
            self.fill_day(start, &mut free, cells);
        }
    }

    /// Opens what opens by `start` and closes what is over.
    fn go_to(&mut self, start: Hour) {
        while let Some(hole) = self.to_come.pop_if(|hole| hole.from <= start) {
            let place = self.open.partition_point(|open| open.until >= hole.until);
            self.open.insert(place, hole);
        }
        while self.open.pop_if(|hole| hole.until <= start).is_some() {}
    }

    /// The longer a term, the fewer holes last for it: from the longest term to the shortest,
    /// holes only come in.
    fn fill_day(&self, start: Hour, free: &mut [u32], cells: &mut [u32]) {
        let counted = self.calendar.counted().rising(start);
        let mut open = self.open.iter().peekable();
        let (mut last_end, mut most) = (Hour::MIN, 0);
        for &term in &self.longest_first {
            let Some(end) = self.ask.terms.get(term).map(|term| term.end(start)) else { continue };
            if end > self.ask.latest_end {
                continue;
            }
            // A month can be longer than 30 days, and shorter: begin again.
            if end > last_end {
                free.fill(0);
                (open, most) = (self.open.iter().peekable(), 0);
            }
            last_end = end;
            let before = open.len();
            while let Some(hole) = open.next_if(|hole| hole.until >= end) {
                Leaves::each(self.leaves, hole.first..hole.end, |leaf, nodes| {
                    if let Some(free) = free.get_mut(leaf) {
                        *free += nodes;
                    }
                });
            }
            if open.len() < before || !counted.is_empty() {
                let taken = counted.iter().take_while(|&&(edge, _)| edge < end).last();
                most = capacity(free, taken.map_or(0, |taken| taken.1), self.ask.placement);
            }
            if let Some(cell) = cells.get_mut(term) {
                *cell = (*cell).max(most);
            }
        }
    }
}
