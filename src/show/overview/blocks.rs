//! Assumed figures of blocks.

use crate::model::Block;
use crate::words::catalogue::capacity as words;
use crate::words::lang::Lang;

/// Returns the number of nodes of the largest leaf.
pub(super) fn largest_leaf(block: &Block) -> u32 {
    block.leaves.iter().copied().max().unwrap_or(0)
}

/// Returns the mark of a field if its value is assumed.
pub(super) fn assumed(block: &Block, field: &str, lang: Lang) -> Option<&'static str> {
    block.assumed.iter().any(|name| name == field).then(|| words::ASSUMED.get(lang))
}
