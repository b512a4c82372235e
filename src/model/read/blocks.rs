//! Reading of blocks and their leaves.

use serde_json::Value;

use super::fields::{FieldTime, ObjectFields};
use super::json_path::{JsonPath, Notes};
use super::kinds::wrong;
use super::known::KnownIds;
use super::numbers::whole;
use super::words::quote;
use crate::model::accelerator::Accelerator;
use crate::model::limits::{
    MAX_ACCELERATORS, MAX_GPUS_PER_NODE, MAX_LEAVES, MAX_NODES, MAX_TOTAL_NODES,
};
use crate::model::problem::{EntityKind, JsonType, ProblemKind, Resolution};
use crate::model::snapshot::Block;
use crate::model::text::Text;
use crate::model::time::Hour;

const FIELDS: &[&str] = &[
    "id",
    "name",
    "provider",
    "accelerator",
    "nodes",
    "gpus_per_node",
    "leaf_nodes",
    "leaves",
    "available_from",
    "assumed",
    "source",
];
/// GPUs per node if neither the block nor its accelerator states it: the number of every node of
/// the programme.
const GPUS_PER_NODE: u32 = 8;

/// Reads a block, and adds its accelerator if the file does not list it.
pub(super) fn block(
    value: &Value,
    path: JsonPath<'_>,
    known: &mut KnownIds,
    accelerators: &mut Vec<Accelerator>,
    notes: &mut Notes,
) -> Option<Block> {
    let fields = ObjectFields::open(value, path, FIELDS, Resolution::Dropped, notes)?;
    let id = fields.own_id(&mut known.blocks, notes)?;
    let accelerator = fields.id("accelerator", notes)?;
    // Nothing is added to `known` before the block is certain to be kept.
    let leaves = leaves(&fields, notes)?;
    let nodes = known.nodes.saturating_add(leaves.iter().sum());
    if nodes > MAX_TOTAL_NODES {
        let kind = ProblemKind::TooManyNodes { most: MAX_TOTAL_NODES };
        fields.note("nodes", kind, Resolution::Dropped, notes);
        return None;
    }
    if known.accelerators.index_of(&accelerator).is_none() {
        let kind =
            ProblemKind::UnknownId { entry: EntityKind::Accelerator, id: accelerator.clone() };
        // The limit also counts accelerators added here, or many blocks could exceed it.
        if known.accelerators.len() >= MAX_ACCELERATORS {
            fields.note("accelerator", kind, Resolution::Dropped, notes);
            return None;
        }
        fields.note("accelerator", kind, Resolution::Added, notes);
        known.accelerators.push(&accelerator);
        accelerators.push(Accelerator::unlisted(&accelerator));
    }
    let of_accelerator = accelerators.iter().find(|it| it.id == accelerator);
    if of_accelerator.is_some_and(|it| it.announced) {
        fields.note("accelerator", ProblemKind::AnnouncedHasBlock, Resolution::Kept, notes);
    }
    let usual = of_accelerator.and_then(|it| it.gpus_per_node).unwrap_or(GPUS_PER_NODE);
    let used = Resolution::Used(usual.to_string());
    let gpus_per_node = fields.whole("gpus_per_node", 1, MAX_GPUS_PER_NODE, used, notes);
    let provider = fields.reference(
        "provider",
        EntityKind::Provider,
        &known.providers,
        Resolution::Ignored,
        notes,
    );
    known.blocks.push(&id);
    known.nodes = nodes;
    Some(Block {
        name: fields.text("name", notes).unwrap_or_else(|| Text::same(&id)),
        provider,
        accelerator,
        gpus_per_node: gpus_per_node.unwrap_or(usual),
        leaves,
        available_from: available_from(&fields, notes),
        assumed: assumed(&fields, notes),
        source: fields.source(&known.sources, notes),
        id,
    })
}

/// Returns the nodes of each leaf: `leaves` as listed if they add up to `nodes`, else leaves of
/// `leaf_nodes` of which the last may be short, else one leaf.
///
/// `nodes` may be missing if the leaves are listed.
fn leaves(fields: &ObjectFields<'_>, notes: &mut Notes) -> Option<Vec<u32>> {
    let listed = listed_leaves(fields, notes);
    let sum = listed.iter().flatten().fold(0_u64, |sum, leaf| sum.saturating_add((*leaf).into()));
    let nodes = match (fields.get("nodes"), listed) {
        (None, Some(leaves)) if sum <= MAX_NODES.into() => return Some(leaves),
        (_, listed) => {
            let nodes = fields.need_whole("nodes", 1, MAX_NODES, notes)?;
            match listed {
                Some(leaves) if sum == u64::from(nodes) => return Some(leaves),
                Some(_) => {
                    let kind = ProblemKind::LeavesDoNotAddUp { sum, nodes };
                    fields.note("leaves", kind, Resolution::Ignored, notes);
                }
                None => {}
            }
            nodes
        }
    };
    let one_leaf = || Resolution::Used(nodes.to_string());
    let mut size = fields.whole("leaf_nodes", 1, MAX_NODES, one_leaf(), notes).unwrap_or(nodes);
    let found = usize::try_from(nodes.div_ceil(size)).unwrap_or(usize::MAX);
    if found > MAX_LEAVES {
        fields.note(
            "leaf_nodes",
            ProblemKind::TooMany { found, most: MAX_LEAVES },
            one_leaf(),
            notes,
        );
        size = nodes;
    }
    let mut leaves = vec![size; usize::try_from(nodes / size).unwrap_or_default()];
    if !nodes.is_multiple_of(size) {
        leaves.push(nodes % size);
    }
    Some(leaves)
}

/// Returns the leaves as listed, or `None` if any of them is wrong.
fn listed_leaves(fields: &ObjectFields<'_>, notes: &mut Notes) -> Option<Vec<u32>> {
    fields.get("leaves")?;
    let list = fields.list("leaves", usize::MAX, notes);
    if list.len() > MAX_LEAVES {
        let kind = ProblemKind::TooMany { found: list.len(), most: MAX_LEAVES };
        fields.note("leaves", kind, Resolution::Ignored, notes);
        return None;
    }
    let mut leaves = Vec::with_capacity(list.len());
    for leaf in list {
        match whole(leaf, 1, MAX_NODES) {
            Ok(leaf) => leaves.push(leaf),
            Err(kind) => {
                fields.note("leaves", kind, Resolution::Ignored, notes);
                return None;
            }
        }
    }
    (!leaves.is_empty()).then_some(leaves)
}

/// Returns the hour from which the nodes may be used, rounded up so that it is never too early.
fn available_from(fields: &ObjectFields<'_>, notes: &mut Notes) -> Option<Hour> {
    let (kind, resolution, hour) = match fields.when("available_from") {
        FieldTime::Missing => return None,
        FieldTime::At(instant) => return Some(instant.ceil()),
        // Without a date, the nodes would count as usable at once.
        FieldTime::Late(kind) => {
            (kind, Resolution::Used(Hour::LATEST.to_rfc3339()), Some(Hour::LATEST))
        }
        FieldTime::Early(kind) => (kind, Resolution::Unbounded, None),
        FieldTime::Bad(kind) => (kind, Resolution::Ignored, None),
    };
    fields.note("available_from", kind, resolution, notes);
    hour
}

/// Returns the names of the block's fields that are assumed.
fn assumed(fields: &ObjectFields<'_>, notes: &mut Notes) -> Vec<String> {
    let list = fields.list("assumed", FIELDS.len(), notes);
    let path = fields.path().key("assumed");
    let mut names = Vec::new();
    for (index, value) in list.iter().enumerate() {
        let kind = match value {
            Value::String(name) if FIELDS.contains(&name.as_str()) => {
                if !names.contains(name) {
                    names.push(name.clone());
                }
                continue;
            }
            Value::String(name) => ProblemKind::UnknownWord { found: quote(name), known: FIELDS },
            other => wrong(JsonType::Text, other),
        };
        notes.add(path.index(index), kind, Resolution::Dropped);
    }
    names
}
