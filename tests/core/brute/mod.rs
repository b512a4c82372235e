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

/// What a request may have of one block, whatever is free.
struct Allowed {
    least: u32,
    most: u32,
    latest_end: Hour,
}

impl<'a> Truth<'a> {
    pub fn new(snapshot: &'a Snapshot, first: Hour) -> Self {
        Self { snapshot, first, blocks: snapshot.blocks.iter().map(|_| OnceCell::new()).collect() }
    }

    /// The block at this place.
    pub fn matrix(&self, index: usize) -> &Matrix {
        let lay_out = || {
            Matrix::new(&self.snapshot.blocks[index], index, self.snapshot.holds.iter(), self.first)
        };
        self.blocks[index].get_or_init(lay_out)
    }

    /// Places of the blocks that the request asks about.
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
        let allowed = self.allowed(index, request);
        allowed.into_iter().flat_map(move |allowed| {
            let starts = self.matrix(index).starts(request.not_before);
            starts.filter_map(move |start| self.offer_at(start, index, request, &allowed))
        })
    }

    /// The offer at the earliest start that is asked.
    pub fn at_once(&self, index: usize, request: &Request) -> Option<Times> {
        self.offer_from(index, request, request.not_before)
    }

    /// The offer at this start.
    pub fn offer_from(&self, index: usize, request: &Request, start: Hour) -> Option<Times> {
        let allowed = self.allowed(index, request)?;
        self.offer_at(start, index, request, &allowed)
    }

    /// Whether the block may be used by the request until `end`, whatever is free.
    pub fn allows(&self, index: usize, request: &Request, end: Hour) -> bool {
        self.allowed(index, request).is_some_and(|allowed| end <= allowed.latest_end)
    }

    /// Every start that may matter in one of the blocks, in order.
    pub fn starts(&self, blocks: &[usize], request: &Request) -> Vec<Hour> {
        let of_block = |block: &usize| self.matrix(*block).starts(request.not_before);
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
        let overlaps = |hold: &&Hold| hold.block == index && hold.from < end && hold.until > start;
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

    fn offer_at(
        &self,
        start: Hour,
        index: usize,
        request: &Request,
        allowed: &Allowed,
    ) -> Option<Times> {
        let end = request.term.end(start);
        if end > allowed.latest_end {
            return None;
        }
        let capacity = self.matrix(index).capacity(start, end, request.placement);
        let nodes = allowed.most.min(capacity);
        (capacity >= allowed.least).then_some(Times { start, end, nodes })
    }

    /// `None` where the accelerator is not accepted or the call forbids it. Its rules are held
    /// against the earliest start that is asked.
    fn allowed(&self, index: usize, request: &Request) -> Option<Allowed> {
        let accelerator = &self.snapshot.blocks[index].accelerator;
        if !request.accelerators.contains(accelerator) {
            return None;
        }
        let mut latest_end = request.not_after.map_or(Hour::LATEST, |end| end.min(Hour::LATEST));
        let mut most = request.nodes.max;
        if let Some(id) = &request.call {
            let call = self.snapshot.call(id).unwrap();
            let (size, start) = (call.size(accelerator)?, request.not_before);
            let end = request.term.end(start);
            // The numbers asked and allowed must have one in common.
            if request.nodes.max < size.min_nodes
                || request.nodes.min > size.max_nodes
                || !call.admits(request.class)
                || call.term.min.is_some_and(|min| end < min.end(start))
                || call.term.max.is_some_and(|max| end > max.end(start))
            {
                return None;
            }
            most = most.min(size.max_nodes);
            latest_end = call.term.until.map_or(latest_end, |until| until.min(latest_end));
        }
        Some(Allowed { least: fewest_nodes(self.snapshot, index, request), most, latest_end })
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
