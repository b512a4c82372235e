//! All requests that fit, and of them those to which none is nearer: for small cases alone.

use jari::model::{NodeCount, Request, Term};

use super::Truth;
use super::nearest::{Moved, dominates, of_unit, rungs};

/// How many starts, terms, placements and accelerators there are to try.
pub fn size(truth: &Truth<'_>, request: &Request) -> usize {
    let blocks = truth.asked(request);
    truth.starts(&blocks, request).len()
        * request.term.count() as usize
        * (1 + rungs(truth, request).len())
        * (1 + truth.snapshot.accelerators.len())
}

/// Changes with which the request fits, so that no others that do are nearer. Where a call may
/// force nodes or term up, or terms are months, it is not told.
pub fn front(truth: &Truth<'_>, request: &Request) -> Option<Vec<Moved>> {
    if request.call.is_some() || matches!(request.term, Term::Months(_)) {
        return None;
    }
    let mut front: Vec<(Moved, [u32; 5])> = Vec::new();
    for moved in all_that_fit(truth, request) {
        let distance = moved.distance(truth, request);
        if !front.iter().any(|(_, other)| dominates(other, &distance)) {
            front.retain(|(_, other)| !dominates(&distance, other));
            front.push((moved, distance));
        }
    }
    Some(front.into_iter().map(|(moved, _)| moved).collect())
}

/// Every start, term, placement and accelerator with which some nodes fit, with the most of them.
fn all_that_fit(truth: &Truth<'_>, request: &Request) -> Vec<Moved> {
    let others = truth.snapshot.accelerators.iter().map(|accelerator| &accelerator.id);
    let others = others.filter(|id| !request.accelerators.contains(id));
    let mut all = Vec::new();
    for accelerator in [None].into_iter().chain(others.cloned().map(Some)) {
        let moved = Moved { accelerator, ..Moved::default() };
        let blocks = truth.accepted(&moved.apply(request));
        let looser = rungs(truth, request).into_iter().map(Some);
        for placement in [None].into_iter().chain(looser) {
            for start in truth.starts(&blocks, request) {
                let start = Some(start).filter(|start| *start > request.not_before);
                let moved = Moved { start, placement, ..moved.clone() };
                let with_term = |term| Moved { term, ..moved.clone() };
                let of_most = |term: Term| {
                    let term = Some(term).filter(|term| *term != request.term);
                    of_most(truth, request, with_term(term))
                };
                let terms = (1..=request.term.count()).map(|count| of_unit(request.term, count));
                all.extend(terms.filter_map(of_most));
                // Hours are of use where a day does not fit with all nodes.
                if matches!(request.term, Term::Days(_)) {
                    let all_nodes = of_most(Term::Days(1)).is_some_and(|it| it.nodes.is_none());
                    let hours = if all_nodes { 0..0 } else { 1..24 };
                    all.extend(hours.map(Term::Hours).filter_map(of_most));
                }
            }
        }
    }
    all
}

/// With as many of the nodes asked as then fit.
fn of_most(truth: &Truth<'_>, request: &Request, moved: Moved) -> Option<Moved> {
    let any =
        Request { nodes: NodeCount { min: 1, max: request.nodes.min }, ..moved.apply(request) };
    let blocks = truth.accepted(&any).into_iter();
    let most = blocks.filter_map(|block| truth.at_once(block, &any)).map(|it| it.nodes).max()?;
    Some(Moved { nodes: Some(most).filter(|most| *most < request.nodes.min), ..moved })
}
