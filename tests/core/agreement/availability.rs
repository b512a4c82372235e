//! Free nodes over time, hour by hour.

use jari::fit::Calendars;
use jari::model::Hour;

use super::{Operation, Seen, answered, saw};
use crate::cases::random::any;
use crate::cases::{Case, Random};

fn check(case: &Case, seen: &mut Seen) -> Result<(), String> {
    let Case { snapshot, request } = case;
    let random = &mut Random::new(u64::from(request.nodes.min) + u64::from(request.term.count()));
    let start = request.not_before.minus(random.within(0, 300));
    let hours = start..start.plus(random.within(0, 900));
    let most_steps = *random.one_of(&[0, 1, 3, 8, 40, 1_000]);
    let calendars = Calendars::new(snapshot);
    for block in 0..snapshot.blocks.len() {
        let Some(calendar) = calendars.get(block) else { return Err("no calendar".into()) };
        let over = answered(|| Ok::<_, ()>(calendar.free_over(&hours, most_steps)))?;
        let all: Vec<u32> = (0..hours.end.since(hours.start))
            .map(|number| calendar.free_at(hours.start.plus(number)))
            .collect();
        let changes = all.windows(2).filter(|pair| pair[0] != pair[1]).count();
        let is_exact = all.is_empty() || changes < most_steps;
        let steps = over.steps.len();
        if over.is_exact != is_exact || steps > most_steps.max(usize::from(is_exact)) {
            return Err(format!("steps: {steps} of {changes} changes, at most {most_steps}"));
        }
        if is_exact && steps != changes + usize::from(!all.is_empty()) {
            return Err(format!("too many steps: {steps} of {changes} changes"));
        }
        let ends = over.steps.iter().skip(1).map(|step| step.from).chain([hours.end]);
        for (step, end) in over.steps.iter().zip(ends) {
            let first = step.from.since(hours.start) as usize;
            let part = &all[first..end.since(hours.start) as usize];
            let (least, most) = (part.iter().min(), part.iter().max());
            if (least, most) != (Some(&step.least), Some(&step.most)) {
                return Err(format!("a step: {step:?} until {end:?}, hour by hour {part:?}"));
            }
            if over.step_at(end.minus(1)) != Some(*step) {
                return Err("another step at its last hour".into());
            }
        }
        saw(seen, if is_exact { "exact" } else { "in parts" });
        if changes > 3 {
            saw(seen, "changes");
        }
    }
    Ok(())
}

#[test]
fn engine_agrees_on_free_nodes_over_time() {
    let common = &[("exact", 500), ("in parts", 300), ("changes", 300)];
    Operation { name: "free nodes over time, cases", cases: 10_000, case: any, check, common }
        .agree();
}

/// Whatever the hours, it neither panics nor takes long.
#[test]
fn open_ends_are_hours_like_any_other() {
    let Case { snapshot, .. } = any(7);
    let calendars = Calendars::new(&snapshot);
    let ends = [Hour::MIN, Hour::EARLIEST, Hour::LATEST, Hour::MAX];
    for (start, end) in ends.into_iter().flat_map(|start| ends.map(|end| (start, end))) {
        for most_steps in [0, 1, 2, 999] {
            let over = calendars.get(0).unwrap().free_over(&(start..end), most_steps);
            assert_eq!(over.steps.first().map(|step| step.from).is_some_and(|h| h == start), {
                start < end && (most_steps > 0)
            });
        }
    }
}
