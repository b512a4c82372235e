//! Alternatives to a request: splits, the nearest requests that fit, other accelerators.

use serde::Serialize;

use super::block::block_id;
use super::offer::OfferJson;
use super::written::Fits;
use crate::fit;
use crate::model::Snapshot;

/// A request split over several blocks.
#[derive(Serialize)]
pub(super) struct SplitJson<'a> {
    accelerator: &'a str,
    start: String,
    end: String,
    nodes: u32,
    parts: Vec<PartJson<'a>>,
}

/// The offer of one block in a split.
#[derive(Serialize)]
struct PartJson<'a> {
    block: Option<&'a str>,
    offer: OfferJson,
}

impl<'a> SplitJson<'a> {
    pub(super) fn new(snapshot: &'a Snapshot, split: &'a fit::Split) -> Self {
        let part = |part: &fit::SplitPart| PartJson {
            block: block_id(snapshot, part.block_index),
            offer: OfferJson::new(&part.offer),
        };
        Self {
            accelerator: &split.accelerator,
            start: split.start.to_rfc3339(),
            end: split.end.to_rfc3339(),
            nodes: split.nodes,
            parts: split.parts.iter().map(part).collect(),
        }
    }
}

/// One of the nearest requests that fit.
#[derive(Serialize)]
pub(super) struct NearestJson<'a> {
    changes: Vec<Fits<'a>>,
    block: Option<&'a str>,
    start: String,
    end: String,
    nodes: u32,
}

impl<'a> NearestJson<'a> {
    pub(super) fn new(snapshot: &'a Snapshot, nearest: &'a fit::Nearest) -> Self {
        Self {
            changes: nearest.changes.iter().map(Fits).collect(),
            block: block_id(snapshot, nearest.block_index),
            start: nearest.start.to_rfc3339(),
            end: nearest.end.to_rfc3339(),
            nodes: nearest.nodes,
        }
    }
}

/// The same work on another accelerator, with the range of nodes that it needs there.
#[derive(Serialize)]
pub(super) struct CounterpartJson<'a> {
    accelerator: &'a str,
    nodes: NodeRangeJson,
    block: Option<&'a str>,
    offer: Option<OfferJson>,
}

#[derive(Serialize)]
struct NodeRangeJson {
    min: u32,
    max: u32,
}

impl<'a> CounterpartJson<'a> {
    pub(super) fn new(snapshot: &'a Snapshot, other: &'a fit::Counterpart) -> Self {
        let best = other.best.as_ref();
        Self {
            accelerator: &other.accelerator,
            nodes: NodeRangeJson { min: other.nodes.min, max: other.nodes.max },
            block: best.and_then(|(block, _)| block_id(snapshot, *block)),
            offer: best.map(|(_, offer)| OfferJson::new(offer)),
        }
    }
}
