//! The fit map: every start and term at once.

use super::calendar::{Calendar, Calendars};
use super::capacity::told_apart;
use super::difference_array::DifferenceArray;
use super::hole::Hole;
use super::rules;
use crate::model::{Hour, Placement, Request, Snapshot, Term};

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
        let call = snapshot.call_of(request);
        Self {
            first: request.not_before,
            days,
            terms: vec![request.term],
            placement: request.placement,
            latest_end: rules::latest_end(call, request.not_after),
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
    let mut map =
        FitMap { terms: ask.terms.len(), cells: vec![0; ask.days as usize * ask.terms.len()] };
    for (place, &term) in ask.terms.iter().enumerate() {
        let column = MapColumn::new(ask, term);
        for calendar in blocks.iter().filter_map(|&block| calendars.get(block)) {
            let cells = map.cells.chunks_mut(map.terms).filter_map(|day| day.get_mut(place));
            for (cell, nodes) in cells.zip(column.most_nodes(calendar)) {
                *cell = (*cell).max(nodes);
            }
        }
    }
    map
}

/// All starts of one term.
struct MapColumn<'a> {
    ask: &'a MapAsk,
    term: Term,
    /// The end from each start that does not end too late. They never fall: what begins a day
    /// later ends no earlier, months included.
    ends: Vec<Hour>,
}

impl<'a> MapColumn<'a> {
    fn new(ask: &'a MapAsk, term: Term) -> Self {
        let ends = (0..ask.days).map(|day| term.end(ask.start(day)));
        Self { ask, term, ends: ends.take_while(|&end| end <= ask.latest_end).collect() }
    }

    /// The most nodes from each start on: a hole serves the days from the first that begins in it
    /// to the last that ends in it.
    fn most_nodes(&self, calendar: &Calendar) -> impl Iterator<Item = u32> {
        let leaves = told_apart(calendar.leaves(), self.ask.placement);
        let mut steps = DifferenceArray::new(leaves, self.ends.len());
        for hole in calendar.holes(self.term.least_hours()) {
            let days = self.first_day(hole)..self.behind_last_day(hole);
            if !days.is_empty() {
                steps.add_range(hole, days);
            }
        }
        steps.capacities(self.ask.placement, |day| {
            let end = self.ends.get(day).copied().unwrap_or(Hour::MIN);
            calendar.counted().most(self.ask.start(day as u32), end)
        })
    }

    /// The first day that begins in the hole.
    fn first_day(&self, hole: &Hole) -> usize {
        hole.from.since(self.ask.first).div_ceil(24) as usize
    }

    /// The day behind the last one that ends in the hole.
    fn behind_last_day(&self, hole: &Hole) -> usize {
        let Some(&first_end) = self.ends.first() else { return 0 };
        match self.term {
            _ if hole.until < first_end => 0,
            // Every day ends a day later than the one before.
            Term::Hours(_) | Term::Days(_) => {
                (hole.until.since(first_end) as usize / 24 + 1).min(self.ends.len())
            }
            Term::Months(_) => self.ends.partition_point(|&end| end <= hole.until),
        }
    }
}
