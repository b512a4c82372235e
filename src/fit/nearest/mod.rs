//! Nearest requests that fit: a Pareto front of alternatives.
//!
//! Each alternative has a distance in five dimensions (start, nodes, term, placement, accelerator).
//! One dominates another if it is farther in none and nearer in at least one. Invariant: no entry
//! of the list dominates another. Cost: O(candidates²) comparisons; a few dozen candidates for each
//! accelerator.
//!
//! ```text
//! candidates (days later, fewer nodes): (3, 0), (0, 2), (3, 2)
//! (3, 2) is dominated by both others
//! front: (3, 0), (0, 2)
//! ```

mod candidate;
mod distance;
mod side;

use super::change::{RequestChange, looser};
use super::posed::Posed;
use crate::model::{Hour, Request, order};
use candidate::Candidate;
use side::AcceleratorSide;

/// Request that fits at once and is near to the one asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Nearest {
    /// Changes of the request, at most one of each kind.
    pub changes: Vec<RequestChange>,
    /// Index in the snapshot of the first block that it fits.
    pub block_index: usize,
    /// First hour.
    pub start: Hour,
    /// End (exclusive).
    pub end: Hour,
    /// Number of nodes: the fewest that meet the changed request.
    pub nodes: u32,
}

/// Maximum length of the list, because a page shows all of it.
const MOST: usize = 12;

/// Returns the nearest requests that fit, or nothing if the request fits as it is.
///
/// They form a Pareto front: in start, nodes, term, placement and accelerator none can be nearer to
/// the request without being farther in another. The fewest changes come first, then the smallest.
///
/// Every single change that helps is among them; of several changes together, the list has some
/// trades, spread evenly over all there are.
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
    // A trade found for one accelerator may be had for less on another.
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
        // Of all blocks that it fits, the first in the file.
        for side in sides.iter().filter(|side| !is_other && !side.is_other()) {
            let same = side.candidate(&candidate.ask, request, &rungs);
            if let Some(same) = same.filter(|same| same.block_index < candidate.block_index) {
                *candidate = same;
            }
        }
    }
    let nearest = first_of(&nearest, request);
    nearest.iter().map(|candidate| candidate.nearest_request(request)).collect()
}

/// Groups the blocks by accelerator, in the order of the file.
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

/// Returns the candidates that no other dominates, the nearest first, at most [`MOST`].
fn first_of<'a>(found: &[Candidate<'a>], request: &Request) -> Vec<Candidate<'a>> {
    let ranks = found.iter().map(|one| one.distance.rank(request));
    let mut nearest: Vec<Candidate<'_>> = Vec::new();
    for one in order::argsort(ranks).filter_map(|index| found.get(index)) {
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
    fn nearest_request(&self, request: &Request) -> Nearest {
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
            block_index: self.block_index,
            start: ask.not_before,
            end: ask.end(),
            nodes: self.nodes,
        }
    }
}
