//! The answer of one block.

use serde::Serialize;

use super::offer::OfferJson;
use super::why::WhyJson;
use crate::fit::BlockAnswer;
use crate::model::{Request, Snapshot};

#[derive(Serialize)]
pub(super) struct BlockJson<'a> {
    block: &'a str,
    offer: Option<OfferJson>,
    most_nodes: u32,
    longest_hours: Option<u32>,
    why_not: Vec<WhyJson<'a>>,
    largest: Option<OfferJson>,
}

impl<'a> BlockJson<'a> {
    pub(super) fn new(
        snapshot: &'a Snapshot,
        request: &Request,
        answer: &'a BlockAnswer,
    ) -> Option<Self> {
        let block = snapshot.blocks.get(answer.block_index)?;
        let why_not = answer.why_not.iter();
        Some(Self {
            block: &block.id,
            offer: answer.offer.as_ref().map(OfferJson::new),
            most_nodes: answer.most_nodes,
            longest_hours: answer.longest_hours,
            why_not: why_not.map(|why| WhyJson::new(snapshot, request, block, why)).collect(),
            largest: answer.largest.as_ref().map(OfferJson::new),
        })
    }
}

/// Returns the id of the block at `index` of the snapshot, or `None` if out of range.
pub(super) fn block_id(snapshot: &Snapshot, index: usize) -> Option<&str> {
    snapshot.blocks.get(index).map(|block| block.id.as_str())
}
