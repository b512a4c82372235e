//! Start, nodes and term of the offers, and which nodes they name.

use jari::fit::{BlockAnswer, Certainty, Offer, Tier};
use jari::model::{Hour, Request, Term};
use std::sync::Arc;

use super::{Operation, Seen, preview, same, saw, times};
use crate::brute::matrix::numbers;
use crate::brute::placed::{shares, wrong_with_nodes};
use crate::brute::{self, Truth};
use crate::cases::random::{by_date, case};
use crate::cases::{self, Case, Kind};

fn check(case: &Case, seen: &mut Seen) -> Result<(), String> {
    let Case { snapshot, request } = case;
    let preview = preview(snapshot, request)?;
    let truth = Truth::new(snapshot, request.not_before);
    let answered: Vec<usize> = preview.blocks.iter().map(|answer| answer.block_index).collect();
    same("blocks answered", &answered, &truth.asked(request))?;
    for answer in &preview.blocks {
        check_block(&truth, request, answer, seen)
            .map_err(|wrong| format!("{}: {wrong}", snapshot.blocks[answer.block_index].id))?;
    }
    Ok(())
}

fn check_block(
    truth: &Truth<'_>,
    request: &Request,
    answer: &BlockAnswer,
    seen: &mut Seen,
) -> Result<(), String> {
    let wanted = truth.answer(answer.block_index, request);
    same("offer", &answer.offer.as_ref().map(times), &wanted.offer)?;
    same("most nodes", &answer.most_nodes, &wanted.most_nodes)?;
    same("longest hours", &answer.longest_hours, &wanted.longest_hours)?;
    if let Some(offer) = &answer.offer {
        check_offer(truth, request, answer.block_index, offer, seen)?;
    }
    let at_once = wanted.offer.is_some_and(|offer| offer.start == request.not_before);
    same("no why-not", &answer.why_not.is_empty(), &at_once)?;
    let tiers: Vec<u8> = answer.why_not.iter().map(|why| rank(why.tier)).collect();
    if !tiers.is_sorted() {
        return Err(format!("tiers out of order: {:?}", answer.why_not));
    }
    let how = match &wanted.offer {
        None => "never",
        Some(_) if at_once => "at once",
        Some(_) => "later",
    };
    saw(seen, how);
    Ok(())
}

const fn rank(tier: Tier) -> u8 {
    match tier {
        Tier::Never => 0,
        Tier::Rule => 1,
        Tier::Capacity => 2,
        Tier::Placement => 3,
    }
}

/// What an offer says besides its times: what it rests on, and which nodes it names.
pub fn check_offer(
    truth: &Truth<'_>,
    request: &Request,
    index: usize,
    offer: &Offer,
    seen: &mut Seen,
) -> Result<(), String> {
    let certainty = match truth.holds_during(index, offer.start, offer.end) {
        (_, false) => Certainty::Exact,
        (false, true) => Certainty::Count,
        (true, true) => Certainty::AtLeast,
    };
    same("certainty", &offer.certainty, &certainty)?;
    let block = &truth.snapshot.blocks[index];
    let hours = u64::from(offer.end.since(offer.start));
    let gpu_hours = hours * u64::from(offer.nodes) * u64::from(block.gpus_per_node);
    same("GPU hours", &offer.gpu_hours, &gpu_hours)?;

    // From before the first hold on, so that it is seen since when a node is free.
    let edges = truth.snapshot.holds.iter().flat_map(|hold| [hold.from, hold.until]);
    let edges = edges.chain(block.available_from).filter(|edge| *edge >= Hour::EARLIEST);
    let first = edges.min().map_or(offer.start, |edge| edge.min(offer.start));
    let long_before = Truth::new(truth.snapshot, Hour::new(first.number() - 1));
    let matrix = long_before.matrix(index);
    let nodes = numbers(&offer.node_ranges);
    let leaves = offer.leaves.iter().map(|share| (share.leaf, share.nodes)).collect();
    same("leaves", &leaves, &shares(matrix, &nodes))?;
    if certainty != Certainty::Exact {
        saw(seen, "counted");
        return same("nodes named", &nodes, &Vec::new());
    }
    saw(seen, "exact");
    same("nodes named", &(nodes.len() as u32), &offer.nodes)?;
    wrong_with_nodes(matrix, &nodes, offer.start, offer.end, request.placement)
        .map_or(Ok(()), |wrong| Err(format!("{wrong}: {}", offer.node_ranges)))
}

/// Start, nodes and term, for one kind of case.
const fn offers(cases: u64, name: &'static str, case: fn(u64) -> Case) -> Operation<Case> {
    let common =
        &[("at once", 100), ("later", 50), ("never", 100), ("exact", 100), ("counted", 50)];
    Operation { name, cases, case, check, common }
}

#[test]
fn engine_agrees_on_terms_in_hours() {
    offers(40_000, "offers, hours", |seed| case(Kind::Hours, seed)).agree();
}

#[test]
fn engine_agrees_on_terms_in_days() {
    offers(30_000, "offers, days", |seed| case(Kind::Days, seed)).agree();
}

#[test]
fn engine_agrees_on_terms_in_months() {
    offers(12_500, "offers, months", |seed| case(Kind::Months, seed)).agree();
}

#[test]
fn engine_agrees_where_a_later_start_ends_earlier() {
    offers(12_500, "offers, month ends", |seed| case(Kind::MonthEnds, seed)).agree();
}

#[test]
fn engine_agrees_where_the_date_decides_what_a_call_allows() {
    offers(12_500, "offers, by date", by_date).agree();
}

#[test]
fn engine_agrees_where_the_calendar_ends() {
    offers(5_000, "offers, last days", |seed| case(Kind::LastDays, seed)).agree();
}

/// A month from 29 January 05:00 ends after a month from 30 January 00:00 does: both end on 28
/// February. The only start that fits may so lie within a day, where no hold begins or ends.
#[test]
fn engine_finds_a_later_start_that_ends_earlier() {
    let on = |day: u8, hour: u32| Hour::of_date(2027, 1, day).unwrap().plus(hour);
    let in_february = |day: u8, hour: u32| Hour::of_date(2027, 2, day).unwrap().plus(hour);
    let case = |not_before: Hour| {
        let mut snapshot = cases::empty_snapshot();
        snapshot.blocks.push(cases::block("a", "h200", &[1], None));
        Case { snapshot, request: cases::request(1, Term::Months(1), not_before) }
    };

    let mut window = case(on(29, 5));
    window.request.not_after = Some(in_february(28, 3));
    let mut held = case(on(29, 5));
    held.snapshot.holds.push(cases::named(0, "1", in_february(28, 2), Hour::MAX));
    // Free from 29 January 09:00 on, and until 28 February 02:00.
    let mut freed = case(on(28, 5));
    freed.snapshot.holds.push(cases::named(0, "1", on(20, 0), on(29, 9)));
    freed.snapshot.holds.push(cases::named(0, "1", in_february(28, 2), Hour::MAX));
    let mut call = case(on(29, 5));
    Arc::make_mut(&mut call.snapshot.calls).push(cases::call(&["h200"], Some(in_february(28, 3))));
    call.request.call = Some("call".into());

    for (case, name) in [(window, "window"), (held, "held"), (freed, "freed"), (call, "call")] {
        check(&case, &mut Seen::new()).unwrap_or_else(|wrong| panic!("{name}: {wrong}"));
        let got = brute::answer(&case.snapshot, 0, &case.request).offer.map(|offer| offer.start);
        assert_eq!(got, Some(on(30, 0)), "{name}");
    }
}
