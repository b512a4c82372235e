//! The nearest requests that fit.

mod candidate;
mod distance;
mod side;

use super::change::{RequestChange, looser};
use super::posed::Posed;
use crate::model::{Hour, Request, order};
use candidate::Candidate;
use side::AcceleratorSide;

/// A request that fits at once and is near to the one asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Nearest {
    /// What is changed, at most one change of each kind.
    pub changes: Vec<RequestChange>,
    /// Place in the snapshot of the first block that it fits.
    pub block: usize,
    /// When it begins.
    pub start: Hour,
    /// When it ends.
    pub end: Hour,
    /// How many nodes: the fewest that meet it.
    pub nodes: u32,
}

/// The longest list: a page shows it whole.
const MOST: usize = 12;

/// The nearest requests that fit: of start, nodes, term, placement and accelerator none can be
/// nearer to what was asked without another being farther. Those with the fewest changes come
/// first, then those that change least. Empty where the request fits as it is.
///
/// Every single change that helps is among them, and of several together some trades, spread over
/// all there are.
pub(super) fn nearest(posed: &[Posed<'_>], request: &Request) -> Vec<Nearest> {
    let fits = |one: &Posed<'_>| one.question.fits_at_once(&one.opening);
    if posed.iter().any(fits) {
        return Vec::new();
    }
    let sides = sides(posed);
    let leaves = posed.iter().map(|one| one.question.calendar.leaves().count()).max().unwrap_or(0);
    let rungs = looser(request.placement, leaves as u32);

    let mut found = Vec::new();
    for side in &sides {
        let near = side.near(&rungs);
        found.extend(near.iter().filter_map(|ask| side.candidate(ask, request, &rungs)));
    }
    // What one accelerator has to trade, another may have for less.
    let mut nearest = first_of(&found, request);
    for candidate in &mut nearest {
        let is_other = candidate.accelerator.is_some();
        for side in sides.iter().filter(|side| is_other || !side.is_other()) {
            let nearer = side.as_near_as(&candidate.ask, &rungs);
            let nearer = nearer.and_then(|ask| side.candidate(&ask, request, &rungs));
            if let Some(nearer) = nearer.filter(|one| one.distance.goes_before(&candidate.distance))
            {
                *candidate = nearer;
            }
        }
        // Of all blocks that it fits, the first of the file.
        for side in sides.iter().filter(|side| !is_other && !side.is_other()) {
            let same = side.candidate(&candidate.ask, request, &rungs);
            if let Some(same) = same.filter(|same| same.block < candidate.block) {
                *candidate = same;
            }
        }
    }
    let nearest = first_of(&nearest, request);
    nearest.iter().map(|candidate| candidate.to_nearest(request)).collect()
}

/// The blocks of each accelerator.
fn sides<'a>(posed: &'a [Posed<'a>]) -> Vec<AcceleratorSide<'a>> {
    let mut sides: Vec<AcceleratorSide<'_>> = Vec::new();
    for one in posed {
        let accelerator = one.question.block.accelerator.as_str();
        match sides.iter_mut().find(|side| side.accelerator == accelerator) {
            Some(side) => side.blocks.push(one),
            None => sides.push(AcceleratorSide { accelerator, blocks: vec![one] }),
        }
    }
    sides
}

/// Those of which none is nearer in everything, as many as a list may have, the nearest first.
fn first_of<'a>(found: &[Candidate<'a>], request: &Request) -> Vec<Candidate<'a>> {
    let ranks = found.iter().map(|one| one.distance.rank(request));
    let mut nearest: Vec<Candidate<'_>> = Vec::new();
    for one in order::argsort(ranks).filter_map(|place| found.get(place)) {
        let is_same =
            |known: &Candidate<'_>| (known.ask, known.accelerator) == (one.ask, one.accelerator);
        let is_nearest = || !found.iter().any(|other| other.distance.is_nearer(&one.distance));
        if nearest.len() < MOST && !nearest.iter().any(is_same) && is_nearest() {
            nearest.push(*one);
        }
    }
    nearest
}

impl Candidate<'_> {
    fn to_nearest(&self, request: &Request) -> Nearest {
        let ask = &self.ask;
        let mut changes = Vec::new();
        if ask.not_before != request.not_before {
            changes.push(RequestChange::Start(ask.not_before));
        }
        if ask.nodes != request.nodes {
            changes.push(RequestChange::Nodes(ask.nodes.min));
        }
        if ask.term != request.term {
            changes.push(RequestChange::Term(ask.term));
        }
        if ask.placement != request.placement {
            changes.push(RequestChange::Placement(ask.placement));
        }
        changes.extend(self.accelerator.map(|id| RequestChange::Accelerator(id.to_owned())));
        Nearest {
            changes,
            block: self.block,
            start: ask.not_before,
            end: ask.end(),
            nodes: self.nodes,
        }
    }
}
