//! What must hold of any answers, whatever they are.

use jari::exchange::answer_json::{self, AnsweredRequest, Extras};
use jari::fit::{Cause, Preview, RequestChange};
use jari::model::{
    Hold, HoldNodes, Hour, NodeCount, Placement, Request, Scenario, Snapshot, Term, Text,
};

use super::{Operation, Seen, alternatives, preview, same, saw, times};
use crate::brute::matrix::numbers;
use crate::brute::{self, Times};
use crate::cases::random::{any, by_date, split_by_date, to_be_split};
use crate::cases::{Case, Random};

/// Most nodes, block by block.
fn most_nodes(snapshot: &Snapshot, request: &Request) -> Result<Vec<u32>, String> {
    Ok(preview(snapshot, request)?.blocks.iter().map(|answer| answer.most_nodes).collect())
}

fn none_more(what: &str, stricter: &[u32], looser: &[u32]) -> Result<(), String> {
    let more = stricter.iter().zip(looser).any(|(stricter, looser)| stricter > looser);
    if more { Err(format!("{what}: {stricter:?}, else {looser:?}")) } else { Ok(()) }
}

fn longer_or_stricter(case: &Case, seen: &mut Seen) -> Result<(), String> {
    let Case { snapshot, request } = case;
    let most = most_nodes(snapshot, request)?;
    let longer = match request.term {
        Term::Hours(hours) => Term::Hours(hours + 1),
        Term::Days(days) => Term::Days(days + 1),
        Term::Months(months) => Term::Months(months + 1),
    };
    let of_longer = most_nodes(snapshot, &Request { term: longer, ..request.clone() })?;
    none_more("more nodes for a longer term", &of_longer, &most)?;
    saw(seen, if of_longer == most { "as many for longer" } else { "fewer for longer" });

    let looser = match request.placement {
        Placement::Any => return Ok(()),
        Placement::OneLeaf => vec![Placement::Leaves(1), Placement::Leaves(2), Placement::Any],
        Placement::Leaves(leaves) => vec![Placement::Leaves(leaves + 1), Placement::Any],
        Placement::SegmentsOf(group) => {
            let parts = (1..=group).filter(|part| group.is_multiple_of(*part));
            parts.map(Placement::SegmentsOf).chain([Placement::Any]).collect()
        }
    };
    for placement in looser {
        let of_looser = most_nodes(snapshot, &Request { placement, ..request.clone() })?;
        none_more("more nodes where it is stricter", &most, &of_looser)?;
        saw(seen, if of_looser == most { "as many if looser" } else { "more if looser" });
    }
    Ok(())
}

fn one_hold_less(case: &Case, seen: &mut Seen) -> Result<(), String> {
    let Case { snapshot, request } = case;
    let before = preview(snapshot, request)?;
    for hold in 0..snapshot.holds.len() {
        let mut fewer = snapshot.clone();
        fewer.holds.remove(hold);
        let after = preview(&fewer, request)?;
        for (before, after) in before.blocks.iter().zip(&after.blocks) {
            none_more("fewer nodes", &[before.most_nodes], &[after.most_nodes])?;
            let no_later = match (&before.offer, &after.offer) {
                (None, _) => true,
                (Some(before), after) => after.as_ref().is_some_and(|it| it.start <= before.start),
            };
            if !no_later {
                return Err(format!("later, without hold {hold}"));
            }
            saw(seen, if before.offer == after.offer { "no other offer" } else { "another offer" });
        }
    }
    Ok(())
}

/// Other names and another order of holds change nothing but the indices of the holds.
fn other_names(case: &Case, seen: &mut Seen) -> Result<(), String> {
    let Case { snapshot, request } = case;
    let random = &mut Random::new(u64::from(request.nodes.min));
    let mut other = snapshot.clone();
    for index in 1..other.holds.len() {
        other.holds.swap(index, random.within(0, index as u32) as usize);
    }
    for hold in &mut other.holds {
        hold.label = Text { ko: "다른 이름".into(), en: "another name".into() };
    }
    let (first, second) = (preview(snapshot, request)?, preview(&other, request)?);
    saw(seen, if first.nearest.is_empty() { "nothing nearest" } else { "something nearest" });
    same("causes by another name", &causes(&other, &second), &causes(snapshot, &first))?;
    same("preview by another name", &without_causes(second), &without_causes(first))?;
    let ways = |snapshot| alternatives(snapshot, request);
    same("alternatives by another name", &ways(&other)?, &ways(snapshot)?)
}

/// The holds that are in the way, by what they are.
fn causes<'a>(
    snapshot: &'a Snapshot,
    preview: &Preview,
) -> Vec<Option<(&'a HoldNodes, Hour, Hour)>> {
    let what = |cause: &Cause| match cause {
        Cause::NotDelivered => None,
        Cause::Hold(hold_index) => {
            let Hold { nodes, from, until, .. } = &snapshot.holds[*hold_index];
            Some((nodes, *from, *until))
        }
    };
    let whys = preview.blocks.iter().flat_map(|answer| &answer.why_not);
    whys.flat_map(|why| why.holds.iter().map(what)).collect()
}

fn without_causes(mut preview: Preview) -> Preview {
    for why in preview.blocks.iter_mut().flat_map(|answer| &mut answer.why_not) {
        why.holds.clear();
    }
    preview
}

/// The nodes of every offer are free at every hour of it, hold by hold.
fn free_at_every_hour(case: &Case, seen: &mut Seen) -> Result<(), String> {
    let Case { snapshot, request } = case;
    let preview = preview(snapshot, request)?;
    let offers = preview.blocks.iter().flat_map(|answer| {
        let offers = answer.offer.iter().chain(&answer.largest);
        offers.map(|offer| (answer.block_index, offer))
    });
    let alternatives = alternatives(snapshot, request)?;
    let parts = alternatives.split.iter().flat_map(|split| &split.parts);
    let counterparts = alternatives.counterparts.iter().filter_map(|it| it.best.as_ref());
    let offers = offers
        .chain(parts.map(|part| (part.block_index, &part.offer)))
        .chain(counterparts.map(|(block, offer)| (*block, offer)));
    for (block, offer) in offers {
        let delivered = snapshot.blocks[block].available_from;
        if delivered.is_some_and(|delivered| offer.start < delivered) {
            return Err(format!("offered before it is delivered: {offer:?}"));
        }
        for node in numbers(&offer.node_ranges) {
            let taken = snapshot.holds.iter().find(|hold| {
                hold.block_index == block
                    && hold.from < offer.end
                    && offer.start < hold.until
                    && matches!(&hold.nodes, HoldNodes::Named(them)
                        if numbers(them).contains(&node))
            });
            if let Some(hold) = taken {
                return Err(format!("node {node} is held by {hold:?}: {offer:?}"));
            }
            saw(seen, "nodes");
        }
    }
    Ok(())
}

/// What is offered is allowed, and offered again, when it is asked for as it stands: each offer, the
/// largest ones, splits, counterparts, the nearest requests, and every single change.
fn offered_when_asked_for(case: &Case, seen: &mut Seen) -> Result<(), String> {
    let Case { snapshot, request } = case;
    let answer = preview(snapshot, request)?;
    let of_block = |block: usize| Some(vec![snapshot.blocks[block].id.clone()]);
    let again = |what: &'static str, block: usize, asked: Request, wanted: Times| {
        let asked = Request { blocks: of_block(block), ..asked };
        let got = preview(snapshot, &asked)?.blocks.remove(0);
        let offer = got.offer.as_ref().map(times);
        same(what, &(offer, got.why_not.is_empty()), &(Some(wanted), true))
            .map_err(|wrong| format!("{}: {wrong}", snapshot.blocks[block].id))
    };
    let exactly = |request: &Request, offered: Times| Request {
        not_before: offered.start,
        nodes: NodeCount::exactly(offered.nodes),
        ..request.clone()
    };
    for block in &answer.blocks {
        for offer in block.offer.iter().chain(&block.largest).map(times) {
            saw(seen, "offers");
            again("offered", block.block_index, exactly(request, offer), offer)?;
        }
        let changes = block.why_not.first().map_or(&[][..], |why_not| &why_not.fits_if);
        if block.offer.is_some() && !block.why_not.is_empty() {
            saw(seen, "later offers");
            let start = block.offer.as_ref().map(|offer| RequestChange::Start(offer.start));
            same("the start of the offer is a change", &changes.first(), &start.as_ref())?;
        }
        for change in changes {
            let asked = change.apply(request);
            let end = asked.term.end(asked.not_before);
            let nodes = brute::fewest_nodes(snapshot, block.block_index, &asked);
            let asked = exactly(&asked, Times { start: asked.not_before, end, nodes });
            let wanted = Times { start: asked.not_before, end, nodes };
            saw(seen, "changes");
            again("change", block.block_index, asked, wanted)?;
        }
    }
    for near in &answer.nearest {
        let asked = near.changes.iter().fold(request.clone(), |asked, change| change.apply(&asked));
        let wanted = Times { start: near.start, end: near.end, nodes: near.nodes };
        saw(seen, "nearest");
        again("nearest", near.block_index, exactly(&asked, wanted), wanted)?;
    }
    let ways = alternatives(snapshot, request)?;
    for counterpart in &ways.counterparts {
        let Some((block, offer)) = &counterpart.best else { continue };
        let accelerators = vec![counterpart.accelerator.clone()];
        let asked = Request { accelerators, ..request.clone() };
        saw(seen, "counterparts");
        again("counterpart", *block, exactly(&asked, times(offer)), times(offer))?;
    }
    if let Some(split) = ways.split {
        let asked = Times { start: split.start, end: split.end, nodes: split.nodes };
        let asked = exactly(request, asked);
        saw(seen, "splits");
        same("split", &alternatives(snapshot, &asked)?.split, &Some(split))?;
    }
    Ok(())
}

fn asked_twice(case: &Case, seen: &mut Seen) -> Result<(), String> {
    let answer = |Case { snapshot, request }: &Case| {
        let answered = AnsweredRequest {
            scenario: &Scenario::of_file(snapshot.clone()),
            request,
            preview: &preview(snapshot, request)?,
            alternatives: &alternatives(snapshot, request)?,
            today: snapshot.as_of,
        };
        Ok::<_, String>(answer_json::line(&answered, &Extras::default()))
    };
    saw(seen, "answers");
    same("answer, asked again", &answer(&case.clone())?, &answer(case)?)
}

const fn law(
    name: &'static str,
    check: fn(&Case, &mut Seen) -> Result<(), String>,
    common: &'static [(&'static str, u64)],
) -> Operation<Case> {
    Operation { name, cases: 10_000, case: any, check, common }
}

#[test]
fn never_more_nodes_for_a_longer_term_or_a_stricter_placement() {
    let common = &[
        ("as many for longer", 100),
        ("fewer for longer", 20),
        ("as many if looser", 100),
        ("more if looser", 100),
    ];
    law("longer or stricter", longer_or_stricter, common).agree();
}

#[test]
fn without_a_hold_nothing_is_later_or_less() {
    law("one hold less", one_hold_less, &[("no other offer", 1000), ("another offer", 100)])
        .agree();
}

#[test]
fn names_and_order_of_holds_mean_nothing() {
    let common = &[("nothing nearest", 100), ("something nearest", 100)];
    law("other names", other_names, common).agree();
}

#[test]
fn nodes_of_an_offer_are_free_at_every_hour_of_it() {
    law("nodes that are free", free_at_every_hour, &[("nodes", 1000)]).agree();
}

#[test]
fn equal_requests_give_equal_answers() {
    law("asked twice", asked_twice, &[("answers", 1000)]).agree();
}

#[test]
fn what_is_offered_is_offered_when_it_is_asked_for() {
    let common = &[
        ("offers", 200),
        ("later offers", 50),
        ("changes", 500),
        ("nearest", 500),
        ("counterparts", 50),
    ];
    law("offered when asked for", offered_when_asked_for, common).agree();
    let common = &[("offers", 100), ("later offers", 50), ("changes", 500), ("nearest", 500)];
    let by_date = Operation {
        name: "offered when asked for, by date",
        case: by_date,
        ..law("", offered_when_asked_for, common)
    };
    by_date.agree();
    for (name, case) in [
        ("split when asked for", to_be_split as fn(u64) -> Case),
        ("split when asked for, by date", split_by_date),
    ] {
        Operation {
            name,
            cases: 5_000,
            case,
            ..law("", offered_when_asked_for, &[("splits", 20)])
        }
        .agree();
    }
}
