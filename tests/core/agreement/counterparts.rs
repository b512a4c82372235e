//! The same work on other accelerators.

use jari::model::{Block, NodeCount, Request, Snapshot};

use super::{Operation, Seen, alternatives, preview, same, saw, times};
use crate::brute::Truth;
use crate::brute::counterpart::nodes_of_counterpart;
use crate::cases::Case;
use crate::cases::random::any;

fn check(case: &Case, seen: &mut Seen) -> Result<(), String> {
    let Case { snapshot, request } = case;
    let truth = Truth::new(snapshot, request.not_before);
    let preview_of = |request: &Request| preview(snapshot, request);
    let got = alternatives(snapshot, request)?.counterparts;
    let wanted = wanted(&truth, request);
    let shown = got.iter().map(|it| (it.accelerator.clone(), it.nodes)).collect();
    same("counterparts", &shown, &wanted)?;
    saw(seen, if got.is_empty() { "none" } else { "some" });
    for counterpart in &got {
        // The same as where it is asked for; what that comes to is judged elsewhere.
        let request = Request {
            accelerators: vec![counterpart.accelerator.clone()],
            nodes: counterpart.nodes,
            ..request.clone()
        };
        let answer = preview_of(&request)?;
        let best = answer.best().and_then(|best| Some((best.block_index, best.offer.clone()?)));
        same("best of the counterpart", &counterpart.best, &best)?;
        let earliest = truth.asked(&request).into_iter();
        let earliest = earliest.filter_map(|block| truth.offers(block, &request).next());
        let earliest = earliest.map(|offer| offer.start).min();
        let start = counterpart.best.as_ref().map(|(_, offer)| times(offer).start);
        same("start of the counterpart", &start, &earliest)?;
        saw(seen, if best.is_some() { "with an offer" } else { "without an offer" });
        saw(seen, if request.nodes.min > case.request.nodes.min { "more nodes" } else { "as few" });
    }
    Ok(())
}

/// Accelerators that are not accepted, in the order of the file, and how many nodes of them do
/// what is asked.
fn wanted(truth: &Truth<'_>, request: &Request) -> Vec<(String, NodeCount)> {
    let snapshot = truth.snapshot;
    let from = &request.accelerators[0];
    let blocks = truth.asked(request).into_iter().map(|block| &snapshot.blocks[block]);
    let blocks: Vec<&Block> = blocks.collect();
    // On the safe side: the largest nodes of the one (of the whole file, where the request asks
    // about none of its blocks), the smallest of the other.
    let of = |id: &str, blocks: &[&Block]| -> Vec<u32> {
        let of_it = blocks.iter().filter(|block| block.accelerator == *id);
        of_it.map(|block| block.gpus_per_node).collect()
    };
    let all: Vec<&Block> = snapshot.blocks.iter().collect();
    let most = of(from, &blocks).into_iter().max().or(of(from, &all).into_iter().max());
    let others = snapshot.accelerators.iter().map(|accelerator| &accelerator.id);
    let others = others.filter(|id| !request.accelerators.contains(id));
    let counterpart = |id: &String| {
        let to = (tenths(snapshot, id)?, of(id, &blocks).into_iter().min()?);
        let from = (tenths(snapshot, from)?, most?);
        let nodes = |nodes| nodes_of_counterpart(nodes, from, to);
        let NodeCount { min, max } = request.nodes;
        Some((id.clone(), NodeCount { min: nodes(min), max: nodes(max) }))
    };
    others.filter_map(counterpart).collect()
}

/// Throughput in tenths: the cases have it in whole ones.
fn tenths(snapshot: &Snapshot, id: &str) -> Option<u64> {
    let stated = snapshot.accelerator(id)?.relative_throughput.as_ref()?;
    Some((stated.value * 10.0).round() as u64)
}

#[test]
fn engine_agrees_on_counterparts() {
    let common = &[
        ("none", 100),
        ("some", 100),
        ("with an offer", 50),
        ("without an offer", 50),
        ("more nodes", 50),
        ("as few", 50),
    ];
    Operation { name: "counterparts", cases: 10_000, case: any, check, common }.agree();
}
