//! The nearest requests that fit.

use jari::fit::{Nearest, RequestChange};

use super::{Operation, Seen, nothing, preview, same, saw};
use crate::brute::front;
use crate::brute::nearest::{Moved, Near, wrong_with_nearest};
use crate::brute::{Times, Truth};
use crate::cases::Case;
use crate::cases::random::{any, by_date};

fn check(case: &Case, seen: &mut Seen) -> Result<(), String> {
    let Case { snapshot, request } = case;
    let truth = Truth::new(snapshot, request.not_before);
    let answer = preview(snapshot, request)?;
    let all: Vec<Near> = answer.nearest.iter().map(near).collect::<Result<_, _>>()?;
    saw(
        seen,
        match all.len() {
            0 => "none",
            1 => "one",
            _ => "several",
        },
    );
    for Near { moved, .. } in &all {
        saw(
            seen,
            match moved.count() {
                1 => "single changes",
                2 => "pairs of changes",
                _ => "more changes",
            },
        );
        let kinds = [
            (moved.start.is_some(), "start"),
            (moved.nodes.is_some(), "nodes"),
            (moved.term.is_some(), "term"),
            (moved.placement.is_some(), "placement"),
            (moved.accelerator.is_some(), "accelerator"),
        ];
        kinds.iter().filter(|(changed, _)| *changed).for_each(|(_, what)| saw(seen, what));
    }
    nothing(wrong_with_nearest(&truth, request, &all))
        .map_err(|wrong| format!("nearest: {wrong}, of {:?}", answer.nearest))?;
    same("nearest, asked again", &preview(snapshot, &request.clone())?.nearest, &answer.nearest)
}

/// At most one change of each kind.
fn near(nearest: &Nearest) -> Result<Near, String> {
    let Nearest { changes, block_index, start, end, nodes } = nearest;
    let mut moved = Moved::default();
    for change in changes {
        match change.clone() {
            RequestChange::Start(start) => moved.start = Some(start),
            RequestChange::Nodes(nodes) => moved.nodes = Some(nodes),
            RequestChange::Term(term) => moved.term = Some(term),
            RequestChange::Placement(placement) => moved.placement = Some(placement),
            RequestChange::Accelerator(accelerator) => moved.accelerator = Some(accelerator),
        }
    }
    same("changes of a kind", &changes.len(), &moved.count())?;
    Ok(Near {
        moved,
        block: *block_index,
        times: Times { start: *start, end: *end, nodes: *nodes },
    })
}

/// How much of the list is on the front of all that fits, and how often it is the whole front.
fn check_front(case: &Case, seen: &mut Seen) -> Result<(), String> {
    let Case { snapshot, request } = case;
    let truth = Truth::new(snapshot, request.not_before);
    let small = front::size(&truth, request) <= 20_000;
    let front = if small { front::front(&truth, request) } else { None };
    let Some(front) = front.filter(|_| !truth.fits_somewhere(request)) else { return Ok(()) };
    let answer = preview(snapshot, request)?;
    let all: Vec<Near> = answer.nearest.iter().map(near).collect::<Result<_, _>>()?;
    saw(
        seen,
        match all.len() {
            listed if listed == front.len().min(12) => "all of it",
            0 => "nothing of it",
            _ => "a part of it",
        },
    );
    for Near { moved, .. } in &all {
        saw(seen, if front.contains(moved) { "entries on it" } else { "entries off it" });
    }
    Ok(())
}

/// What is listed is not dominated by what is listed; by what else fits, it hardly ever is.
#[test]
fn nearest_requests_are_on_the_front() {
    let common = &[("all of it", 50), ("entries on it", 100)];
    let seen =
        Operation { name: "front", cases: 10_000, case: any, check: check_front, common }.agree();
    let off = seen.get("entries off it").copied().unwrap_or(0);
    assert!(off * 1_000 <= seen["entries on it"], "{off} entries are off the front");
}

#[test]
fn engine_agrees_on_the_nearest_requests() {
    let common = &[
        ("none", 50),
        ("one", 10),
        ("several", 100),
        ("single changes", 200),
        ("pairs of changes", 50),
        ("more changes", 10),
        ("start", 100),
        ("nodes", 100),
        ("term", 100),
        ("placement", 20),
        ("accelerator", 50),
    ];
    Operation { name: "nearest", cases: 10_000, case: any, check, common }.agree();
}

#[test]
fn engine_agrees_on_the_nearest_requests_where_the_date_decides() {
    let common = &[("none", 50), ("several", 50), ("start", 50), ("term", 50)];
    Operation { name: "nearest, by date", cases: 2_000, case: by_date, check, common }.agree();
}
