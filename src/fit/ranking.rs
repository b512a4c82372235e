//! Which offer is the best.

use super::offer::Offer;
use super::preview::BlockAnswer;
use crate::model::{Block, Snapshot, order};

/// By what the best offer beats the next one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lead {
    /// There is no other.
    OnlyOffer,
    /// It begins earlier.
    EarlierStart,
    /// It has more nodes.
    MoreNodes,
    /// The longest run of whole free leaves suffers less.
    FewerLeavesBroken,
    /// The longest run of free nodes suffers less.
    ShorterRunsBroken,
    /// Its block is smaller.
    SmallerBlock,
    /// They are alike: it stands earlier in the file.
    FileOrder,
}

/// What an offer is ranked by, the most important first and the least the best, with the lead that
/// it gives.
fn criteria(snapshot: &Snapshot, block: usize, offer: &Offer) -> [(u32, Lead); 5] {
    let (before, after) = (offer.effect.before, offer.effect.after);
    let size = snapshot.blocks.get(block).map_or(0, Block::nodes);
    [
        (order::of_hour(offer.start), Lead::EarlierStart),
        (u32::MAX - offer.nodes, Lead::MoreNodes),
        (before.leaves - after.leaves, Lead::FewerLeavesBroken),
        (before.nodes - after.nodes, Lead::ShorterRunsBroken),
        (size, Lead::SmallerBlock),
    ]
}

/// Places in `answers` of those with an offer, the best first.
pub(super) fn ranking(snapshot: &Snapshot, answers: &[BlockAnswer]) -> Vec<usize> {
    let offer = |place: usize| {
        let answer = answers.get(place)?;
        answer.offer.as_ref().map(|offer| criteria(snapshot, answer.block, offer))
    };
    let mut ranked: Vec<usize> =
        (0..answers.len()).filter(|&place| offer(place).is_some()).collect();
    // Stable sorts, the least important criterion first.
    for criterion in (0..5).rev() {
        let key =
            |&place: &usize| offer(place).map_or(0, |all| all.get(criterion).map_or(0, |c| c.0));
        let order = order::places(ranked.iter().map(key));
        ranked = order.filter_map(|place| ranked.get(place).copied()).collect();
    }
    ranked
}

/// By what the first of the ranked offers beats the second.
pub(super) fn lead(
    snapshot: &Snapshot,
    answers: &[BlockAnswer],
    ranking: &[usize],
) -> Option<Lead> {
    let criteria = |rank: usize| {
        let answer = answers.get(*ranking.get(rank)?)?;
        answer.offer.as_ref().map(|offer| criteria(snapshot, answer.block, offer))
    };
    let best = criteria(0)?;
    let Some(next) = criteria(1) else { return Some(Lead::OnlyOffer) };
    let differing = best.iter().zip(&next).find(|(best, next)| best.0 != next.0);
    Some(differing.map_or(Lead::FileOrder, |(best, _)| best.1))
}
