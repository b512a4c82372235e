//! Names of blocks, and what is assumed of them.

use crate::model::{Block, Snapshot};
use crate::show::catalogue::capacity as words;
use crate::show::lang::Lang;

/// The name of a block.
#[must_use]
pub fn block_name(block: &Block, lang: Lang) -> &str {
    let name = lang.text(&block.name);
    if name.is_empty() { &block.id } else { name }
}

/// The name of a block's provider; empty where the file names none.
#[must_use]
pub fn provider<'a>(snapshot: &'a Snapshot, block: &Block, lang: Lang) -> &'a str {
    let provider = block.provider.as_deref().and_then(|id| snapshot.provider(id));
    provider.map_or("", |provider| lang.text(&provider.name))
}

/// The nodes of the largest leaf.
pub(super) fn largest_leaf(block: &Block) -> u32 {
    block.leaves.iter().copied().max().unwrap_or(0)
}

/// The mark of a field that is assumed.
pub(super) fn assumed(block: &Block, field: &str, lang: Lang) -> Option<&'static str> {
    block.assumed.iter().any(|name| name == field).then(|| words::ASSUMED.get(lang))
}
