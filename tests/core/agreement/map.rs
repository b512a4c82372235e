//! The fit map, cell by cell.

use jari::fit::{Calendars, MapAsk, fit_map};
use jari::model::{Hour, Placement, Term};

use super::{Operation, Seen, answered, saw};
use crate::brute::Truth;
use crate::cases::random::any;
use crate::cases::{Case, Random};

fn check(case: &Case, seen: &mut Seen) -> Result<(), String> {
    let Case { snapshot, request } = case;
    let random = &mut Random::new(u64::from(request.nodes.min) + u64::from(request.term.count()));
    let longer = Term::Days(random.within(1, 20));
    let ask = MapAsk {
        first: request.not_before,
        days: random.within(1, 60),
        terms: vec![request.term, Term::Hours(random.within(1, 99)), longer, Term::Months(1)],
        placement: request.placement,
        latest_end: request.not_after.unwrap_or(Hour::LATEST),
    };
    let blocks: Vec<usize> = (0..snapshot.blocks.len()).filter(|_| random.percent(70)).collect();
    let truth = Truth::new(snapshot, ask.first);
    let map = answered(|| Ok::<_, ()>(fit_map(&Calendars::new(snapshot), &blocks, &ask)))?;
    for day in 0..ask.days {
        let start = ask.first.plus(24 * day);
        for (term_index, term) in ask.terms.iter().enumerate() {
            let wanted = truth.cell(&blocks, start, *term, ask.placement, ask.latest_end);
            let got = map.most_nodes(day, term_index);
            if got != wanted {
                return Err(format!(
                    "{}: map, day {day}, {term:?}, {blocks:?}: {got}, brute force {wanted}",
                    snapshot.blocks.len()
                ));
            }
            saw(seen, if wanted == 0 { "none" } else { "some" });
        }
    }
    saw(
        seen,
        match ask.placement {
            Placement::Any => "any",
            Placement::OneLeaf => "one leaf",
            Placement::Leaves(_) => "leaves",
            Placement::SegmentsOf(_) => "segments",
        },
    );
    Ok(())
}

#[test]
fn engine_agrees_on_the_fit_map() {
    let common = &[
        ("none", 2000),
        ("some", 2000),
        ("any", 100),
        ("one leaf", 100),
        ("leaves", 50),
        ("segments", 100),
    ];
    Operation { name: "fit map, cases", cases: 10_000, case: any, check, common }.agree();
}
