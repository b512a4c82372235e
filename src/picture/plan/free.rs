//! Free nodes of all blocks shown, before and after the plan.

use super::input::PlanInput;
use crate::fit::{Calendars, FreeOverTime};
use crate::model::{Hour, order};
use crate::picture::svg_path::staircase;
use crate::picture::time_axis::{TimeAxis, WIDTH};
use crate::words::format;
use crate::words::lang::Lang;

/// Height of the chart, from no node to all of them.
pub const FREE_HEIGHT: u32 = 72;
/// Most steps of the chart: with more they would be narrower than a pixel.
const MOST_STEPS: usize = 400;

/// Free nodes over time.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct FreeNodes {
    /// Number of all nodes, in words.
    pub all: String,
    /// Line before the plan, as SVG path data.
    pub before: String,
    /// Line after the plan.
    pub line: String,
    /// Area below the line after the plan.
    pub area: String,
}

impl FreeNodes {
    pub(super) fn new(asked: &PlanInput<'_>, block_indices: &[usize], lang: Lang) -> Self {
        let blocks = &asked.scenario.snapshot.blocks;
        let shown = block_indices.iter().filter_map(|index| blocks.get(*index));
        let nodes = shown.map(|block| block.nodes());
        let all = nodes.fold(0, u32::saturating_add);
        let before = steps(asked.before, block_indices, asked.axis);
        let after = steps(asked.after, block_indices, asked.axis);
        let y = |free: u32| {
            let taken = u64::from(all - free.min(all));
            (taken * u64::from(FREE_HEIGHT)).checked_div(all.into()).unwrap_or(0) as u32
        };
        let row = |steps: &[(Hour, u32)]| {
            let points = steps.iter().map(|step| (asked.axis.x(step.0), y(step.1)));
            staircase(&points.collect::<Vec<_>>(), WIDTH, FREE_HEIGHT)
        };
        let (line, area) = row(&after);
        Self { all: format::node_count(all, lang), before: row(&before).0, line, area }
    }
}

/// Returns the fewest free nodes of several blocks together, as `(from, nodes)` steps.
fn steps(calendars: &Calendars, block_indices: &[usize], axis: TimeAxis) -> Vec<(Hour, u32)> {
    let hours = axis.from..axis.until;
    let of_blocks = block_indices.iter().filter_map(|index| calendars.get(*index));
    let of_blocks: Vec<FreeOverTime> =
        of_blocks.map(|calendar| calendar.free_over(&hours, MOST_STEPS)).collect();
    let edges = of_blocks.iter().flat_map(|it| &it.steps);
    let mut edges = order::sorted(edges.map(|step| order::of_hour(step.from).into()));
    edges.dedup();
    let sum = |edge: u64| {
        let hour = order::to_hour(edge as u32);
        let free = of_blocks.iter().filter_map(|it| it.step_at(hour)).map(|step| step.least);
        (hour, free.fold(0, u32::saturating_add))
    };
    edges.into_iter().map(sum).collect()
}
