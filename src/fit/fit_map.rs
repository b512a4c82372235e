//! Fit map: the most nodes for every start and term at once.

use super::calendar::{Calendar, Calendars};
use super::difference_array::DifferenceArray;
use super::hole::Hole;
use super::rules;
use super::usable_nodes::told_apart;
use crate::model::{Hour, Placement, Request, Snapshot, Term};

/// Input of a fit map: starts, terms, placement and latest end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MapAsk {
    /// First start; the others follow at intervals of 24 hours.
    pub first: Hour,
    /// Number of starts.
    pub days: u32,
    /// Terms, in any order.
    pub terms: Vec<Term>,
    /// Placement of the nodes.
    pub placement: Placement,
    /// Latest end (exclusive) of a use.
    pub latest_end: Hour,
}

impl MapAsk {
    /// Creates the input that matches a request.
    ///
    /// It has the request's term and placement, `days` starts from its earliest one on, and the
    /// latest end that the request and its call allow.
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

    /// Returns the start with index `day`; saturates.
    #[must_use]
    pub fn start(&self, day: u32) -> Hour {
        self.first.plus(day.saturating_mul(24))
    }
}

/// Most nodes by start and term; every cell is exact.
///
/// For one term, a number of nodes fits from a start exactly if it is at most the
/// [`FitMap::most_nodes`] of that start.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FitMap {
    terms: usize,
    /// Cells day by day, and within a day in the order of the terms.
    cells: Vec<u32>,
}

impl FitMap {
    /// Returns the most nodes that one of the blocks can be sure of from the start of `day` on, for
    /// the term with this index; 0 if the map has no such cell.
    #[must_use]
    pub fn most_nodes(&self, day: u32, term_index: usize) -> u32 {
        self.day(day).get(term_index).copied().unwrap_or(0)
    }

    /// Returns the cells of one day, in the order of the terms; empty if the map has no such day.
    #[must_use]
    pub fn day(&self, day: u32) -> &[u32] {
        let first = day as usize * self.terms;
        self.cells.get(first..first + self.terms).unwrap_or_default()
    }
}

/// Computes the fit map of these blocks: in every cell the most nodes that one of them can be sure
/// of.
///
/// Cost: for each term and block, O(holes that are long enough + days × leaves), by a difference
/// array over the days.
///
/// ```
/// use jari::{fit, model};
/// let file = br#"{"schema":1,"as_of":"2027-01-01","availability":"complete",
///   "blocks":[{"id":"a","accelerator":"h200","nodes":4}],
///   "holds":[{"block":"a","nodes":"1-3","from":"2027-01-03","until":"2027-01-08"}]}"#;
/// let calendars = fit::Calendars::new(&model::read(file).unwrap().snapshot);
/// let (first, latest_end) = (model::Hour::of_date(2027, 1, 1).unwrap(), model::Hour::LATEST);
/// let (terms, placement) = (vec![model::Term::Days(2)], model::Placement::Any);
/// let ask = fit::MapAsk { first, days: 8, terms, placement, latest_end };
/// let map = fit::fit_map(&calendars, &[0], &ask);
/// assert_eq!([0, 1, 7].map(|day| map.most_nodes(day, 0)), [4, 1, 4]);
/// ```
#[must_use]
pub fn fit_map(calendars: &Calendars, block_indices: &[usize], ask: &MapAsk) -> FitMap {
    let mut map =
        FitMap { terms: ask.terms.len(), cells: vec![0; ask.days as usize * ask.terms.len()] };
    for (term_index, &term) in ask.terms.iter().enumerate() {
        let column = MapColumn::new(ask, term);
        for calendar in block_indices.iter().filter_map(|&index| calendars.get(index)) {
            let cells = map.cells.chunks_mut(map.terms).filter_map(|day| day.get_mut(term_index));
            for (cell, nodes) in cells.zip(column.most_nodes(calendar)) {
                *cell = (*cell).max(nodes);
            }
        }
    }
    map
}

/// Column of the map: all starts of one term.
struct MapColumn<'a> {
    ask: &'a MapAsk,
    term: Term,
    /// Ends (exclusive) of the starts that do not end too late, ascending.
    ///
    /// A start that is a day later ends no earlier, even for calendar months.
    ends: Vec<Hour>,
}

impl<'a> MapColumn<'a> {
    fn new(ask: &'a MapAsk, term: Term) -> Self {
        let ends = (0..ask.days).map(|day| term.end(ask.start(day)));
        Self { ask, term, ends: ends.take_while(|&end| end <= ask.latest_end).collect() }
    }

    /// Yields the most nodes from each start on.
    ///
    /// A hole serves the days from the first that begins in it to the last that ends in it.
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

    /// Returns the index of the first day that begins in the hole.
    fn first_day(&self, hole: &Hole) -> usize {
        hole.from.since(self.ask.first).div_ceil(24) as usize
    }

    /// Returns the index after that of the last day that ends in the hole.
    fn behind_last_day(&self, hole: &Hole) -> usize {
        let Some(&first_end) = self.ends.first() else { return 0 };
        match self.term {
            _ if hole.until < first_end => 0,
            // Ends are 24 hours apart, so a division replaces the binary search.
            Term::Hours(_) | Term::Days(_) => {
                (hole.until.since(first_end) as usize / 24 + 1).min(self.ends.len())
            }
            Term::Months(_) => self.ends.partition_point(|&end| end <= hole.until),
        }
    }
}
