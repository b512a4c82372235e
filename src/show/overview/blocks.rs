//! Blocks in words.

use super::{SourceView, source};
use crate::model::{Block, Snapshot};
use crate::show::catalogue::capacity as words;
use crate::show::format;
use crate::show::lang::Lang;
use crate::show::table::Cell;
use crate::show::why::accelerator;

/// A block in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BlockView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Provider, accelerator, nodes, GPUs.
    pub summary: String,
    /// How its leaves are cut, and whether that is assumed.
    pub leaves: Cell,
    /// Where the figures come from.
    pub source: Option<SourceView>,
}

/// The blocks, in the order of the snapshot.
#[must_use]
pub fn blocks(snapshot: &Snapshot, lang: Lang) -> Vec<BlockView> {
    snapshot.blocks.iter().map(|block| block_view(snapshot, block, lang)).collect()
}

fn block_view(snapshot: &Snapshot, block: &Block, lang: Lang) -> BlockView {
    let parts = [
        provider(snapshot, block, lang).to_owned(),
        accelerator(snapshot, &block.accelerator, lang).to_owned(),
        format::nodes(block.nodes(), lang),
        format::gpus(block.gpus(), lang),
    ];
    let leaves = [
        format::leaves(u32::try_from(block.leaves.len()).unwrap_or(u32::MAX), lang),
        words::UP_TO.fill(lang, &[("nodes", &format::nodes(largest_leaf(block), lang))]),
    ];
    BlockView {
        id: block.id.clone(),
        name: block_name(block, lang).to_owned(),
        summary: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
        leaves: Cell::text(leaves.join(", ")).marked(assumed(block, "leaf_nodes", lang)),
        source: source(snapshot, block.source.as_deref(), lang),
    }
}

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
