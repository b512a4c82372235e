//! Equivalent requests on other accelerators.

use super::ask::Ask;
use super::offer::Offer;
use super::posed::Posed;
use super::question::Question;
use super::ranking::ranked;
use crate::model::{Block, NodeCount, Request, Snapshot};

/// Request for another accelerator that does the same work, by the throughputs that the file
/// states.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counterpart {
    /// Id of the other accelerator.
    pub accelerator: String,
    /// Number of its nodes that do the work of the nodes asked for, rounded up.
    pub nodes: NodeCount,
    /// Best offer for it, with the index of its block in the snapshot.
    pub best: Option<(usize, Offer)>,
}

/// Returns the counterpart on every accelerator that the request does not accept.
///
/// An accelerator is left out if the file states no throughput for it or for the first accelerator
/// accepted.
pub(super) fn counterparts(
    snapshot: &Snapshot,
    questions: &[Question<'_>],
    request: &Request,
) -> Vec<Counterpart> {
    // The ratio uses the most GPUs of a node given up and the fewest of a node that replaces it, so
    // that a counterpart never does less work than asked.
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

/// Returns the most GPUs in a node with this accelerator, over all blocks.
fn most_gpus(snapshot: &Snapshot, id: &str) -> Option<u32> {
    let of = snapshot.blocks.iter().filter(|block| block.accelerator == id);
    of.map(|block| block.gpus_per_node).max()
}

/// Returns `nodes` times `ratio`, rounded up to whole nodes, at least 1.
///
/// An excess below a billionth of a node is a rounding error of the division and counts as none.
fn rounded_up(nodes: u32, ratio: f64) -> u32 {
    const NO_NODE: f64 = 1e-9;
    // The cast from `f64` saturates.
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
