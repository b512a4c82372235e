//! Every reason that there is for a why-not, with what is missing.

use jari::fit::{Breach, Reason};
use jari::model::{Block, Call, Hour, Placement, Request};

use super::{Operation, Seen, preview, same, saw};
use crate::brute::{self, Matrix, Truth};
use crate::cases::Case;
use crate::cases::random::{any, by_date};

/// A reason and how many nodes are missing.
type Missing = (Reason, Option<u32>);

fn check(case: &Case, seen: &mut Seen) -> Result<(), String> {
    let Case { snapshot, request } = case;
    let truth = Truth::new(snapshot, request.not_before);
    for answer in &preview(snapshot, request)?.blocks {
        let wanted = reasons(&truth, answer.block_index, request);
        let mut got: Vec<Missing> =
            answer.why_not.iter().map(|why| (why.reason, why.short_by)).collect();
        // Within a tier the order is the engine's choice.
        got.sort_by_key(|(reason, _)| (reason.tier(), order(reason)));
        same("reasons", &got, &wanted)
            .map_err(|wrong| format!("{}: {wrong}", answer.block_index))?;
        if let [why] = &answer.why_not[..] {
            same("tier", &why.tier, &why.reason.tier())?;
        }
        saw(
            seen,
            match wanted.len() {
                0 => "none",
                1 => "one",
                _ => "several",
            },
        );
        wanted.iter().for_each(|(reason, _)| saw(seen, name(reason)));
    }
    Ok(())
}

fn name(reason: &Reason) -> &'static str {
    match reason {
        Reason::OtherAccelerator => "other accelerator",
        Reason::LargerThanBlock { .. } => "larger than the block",
        Reason::LargerThanPlacement { .. } => "larger than the placement",
        Reason::LongerThanWindow { .. } => "longer than the window",
        Reason::TooFewFree { .. } => "too few free",
        Reason::NotPlaced { .. } => "not placed",
        Reason::Breach(breach) => match breach {
            Breach::AcceleratorNotOffered => "not offered",
            Breach::ClassNotAdmitted => "not admitted",
            Breach::TooFewNodes { .. } => "too few nodes",
            Breach::TooManyNodes { .. } => "too many nodes",
            Breach::TermTooShort { .. } => "term too short",
            Breach::TermTooLong { .. } => "term too long",
            Breach::EndsTooLate { .. } => "after the last day",
        },
    }
}

fn order(reason: &Reason) -> usize {
    BREACHES.iter().position(|breach| *breach == name(reason)).unwrap_or(0)
}

const BREACHES: [&str; 7] = [
    "not offered",
    "not admitted",
    "too few nodes",
    "too many nodes",
    "term too short",
    "term too long",
    "after the last day",
];

fn reasons(truth: &Truth<'_>, index: usize, request: &Request) -> Vec<Missing> {
    if truth.at_once(index, request).is_some() {
        return Vec::new();
    }
    let mut reasons: Vec<Missing> = never(truth, index, request).into_iter().collect();
    let possible = reasons.is_empty();
    reasons.extend(breaches(truth, index, request));
    let (start, end) = (request.not_before, request.term.end(request.not_before));
    let needed = brute::fewest_nodes(truth.snapshot, index, request);
    let free = truth.matrix(index).capacity(start, end, Placement::Any);
    let placed = truth.matrix(index).capacity(start, end, request.placement);
    if possible && free < needed {
        reasons.push((Reason::TooFewFree { free }, Some(needed - free)));
    } else if possible && placed < needed {
        reasons.push((Reason::NotPlaced { free, placed }, Some(needed - placed)));
    }
    reasons
}

/// The first reason that holds have no part in.
fn never(truth: &Truth<'_>, index: usize, request: &Request) -> Option<Missing> {
    let block = &truth.snapshot.blocks[index];
    let needed = brute::fewest_nodes(truth.snapshot, index, request);
    let start = request.not_before;
    let always_there = Block { available_from: None, ..block.clone() };
    let empty = Matrix::new(&always_there, index, [].iter(), start);
    let most = |placement| empty.capacity(start, start.plus(1), placement);
    let (nodes, placed) = (most(Placement::Any), most(request.placement));
    let latest_end = window(request);
    if !request.accelerators.contains(&block.accelerator) {
        Some((Reason::OtherAccelerator, None))
    } else if needed > nodes {
        Some((Reason::LargerThanBlock { nodes }, Some(needed - nodes)))
    } else if needed > placed {
        Some((Reason::LargerThanPlacement { nodes: placed }, Some(needed - placed)))
    } else if request.term.end(start) > latest_end {
        Some((Reason::LongerThanWindow { latest_end }, None))
    } else {
        None
    }
}

fn breaches(truth: &Truth<'_>, index: usize, request: &Request) -> Vec<Missing> {
    let Some(call) = call(truth, request) else { return Vec::new() };
    let (asked, start) = (request.nodes, request.not_before);
    let end = request.term.end(start);
    let size = call.size(&truth.snapshot.blocks[index].accelerator);
    let (least, most) = size.map_or((0, u32::MAX), |size| (size.min_nodes, size.max_nodes));
    let shortest = call.term.min.filter(|min| end < min.end(start));
    let longest = call.term.max.filter(|max| end > max.end(start));
    let until = call.term.until.filter(|until| end > *until);
    let broken = [
        size.is_none().then_some((Breach::AcceleratorNotOffered, None)),
        (!call.admits(request.class)).then_some((Breach::ClassNotAdmitted, None)),
        (asked.max < least).then(|| (Breach::TooFewNodes { min: least }, Some(least - asked.max))),
        (asked.min > most).then(|| (Breach::TooManyNodes { max: most }, Some(asked.min - most))),
        shortest.map(|min| (Breach::TermTooShort { min }, None)),
        longest.map(|max| (Breach::TermTooLong { max }, None)),
        until.map(|until| (Breach::EndsTooLate { until }, None)),
    ];
    broken.into_iter().flatten().map(|(breach, short)| (Reason::Breach(breach), short)).collect()
}

fn call<'a>(truth: &Truth<'a>, request: &Request) -> Option<&'a Call> {
    request.call.as_ref().and_then(|id| truth.snapshot.call(id))
}

/// The end of all time that the request may use.
fn window(request: &Request) -> Hour {
    request.not_after.map_or(Hour::LATEST, |end| end.min(Hour::LATEST))
}

#[test]
fn engine_agrees_on_every_reason() {
    let common = &[
        ("none", 100),
        ("one", 100),
        ("several", 100),
        ("other accelerator", 100),
        ("larger than the block", 10),
        ("larger than the placement", 100),
        ("longer than the window", 20),
        ("too few free", 100),
        ("not placed", 20),
        ("not offered", 20),
        ("not admitted", 20),
        ("too few nodes", 20),
        ("too many nodes", 20),
        ("term too short", 20),
        ("term too long", 20),
        ("after the last day", 10),
    ];
    Operation { name: "reasons", cases: 10_000, case: any, check, common }.agree();
}

#[test]
fn engine_agrees_on_every_reason_where_the_date_decides() {
    let common = &[
        ("none", 50),
        ("term too short", 50),
        ("term too long", 50),
        ("longer than the window", 10),
        ("after the last day", 10),
    ];
    Operation { name: "reasons, by date", cases: 5_000, case: by_date, check, common }.agree();
}
