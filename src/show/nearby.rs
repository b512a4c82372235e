//! What else would do, in words: the nearest requests that fit, the same work elsewhere.

use super::catalogue::fit as words;
use super::lang::Lang;
use super::overview::block_name;
use super::{format, why};
use crate::fit::{Certainty, Change, Counterpart, Lead, Nearest, Offer};
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

/// What the same work would be on other accelerators.
pub(super) fn counterparts(snapshot: &Snapshot, others: &[Counterpart], lang: Lang) -> Vec<String> {
    let text = |other: &Counterpart| {
        let accelerator = why::accelerator(snapshot, &other.accelerator, lang);
        let block = other.best.as_ref().and_then(|(block, _)| snapshot.blocks.get(*block));
        let nodes = format::nodes(other.nodes.min, lang);
        let values = [("accelerator", accelerator), ("nodes", &nodes)];
        match (&other.best, block) {
            (Some((_, offer)), Some(block)) => words::COUNTERPART.fill(
                lang,
                &[
                    values[0],
                    values[1],
                    ("start", &format::date(offer.start, lang)),
                    ("block", block_name(block, lang)),
                ],
            ),
            _ => words::COUNTERPART_NONE.fill(lang, &values),
        }
    };
    others.iter().map(text).collect()
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
