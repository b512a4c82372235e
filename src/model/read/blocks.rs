//! Blocks and their leaves.

use serde_json::Value;

use super::cursor::{At, Notes};
use super::fields::{Fields, When};
use super::kinds::wrong;
use super::known::Known;
use super::numbers::whole;
use super::words::quote;
use crate::model::accelerator::Accelerator;
use crate::model::limits::{
    MAX_ACCELERATORS, MAX_GPUS_PER_NODE, MAX_LEAVES, MAX_NODES, MAX_TOTAL_NODES,
};
use crate::model::problem::{Done, Entry, Kind, What};
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
/// GPUs of a node where neither it nor its accelerator says it: what every node of the programme
/// has.
const GPUS_PER_NODE: u32 = 8;

/// Reads a block, and adds its accelerator where the file does not list it.
pub(super) fn block(
    value: &Value,
    at: At<'_>,
    known: &mut Known,
    accelerators: &mut Vec<Accelerator>,
    notes: &mut Notes,
) -> Option<Block> {
    let fields = Fields::open(value, at, FIELDS, Done::Dropped, notes)?;
    let id = fields.own_id(&mut known.blocks, notes)?;
    let accelerator = fields.id("accelerator", notes)?;
    let leaves = leaves(&fields, notes)?;
    let nodes = known.nodes.saturating_add(leaves.iter().sum());
    if nodes > MAX_TOTAL_NODES {
        let what = What::TooManyNodes { most: MAX_TOTAL_NODES };
        fields.note("nodes", what, Done::Dropped, notes);
        return None;
    }
    if known.accelerators.place(&accelerator).is_none() {
        let what = What::UnknownId { entry: Entry::Accelerator, id: accelerator.clone() };
        if known.accelerators.len() >= MAX_ACCELERATORS {
            fields.note("accelerator", what, Done::Dropped, notes);
            return None;
        }
        fields.note("accelerator", what, Done::Added, notes);
        known.accelerators.push(&accelerator);
        accelerators.push(Accelerator::unlisted(&accelerator));
    }
    let of_accelerator = accelerators.iter().find(|it| it.id == accelerator);
    if of_accelerator.is_some_and(|it| it.announced) {
        fields.note("accelerator", What::AnnouncedHasBlock, Done::Kept, notes);
    }
    let usual = of_accelerator.and_then(|it| it.gpus_per_node).unwrap_or(GPUS_PER_NODE);
    let used = Done::Used(usual.to_string());
    let gpus_per_node = fields.whole("gpus_per_node", 1, MAX_GPUS_PER_NODE, used, notes);
    let provider =
        fields.reference("provider", Entry::Provider, &known.providers, Done::Ignored, notes);
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

/// The nodes of each leaf: as listed where that adds up to `nodes`, else in leaves of
/// `leaf_nodes` of which the last may be short, else all in one. `nodes` may be missing where the
/// leaves are listed.
fn leaves(fields: &Fields<'_>, notes: &mut Notes) -> Option<Vec<u32>> {
    let listed = listed_leaves(fields, notes);
    let sum = listed.iter().flatten().fold(0_u64, |sum, leaf| sum.saturating_add((*leaf).into()));
    let nodes = match (fields.get("nodes"), listed) {
        (None, Some(leaves)) if sum <= MAX_NODES.into() => return Some(leaves),
        (_, listed) => {
            let nodes = fields.need_whole("nodes", 1, MAX_NODES, notes)?;
            match listed {
                Some(leaves) if sum == u64::from(nodes) => return Some(leaves),
                Some(_) => {
                    let what = What::LeavesDoNotAddUp { sum, nodes };
                    fields.note("leaves", what, Done::Ignored, notes);
                }
                None => {}
            }
            nodes
        }
    };
    let one_leaf = || Done::Used(nodes.to_string());
    let mut size = fields.whole("leaf_nodes", 1, MAX_NODES, one_leaf(), notes).unwrap_or(nodes);
    let found = usize::try_from(nodes.div_ceil(size)).unwrap_or(usize::MAX);
    if found > MAX_LEAVES {
        fields.note("leaf_nodes", What::TooMany { found, most: MAX_LEAVES }, one_leaf(), notes);
        size = nodes;
    }
    let mut leaves = vec![size; usize::try_from(nodes / size).unwrap_or_default()];
    if !nodes.is_multiple_of(size) {
        leaves.push(nodes % size);
    }
    Some(leaves)
}

/// The leaves as listed; the list is left out as a whole where one of them is wrong.
fn listed_leaves(fields: &Fields<'_>, notes: &mut Notes) -> Option<Vec<u32>> {
    fields.get("leaves")?;
    let list = fields.list("leaves", usize::MAX, notes);
    if list.len() > MAX_LEAVES {
        let what = What::TooMany { found: list.len(), most: MAX_LEAVES };
        fields.note("leaves", what, Done::Ignored, notes);
        return None;
    }
    let mut leaves = Vec::with_capacity(list.len());
    for leaf in list {
        match whole(leaf, 1, MAX_NODES) {
            Ok(leaf) => leaves.push(leaf),
            Err(what) => {
                fields.note("leaves", what, Done::Ignored, notes);
                return None;
            }
        }
    }
    (!leaves.is_empty()).then_some(leaves)
}

/// The hour from which the nodes may be used, never too early.
fn available_from(fields: &Fields<'_>, notes: &mut Notes) -> Option<Hour> {
    let (what, done, hour) = match fields.when("available_from") {
        When::Missing => return None,
        When::At(instant) => return Some(instant.ceil()),
        When::Late(what) => (what, Done::Used(Hour::LATEST.to_rfc3339()), Some(Hour::LATEST)),
        When::Early(what) => (what, Done::Unbounded, None),
        When::Bad(what) => (what, Done::Ignored, None),
    };
    fields.note("available_from", what, done, notes);
    hour
}

/// Names of fields of the block that are assumed.
fn assumed(fields: &Fields<'_>, notes: &mut Notes) -> Vec<String> {
    let list = fields.list("assumed", FIELDS.len(), notes);
    let at = fields.at().key("assumed");
    let mut names = Vec::new();
    for (index, value) in list.iter().enumerate() {
        let what = match value {
            Value::String(name) if FIELDS.contains(&name.as_str()) => {
                if !names.contains(name) {
                    names.push(name.clone());
                }
                continue;
            }
            Value::String(name) => What::UnknownWord { found: quote(name), known: FIELDS },
            other => wrong(Kind::Text, other),
        };
        notes.add(at.index(index), what, Done::Dropped);
    }
    names
}
