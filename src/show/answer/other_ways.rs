//! Other ways to do the work of a request: over several blocks, and on another accelerator.

use super::verdict::Verdict;
use super::view::AnswerView;
use crate::fit::{Alternatives, Change, Counterpart, Offer, Split};
use crate::model::{Hour, Layer, NodeCount, Request, Scenario};
use crate::words::catalogue::{Entry, fit as words};
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::{accelerator_name, block_name};
use crate::words::table::{Column, Table, Value};

/// Other ways to do the work, each of them only where it says something: that the work could be done,
/// or begin earlier.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct OtherWays {
    /// Over several blocks.
    pub split: Option<SplitView>,
    /// On each accelerator that is not asked for.
    pub counterparts: Vec<CounterpartView>,
    /// What the dates do not say, where they follow from published holds.
    pub caveat: Option<&'static str>,
}

/// A request over several blocks.
#[derive(Clone, PartialEq, Debug)]
pub struct SplitView {
    /// What it comes to.
    pub sentence: String,
    /// The parts.
    pub parts: Table,
}

/// The same work on another accelerator.
#[derive(Clone, PartialEq, Debug)]
pub struct CounterpartView {
    /// What it comes to.
    pub sentence: String,
    /// What to change to ask for it.
    pub changes: Vec<Change>,
}

/// Whether a request of this verdict has other ways: where what it lacks is room.
#[must_use]
pub const fn may_have_other_ways(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Later | Verdict::No | Verdict::Held)
}

/// The other ways of a request with this answer.
#[must_use]
pub fn other_ways(
    scenario: &Scenario,
    request: &Request,
    answer: &AnswerView,
    alternatives: &Alternatives,
    lang: Lang,
) -> OtherWays {
    let best = answer.best.as_ref().map_or(Hour::MAX, |best| best.offer.start);
    let split = alternatives.split.as_ref().filter(|split| split.start < best);
    let counterparts = alternatives.counterparts.iter().filter_map(|of| {
        let (block, offer) = of.best.as_ref()?;
        (offer.start < best).then(|| counterpart(scenario, request, of, *block, offer, lang))
    });
    let counterparts: Vec<CounterpartView> = counterparts.collect();
    let says_something = split.is_some() || !counterparts.is_empty();
    let is_inferred = says_something && scenario.layer() == Layer::Published;
    OtherWays {
        split: split.map(|split| split_view(scenario, request, split, lang)),
        counterparts,
        caveat: is_inferred.then(|| words::NOT_OFFERED_AGAIN.get(lang)),
    }
}

/// How a way is told, as far as the layer lets it be known.
fn told(layer: Layer, [exact, by_size, by_rules]: [Entry; 3]) -> Entry {
    match layer {
        Layer::Size => by_size,
        Layer::Published => by_rules,
        Layer::Snapshot | Layer::Scenario => exact,
    }
}

fn split_view(scenario: &Scenario, request: &Request, split: &Split, lang: Lang) -> SplitView {
    let snapshot = &scenario.snapshot;
    let accelerators = [split.accelerator.clone()];
    let per_node = snapshot.gpus_per_node(&accelerators);
    let entry = told(
        scenario.layer(),
        [words::SPLIT_FITS, words::SPLIT_FITS_BY_SIZE, words::SPLIT_FITS_BY_RULES],
    );
    let blocks = u32::try_from(split.parts.len()).unwrap_or(u32::MAX);
    let values = [
        ("accelerator", accelerator_name(snapshot, &split.accelerator, lang).to_owned()),
        ("blocks", format::blocks(blocks, lang)),
        ("nodes", format::nodes_and_gpus(NodeCount::exactly(split.nodes), per_node, lang)),
        ("start", format::date(split.start, lang)),
        ("term", format::term(request.term, lang)),
    ];
    let values = values.each_ref().map(|(name, text)| (*name, text.as_str()));
    let name = |block: usize| {
        let block = snapshot.blocks.get(block);
        Value::words(block.map_or("", |block| block_name(block, lang)))
    };
    let parts = split.parts.iter();
    SplitView {
        sentence: entry.fill(lang, &values),
        parts: Table {
            caption: words::SPLIT_PARTS.get(lang).to_owned(),
            columns: vec![
                Column::new(words::BLOCK.get(lang), parts.clone().map(|part| name(part.block))),
                Column::new(
                    words::NODES.get(lang),
                    parts.map(|part| Value::Count(part.offer.nodes.into())),
                )
                .summed(lang),
            ],
            lang,
        },
    }
}

fn counterpart(
    scenario: &Scenario,
    request: &Request,
    of: &Counterpart,
    block: usize,
    offer: &Offer,
    lang: Lang,
) -> CounterpartView {
    let snapshot = &scenario.snapshot;
    let block = snapshot.blocks.get(block);
    let per_node = block.map(|block| block.gpus_per_node);
    let entry = told(
        scenario.layer(),
        [words::OTHER_FITS, words::OTHER_FITS_BY_SIZE, words::OTHER_FITS_BY_RULES],
    );
    let values = [
        ("accelerator", accelerator_name(snapshot, &of.accelerator, lang)),
        ("block", block.map_or("", |block| block_name(block, lang))),
        ("nodes", &format::nodes_and_gpus(NodeCount::exactly(offer.nodes), per_node, lang)),
        ("start", &format::date(offer.start, lang)),
        ("term", &format::term(request.term, lang)),
    ];
    CounterpartView {
        sentence: entry.fill(lang, &values),
        changes: vec![
            Change::Accelerator(of.accelerator.clone()),
            Change::Nodes(offer.nodes),
            Change::Start(offer.start),
        ],
    }
}
