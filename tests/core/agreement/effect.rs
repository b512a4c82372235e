//! What offers leave to others, their ranking, and by what the best one leads.

use std::cmp::Reverse;

use jari::fit::{self, Calendars, Lead, Offer};

use super::{Operation, Seen, answered, preview, same, saw, times};
use crate::brute::Truth;
use crate::brute::effect::{Rank, Remainder, effect, first_difference};
use crate::brute::matrix::numbers;
use crate::cases::Case;
use crate::cases::random::any;

fn check(case: &Case, seen: &mut Seen) -> Result<(), String> {
    let Case { snapshot, request } = case;
    let truth = Truth::new(snapshot, request.not_before);
    let preview = preview(snapshot, request)?;
    let mut ranks: Vec<(Rank, usize)> = Vec::new();
    for (index, answer) in preview.blocks.iter().enumerate() {
        let Some(offer) = &answer.offer else { continue };
        let (before, after) = check_effect(&truth, answer.block_index, offer)?;
        saw(seen, if before.leaves > after.leaves { "leaves broken" } else { "no leaf broken" });
        saw(seen, if before.nodes > after.nodes { "run broken" } else { "no run broken" });
        let rank = (
            offer.start,
            Reverse(offer.nodes),
            before.leaves - after.leaves,
            before.nodes - after.nodes,
            snapshot.blocks[answer.block_index].nodes(),
            answer.block_index,
        );
        ranks.push((rank, index));
    }
    ranks.sort_unstable();
    let ranking = ranks.iter().map(|(_, index)| *index).collect();
    same("ranking", &preview.ranking, &ranking)?;
    let (what, lead) = match &ranks[..] {
        [] => ("no offer", None),
        [_] => ("only offer", Some(Lead::OnlyOffer)),
        [(best, _), (second, _), ..] => match first_difference(best, second) {
            0 => ("earlier start", Some(Lead::EarlierStart)),
            1 => ("more nodes", Some(Lead::MoreNodes)),
            2 => ("fewer leaves broken", Some(Lead::FewerLeavesBroken)),
            3 => ("shorter runs broken", Some(Lead::ShorterRunsBroken)),
            4 => ("smaller block", Some(Lead::SmallerBlock)),
            _ => ("file order", Some(Lead::FileOrder)),
        },
    };
    saw(seen, what);
    same("lead", &preview.lead, &lead)?;

    let offer = |block: &usize| (*block, truth.offers(*block, request).next().map(|it| it.start));
    let starts: Vec<_> = truth.asked(request).iter().map(offer).collect();
    let earliest = || fit::earliest_starts(snapshot, &Calendars::new(snapshot), request);
    same("earliest starts", &answered(earliest)?, &starts)
}

/// The effect that the offer states, where it is what the brute force finds.
pub fn check_effect(
    truth: &Truth<'_>,
    block: usize,
    offer: &Offer,
) -> Result<(Remainder, Remainder), String> {
    let named = numbers(&offer.node_ranges);
    let named = (!named.is_empty()).then_some(&named[..]);
    let wanted = effect(truth.matrix(block), times(offer), named);
    let remainder =
        |it: fit::Remainder| Remainder { nodes: it.nodes, leaves: it.leaves, block: it.block };
    let stated = (remainder(offer.effect.before), remainder(offer.effect.after));
    same("effect", &stated, &wanted)?;
    Ok(wanted)
}

#[test]
fn engine_agrees_on_effects_and_ranking() {
    let common = &[
        ("leaves broken", 50),
        ("no leaf broken", 100),
        ("run broken", 100),
        ("no run broken", 50),
        ("no offer", 50),
        ("only offer", 100),
        ("earlier start", 50),
        ("more nodes", 10),
        ("fewer leaves broken", 10),
        ("shorter runs broken", 5),
        ("smaller block", 10),
        ("file order", 1),
    ];
    Operation { name: "effects", cases: 10_000, case: any, check, common }.agree();
}
