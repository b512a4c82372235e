//! Imports of Slurm answers (24.05 to 26.05, data_parser v0.0.40 to v0.0.45): nodes, reservations,
//! jobs.
//!
//! If versions differ, either form is read: numbers bare or as `{set, infinite, number}`, states
//! as lists or text, the nodes of a job as text or as an object. Older answers are refused because
//! they give an end even for a job without a time limit.

mod gres;
mod holds;
mod jobs;
mod names;
mod nodes;
mod number;
mod reservations;
mod state;
#[cfg(test)]
mod tests;

use super::assemble::{NodeOrigin, assemble};
use super::cluster::Cluster;
use super::document::Document;
use super::imported::Imported;
use super::options::ImportOptions;
use super::problem::{ImportError, ImportProblem, ImportProblems, Input, WHOLE};
use crate::model::{Instant, quoted};
use crate::words::catalogue::import as words;
use names::Names;
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
        let refused = |error| ImportProblem { input, location: WHOLE.into(), error };
        let document = Document::open(text, list).map_err(refused)?;
        match old_format(&document) {
            Some(found) => Err(refused(ImportError::OldFormat(found))),
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
        problems.add(Input::Nodes, WHOLE.into(), ImportError::NotGiven(Input::Reservations));
    }
    // Before any other hold, because it looks for reservations among the busy spans.
    holds::hold_reserved(&seen, as_of.floor(), &mut cluster);
    holds::hold_broken(&seen, &mut cluster);
    let on_nodes = jobs_read.as_ref().map(|document| {
        jobs::read(
            document,
            time(document).unwrap_or(as_of),
            &mut cluster,
            &mut names,
            &mut problems,
        )
    });
    holds::hold_used(&seen, on_nodes, as_of, options, &mut cluster, &mut problems);
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
