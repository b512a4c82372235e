//! What is assumed of blocks.

use crate::model::Block;
use crate::words::catalogue::capacity as words;
use crate::words::lang::Lang;

/// The nodes of the largest leaf.
pub(super) fn largest_leaf(block: &Block) -> u32 {
    block.leaves.iter().copied().max().unwrap_or(0)
}

/// The mark of a field that is assumed.
pub(super) fn assumed(block: &Block, field: &str, lang: Lang) -> Option<&'static str> {
    block.assumed.iter().any(|name| name == field).then(|| words::ASSUMED.get(lang))
}
