//! The answer of `squeue --json`: end times of running jobs on their nodes.

use serde_json::Value;

use super::gres;
use super::names::Names;
use super::number::Number;
use crate::exchange::import::cluster::{Cluster, MAX_SPANS};
use crate::exchange::import::document::{Document, WantedFields, shown, text_of};
use crate::exchange::import::problem::{ImportError, ImportProblems, Input};
use crate::model::{Hour, Instant};

const FIELDS: &[&str] = &[
    "job_state",
    "nodes",
    "end_time",
    "start_time",
    "time_limit",
    "gres_detail",
    "tres_alloc_str",
];

/// A job on one of its nodes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct OnNode {
    pub(super) node_index: usize,
    /// Latest end of the job; [`Hour::MAX`] if unknown.
    pub(super) until: Hour,
    /// Number of the node's GPUs that the job has; `u32::MAX` if unknown.
    pub(super) gpus: u32,
}

/// Reads the jobs that hold nodes and returns one entry per job and node.
pub(super) fn read(
    document: &Document<'_>,
    as_of: Instant,
    cluster: &mut Cluster,
    names: &mut Names,
    problems: &mut ImportProblems,
) -> Vec<OnNode> {
    let (mut pieces, mut open) = (Vec::new(), 0);
    for (index, raw) in document.entries.iter().enumerate() {
        let mut tell = |key: &str, error: ImportError| {
            problems.add(Input::Jobs, format!("$.jobs[{index}]{key}"), error);
        };
        let Some(fields) = WantedFields::open(raw, FIELDS) else {
            tell("", ImportError::NotAnObject);
            continue;
        };
        for key in &fields.too_long {
            tell(&format!(".{key}"), ImportError::TooLong);
        }
        let Some(state) = fields.get("job_state").map(words) else {
            tell(".job_state", ImportError::Bad(String::new()));
            continue;
        };
        if !holds_nodes(&state) {
            continue;
        }
        let Some(list) = nodes(fields.get("nodes")) else {
            let found = fields.get("nodes").map(shown).unwrap_or_default();
            tell(".nodes", ImportError::Bad(found));
            continue;
        };
        let until = end(&fields, &state, as_of);
        let gpus = JobGpus::from_fields(&fields);
        let begin = pieces.len();
        let found = names.visit(&list, &mut |node_index, position| {
            if pieces.len() >= MAX_SPANS {
                cluster.is_full = true;
                return;
            }
            pieces.push(OnNode { node_index, until, gpus: gpus.on(position) });
        });
        let count = found.as_ref().ok().copied();
        // Counts that do not match the host list cannot be assigned to its nodes.
        if !gpus.fits(count) {
            for part in pieces.iter_mut().skip(begin) {
                part.gpus = u32::MAX;
            }
        }
        if let Err(error) = found {
            tell(".nodes", error);
        }
        if until == Hour::MAX && pieces.len() > begin {
            open += 1;
        }
    }
    if open > 0 {
        problems.add(Input::Jobs, "$.jobs".into(), ImportError::OpenJobs(open));
    }
    if document.is_cut {
        let most = document.entries.len();
        problems.add(Input::Jobs, "$.jobs".into(), ImportError::TooMany { most });
    }
    pieces
}

fn words(value: &Value) -> Vec<String> {
    let texts: Vec<&str> = match value {
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect(),
        Value::String(text) => text.split([',', '+', ' ']).collect(),
        _ => Vec::new(),
    };
    texts.into_iter().take(32).map(str::to_ascii_uppercase).collect()
}

/// Returns `true` if a job in this state holds nodes: not if it waits or is over, nor if it is
/// completing, because its nodes become free within minutes.
fn holds_nodes(state: &[String]) -> bool {
    const HELD: [&str; 6] =
        ["RUNNING", "SUSPENDED", "CONFIGURING", "STOPPED", "SIGNALING", "STAGE_OUT"];
    let is_over = state.iter().any(|word| word == "COMPLETING");
    !is_over && state.iter().any(|word| HELD.contains(&word.as_str()))
}

/// Returns the host list of a job, given as a text, an object with one, or a list of names.
fn nodes(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::Object(fields) => {
            let inner = ["list", "nodes", "allocated"].iter().find_map(|key| fields.get(*key));
            match inner? {
                // Refused, so that the depth of the input cannot drive the recursion.
                Value::Object(_) => None,
                other => nodes(Some(other)),
            }
        }
        Value::Array(list) => {
            let name = |value: &Value| match value {
                Value::String(name) => Some(name.clone()),
                other => {
                    text_of(other.get("name").or_else(|| other.get("nodename"))).map(str::to_owned)
                }
            };
            let names: Option<Vec<String>> = list.iter().map(name).collect();
            names.filter(|names| !names.is_empty()).map(|names| names.join(","))
        }
        text => text_of(Some(text)).map(str::to_owned),
    }
}

/// Returns the hour by which a job has to end; [`Hour::MAX`] if unknown.
fn end(fields: &WantedFields, state: &[String], as_of: Instant) -> Hour {
    // The clock of a suspended job is stopped.
    if state.iter().any(|word| word == "SUSPENDED" || word == "STOPPED") {
        return Hour::MAX;
    }
    let number = |key: &str| Number::from_value(fields.get(key));
    if number("time_limit") == Number::Infinite {
        return Hour::MAX;
    }
    let by_limit = || {
        let minutes = number("time_limit").above_0()?;
        number("start_time").above_0()?.checked_add(minutes.checked_mul(60)?)
    };
    let end = number("end_time").above_0().or_else(by_limit).and_then(Instant::of_unix);
    // A job that is past its end and still runs may run for any time.
    end.filter(|end| *end > as_of).map_or(Hour::MAX, Instant::ceil)
}

/// GPUs of a job, by node.
enum JobGpus {
    /// The job has no GPUs.
    None,
    /// GPUs on each node, in host-list order.
    Each(Vec<u32>),
    /// Unknown distribution; the job counts as having all GPUs of its nodes.
    Unknown,
}

impl JobGpus {
    fn from_fields(fields: &WantedFields) -> Self {
        let Some(list) = fields.get("gres_detail").and_then(Value::as_array) else {
            return Self::Unknown;
        };
        let counts = list.iter().map(|it| gres::count(it.as_str()?));
        match counts.collect::<Option<Vec<u32>>>() {
            None => Self::Unknown,
            Some(each) if !each.is_empty() => Self::Each(each),
            // Without details per node, the job's total may still contain GPUs.
            Some(_) => match fields.text("tres_alloc_str").map(gres::count) {
                None | Some(Some(0)) => Self::None,
                _ => Self::Unknown,
            },
        }
    }

    /// Returns the number of GPUs on the node at `position` of the host list.
    fn on(&self, position: usize) -> u32 {
        match self {
            Self::None => 0,
            Self::Each(each) => each.get(position).copied().unwrap_or(u32::MAX),
            Self::Unknown => u32::MAX,
        }
    }

    /// Returns `true` unless the counts per node disagree with the number of `nodes`.
    fn fits(&self, nodes: Option<usize>) -> bool {
        match self {
            Self::Each(each) => nodes == Some(each.len()),
            Self::None | Self::Unknown => true,
        }
    }
}
