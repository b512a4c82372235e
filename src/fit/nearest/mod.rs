//! The nearest requests that fit.

mod distance;
mod side;

use super::change::{Change, looser};
use super::question::{Ask, Posed};
use crate::model::{Hour, Request, order};
use distance::Distance;
use side::Side;

/// A request that fits at once and is near to the one asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Nearest {
    /// What is changed, at most one change of each kind.
    pub changes: Vec<Change>,
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
/// Every single change that helps is among them, and of two changes together some trades, spread
/// over all there are.
pub(super) fn nearest(posed: &[Posed<'_>], request: &Request) -> Vec<Nearest> {
    let accepted: Vec<&Posed<'_>> = posed.iter().filter(|one| one.question.ask.accepted).collect();
    if accepted.iter().any(|one| one.question.fits_at_once(&one.opening)) {
        return Vec::new();
    }
    let mut sides = vec![Side { accelerator: None, blocks: accepted }];
    let leaves = posed.iter().map(|one| one.question.calendar.leaves().count()).max().unwrap_or(0);
    let rungs = looser(request.placement, leaves as u32);
    for one in posed.iter().filter(|one| !one.question.ask.accepted) {
        let id = one.question.block.accelerator.as_str();
        match sides.iter_mut().find(|side| side.accelerator == Some(id)) {
            Some(side) => side.blocks.push(one),
            None => sides.push(Side { accelerator: Some(id), blocks: vec![one] }),
        }
    }
    let mut found: Vec<Candidate<'_>> = Vec::new();
    for side in &sides {
        for ask in side.near(&rungs) {
            // Where the accelerators asked do as well or better, another one is no help.
            let of_asked = sides.first().filter(|_| side.accelerator.is_some());
            let better = of_asked.and_then(|asked| Some((asked, asked.as_near_as(&ask, &rungs)?)));
            let (side, ask) = better.unwrap_or((side, ask));
            if let Some(candidate) = side.candidate(&ask, request, &rungs)
                && !found.contains(&candidate)
            {
                found.push(candidate);
            }
        }
    }
    let nearer =
        |one: &&Candidate<'_>| !found.iter().any(|other| other.distance.is_nearer(&one.distance));
    let nearest: Vec<&Candidate<'_>> = found.iter().filter(nearer).collect();
    let ranks = nearest.iter().map(|one| one.distance.rank(request));
    let in_order = order::places(ranks).filter_map(|place| nearest.get(place));
    in_order.take(MOST).map(|candidate| candidate.told(request)).collect()
}

/// A request that fits.
#[derive(PartialEq, Eq)]
struct Candidate<'a> {
    ask: Ask,
    accelerator: Option<&'a str>,
    block: usize,
    nodes: u32,
    distance: Distance,
}

impl Candidate<'_> {
    fn told(&self, request: &Request) -> Nearest {
        let ask = &self.ask;
        let mut changes = Vec::new();
        if ask.not_before != request.not_before {
            changes.push(Change::Start(ask.not_before));
        }
        if ask.nodes != request.nodes {
            changes.push(Change::Nodes(ask.nodes.min));
        }
        if ask.term != request.term {
            changes.push(Change::Term(ask.term));
        }
        if ask.placement != request.placement {
            changes.push(Change::Placement(ask.placement));
        }
        changes.extend(self.accelerator.map(|id| Change::Accelerator(id.to_owned())));
        Nearest {
            changes,
            block: self.block,
            start: ask.not_before,
            end: ask.end(),
            nodes: self.nodes,
        }
    }
}
