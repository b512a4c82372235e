//! The earliest offer of the most nodes.

use super::effect::check_effect;
use super::offers::check_offer;
use super::{Operation, Seen, preview, same, saw, times};
use crate::brute::Truth;
use crate::cases::Case;
use crate::cases::random::elastic;

fn check(case: &Case, seen: &mut Seen) -> Result<(), String> {
    let Case { snapshot, request } = case;
    let truth = Truth::new(snapshot, request.not_before);
    for answer in &preview(snapshot, request)?.blocks {
        let wanted = truth.largest(answer.block_index, request);
        same("largest", &answer.largest.as_ref().map(times), &wanted)?;
        let Some(largest) = &answer.largest else {
            saw(seen, if answer.offer.is_some() { "the earliest" } else { "no offer" });
            continue;
        };
        check_offer(&truth, request, answer.block_index, largest, &mut Seen::new())?;
        check_effect(&truth, answer.block_index, largest)?;
        saw(seen, if largest.nodes == request.nodes.max { "all asked" } else { "less than asked" });
    }
    Ok(())
}

#[test]
fn engine_agrees_on_the_largest_offers() {
    let common = &[("the earliest", 100), ("all asked", 50), ("less than asked", 50)];
    Operation { name: "elastic", cases: 10_000, case: elastic, check, common }.agree();
}
