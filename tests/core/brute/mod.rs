//! What fits, by brute force: a matrix of nodes by hours, and every start tried in turn.
//!
//! Written from the specification alone, to be seen to be right at a glance. It shares the plain
//! data of `model` (and the calendar arithmetic of [`Term::end`]) with the engine, nothing else.
//!
//! [`Term::end`]: jari::model::Term::end

pub mod counterpart;
pub mod difference;
pub mod effect;
pub mod front;
pub mod matrix;
pub mod nearest;
pub mod placed;
pub mod round;
pub mod split;

use std::cell::OnceCell;
use std::cmp::Reverse;

use jari::model::{Hold, HoldNodes, Hour, NodeCount, Placement, Request, Snapshot, Term};

pub use matrix::Matrix;

/// A snapshot, hour by hour from `first` on; a block is laid out when it is first looked at.
pub struct Truth<'a> {
    pub snapshot: &'a Snapshot,
    first: Hour,
    blocks: Vec<OnceCell<Matrix>>,
}

/// What the engine should answer for one block.
#[derive(Debug, PartialEq, Eq)]
pub struct Expected {
    pub offer: Option<Times>,
    pub most_nodes: u32,
    pub longest_hours: Option<u32>,
}

/// When, and how many nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    pub start: Hour,
    pub end: Hour,
    pub nodes: u32,
}

/// How many nodes a request may have of one block, whatever is free.
struct Allowed {
    least: u32,
    most: u32,
}

impl<'a> Truth<'a> {
    pub fn new(snapshot: &'a Snapshot, first: Hour) -> Self {
        Self { snapshot, first, blocks: snapshot.blocks.iter().map(|_| OnceCell::new()).collect() }
    }

    /// The block at this index.
    pub fn matrix(&self, index: usize) -> &Matrix {
        let lay_out = || {
            Matrix::new(&self.snapshot.blocks[index], index, self.snapshot.holds.iter(), self.first)
        };
        self.blocks[index].get_or_init(lay_out)
    }

    /// Indices of the blocks that the request asks about.
    pub fn asked(&self, request: &Request) -> Vec<usize> {
        let asked = |index: &usize| {
            let id = &self.snapshot.blocks[*index].id;
            request.blocks.as_ref().is_none_or(|blocks| blocks.contains(id))
        };
        (0..self.snapshot.blocks.len()).filter(asked).collect()
    }

    /// Those of them whose accelerator it accepts.
    pub fn accepted(&self, request: &Request) -> Vec<usize> {
        let mut blocks = self.asked(request);
        let accelerator = |block: &usize| &self.snapshot.blocks[*block].accelerator;
        blocks.retain(|block| request.accelerators.contains(accelerator(block)));
        blocks
    }

    /// The answer for one block.
    pub fn answer(&self, index: usize, request: &Request) -> Expected {
        let (start, matrix) = (request.not_before, self.matrix(index));
        let most_nodes = matrix.capacity(start, request.term.end(start), request.placement);
        Expected {
            offer: self.offers(index, request).next(),
            most_nodes,
            longest_hours: matrix.longest(start, request.nodes.min, request.placement),
        }
    }

    /// The offer of each start at which there is one, the earliest first.
    pub fn offers(&self, index: usize, request: &Request) -> impl Iterator<Item = Times> {
        let starts = self.starts_in(index, request);
        starts.filter_map(move |start| self.offer_from(index, request, start))
    }

    /// The offer at the earliest start that is asked.
    pub fn at_once(&self, index: usize, request: &Request) -> Option<Times> {
        self.offer_from(index, request, request.not_before)
    }

    /// The offer at this start.
    pub fn offer_from(&self, index: usize, request: &Request, start: Hour) -> Option<Times> {
        let allowed = self.allowed(index, request, start)?;
        let end = request.term.end(start);
        let capacity = self.matrix(index).capacity(start, end, request.placement);
        let nodes = allowed.most.min(capacity);
        (capacity >= allowed.least).then_some(Times { start, end, nodes })
    }

    /// Whether the block may be used by the request from `start` on, whatever is free.
    pub fn allows(&self, index: usize, request: &Request, start: Hour) -> bool {
        self.allowed(index, request, start).is_some()
    }

    /// Every start that may matter in a block, in order. Once nothing changes there any more, the
    /// date alone can decide whether a call allows a term: its first hour, for as long as it takes
    /// until dates repeat.
    fn starts_in(
        &self,
        index: usize,
        request: &Request,
    ) -> impl Iterator<Item = Hour> + use<'_, 'a> {
        const FOUR_YEARS: u32 = 4 * 366;
        let of_block = self.matrix(index).starts(request.not_before);
        let at_rest = request.not_before.plus(of_block.size_hint().0 as u32).next_midnight();
        let days = if self.rules_depend_on_date(request) { FOUR_YEARS } else { 0 };
        of_block.chain((0..days).map(move |day| at_rest.plus(24 * day)))
    }

    /// Whether the request and its call count the term in months here and in hours there.
    fn rules_depend_on_date(&self, request: &Request) -> bool {
        let call = request.call.as_ref().and_then(|id| self.snapshot.call(id));
        let bounds = call.into_iter().flat_map(|call| [call.term.min, call.term.max]).flatten();
        let in_months = |term: Term| matches!(term, Term::Months(_));
        bounds.into_iter().any(|bound| in_months(bound) != in_months(request.term))
    }

    /// Every start that may matter in one of the blocks, in order.
    pub fn starts(&self, blocks: &[usize], request: &Request) -> Vec<Hour> {
        let of_block = |block: &usize| self.starts_in(*block, request);
        let longest = blocks.iter().map(of_block).max_by_key(|starts| starts.size_hint());
        longest.into_iter().flatten().collect()
    }

    /// Whether some block asked can give the request what it wants at its earliest start.
    pub fn fits_somewhere(&self, request: &Request) -> bool {
        self.asked(request).into_iter().any(|index| self.at_once(index, request).is_some())
    }

    /// The offer with the most nodes, then the earliest, where that is not the earliest of all.
    pub fn largest(&self, index: usize, request: &Request) -> Option<Times> {
        let most = self.offers(index, request).max_by_key(|it| (it.nodes, Reverse(it.start)));
        most.filter(|most| self.offers(index, request).next() != Some(*most))
    }

    /// Whether named and whether counted holds touch the time from `start` until `end`.
    pub fn holds_during(&self, index: usize, start: Hour, end: Hour) -> (bool, bool) {
        let overlaps =
            |hold: &&Hold| hold.block_index == index && hold.from < end && hold.until > start;
        let named = |hold: &Hold| matches!(hold.nodes, HoldNodes::Named(_));
        let during: Vec<&Hold> = self.snapshot.holds.iter().filter(overlaps).collect();
        (during.iter().any(|hold| named(hold)), during.iter().any(|hold| !named(hold)))
    }

    /// The most nodes that one of `blocks` can be sure of; none that end too late.
    pub fn cell(
        &self,
        blocks: &[usize],
        start: Hour,
        term: Term,
        placement: Placement,
        latest_end: Hour,
    ) -> u32 {
        let end = term.end(start);
        let capacity = |block: &usize| self.matrix(*block).capacity(start, end, placement);
        if end > latest_end { 0 } else { blocks.iter().map(capacity).max().unwrap_or(0) }
    }

    /// `None` where the accelerator is not accepted, or the request or its call forbid a use from
    /// `start` on.
    fn allowed(&self, index: usize, request: &Request, start: Hour) -> Option<Allowed> {
        let accelerator = &self.snapshot.blocks[index].accelerator;
        let end = request.term.end(start);
        let latest_end = request.not_after.map_or(Hour::LATEST, |end| end.min(Hour::LATEST));
        if !request.accelerators.contains(accelerator) || end > latest_end {
            return None;
        }
        let mut most = request.nodes.max;
        if let Some(id) = &request.call {
            let call = self.snapshot.call(id).unwrap();
            let size = call.size(accelerator)?;
            // The numbers asked and allowed must have one in common.
            if request.nodes.max < size.min_nodes
                || request.nodes.min > size.max_nodes
                || !call.admits(request.class)
                || call.term.min.is_some_and(|min| end < min.end(start))
                || call.term.max.is_some_and(|max| end > max.end(start))
                || call.term.until.is_some_and(|until| end > until)
            {
                return None;
            }
            most = most.min(size.max_nodes);
        }
        Some(Allowed { least: fewest_nodes(self.snapshot, index, request), most })
    }
}

/// The answer for one block.
pub fn answer(snapshot: &Snapshot, index: usize, request: &Request) -> Expected {
    Truth::new(snapshot, request.not_before).answer(index, request)
}

/// The fewest nodes that meet both the request and the call; the request alone where they have no
/// number in common.
pub fn fewest_nodes(snapshot: &Snapshot, index: usize, request: &Request) -> u32 {
    let NodeCount { min, max } = request.nodes;
    let call = request.call.as_ref().map(|id| snapshot.call(id).unwrap());
    let size = call.and_then(|call| call.size(&snapshot.blocks[index].accelerator));
    size.map(|size| size.min_nodes.max(min)).filter(|both| *both <= max).unwrap_or(min)
}
