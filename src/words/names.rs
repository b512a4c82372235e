//! Names of the entries of a file, in the language shown.

use super::catalogue::fit as words;
use super::lang::Lang;
use crate::model::{Block, Snapshot};

/// Returns the name of a block, or its id if the file gives it none.
#[must_use]
pub fn block_name(block: &Block, lang: Lang) -> &str {
    let name = lang.text(&block.name);
    if name.is_empty() { &block.id } else { name }
}

/// Returns the name of the provider with this id; empty if the file has none.
#[must_use]
pub fn provider_name<'a>(snapshot: &'a Snapshot, id: Option<&str>, lang: Lang) -> &'a str {
    let provider = id.and_then(|id| snapshot.provider(id));
    provider.map_or("", |provider| lang.text(&provider.name))
}

/// Returns the name of an accelerator, or its id if the snapshot does not have it.
#[must_use]
pub fn accelerator_name<'a>(snapshot: &'a Snapshot, id: &'a str, lang: Lang) -> &'a str {
    snapshot.accelerator(id).map_or(id, |accelerator| lang.text(&accelerator.name))
}

/// Joins the names of accelerators in their order.
#[must_use]
pub fn accelerator_names(snapshot: &Snapshot, ids: &[String], lang: Lang) -> String {
    let names = ids.iter().map(|id| accelerator_name(snapshot, id, lang));
    names.collect::<Vec<_>>().join(", ")
}

/// Returns the name of an accelerator as a choice; one that is only announced is marked so.
#[must_use]
pub fn accelerator_choice(snapshot: &Snapshot, id: &str, lang: Lang) -> String {
    let name = accelerator_name(snapshot, id, lang);
    if snapshot.is_announced(id) {
        return words::ACCELERATOR_ANNOUNCED.fill(lang, &[("accelerator", name)]);
    }
    name.to_owned()
}
