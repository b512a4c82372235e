//! The engine and the brute force agree on random cases.
//!
//! `JARI_CASES` sets how many cases in all, `JARI_SEED` the seed of the first of each kind.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use jari::fit::{
    self, BlockAnswer, Calendars, Cause, Certainty, Change, Preview, Reason, Tier, WhyNot,
};
use jari::model::{Hour, NodeCount, Placement, Request, Snapshot, Term};

use crate::brute::{self, Matrix};
use crate::cases::{self, Case, Kind};
use crate::{say, smaller};

/// How often each thing came up: a generator that never makes a case hard proves nothing.
type Seen = BTreeMap<&'static str, u32>;

/// Whether the engine's whole answer is what the brute force finds; else what differs.
fn check(case: &Case, seen: &mut Seen) -> Result<(), String> {
    let Case { snapshot, request } = case;
    let preview = catch_unwind(AssertUnwindSafe(|| {
        fit::preview(snapshot, &Calendars::new(snapshot), request)
    }));
    let preview = match preview {
        Ok(Ok(preview)) => preview,
        Ok(Err(error)) => return Err(format!("refused: {error:?}")),
        Err(_) => return Err("the engine panicked".into()),
    };
    let asked = |index: &usize| {
        let id = &snapshot.blocks[*index].id;
        request.blocks.as_ref().is_none_or(|blocks| blocks.contains(id))
    };
    let wanted: Vec<usize> = (0..snapshot.blocks.len()).filter(asked).collect();
    let mut answered: Vec<usize> = preview.blocks.iter().map(|answer| answer.block).collect();
    answered.sort_unstable();
    same("blocks answered", &answered, &wanted)?;
    for answer in &preview.blocks {
        check_block(snapshot, request, answer, seen)
            .map_err(|wrong| format!("{}: {wrong}", snapshot.blocks[answer.block].id))?;
    }
    check_ranking(snapshot, &preview)
}

/// All offers are ranked, the earliest first, then the largest, then the one that breaks the
/// fewest whole leaves, then the one in the smaller block.
fn check_ranking(snapshot: &Snapshot, preview: &Preview) -> Result<(), String> {
    let key = |place: &usize| {
        let answer = &preview.blocks[*place];
        let nodes = snapshot.blocks[answer.block].nodes();
        answer.offer.as_ref().map(|offer| {
            let (before, after) = (offer.effect.before, offer.effect.after);
            let broken = (before.leaves - after.leaves, before.nodes - after.nodes);
            (offer.start, Reverse(offer.nodes), broken, nodes)
        })
    };
    let offers: Vec<usize> = (0..preview.blocks.len()).filter(|p| key(p).is_some()).collect();
    let mut ranked = preview.ranking.clone();
    if !ranked.iter().map(key).is_sorted() {
        return Err(format!("not ranked by the best: {ranked:?}"));
    }
    let start = |answer: &BlockAnswer| answer.offer.as_ref().map(|offer| offer.start);
    let earliest = preview.blocks.iter().filter_map(start).min();
    same("start of the best", &preview.best().and_then(start), &earliest)?;
    ranked.sort_unstable();
    same("ranked", &ranked, &offers)
}

fn check_block(
    snapshot: &Snapshot,
    request: &Request,
    answer: &BlockAnswer,
    seen: &mut Seen,
) -> Result<(), String> {
    let index = answer.block;
    let matrix = brute::matrix(snapshot, index, request, |_| true);
    let expected = brute::answer_on(&matrix, snapshot, index, request);
    let times = |offer: &fit::Offer| (offer.start, offer.end, offer.nodes);
    let wanted = expected.offer.as_ref().map(|offer| (offer.start, offer.end, offer.nodes));
    same("offer", &answer.offer.as_ref().map(times), &wanted)?;
    same("most nodes", &answer.most_nodes, &expected.most_nodes)?;
    same("longest hours", &answer.longest_hours, &expected.longest_hours)?;
    if let (Some(offer), Some(wanted)) = (&answer.offer, &expected.offer) {
        check_offer(snapshot, request, index, &matrix, offer, wanted, seen)?;
    }

    let at_once = wanted.is_some_and(|(start, ..)| start == request.not_before);
    same("no why-not", &answer.why_not.is_empty(), &at_once)?;
    let tiers: Vec<u8> = answer.why_not.iter().map(|why| rank(why.tier)).collect();
    if !tiers.is_sorted() {
        return Err(format!("tiers out of order: {:?}", answer.why_not));
    }
    *seen
        .entry(match &wanted {
            None => "never",
            Some(_) if at_once => "at once",
            Some(_) => "later",
        })
        .or_default() += 1;
    for why in &answer.why_not {
        *seen
            .entry(match why.tier {
                Tier::Never => "tier never",
                Tier::Rule => "tier rule",
                Tier::Capacity => "tier capacity",
                Tier::Placement => "tier placement",
            })
            .or_default() += 1;
        check_why_not(snapshot, request, index, why, seen)
            .map_err(|wrong| format!("{wrong}, in {why:?}"))?;
    }
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

fn check_offer(
    snapshot: &Snapshot,
    request: &Request,
    index: usize,
    matrix: &Matrix,
    offer: &fit::Offer,
    wanted: &brute::ExpectedOffer,
    seen: &mut Seen,
) -> Result<(), String> {
    let certainty = match (wanted.named, wanted.counted) {
        (_, false) => Certainty::Exact,
        (false, true) => Certainty::Count,
        (true, true) => Certainty::AtLeast,
    };
    same("certainty", &offer.certainty, &certainty)?;
    let block = &snapshot.blocks[index];
    let hours = u64::from(offer.end.since(offer.start));
    let gpu_hours = hours * u64::from(offer.nodes) * u64::from(block.gpus_per_node);
    same("GPU hours", &offer.gpu_hours, &gpu_hours)?;

    let nodes = brute::numbers(&offer.node_ranges);
    let leaves = offer.leaves.iter().map(|share| (share.leaf, share.nodes)).collect();
    same("leaves", &leaves, &brute::shares(matrix, &nodes))?;
    if certainty != Certainty::Exact {
        *seen.entry("counted").or_default() += 1;
        return same("nodes named", &nodes, &Vec::new());
    }
    *seen.entry("exact").or_default() += 1;
    same("nodes named", &(nodes.len() as u32), &offer.nodes)?;
    brute::wrong_with_nodes(matrix, &nodes, offer.start, offer.end, request.placement)
        .map_or(Ok(()), |wrong| Err(format!("{wrong}: {}", offer.node_ranges)))
}

fn check_why_not(
    snapshot: &Snapshot,
    request: &Request,
    index: usize,
    why: &WhyNot,
    seen: &mut Seen,
) -> Result<(), String> {
    for change in &why.fits_if {
        *seen.entry("changes").or_default() += 1;
        let changed = changed(request, change);
        let offer = brute::answer(snapshot, index, &changed).offer;
        if offer.is_none_or(|offer| offer.start != changed.not_before) {
            return Err(format!("{change:?} does not make it fit"));
        }
    }
    let (start, end) = (request.not_before, request.term.end(request.not_before));
    let matrix = brute::matrix(snapshot, index, request, |_| true);
    let anywhere = matrix.capacity(start, end, Placement::Any);
    let as_placed = matrix.capacity(start, end, request.placement);
    let least = brute::fewest_nodes(snapshot, index, request);
    let (reason, short_by) = match why.tier {
        Tier::Capacity => (Reason::TooFewFree { free: anywhere }, least - anywhere),
        Tier::Placement => {
            (Reason::NotPlaced { free: anywhere, placed: as_placed }, least - as_placed)
        }
        Tier::Never | Tier::Rule => return Ok(()),
    };
    same("reason", &why.reason, &reason)?;
    same("short by", &why.short_by, &Some(short_by))?;
    check_causes(snapshot, request, index, why)
}

/// The request with one thing changed.
fn changed(request: &Request, change: &Change) -> Request {
    let mut request = request.clone();
    match change {
        Change::Start(start) => request.not_before = *start,
        Change::Nodes(nodes) => request.nodes = NodeCount::exactly(*nodes),
        Change::Term(term) => request.term = *term,
        Change::Placement(placement) => request.placement = *placement,
        Change::Accelerator(accelerator) => request.accelerators = vec![accelerator.clone()],
    }
    request
}

/// Without the holds that it names there are nodes enough, and not one of them is named in vain.
fn check_causes(
    snapshot: &Snapshot,
    request: &Request,
    index: usize,
    why: &WhyNot,
) -> Result<(), String> {
    let least = brute::fewest_nodes(snapshot, index, request);
    let enough_without = |gone: &[&Cause]| {
        let mut without = snapshot.clone();
        if gone.iter().any(|cause| matches!(cause, Cause::NotDelivered)) {
            without.blocks[index].available_from = None;
        }
        let stays =
            |hold| !gone.iter().any(|cause| matches!(cause, Cause::Hold(at) if *at == hold));
        let matrix = brute::matrix(&without, index, request, stays);
        let (start, end) = (request.not_before, request.term.end(request.not_before));
        matrix.capacity(start, end, request.placement) >= least
    };
    let all: Vec<&Cause> = why.holds.iter().collect();
    if enough_without(&[]) {
        return Err("there are nodes enough".into());
    }
    if !enough_without(&all) {
        return Err("without its holds there are still too few nodes".into());
    }
    for spared in 0..all.len() {
        let mut fewer = all.clone();
        let cause = fewer.remove(spared);
        if enough_without(&fewer) {
            return Err(format!("{cause:?} is superfluous"));
        }
    }
    Ok(())
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, got: &T, wanted: &T) -> Result<(), String> {
    if got == wanted { Ok(()) } else { Err(format!("{what}: got {got:?}, brute force {wanted:?}")) }
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok().map(|text| text.parse().expect("a number"))
}

/// What is wrong without the numbers, so that a case made smaller stays wrong in the same way.
fn kind_of(wrong: &str) -> String {
    let what = wrong.split(": ").nth(1).unwrap_or(wrong).split(',').next();
    what.unwrap_or_default().chars().filter(|c| c.is_alphabetic()).collect()
}

/// Of all cases, `share` in a hundred are of this kind.
fn agree(kind: Kind, share: u64) {
    let count = number("JARI_CASES").unwrap_or(24_000) * share / 100;
    let seed = number("JARI_SEED").unwrap_or(20_270_101);
    let mut seen = Seen::new();
    for seed in seed..seed + count {
        let case = cases::case(kind, seed);
        if let Err(wrong) = check(&case, &mut seen) {
            let still_wrong = |case: &Case| {
                check(case, &mut Seen::new()).is_err_and(|other| kind_of(&other) == kind_of(&wrong))
            };
            let smallest = smaller::smallest(case, still_wrong);
            let what = check(&smallest, &mut Seen::new()).unwrap_err();
            panic!("seed {seed}: {wrong}\nat its smallest: {what}\n{}", smallest.describe());
        }
    }
    say(&format!(
        "{kind:?}: {count} random cases from seed {seed} on agree with brute force: {seen:?}"
    ));
    let common = ["at once", "later", "never", "exact", "counted", "changes", "tier capacity"];
    for what in common {
        let times = seen.get(what).copied().unwrap_or(0);
        assert!(u64::from(times) * 100 >= count, "{what} came up only {times} times");
    }
}

#[test]
fn engine_agrees_on_terms_in_hours() {
    agree(Kind::Hours, 40);
}

#[test]
fn engine_agrees_on_terms_in_days() {
    agree(Kind::Days, 33);
}

#[test]
fn engine_agrees_on_terms_in_months() {
    agree(Kind::Months, 12);
}

#[test]
fn engine_agrees_where_a_later_start_ends_earlier() {
    agree(Kind::MonthEnds, 10);
}

#[test]
fn engine_agrees_where_the_calendar_ends() {
    agree(Kind::LastDays, 5);
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
    call.snapshot.calls.push(cases::call(&["h200"], Some(in_february(28, 3))));
    call.request.call = Some("call".into());

    for (case, name) in [(window, "window"), (held, "held"), (freed, "freed"), (call, "call")] {
        check(&case, &mut Seen::new()).unwrap_or_else(|wrong| panic!("{name}: {wrong}"));
        let got = brute::answer(&case.snapshot, 0, &case.request).offer.map(|offer| offer.start);
        assert_eq!(got, Some(on(30, 0)), "{name}");
    }
}
