//! The answer of `scontrol show nodes --json`.

use std::collections::BTreeSet;

use serde_json::Value;

use super::gres::{self, Gpus};
use super::names::Names;
use super::number::Number;
use super::state::{self, SlurmState};
use crate::exchange::import::cluster::{Cluster, Node};
use crate::exchange::import::document::{Document, WantedFields, shown};
use crate::exchange::import::problem::{ImportError, ImportProblems, Input, quote};
use crate::model::Instant;
use crate::model::limits::MAX_GPUS_PER_NODE;

const FIELDS: &[&str] = &[
    "name",
    "hostname",
    "state",
    "state_flags",
    "partitions",
    "gres",
    "gres_used",
    "tres",
    "tres_used",
    "topology",
    "resume_after",
];
/// Maximum number of partitions per node that are distinguished.
const MAX_PARTITIONS: usize = 64;

/// Details of a node that are not part of [`Node`].
pub(super) struct SeenNode {
    pub(super) state: SlurmState,
    /// Number of GPUs in use, if the answer gives it.
    pub(super) gpus_used: Option<u32>,
    /// Time at which a node that is out returns by itself.
    pub(super) back: Option<Instant>,
}

/// Reads the nodes into the cluster and returns further details of each node with GPUs, in order.
pub(super) fn read(
    document: &Document<'_>,
    cluster: &mut Cluster,
    names: &mut Names,
    problems: &mut ImportProblems,
) -> Vec<SeenNode> {
    let mut seen = Vec::new();
    for (index, raw) in document.entries.iter().enumerate() {
        let mut tell = |key: &str, error: ImportError| {
            problems.add(Input::Nodes, format!("$.nodes[{index}]{key}"), error);
        };
        let Some(fields) = WantedFields::open(raw, FIELDS) else {
            tell("", ImportError::NotAnObject);
            continue;
        };
        for key in &fields.too_long {
            tell(&format!(".{key}"), ImportError::TooLong);
        }
        let Some(name) = fields.text("name").or_else(|| fields.text("hostname")) else {
            tell(".name", ImportError::NoName);
            continue;
        };
        let gpus = match gpus(&fields) {
            Ok(gpus) => gpus,
            Err((key, error)) => {
                tell(key, error);
                continue;
            }
        };
        // A node without GPUs is kept by name only, so that lists may contain it.
        let node_index = (!gpus.is_empty()).then_some(cluster.nodes.len());
        if !names.add(name, node_index) {
            tell(".name", ImportError::SameName(quote(name)));
            continue;
        }
        if node_index.is_none() {
            cluster.without_gpus.push(state_of(&fields).state);
            continue;
        }
        let (node, own) = node(name, &gpus, &fields);
        if let Some(word) = &own.state.unknown {
            tell(".state", ImportError::UnknownState(quote(word)));
        }
        if gpus.len() > 1 {
            tell(".gres", ImportError::MixedGpus(node.accelerator.clone()));
        }
        cluster.nodes.push(node);
        seen.push(own);
    }
    if document.is_cut {
        let most = document.entries.len();
        problems.add(Input::Nodes, "$.nodes".into(), ImportError::TooMany { most });
    }
    seen
}

fn node(name: &str, gpus: &[Gpus], fields: &WantedFields) -> (Node, SeenNode) {
    let state = state_of(fields);
    let used = fields.text("gres_used").or_else(|| fields.text("tres_used"));
    let node = Node {
        name: name.to_owned(),
        accelerator: mixed(gpus),
        gpus: gpus.iter().fold(0, |sum: u32, it| sum.saturating_add(it.count)),
        groups: partitions(fields.get("partitions")),
        leaf: leaf(fields.text("topology")),
        state: state.state,
    };
    let seen = SeenNode {
        state,
        gpus_used: used.and_then(gres::count),
        back: Number::from_value(fields.get("resume_after")).above_0().and_then(Instant::of_unix),
    };
    (node, seen)
}

/// Parses the state of a node; its flags are a separate field if the state is a single word.
fn state_of(fields: &WantedFields) -> SlurmState {
    state::read(["state", "state_flags"].map(|key| fields.get(key)))
}

/// Returns the GPUs of a node; empty if it has none.
fn gpus(fields: &WantedFields) -> Result<Vec<Gpus>, (&'static str, ImportError)> {
    for (key, place) in [("gres", ".gres"), ("tres", ".tres")] {
        let text = match fields.get(key) {
            Some(value @ (Value::Array(_) | Value::Object(_) | Value::Number(_))) => {
                return Err((place, ImportError::Bad(shown(value))));
            }
            _ => fields.text(key).unwrap_or_default(),
        };
        let gpus = gres::gpus(text).ok_or_else(|| (place, ImportError::Bad(quote(text))))?;
        let gpus: Vec<Gpus> = gpus.into_iter().filter(|it| it.count > 0).collect();
        let found = gpus.iter().fold(0, |sum: u32, it| sum.saturating_add(it.count));
        if found > MAX_GPUS_PER_NODE {
            return Err((place, ImportError::TooManyGpus { found, most: MAX_GPUS_PER_NODE }));
        }
        if !gpus.is_empty() {
            return Ok(gpus);
        }
    }
    Ok(Vec::new())
}

/// Returns one name for all GPU models of a node; several models are listed with their counts.
fn mixed(gpus: &[Gpus]) -> String {
    match gpus {
        [one] => one.model.clone(),
        several => {
            let name =
                |it: &Gpus| if it.model.is_empty() { "gpu".into() } else { it.model.clone() };
            let each = several.iter().map(|it| format!("{} x{}", name(it), it.count));
            each.collect::<Vec<_>>().join(" + ")
        }
    }
}

fn partitions(value: Option<&Value>) -> Vec<String> {
    let texts: Vec<&str> = match value {
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(text)) => text.split(',').collect(),
        _ => Vec::new(),
    };
    let names = texts.into_iter().map(str::trim).filter(|name| !name.is_empty());
    let mut each = BTreeSet::new();
    for name in names.take(MAX_PARTITIONS) {
        each.insert(name.to_owned());
    }
    each.into_iter().collect()
}

/// Returns the location in the first topology: `default:leaf1`, `tree:core:leaf1,block:b1`.
fn leaf(text: Option<&str>) -> Option<String> {
    let first = text?.split(',').next()?.trim();
    (!first.is_empty()).then(|| first.to_owned())
}
