//! Answers of Kubernetes: `kubectl get nodes -o json` and `kubectl get pods -A -o json`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::assemble::{NodeOrigin, assemble};
use super::cluster::{Cluster, ImportedState, Node};
use super::document::{Document, WantedFields, shown, text_of};
use super::imported::Imported;
use super::options::{ImportOptions, Partial};
use super::problem::{ImportError, ImportProblem, ImportProblems, Input, WHOLE, quote};
use crate::model::Hour;
use crate::model::limits::MAX_GPUS_PER_NODE;
use crate::words::catalogue::import as words;

/// Resource names of GPUs.
const RESOURCES: [&str; 2] = ["nvidia.com/gpu", "amd.com/gpu"];
/// Labels with the GPU model of a node, most specific first.
const PRODUCTS: [&str; 5] = [
    "nvidia.com/gpu.product",
    "amd.com/gpu.product-name",
    "cloud.google.com/gke-accelerator",
    "k8s.amazonaws.com/accelerator",
    "accelerator",
];
/// Labels with the part of the site that a node is in, most specific first.
const ZONES: [&str; 2] = ["topology.kubernetes.io/zone", "topology.kubernetes.io/region"];
/// Labels with the switch or rack of a node, most specific first.
const LEAVES: [&str; 5] = [
    "network.topology.nvidia.com/leaf",
    "topology.k8s.aws/network-node-layer-3",
    "cloud.google.com/gce-topology-subblock",
    "cloud.provider.com/topology-rack",
    "topology.kubernetes.io/rack",
];

/// The answers that are imported together.
#[derive(Clone, Copy, Debug)]
pub struct KubernetesAnswers<'a> {
    /// `kubectl get nodes -o json`.
    pub nodes: &'a str,
    /// `kubectl get pods -A -o json`.
    pub pods: Option<&'a str>,
}

/// Imports answers of Kubernetes. They contain no time, so `options.now` is used.
///
/// # Errors
/// The problem that prevents any result: a file that is no such answer, or more entries than a
/// capacity file takes.
pub fn import(
    files: &KubernetesAnswers<'_>,
    options: &ImportOptions,
) -> Result<Imported, ImportProblem> {
    let open = |text, input| {
        let refused = |error| ImportProblem { input, location: WHOLE.into(), error };
        Document::open(text, "items").map_err(refused)
    };
    let nodes = open(files.nodes, Input::Nodes)?;
    let pods = files.pods.map(|it| open(it, Input::Pods)).transpose()?;
    let (mut cluster, mut problems) = (Cluster::default(), ImportProblems::default());
    let node_indices = read_nodes(&nodes, &mut cluster, &mut problems);
    if let Some(pods) = &pods {
        let used = read_pods(pods, &node_indices, cluster.nodes.len(), &mut problems);
        hold_used(&used, options, &mut cluster, &mut problems);
    } else {
        problems.add(Input::Nodes, WHOLE.into(), ImportError::NotGiven(Input::Pods));
    }
    let origin = NodeOrigin {
        source: "Kubernetes".to_owned(),
        title: words::TITLE_KUBERNETES.text(),
        as_of: options.now,
        is_whole: pods.is_some() && !problems.may_lack_holds(),
    };
    assemble(cluster, origin, problems)
}

/// Reads the nodes and returns the index of each by name, `None` for a node without GPUs.
fn read_nodes(
    document: &Document<'_>,
    cluster: &mut Cluster,
    problems: &mut ImportProblems,
) -> BTreeMap<String, Option<usize>> {
    let mut node_indices = BTreeMap::new();
    for (index, raw) in document.entries.iter().enumerate() {
        let mut tell = |key: &str, error: ImportError| {
            problems.add(Input::Nodes, format!("$.items[{index}]{key}"), error);
        };
        let Some(fields) = WantedFields::open(raw, &["metadata", "spec", "status"]) else {
            tell("", ImportError::NotAnObject);
            continue;
        };
        for key in &fields.too_long {
            tell(&format!(".{key}"), ImportError::TooLong);
        }
        let Some(name) = text_of(value_at(fields.get("metadata"), &["name"])) else {
            tell(".metadata.name", ImportError::NoName);
            continue;
        };
        if node_indices.contains_key(name) {
            tell(".metadata.name", ImportError::SameName(quote(name)));
            continue;
        }
        let ready = value_at(fields.get("status"), &["conditions"]);
        let state = node_state(ready, value_at(fields.get("spec"), &["unschedulable"]));
        match node(name, state, &fields) {
            Ok(Some((node, is_healthy))) => {
                let node_index = cluster.nodes.len();
                match node.state {
                    ImportedState::Down => hold_open(cluster, node_index, words::LABEL_DOWN),
                    ImportedState::Drained => hold_open(cluster, node_index, words::LABEL_DRAINED),
                    // Requests are for whole nodes, so a single GPU out of use takes the node.
                    _ if !is_healthy => hold_open(cluster, node_index, words::LABEL_UNHEALTHY),
                    _ => {}
                }
                node_indices.insert(name.to_owned(), Some(node_index));
                cluster.nodes.push(node);
            }
            Ok(None) => {
                // Kept by name, so that its pods are not reported as pods of an unknown node.
                node_indices.insert(name.to_owned(), None);
                cluster.without_gpus.push(state);
            }
            Err(error) => tell(".status.capacity", error),
        }
    }
    if document.is_cut {
        let most = document.entries.len();
        problems.add(Input::Nodes, "$.items".into(), ImportError::TooMany { most });
    }
    node_indices
}

/// Returns a node and `true` if all of its GPUs can be allocated to pods; `None` without GPUs.
fn node(
    name: &str,
    state: ImportedState,
    fields: &WantedFields,
) -> Result<Option<(Node, bool)>, ImportError> {
    let labels = value_at(fields.get("metadata"), &["labels"]);
    let label = |names: &[&str]| names.iter().find_map(|name| text_of(labels?.get(*name)));
    let status = fields.get("status");
    let (capacity, allocatable) = gpus_of(status)?;
    // With time-slicing, the resource count exceeds the number of physical GPUs.
    let counted = label(&["nvidia.com/gpu.count"]).and_then(|it| it.parse::<u32>().ok());
    let gpus = match counted.filter(|count| *count > 0) {
        Some(counted) if capacity == 0 || counted < capacity => counted,
        _ => capacity,
    };
    if gpus == 0 {
        return Ok(None);
    }
    if gpus > MAX_GPUS_PER_NODE {
        return Err(ImportError::TooManyGpus { found: gpus, most: MAX_GPUS_PER_NODE });
    }
    let node = Node {
        name: name.to_owned(),
        accelerator: label(&PRODUCTS).unwrap_or_default().to_owned(),
        gpus,
        groups: label(&ZONES).map(str::to_owned).into_iter().collect(),
        leaf: label(&LEAVES).map(str::to_owned),
        state,
    };
    Ok(Some((node, capacity > 0 && allocatable >= capacity)))
}

/// Returns a value by its path of field names.
fn value_at<'a>(value: Option<&'a Value>, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(value?, |value, step| value.get(step))
}

fn hold_open(cluster: &mut Cluster, node_index: usize, label: crate::words::catalogue::Entry) {
    let label_index = cluster.label_index(label.text());
    cluster.hold(node_index, Hour::MIN, Hour::MAX, label_index);
}

/// Returns the GPUs of a node as `(capacity, allocatable)`.
fn gpus_of(status: Option<&Value>) -> Result<(u32, u32), ImportError> {
    let sum = |list: &str| {
        RESOURCES.iter().try_fold(0_u32, |sum, name| {
            let count = quantity(value_at(status, &[list, name]))?;
            Ok::<u32, ImportError>(sum.saturating_add(count))
        })
    };
    let (capacity, allocatable) = (sum("capacity")?, sum("allocatable")?);
    Ok((capacity.max(allocatable), allocatable))
}

/// Parses a resource count, which Kubernetes writes as text; a missing one is 0.
fn quantity(value: Option<&Value>) -> Result<u32, ImportError> {
    let Some(value) = value.filter(|value| !value.is_null()) else { return Ok(0) };
    let count = match value {
        Value::String(text) => text.trim().parse().ok(),
        other => other.as_u64().and_then(|count| u32::try_from(count).ok()),
    };
    count.ok_or_else(|| ImportError::Bad(shown(value)))
}

/// Returns the state of a node; without a reported condition it counts as not ready.
fn node_state(conditions: Option<&Value>, unschedulable: Option<&Value>) -> ImportedState {
    let is_ready = conditions.and_then(Value::as_array).is_some_and(|list| {
        let field = |it: &Value, key: &str, wanted: &str| {
            it.get(key).and_then(Value::as_str) == Some(wanted)
        };
        list.iter().any(|it| field(it, "type", "Ready") && field(it, "status", "True"))
    });
    if !is_ready {
        ImportedState::Down
    } else if unschedulable.and_then(Value::as_bool) == Some(true) {
        ImportedState::Drained
    } else {
        ImportedState::Idle
    }
}

/// Returns the number of GPUs in use on each node.
fn read_pods(
    document: &Document<'_>,
    node_indices: &BTreeMap<String, Option<usize>>,
    nodes: usize,
    problems: &mut ImportProblems,
) -> Vec<u32> {
    let (mut used, mut open) = (vec![0_u32; nodes], 0);
    for (index, raw) in document.entries.iter().enumerate() {
        let mut tell = |key: &str, error: ImportError| {
            problems.add(Input::Pods, format!("$.items[{index}]{key}"), error);
        };
        let Some(fields) = WantedFields::open(raw, &["spec", "status"]) else {
            tell("", ImportError::NotAnObject);
            continue;
        };
        for key in &fields.too_long {
            tell(&format!(".{key}"), ImportError::TooLong);
        }
        let phase = value_at(fields.get("status"), &["phase"]).and_then(Value::as_str);
        // A pod that waits for a node or has finished uses nothing.
        let node = text_of(value_at(fields.get("spec"), &["nodeName"]));
        let (false, Some(node)) = (matches!(phase, Some("Succeeded" | "Failed")), node) else {
            continue;
        };
        let gpus = match pod_gpus(fields.get("spec")) {
            Ok(0) => continue,
            Ok(gpus) => gpus,
            Err(error) => {
                // The pod may use GPUs, so its node is taken as full.
                tell(".spec.containers", error);
                u32::MAX
            }
        };
        match node_indices.get(node) {
            Some(Some(node_index)) => {
                open += 1;
                if let Some(used) = used.get_mut(*node_index) {
                    *used = used.saturating_add(gpus);
                }
            }
            Some(None) => {}
            None => {
                let first = quote(node);
                tell(".spec.nodeName", ImportError::UnknownNodes { count: 1, first });
            }
        }
    }
    if open > 0 {
        problems.add(Input::Pods, "$.items".into(), ImportError::OpenPods(open));
    }
    if document.is_cut {
        let most = document.entries.len();
        problems.add(Input::Pods, "$.items".into(), ImportError::TooMany { most });
    }
    used
}

/// Returns the GPUs of a pod: the sum over its containers or the maximum over its init
/// containers, whichever is larger, because init containers run one at a time before the others.
fn pod_gpus(spec: Option<&Value>) -> Result<u32, ImportError> {
    let containers = |key: &str| {
        let list = value_at(spec, &[key]).and_then(Value::as_array);
        let gpus_each = list.into_iter().flatten().map(|container| {
            let sum_of = |part: &str| {
                RESOURCES.iter().try_fold(0_u32, |sum, name| {
                    let count = quantity(value_at(Some(container), &["resources", part, name]))?;
                    Ok::<u32, ImportError>(sum.saturating_add(count))
                })
            };
            // Kubernetes wants both equal for GPUs; the larger counts if one is missing.
            Ok::<u32, ImportError>(sum_of("limits")?.max(sum_of("requests")?))
        });
        gpus_each.collect::<Result<Vec<u32>, ImportError>>()
    };
    let together = containers("containers")?.into_iter().fold(0, u32::saturating_add);
    Ok(together.max(containers("initContainers")?.into_iter().max().unwrap_or(0)))
}

/// Holds the nodes whose GPUs are used by pods, without an end. Pods without GPUs run on every
/// node and hold nothing.
fn hold_used(
    used: &[u32],
    options: &ImportOptions,
    cluster: &mut Cluster,
    problems: &mut ImportProblems,
) {
    let label_index = cluster.label_index(words::LABEL_PODS.text());
    let mut is_left_out = false;
    for (index, used) in used.iter().enumerate().filter(|(_, used)| **used > 0) {
        let Some(node) = cluster.nodes.get_mut(index) else { continue };
        let is_full = *used >= node.gpus;
        if node.state == ImportedState::Idle {
            node.state = if is_full { ImportedState::Allocated } else { ImportedState::Mixed };
        }
        // Every pod counted here uses GPUs, so `Whole` and `Gpus` mean the same.
        if is_full || options.partial != Partial::Free {
            cluster.hold(index, Hour::MIN, Hour::MAX, label_index);
        } else {
            is_left_out = true;
        }
    }
    if is_left_out {
        problems.add(Input::Pods, "$.items".into(), ImportError::PartialFree);
    }
}
