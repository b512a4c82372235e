//! Why not: what is missing, what is in the way, and what would mend it.

use std::cmp::Reverse;

use jari::fit::{Cause, RequestChange, Tier, WhyNot};
use jari::model::{Request, Term};

use super::{Operation, Seen, changed, nothing, preview, same, saw};
use crate::brute::difference::{Blame, Wanted, fewest_blame, wrong_with_blame};
use crate::brute::nearest::{Moved, singles};
use crate::brute::{self, Times, Truth};
use crate::cases::Case;
use crate::cases::random::{any, by_date};

fn check(case: &Case, seen: &mut Seen) -> Result<(), String> {
    let Case { snapshot, request } = case;
    let truth = Truth::new(snapshot, request.not_before);
    for answer in &preview(snapshot, request)?.blocks {
        for why in &answer.why_not {
            check_why_not(&truth, request, answer.block_index, why, seen)
                .map_err(|wrong| format!("{}: {wrong}, in {why:?}", answer.block_index))?;
        }
    }
    Ok(())
}

fn check_why_not(
    truth: &Truth<'_>,
    request: &Request,
    index: usize,
    why: &WhyNot,
    seen: &mut Seen,
) -> Result<(), String> {
    check_changes(truth, request, index, &why.fits_if, seen)?;
    let (start, end) = (request.not_before, request.term.end(request.not_before));
    let nodes = brute::fewest_nodes(truth.snapshot, index, request);
    saw(
        seen,
        match why.tier {
            Tier::Never => "never",
            Tier::Rule => "rule",
            Tier::Capacity => "capacity",
            Tier::Placement => "placement",
        },
    );
    if matches!(why.tier, Tier::Never | Tier::Rule) {
        return same("causes", &why.holds, &Vec::new());
    }
    let blamed = why.holds.iter().map(|cause| match cause {
        Cause::Hold(hold) => Blame::Hold(*hold),
        Cause::NotDelivered => Blame::Delivery,
    });
    let times = Times { start, end, nodes };
    let wanted = Wanted { times, placement: request.placement, available_from: None };
    let blamed: Vec<Blame> = blamed.collect();
    check_span(truth, request, index, why)?;
    saw(seen, if blamed.len() > 1 { "several causes" } else { "one cause" });
    nothing(wrong_with_blame(truth.snapshot, index, &wanted, &blamed))?;
    // Which list is short is the engine's choice, but it is counted how often it is the shortest.
    match fewest_blame(truth.snapshot, index, &wanted) {
        Some(fewest) if fewest < blamed.len() => saw(seen, "more causes than the fewest"),
        Some(_) => saw(seen, "the fewest causes"),
        None => {}
    }
    let nodes = |blame: &Blame| match blame {
        Blame::Hold(hold) => truth.snapshot.holds[*hold].nodes.count(),
        Blame::Delivery => truth.snapshot.blocks[index].nodes(),
    };
    if blamed.is_sorted_by_key(|blame| Reverse(nodes(blame))) {
        Ok(())
    } else {
        Err(format!("not the largest first: {blamed:?}"))
    }
}

/// From the first hour of the term at which one of the causes is in the way, until the last.
fn check_span(
    truth: &Truth<'_>,
    request: &Request,
    index: usize,
    why: &WhyNot,
) -> Result<(), String> {
    let (start, end) = (request.not_before, request.term.end(request.not_before));
    let times = |cause: &Cause| match cause {
        Cause::Hold(hold) => (truth.snapshot.holds[*hold].from, truth.snapshot.holds[*hold].until),
        Cause::NotDelivered => (start, truth.snapshot.blocks[index].available_from.unwrap()),
    };
    let from = why.holds.iter().map(|cause| times(cause).0.max(start)).min();
    let until = why.holds.iter().map(|cause| times(cause).1.min(end)).max();
    same("span", &(why.from, why.until), &(from, until))
}

/// Every change makes it fit, and none that would is missing: the nearest of its kind is there.
fn check_changes(
    truth: &Truth<'_>,
    request: &Request,
    index: usize,
    changes: &[RequestChange],
    seen: &mut Seen,
) -> Result<(), String> {
    let fits = |request: &Request| truth.at_once(index, request).is_some();
    if let Some(change) = changes.iter().find(|change| !fits(&changed(request, change))) {
        return Err(format!("{change:?} does not make it fit"));
    }
    let start = request.not_before;
    let is_longer = |term: Term| term.end(start) > request.term.end(start);
    let listed = |wanted: &RequestChange| {
        changes.iter().any(|change| match (change, wanted) {
            // Which of the looser placements is the engine's choice, and the unit of a term that
            // the call forces up.
            (RequestChange::Placement(_), RequestChange::Placement(_)) => true,
            (RequestChange::Term(term), RequestChange::Term(wanted)) if is_longer(*wanted) => {
                is_longer(*term)
            }
            _ => change == wanted,
        })
    };
    for single in singles(truth, request, fits) {
        let (what, change) = as_change(single);
        saw(seen, what);
        if !listed(&change) {
            return Err(format!("a change is missing, {change:?}"));
        }
    }
    Ok(())
}

/// The one thing that is changed.
fn as_change(moved: Moved) -> (&'static str, RequestChange) {
    match moved {
        Moved { start: Some(start), .. } => ("start", RequestChange::Start(start)),
        Moved { nodes: Some(nodes), .. } => ("nodes", RequestChange::Nodes(nodes)),
        Moved { term: Some(term), .. } => ("term", RequestChange::Term(term)),
        Moved { placement: Some(looser), .. } => ("looser", RequestChange::Placement(looser)),
        Moved { accelerator, .. } => {
            ("accelerator", RequestChange::Accelerator(accelerator.unwrap()))
        }
    }
}

#[test]
fn engine_agrees_on_why_not() {
    let common = &[
        ("never", 100),
        ("rule", 100),
        ("capacity", 100),
        ("placement", 20),
        ("one cause", 100),
        ("several causes", 100),
        ("the fewest causes", 50),
        ("start", 100),
        ("nodes", 100),
        ("term", 50),
        ("looser", 20),
        ("accelerator", 50),
    ];
    Operation { name: "why not", cases: 10_000, case: any, check, common }.agree();
}

#[test]
fn engine_agrees_on_why_not_where_the_date_decides() {
    let common = &[("rule", 100), ("start", 50), ("term", 50)];
    Operation { name: "why not, by date", cases: 2_000, case: by_date, check, common }.agree();
}
