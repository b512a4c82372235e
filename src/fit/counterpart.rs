//! The same work on another accelerator.

use super::ask::Ask;
use super::offer::Offer;
use super::posed::Posed;
use super::question::Question;
use super::ranking::ranked;
use crate::model::{Block, NodeCount, Request, Snapshot};

/// A request for another accelerator that comes to the same work, by the throughputs that the
/// file states.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counterpart {
    /// Id of the accelerator.
    pub accelerator: String,
    /// How many of its nodes do what the nodes asked for do, rounded up.
    pub nodes: NodeCount,
    /// The place of a block in the snapshot, and its offer: the best one.
    pub best: Option<(usize, Offer)>,
}

/// The counterpart on every accelerator that the request does not accept, as far as the file
/// states the throughput of it and of the first accelerator accepted.
pub(super) fn counterparts(
    snapshot: &Snapshot,
    questions: &[Question<'_>],
    request: &Request,
) -> Vec<Counterpart> {
    // The most GPUs a node that are given up, and the fewest that may come for them: never less
    // work than asked.
    let blocks = |id: &str| {
        let blocks = questions.iter().map(|question| question.block);
        blocks.filter(|block| block.accelerator == id).collect::<Vec<&Block>>()
    };
    let gpus = |block: &&Block| block.gpus_per_node;
    let throughput = |id: &str| Some(snapshot.accelerator(id)?.relative_throughput.as_ref()?.value);
    let Some(asked) = request.accelerators.first().and_then(|id| {
        let most = blocks(id).iter().map(gpus).max().or_else(|| most_gpus(snapshot, id))?;
        Some(throughput(id)? * f64::from(most))
    }) else {
        return Vec::new();
    };
    let mut counterparts = Vec::new();
    for other in &snapshot.accelerators {
        let (false, Some(value), Some(least)) = (
            request.accelerators.contains(&other.id),
            throughput(&other.id),
            blocks(&other.id).iter().map(gpus).min(),
        ) else {
            continue;
        };
        let ratio = asked / (value * f64::from(least));
        let nodes = NodeCount {
            min: rounded_up(request.nodes.min, ratio),
            max: rounded_up(request.nodes.max, ratio),
        };
        counterparts.push(Counterpart {
            accelerator: other.id.clone(),
            nodes,
            best: best(snapshot, questions, &other.id, nodes),
        });
    }
    counterparts
}

/// The most GPUs of a node with this accelerator, in any block.
fn most_gpus(snapshot: &Snapshot, id: &str) -> Option<u32> {
    let of = snapshot.blocks.iter().filter(|block| block.accelerator == id);
    of.map(|block| block.gpus_per_node).max()
}

/// So many nodes times a ratio, as whole nodes; what a division leaves of a node by rounding is
/// none.
fn rounded_up(nodes: u32, ratio: f64) -> u32 {
    const NO_NODE: f64 = 1e-9;
    // The cast saturates.
    ((f64::from(nodes) * ratio - NO_NODE).ceil() as u32).max(1)
}

fn best(
    snapshot: &Snapshot,
    questions: &[Question<'_>],
    accelerator: &str,
    nodes: NodeCount,
) -> Option<(usize, Offer)> {
    let on_it = questions.iter().filter(|question| question.block.accelerator == accelerator);
    let offers = on_it.filter_map(|question| {
        let question = question.with(Ask { accepted: true, nodes, ..question.ask });
        Some((question.place, Posed::new(question).offer()?))
    });
    let mut offers: Vec<(usize, Offer)> = offers.collect();
    let listed: Vec<(usize, &Offer)> =
        offers.iter().map(|(block, offer)| (*block, offer)).collect();
    ranked(snapshot, &listed).first().map(|&best| offers.swap_remove(best))
}
