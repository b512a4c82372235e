//! Equivalent requests on other accelerators.

use super::ask::Ask;
use super::offer::Offer;
use super::posed::Posed;
use super::question::Question;
use super::ranking::ranked;
use crate::model::{NodeCount, Request, Snapshot};

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
    let Some(asked) = throughput_asked(snapshot, questions, request) else { return Vec::new() };
    let mut counterparts = Vec::new();
    for other in &snapshot.accelerators {
        let (false, Some(value), Some(least)) = (
            request.accelerators.contains(&other.id),
            throughput(snapshot, &other.id),
            gpus_per_node(questions, &other.id).min(),
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

/// Returns the throughput of a node with the first accelerator accepted.
///
/// It counts the most GPUs of a node given up, against the fewest of a node that replaces it, so
/// that a counterpart never does less work than asked.
fn throughput_asked(
    snapshot: &Snapshot,
    questions: &[Question<'_>],
    request: &Request,
) -> Option<f64> {
    let id = request.accelerators.first()?;
    let most = gpus_per_node(questions, id).max().or_else(|| most_gpus(snapshot, id))?;
    Some(throughput(snapshot, id)? * f64::from(most))
}

/// Returns the relative throughput of a GPU that the file states for an accelerator.
fn throughput(snapshot: &Snapshot, id: &str) -> Option<f64> {
    Some(snapshot.accelerator(id)?.relative_throughput.as_ref()?.value)
}

/// Yields the GPUs of a node of each block with this accelerator that is asked about.
fn gpus_per_node(questions: &[Question<'_>], id: &str) -> impl Iterator<Item = u32> {
    let on_it = questions.iter().filter(move |question| question.block.accelerator == id);
    on_it.map(|question| question.block.gpus_per_node)
}

/// Returns the most GPUs in a node with this accelerator, over all blocks.
fn most_gpus(snapshot: &Snapshot, id: &str) -> Option<u32> {
    let with_it = snapshot.blocks.iter().filter(|block| block.accelerator == id);
    with_it.map(|block| block.gpus_per_node).max()
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
    let mut offers: Vec<(usize, Offer)> = Vec::new();
    for question in questions {
        if question.block.accelerator == accelerator {
            let question = question.with(Ask { accepted: true, nodes, ..question.ask });
            offers.extend(Posed::new(question).offer().map(|offer| (question.block_index, offer)));
        }
    }
    let listed: Vec<(usize, &Offer)> =
        offers.iter().map(|(block_index, offer)| (*block_index, offer)).collect();
    ranked(snapshot, &listed).first().map(|&best| offers.swap_remove(best))
}
