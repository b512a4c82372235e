//! A request split over blocks.

use jari::model::{Hour, Request};

use super::{Truth, fewest_nodes};

/// How a request is split.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExpectedSplit {
    pub accelerator: String,
    pub start: Hour,
    pub end: Hour,
    pub nodes: u32,
    /// What the block of each part can give, and what it gives.
    pub parts: Vec<(u32, u32)>,
}

/// The earliest split, in as few parts as possible; `None` where one block will do at that start.
pub fn split(truth: &Truth<'_>, request: &Request) -> Option<ExpectedSplit> {
    let least = request.split?;
    let blocks = truth.asked(request);
    for start in truth.starts(&blocks, request) {
        let on =
            |accelerator: &String| split_at(truth, request, &blocks, accelerator, start, least);
        let possible = request.accelerators.iter().filter_map(on);
        if let Some(best) = possible.min_by_key(|split| split.parts.len()) {
            let alone = |block: &usize| truth.offer_from(*block, request, start).is_some();
            return (!blocks.iter().any(alone)).then_some(best);
        }
    }
    None
}

/// The split over the fewest blocks of this accelerator: every choice of blocks is tried.
fn split_at(
    truth: &Truth<'_>,
    request: &Request,
    blocks: &[usize],
    accelerator: &str,
    start: Hour,
    least: u32,
) -> Option<ExpectedSplit> {
    let end = request.term.end(start);
    let of_it = |block: &&usize| truth.snapshot.blocks[**block].accelerator == accelerator;
    let blocks: Vec<usize> = blocks.iter().filter(of_it).copied().collect();
    let nodes = fewest_nodes(truth.snapshot, *blocks.first()?, request);
    if !truth.allows(blocks[0], request, start) {
        return None;
    }
    let capacity = |block: &usize| truth.matrix(*block).capacity(start, end, request.placement);
    let capacities: Vec<u32> = blocks.iter().map(capacity).collect();
    let choices = (1..1_usize << blocks.len()).filter_map(|chosen| {
        let mut capacities: Vec<u32> = (0..blocks.len())
            .filter(|bit| chosen >> bit & 1 == 1)
            .map(|bit| capacities[bit])
            .collect();
        capacities.sort_unstable_by(|one, other| other.cmp(one));
        let enough = capacities.iter().all(|capacity| *capacity >= least)
            && capacities.len() as u32 * least <= nodes
            && nodes <= capacities.iter().sum();
        enough.then_some(capacities)
    });
    // As few as possible, and of those the blocks with the most capacity.
    let best = choices.max_by_key(|them| (usize::MAX - them.len(), them.clone()))?;
    let mut left = nodes;
    let mut parts = Vec::new();
    for (index, capacity) in best.iter().enumerate() {
        // Each later part keeps the least that it may have.
        let later = (best.len() - index - 1) as u32;
        let part = (*capacity).min(left - later * least);
        parts.push((*capacity, part));
        left -= part;
    }
    Some(ExpectedSplit { accelerator: accelerator.to_owned(), start, end, nodes, parts })
}

#[test]
fn parts_by_hand() {
    use crate::cases::{self, hour};
    use jari::model::Term;
    // Twelve nodes in parts of 3 at least, from blocks of 3, 10 and 4.
    let mut snapshot = cases::empty_snapshot();
    for (id, nodes) in [("a", 3), ("b", 10), ("c", 4)] {
        snapshot.blocks.push(cases::block(id, "h200", &[nodes], None));
    }
    let mut request = cases::request(12, Term::Hours(1), hour(0));
    let parts = |snapshot, request: &Request| {
        split(&Truth::new(snapshot, request.not_before), request).map(|split| split.parts)
    };
    assert_eq!(parts(&snapshot, &request), None);
    request.split = Some(3);
    assert_eq!(parts(&snapshot, &request), Some(vec![(10, 9), (4, 3)]));
    request.split = Some(5);
    assert_eq!(parts(&snapshot, &request), None);
    request.split = Some(1);
    request.nodes.min = 10;
    assert_eq!(parts(&snapshot, &request), None, "one block will do");
    (request.nodes.min, request.nodes.max) = (17, 17);
    assert_eq!(parts(&snapshot, &request), Some(vec![(10, 10), (4, 4), (3, 3)]));
}
