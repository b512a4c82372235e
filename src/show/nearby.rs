//! Surroundings of an offer in words: requests that are near, and what it leaves to others.

use crate::fit::{Certainty, Nearest, Offer, RequestChange};
use crate::model::{Snapshot, TruthLayer};
use crate::words::catalogue::{Entry, fit as words};
use crate::words::fact::Fact;
use crate::words::lang::Lang;
use crate::words::{format, why};

/// Request that would fit, as changes to the present one.
#[derive(Clone, PartialEq, Debug)]
pub struct NearestView {
    /// The changes, as the text of a button.
    pub text: String,
    /// The changes themselves.
    pub changes: Vec<RequestChange>,
}

/// Returns the heading of the nearest requests, which claims no more than `layer` supports.
pub(super) const fn heading(layer: TruthLayer, lang: Lang) -> &'static str {
    match layer {
        TruthLayer::Published => words::NEAREST_BY_RULES,
        TruthLayer::Size | TruthLayer::Known | TruthLayer::Snapshot | TruthLayer::Scenario => {
            words::NEAREST
        }
    }
    .get(lang)
}

/// Puts the nearest requests that fit into words.
pub(super) fn nearest(snapshot: &Snapshot, nearest: &[Nearest], lang: Lang) -> Vec<NearestView> {
    let view = |one: &Nearest| {
        let per_node = snapshot.blocks.get(one.block_index).map(|block| block.gpus_per_node);
        let in_words = |change| why::change(snapshot, per_node, change, lang);
        let changes = one.changes.iter().map(in_words);
        let text = changes.collect::<Vec<_>>().join(" · ");
        NearestView { text, changes: one.changes.clone() }
    };
    nearest.iter().map(view).collect()
}

/// Lists what an offer leaves to others, as figures at its start, before and after it.
///
/// The nodes are called free only if every hold is known or assumed.
pub(super) fn effect(offer: &Offer, layer: TruthLayer, lang: Lang) -> Vec<Fact> {
    let (before, after) = (offer.effect.before, offer.effect.after);
    let step = |name: Entry, before: u32, after: u32| {
        let [before, after] = [before, after].map(|nodes| format::integer(nodes.into()));
        Fact::new(name.get(lang), [before, after].join(" → "))
    };
    let free = match layer {
        TruthLayer::Size | TruthLayer::Published | TruthLayer::Known => words::EFFECT_NO_HOLD,
        TruthLayer::Snapshot | TruthLayer::Scenario => words::EFFECT_FREE,
    };
    let mut facts = vec![step(free, before.block, after.block)];
    // If only counts are known, nothing is known of runs of neighbouring nodes.
    if offer.certainty == Certainty::Exact {
        facts.push(step(words::EFFECT_ROW, before.nodes, after.nodes));
        facts.push(step(words::EFFECT_LEAVES, before.leaves, after.leaves));
    }
    facts
}
