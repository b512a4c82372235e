//! Requests split over blocks.

use std::collections::BTreeSet;

use super::effect::check_effect;
use super::offers::check_offer;
use super::{Operation, Seen, alternatives, same, saw};
use crate::brute::Truth;
use crate::brute::split::{ExpectedSplit, split};
use crate::cases::Case;
use crate::cases::random::{split_by_date, to_be_split};

fn check(case: &Case, seen: &mut Seen) -> Result<(), String> {
    let Case { snapshot, request } = case;
    let truth = Truth::new(snapshot, request.not_before);
    let wanted = split(&truth, request);
    let Some(split) = alternatives(snapshot, request)?.split else {
        saw(seen, "no split");
        return same("split", &None, &wanted);
    };
    let capacity =
        |block: usize| truth.matrix(block).capacity(split.start, split.end, request.placement);
    let got = ExpectedSplit {
        accelerator: split.accelerator.clone(),
        start: split.start,
        end: split.end,
        nodes: split.nodes,
        parts: split
            .parts
            .iter()
            .map(|part| (capacity(part.block_index), part.offer.nodes))
            .collect(),
    };
    same("split", &Some(got), &wanted)?;
    let blocks: BTreeSet<usize> = split.parts.iter().map(|part| part.block_index).collect();
    same("blocks of the split", &blocks.len(), &split.parts.len())?;
    for part in &split.parts {
        let block = &snapshot.blocks[part.block_index];
        same("accelerator of a part", &block.accelerator, &split.accelerator)?;
        same("a part is asked", &truth.asked(request).contains(&part.block_index), &true)?;
        let when = (part.offer.start, part.offer.end);
        same("time of a part", &when, &(split.start, split.end))?;
        check_offer(&truth, request, part.block_index, &part.offer, &mut Seen::new())?;
        check_effect(&truth, part.block_index, &part.offer)?;
    }
    saw(seen, if split.start == request.not_before { "at once" } else { "later" });
    saw(seen, if split.parts.len() > 2 { "many parts" } else { "two parts" });
    if split.parts.iter().rev().skip(1).any(|part| part.offer.nodes < capacity(part.block_index)) {
        saw(seen, "a part gave up nodes");
    }
    Ok(())
}

#[test]
fn engine_agrees_on_splits() {
    let common = &[
        ("no split", 100),
        ("at once", 50),
        ("later", 20),
        ("two parts", 50),
        ("many parts", 20),
        ("a part gave up nodes", 10),
    ];
    Operation { name: "splits", cases: 10_000, case: to_be_split, check, common }.agree();
}

#[test]
fn engine_agrees_on_splits_where_the_date_decides() {
    let common = &[("no split", 50), ("at once", 10), ("later", 10)];
    Operation { name: "splits, by date", cases: 5_000, case: split_by_date, check, common }.agree();
}
