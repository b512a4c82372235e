//! Imports of Slurm answers (24.05 to 26.05, data_parser v0.0.40 to v0.0.45): nodes, reservations,
//! jobs.
//!
//! If versions differ, either form is read: numbers bare or as `{set, infinite, number}`, states
//! as lists or text, the nodes of a job as text or as an object. Older answers are refused because
//! they give an end even for a job without a time limit.

mod gres;
mod jobs;
mod names;
mod nodes;
mod number;
mod reservations;
mod state;
#[cfg(test)]
mod tests;

use super::assemble::{NodeOrigin, assemble};
use super::cluster::{Cluster, ImportedState};
use super::document::Document;
use super::imported::Imported;
use super::options::{ImportOptions, Partial};
use super::problem::{ImportProblem, ImportProblems, ImportWhat, Input, WHOLE};
use crate::model::{Hour, Instant, order, quoted};
use crate::words::catalogue::import as words;
use jobs::OnNode;
use names::Names;
use nodes::SeenNode;
use number::Number;
use reservations::ReservationPeriod;

/// Oldest accepted format: the last number of `v0.0.40`.
const FIRST_FORMAT: u32 = 40;

/// The answers that are imported together.
#[derive(Clone, Copy, Debug)]
pub struct SlurmAnswers<'a> {
    /// `scontrol show nodes --json`.
    pub nodes: &'a str,
    /// `scontrol show reservations --json`.
    pub reservations: Option<&'a str>,
    /// `squeue --json`.
    pub jobs: Option<&'a str>,
}

/// Imports answers of Slurm.
///
/// # Errors
/// The problem that prevents any result: a file that is no such answer or too old, or more entries
/// than a capacity file takes.
pub fn import(
    files: &SlurmAnswers<'_>,
    options: &ImportOptions,
) -> Result<Imported, ImportProblem> {
    let open = |text, list, input| {
        let refused = |what| ImportProblem { input, place: WHOLE.into(), what };
        let document = Document::open(text, list).map_err(refused)?;
        match old_format(&document) {
            Some(found) => Err(refused(ImportWhat::OldFormat(found))),
            None => Ok(document),
        }
    };
    let nodes_read = open(files.nodes, "nodes", Input::Nodes)?;
    let reservations = files.reservations.map(|it| open(it, "reservations", Input::Reservations));
    let reservations = reservations.transpose()?;
    let jobs_read = files.jobs.map(|it| open(it, "jobs", Input::Jobs)).transpose()?;

    let answers = [Some(&nodes_read), reservations.as_ref(), jobs_read.as_ref()];
    // The answers were taken one after the other: the newest time is that of the file.
    let as_of = answers.into_iter().flatten().filter_map(time).max().unwrap_or(options.now);
    let (mut cluster, mut names, mut problems) =
        (Cluster::default(), Names::default(), ImportProblems::default());
    let seen = nodes::read(&nodes_read, &mut cluster, &mut names, &mut problems);
    if let Some(document) = &reservations {
        let horizon = as_of.floor().plus(options.horizon_days.saturating_mul(24));
        let window = ReservationPeriod { as_of, horizon };
        reservations::read(document, &window, &mut cluster, &mut names, &mut problems);
    } else {
        problems.add(Input::Nodes, WHOLE.into(), ImportWhat::NotGiven(Input::Reservations));
    }
    // Before any other hold, because it looks for reservations among the busy spans.
    hold_reserved(&seen, as_of.floor(), &mut cluster);
    hold_broken(&seen, &mut cluster);
    let on_nodes = jobs_read.as_ref().map(|document| {
        jobs::read(
            document,
            time(document).unwrap_or(as_of),
            &mut cluster,
            &mut names,
            &mut problems,
        )
    });
    hold_used(&seen, on_nodes, as_of, options, &mut cluster, &mut problems);
    let origin = NodeOrigin {
        source: source(&nodes_read),
        title: words::TITLE_SLURM.text(),
        as_of,
        is_whole: reservations.is_some() && !problems.may_lack_holds(),
    };
    assemble(cluster, origin, problems)
}

/// Returns the time of an answer: the last change that it reports.
fn time(document: &Document<'_>) -> Option<Instant> {
    Number::from_value(document.value_at(&["last_update"])).above_0().and_then(Instant::of_unix)
}

/// Returns the format number of an answer if it is older than [`FIRST_FORMAT`].
fn old_format(document: &Document<'_>) -> Option<u32> {
    // `data_parser/v0.0.42`; versions before that plugin have `openapi/v0.0.38`.
    ["data_parser", "type"].into_iter().find_map(|key| {
        let (_, number) =
            document.value_at(&["meta", "plugin", key])?.as_str()?.rsplit_once("v0.0.")?;
        number.parse().ok().filter(|number| *number < FIRST_FORMAT)
    })
}

/// Returns a short description of the origin, as given by the answer.
fn source(document: &Document<'_>) -> String {
    let text = |path: &[&str]| {
        let text = document.value_at(path).and_then(serde_json::Value::as_str).unwrap_or_default();
        quoted(text, 60)
    };
    let mut source = "Slurm".to_owned();
    for part in [
        text(&["meta", "slurm", "release"]),
        text(&["meta", "slurm", "cluster"]),
        text(&["meta", "plugin", "data_parser"]),
    ] {
        if !part.is_empty() {
            source.push_str(if source == "Slurm" { " " } else { ", " });
            source.push_str(&part);
        }
    }
    source
}

/// Holds the nodes whose state says reserved now, but which no listed reservation covers.
fn hold_reserved(seen: &[SeenNode], now: Hour, cluster: &mut Cluster) {
    let mut is_covered = vec![false; cluster.nodes.len()];
    for span in &cluster.spans {
        if span.from <= now
            && span.until > now
            && let Some(it) = is_covered.get_mut(span.node as usize)
        {
            *it = true;
        }
    }
    let label = cluster.label(words::LABEL_RESERVED.text());
    for (node, (seen, is_covered)) in seen.iter().zip(is_covered).enumerate() {
        if seen.state.is_reserved && !is_covered {
            cluster.hold(node, Hour::MIN, Hour::MAX, label);
        }
    }
}

/// Holds nodes that are down or drained, without an end unless their return is announced.
fn hold_broken(seen: &[SeenNode], cluster: &mut Cluster) {
    let down = cluster.label(words::LABEL_DOWN.text());
    let drained = cluster.label(words::LABEL_DRAINED.text());
    let unknown = cluster.label(words::LABEL_UNKNOWN.text());
    for (node, seen) in seen.iter().enumerate() {
        if !seen.state.is_out {
            continue;
        }
        let label = match (&seen.state.unknown, seen.state.state) {
            (Some(_), _) => unknown,
            (None, ImportedState::Down) => down,
            _ => drained,
        };
        cluster.hold(node, Hour::MIN, seen.back.map_or(Hour::MAX, Instant::ceil), label);
    }
}

/// Holds the nodes in use until their jobs have to end, with partly used nodes treated as `options`
/// say; without an end if the known jobs do not explain the use.
fn hold_used(
    seen: &[SeenNode],
    on_nodes: Option<Vec<OnNode>>,
    as_of: Instant,
    options: &ImportOptions,
    cluster: &mut Cluster,
    problems: &mut ImportProblems,
) {
    let (untold, note): (_, fn(u32) -> ImportWhat) = match on_nodes {
        Some(_) => (words::LABEL_UNSEEN, ImportWhat::UnseenJobs),
        None => (words::LABEL_JOBS, ImportWhat::OpenNodes),
    };
    let mut on_nodes = on_nodes.unwrap_or_default();
    on_nodes.retain(|part| part.until > as_of.floor());
    order::merge(&mut on_nodes, &|a, b| a <= b);
    let [label, untold] = [words::LABEL_JOBS, untold].map(|it| cluster.label(it.text()));
    let (mut rest, mut open, mut is_left_out) = (on_nodes.as_slice(), 0, false);
    for (node, seen) in seen.iter().enumerate() {
        // Entries are sorted by node, so each node's jobs are a prefix of the rest.
        let count = rest.iter().take_while(|part| part.node == node).count();
        let (own, after) = rest.split_at(count);
        rest = after;
        let gpus = cluster.nodes.get(node).map_or(0, |it| it.gpus);
        // With all processors in use no job fits beside, whatever `options` say.
        let partial = if seen.state.state == ImportedState::Allocated {
            Partial::Whole
        } else {
            options.partial
        };
        let uses_more = uses_more(seen, own);
        if uses_more && counts(seen, gpus, partial) {
            open += 1;
            cluster.hold(node, Hour::MIN, Hour::MAX, untold);
        } else if let Some(until) = until(own, gpus, partial) {
            cluster.hold(node, Hour::MIN, until, label);
        } else {
            is_left_out |= uses_more || !own.is_empty();
        }
    }
    if open > 0 {
        problems.add(Input::Nodes, "$.nodes".into(), note(open));
    }
    if is_left_out {
        problems.add(Input::Nodes, "$.nodes".into(), ImportWhat::PartialFree);
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
            for (place, job) in jobs.iter().enumerate() {
                if gpus_of(jobs.get(place..).unwrap_or_default()) < gpus {
                    break;
                }
                until = Some(job.until);
            }
            until
        }
    }
}
