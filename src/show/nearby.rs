//! What is around an offer, in words: requests that are near, and what it leaves to others.

use super::catalogue::fit as words;
use super::lang::Lang;
use super::{format, why};
use crate::fit::{Certainty, Change, Lead, Nearest, Offer};
use crate::model::Snapshot;

/// A request that would fit: the words of its changes, and the changes.
#[derive(Clone, PartialEq, Debug)]
pub struct NearestView {
    /// What to change, as the words of a button.
    pub text: String,
    /// What to change.
    pub changes: Vec<Change>,
}

/// The nearest requests that fit.
pub(super) fn nearest(snapshot: &Snapshot, nearest: &[Nearest], lang: Lang) -> Vec<NearestView> {
    let view = |one: &Nearest| {
        let changes = one.changes.iter().map(|change| why::change(snapshot, change, lang));
        let text = changes.collect::<Vec<_>>().join(" · ");
        NearestView { text, changes: one.changes.clone() }
    };
    nearest.iter().map(view).collect()
}

/// Why this offer, and what it leaves to others.
pub(super) fn why_this(offer: &Offer, lead: Option<Lead>, lang: Lang) -> Vec<String> {
    let (before, after) = (offer.effect.before, offer.effect.after);
    let step = |before: u32, after: u32| {
        format!("{} → {}", format::integer(before.into()), format::integer(after.into()))
    };
    let free = step(before.block, after.block);
    let effect = if offer.certainty == Certainty::Exact {
        let values = [
            ("free", free.as_str()),
            ("nodes", &step(before.nodes, after.nodes)),
            ("leaves", &step(before.leaves, after.leaves)),
        ];
        words::OFFER_EFFECT.fill(lang, &values)
    } else {
        words::OFFER_EFFECT_COUNTED.fill(lang, &[("free", &free)])
    };
    lead.map(|lead| why::lead(lead, lang).to_owned()).into_iter().chain([effect]).collect()
}
