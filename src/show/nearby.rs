//! What is around an offer, in words: requests that are near, and what it leaves to others.

use crate::fit::{Certainty, Nearest, Offer, RequestChange};
use crate::model::{Snapshot, TruthLayer};
use crate::words::catalogue::{Entry, fit as words};
use crate::words::fact::Fact;
use crate::words::lang::Lang;
use crate::words::{format, why};

/// A request that would fit: the words of its changes, and the changes.
#[derive(Clone, PartialEq, Debug)]
pub struct NearestView {
    /// What to change, as the words of a button.
    pub text: String,
    /// What to change.
    pub changes: Vec<RequestChange>,
}

/// What the nearest requests are called, as far as `layer` lets it be known that they fit.
pub(super) const fn heading(layer: TruthLayer, lang: Lang) -> &'static str {
    match layer {
        TruthLayer::Published => words::NEAREST_BY_RULES,
        TruthLayer::Size | TruthLayer::Known | TruthLayer::Snapshot | TruthLayer::Scenario => {
            words::NEAREST
        }
    }
    .get(lang)
}

/// The nearest requests that fit.
pub(super) fn nearest(snapshot: &Snapshot, nearest: &[Nearest], lang: Lang) -> Vec<NearestView> {
    let view = |one: &Nearest| {
        let per_node = snapshot.blocks.get(one.block).map(|block| block.gpus_per_node);
        let in_words = |change| why::change(snapshot, per_node, change, lang);
        let changes = one.changes.iter().map(in_words);
        let text = changes.collect::<Vec<_>>().join(" · ");
        NearestView { text, changes: one.changes.clone() }
    };
    nearest.iter().map(view).collect()
}

/// What an offer leaves to others: figures of its start, before and after; "free" only where every
/// hold is known or assumed.
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
    // Where only counts are known, no run of nodes is.
    if offer.certainty == Certainty::Exact {
        facts.push(step(words::EFFECT_ROW, before.nodes, after.nodes));
        facts.push(step(words::EFFECT_LEAVES, before.leaves, after.leaves));
    }
    facts
}
