//! Holds of nodes that are reserved, drained or in use by what their own state says.

use super::jobs::OnNode;
use super::nodes::SeenNode;
use crate::exchange::import::cluster::{Cluster, ImportedState};
use crate::exchange::import::options::{ImportOptions, Partial};
use crate::exchange::import::problem::{ImportError, ImportProblems, Input};
use crate::model::{Hour, Instant, order};
use crate::words::catalogue::import as words;

/// Holds the nodes whose state says reserved now, but which no listed reservation covers.
pub(super) fn hold_reserved(seen: &[SeenNode], now: Hour, cluster: &mut Cluster) {
    let mut is_covered = vec![false; cluster.nodes.len()];
    // Only reservations are among the spans so far.
    for span in &cluster.spans {
        if span.from <= now
            && span.until > now
            && let Some(it) = is_covered.get_mut(span.node_index as usize)
        {
            *it = true;
        }
    }
    let label = cluster.label_index(words::LABEL_RESERVED.text());
    for (node_index, (seen, is_covered)) in seen.iter().zip(is_covered).enumerate() {
        if seen.state.is_reserved && !is_covered {
            cluster.hold(node_index, Hour::MIN, Hour::MAX, label);
        }
    }
}

/// Holds nodes that are down or drained, without an end unless their return is announced.
pub(super) fn hold_broken(seen: &[SeenNode], cluster: &mut Cluster) {
    let down = cluster.label_index(words::LABEL_DOWN.text());
    let drained = cluster.label_index(words::LABEL_DRAINED.text());
    let unknown = cluster.label_index(words::LABEL_UNKNOWN.text());
    for (node_index, seen) in seen.iter().enumerate() {
        if !seen.state.is_out {
            continue;
        }
        let label = match (&seen.state.unknown, seen.state.state) {
            (Some(_), _) => unknown,
            (None, ImportedState::Down) => down,
            _ => drained,
        };
        cluster.hold(node_index, Hour::MIN, seen.back.map_or(Hour::MAX, Instant::ceil), label);
    }
}

/// Holds the nodes in use until their jobs have to end, with partly used nodes treated as `options`
/// say; without an end if the known jobs do not explain the use.
pub(super) fn hold_used(
    seen: &[SeenNode],
    on_nodes: Option<Vec<OnNode>>,
    as_of: Instant,
    options: &ImportOptions,
    cluster: &mut Cluster,
    problems: &mut ImportProblems,
) {
    let (unexplained, note): (_, fn(u32) -> ImportError) = match on_nodes {
        Some(_) => (words::LABEL_UNSEEN, ImportError::UnseenJobs),
        None => (words::LABEL_JOBS, ImportError::OpenNodes),
    };
    let mut on_nodes = on_nodes.unwrap_or_default();
    on_nodes.retain(|part| part.until > as_of.floor());
    order::merge(&mut on_nodes, &|a, b| a <= b);
    let [label, unexplained] =
        [words::LABEL_JOBS, unexplained].map(|it| cluster.label_index(it.text()));
    let (mut rest, mut open, mut is_left_out) = (on_nodes.as_slice(), 0, false);
    for (node_index, seen) in seen.iter().enumerate() {
        // Entries are sorted by node, so each node's jobs are a prefix of the rest.
        let count = rest.iter().take_while(|part| part.node_index == node_index).count();
        let (own, after) = rest.split_at(count);
        rest = after;
        let gpus = cluster.nodes.get(node_index).map_or(0, |it| it.gpus);
        // With all processors in use no job fits beside, whatever `options` say.
        let partial = if seen.state.state == ImportedState::Allocated {
            Partial::Whole
        } else {
            options.partial
        };
        let uses_more = uses_more(seen, own);
        if uses_more && counts(seen, gpus, partial) {
            open += 1;
            cluster.hold(node_index, Hour::MIN, Hour::MAX, unexplained);
        } else if let Some(until) = until(own, gpus, partial) {
            cluster.hold(node_index, Hour::MIN, until, label);
        } else {
            is_left_out |= uses_more || !own.is_empty();
        }
    }
    if open > 0 {
        problems.add(Input::Nodes, "$.nodes".into(), note(open));
    }
    if is_left_out {
        problems.add(Input::Nodes, "$.nodes".into(), ImportError::PartialFree);
    }
}

/// Returns `true` if a node is used by more than `own`, all known jobs on it. A suspended job keeps
/// its GPUs although the state of the node is idle, hence the check by GPUs.
fn uses_more(seen: &SeenNode, own: &[OnNode]) -> bool {
    let is_unexplained = seen.state.is_used && own.is_empty();
    is_unexplained || seen.gpus_used.is_some_and(|used| used > gpus_of(own))
}

/// Returns the total number of GPUs of the jobs, saturating.
fn gpus_of(jobs: &[OnNode]) -> u32 {
    jobs.iter().fold(0, |sum: u32, job| sum.saturating_add(job.gpus))
}

/// Returns `true` if a node in use counts as taken, judged by its GPUs in use.
fn counts(seen: &SeenNode, gpus: u32, partial: Partial) -> bool {
    // Without a count, all of its GPUs count as in use.
    let used = seen.gpus_used.unwrap_or(u32::MAX);
    match partial {
        Partial::Whole => true,
        Partial::Gpus => used > 0,
        Partial::Free => used >= gpus,
    }
}

/// Returns the hour until which jobs, sorted by end, hold their node; `None` if they do not.
fn until(jobs: &[OnNode], gpus: u32, partial: Partial) -> Option<Hour> {
    let last = jobs.last()?;
    match partial {
        Partial::Whole => Some(last.until),
        Partial::Gpus => jobs.iter().rev().find(|job| job.gpus > 0).map(|job| job.until),
        Partial::Free => {
            // The node is full until the first end after which a GPU is free.
            let mut until = None;
            for (index, job) in jobs.iter().enumerate() {
                if gpus_of(jobs.get(index..).unwrap_or_default()) < gpus {
                    break;
                }
                until = Some(job.until);
            }
            until
        }
    }
}
