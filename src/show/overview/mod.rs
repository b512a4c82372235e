//! The capacity view: what there is, who bought it, what was called for and what came of it.

mod blocks;
mod calls;
mod tables;

pub use blocks::{block_name, provider};
pub use calls::{CallView, ResultsView, call_note, calls, rules};
pub use tables::{accelerator_table, block_table, purchase_table};

use super::catalogue::capacity as words;
use super::format;
use super::lang::Lang;
use crate::model::{Purchase, Snapshot, Source, Surety};

/// A figure with its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    /// What it is.
    pub name: String,
    /// The figure, with its unit.
    pub value: String,
}

/// Where a figure comes from, in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceView {
    /// Name of the page or document.
    pub title: String,
    /// Its address, http or https, where there is one.
    pub url: Option<String>,
    /// Its date and how sure it is, in brackets, to follow the title.
    pub details: String,
}

fn fact(name: &str, value: impl Into<String>) -> Fact {
    Fact { name: name.to_owned(), value: value.into() }
}

/// The headline figures: what was bought, what is for government use, nodes and blocks.
#[must_use]
pub fn headline(snapshot: &Snapshot, lang: Lang) -> Vec<Fact> {
    let sum = |gpus: fn(&Purchase) -> u32| {
        snapshot.purchases.iter().fold(0, |sum: u32, purchase| sum.saturating_add(gpus(purchase)))
    };
    let nodes = snapshot.blocks.iter().fold(0, |sum: u32, block| sum.saturating_add(block.nodes()));
    let blocks = u32::try_from(snapshot.blocks.len()).unwrap_or(u32::MAX);
    let mut facts = Vec::new();
    if !snapshot.purchases.is_empty() {
        let bought = sum(|purchase| purchase.bought_gpus);
        let government = sum(|purchase| purchase.government_gpus);
        facts.push(fact(words::BOUGHT_GPUS.get(lang), format::integer(bought.into())));
        facts.push(fact(words::GOVERNMENT_GPUS.get(lang), format::integer(government.into())));
    }
    facts.push(fact(words::NODES.get(lang), format::integer(nodes.into())));
    facts.push(fact(words::BLOCKS.get(lang), format::integer(blocks.into())));
    facts
}

/// A source of the snapshot in words, where it is known.
#[must_use]
pub fn source(snapshot: &Snapshot, id: Option<&str>, lang: Lang) -> Option<SourceView> {
    id.and_then(|id| snapshot.source(id)).map(|source| source_view(source, lang))
}

/// All sources of the snapshot.
#[must_use]
pub fn sources(snapshot: &Snapshot, lang: Lang) -> Vec<SourceView> {
    snapshot.sources.iter().map(|source| source_view(source, lang)).collect()
}

fn source_view(source: &Source, lang: Lang) -> SourceView {
    let surety = match source.surety {
        Surety::Sure => words::SOURCE_SURE,
        Surety::ThirdParty => words::SOURCE_THIRD_PARTY,
        Surety::Inferred => words::SOURCE_INFERRED,
    };
    let date = source.date.map(|date| format::date(date, lang));
    let details: Vec<String> = date.into_iter().chain([surety.get(lang).to_owned()]).collect();
    SourceView {
        title: lang.text(&source.title).to_owned(),
        url: source.url.clone(),
        details: format!(" ({})", details.join(", ")),
    }
}
