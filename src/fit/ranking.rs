//! Ranking of offers.

use super::offer::Offer;
use crate::model::{Block, Snapshot, order};

/// Criterion by which the best offer beats the next one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lead {
    /// No other offer.
    OnlyOffer,
    /// Earlier start.
    EarlierStart,
    /// More nodes.
    MoreNodes,
    /// Smaller loss in the longest run of wholly free leaves.
    FewerLeavesBroken,
    /// Smaller loss in the longest run of free nodes.
    ShorterRunsBroken,
    /// Smaller block.
    SmallerBlock,
    /// Earlier position in the file; all else is equal.
    FileOrder,
}

/// Sort keys of an offer, the most important first, each with the lead that it gives; the smallest
/// is the best.
type Criteria = [(u32, Lead); 5];

fn criteria(snapshot: &Snapshot, block_index: usize, offer: &Offer) -> Criteria {
    let (before, after) = (offer.effect.before, offer.effect.after);
    let size = snapshot.blocks.get(block_index).map_or(0, Block::nodes);
    [
        (order::of_hour(offer.start), Lead::EarlierStart),
        (u32::MAX - offer.nodes, Lead::MoreNodes),
        (before.leaves - after.leaves, Lead::FewerLeavesBroken),
        (before.nodes - after.nodes, Lead::ShorterRunsBroken),
        (size, Lead::SmallerBlock),
    ]
}

/// Returns the indices of these offers, each given with its block, the best first.
pub(super) fn ranked(snapshot: &Snapshot, offers: &[(usize, &Offer)]) -> Vec<usize> {
    let all: Vec<Criteria> =
        offers.iter().map(|&(index, offer)| criteria(snapshot, index, offer)).collect();
    let mut ranked: Vec<usize> = (0..all.len()).collect();
    // Stable sorts, the least important criterion first: the last one decides, ties keep the order
    // before.
    for criterion in (0..5).rev() {
        let key = |&index: &usize| Some(all.get(index)?.get(criterion)?.0);
        ranked = order::sorted_by_key(&ranked, |index| key(index).unwrap_or(0));
    }
    ranked
}

/// Returns the criterion by which the best offer beats the next one; both are given with their
/// blocks.
pub(super) fn lead(
    snapshot: &Snapshot,
    best: (usize, &Offer),
    next: Option<(usize, &Offer)>,
) -> Lead {
    let Some(next) = next else { return Lead::OnlyOffer };
    let [best, next] = [best, next].map(|(index, offer)| criteria(snapshot, index, offer));
    let differing = best.iter().zip(&next).find(|(best, next)| best.0 != next.0);
    differing.map_or(Lead::FileOrder, |(best, _)| best.1)
}
