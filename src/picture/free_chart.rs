//! Free nodes over time: a small chart for each block on a common axis, with a data table.

use super::svg_path::staircase;
use super::time_axis::{TimeAxis, WIDTH};
use crate::fit::{Calendar, FreeOverTime};
use crate::model::{Block, Hour, TruthLayer, order};
use crate::words::catalogue::pictures as words;
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::block_name;
use crate::words::table::{Column, Table, Value};

/// Height of a chart, from no node to all of them.
pub const HEIGHT: u32 = 56;
/// Number of blocks shown at a time: more would be too many charts, and too many table columns.
pub const BLOCKS_AT_A_TIME: usize = 8;
/// Most steps of a chart: with more they would be narrower than a pixel.
const MOST_STEPS: usize = 400;
/// Most rows of the exact table; beyond that, its rows are the dates of the ticks.
const MOST_ROWS: usize = 60;

/// Free nodes of one block over time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FreeChart {
    /// Name of the block.
    pub name: String,
    /// Number of nodes of the block.
    pub nodes: u32,
    /// Line of the fewest free nodes, as SVG path data.
    pub line: String,
    /// Area below the line.
    pub area: String,
    /// Area up to the most free nodes; `None` if the steps are exact, so that it equals `area`.
    pub most: Option<String>,
    steps: FreeOverTime,
    /// Hour from which the nodes are delivered, if known.
    available_from: Option<Hour>,
}

impl FreeChart {
    /// Lays out the chart of a block.
    #[must_use]
    pub fn new(block: &Block, calendar: &Calendar, axis: TimeAxis, lang: Lang) -> Self {
        let nodes = calendar.nodes();
        let steps = calendar.free_over(&(axis.from..axis.until), MOST_STEPS);
        let y = |free: u32| {
            // SVG has y downward, so taken nodes lower the line.
            let taken = u64::from(nodes - free.min(nodes));
            (taken * u64::from(HEIGHT)).checked_div(nodes.into()).unwrap_or(0) as u32
        };
        let row = |free: fn(&crate::fit::FreeStep) -> u32| {
            let places = steps.steps.iter().map(|step| (axis.x(step.from), y(free(step))));
            staircase(&places.collect::<Vec<_>>(), WIDTH, HEIGHT)
        };
        let (line, area) = row(|step| step.least);
        let most = (!steps.is_exact).then(|| row(|step| step.most).1);
        let name = block_name(block, lang).to_owned();
        Self { name, nodes, line, area, most, steps, available_from: block.available_from }
    }

    /// Returns the number of free nodes at `hour` in words, as far as `layer` allows it to be
    /// known.
    #[must_use]
    pub fn free_at(
        &self,
        calendar: &Calendar,
        hour: Hour,
        layer: TruthLayer,
        lang: Lang,
    ) -> String {
        let nodes = format::nodes(self.nodes, lang);
        if let Some(from) = self.available_from.filter(|from| hour < *from) {
            let date = format::date(from, lang);
            return words::NONE_YET_AT.fill(lang, &[("nodes", &nodes), ("date", &date)]);
        }
        let free = calendar.free_at(hour);
        let held = format::integer(self.nodes.saturating_sub(free).into());
        let free = format::integer(free.into());
        let entry = match layer {
            TruthLayer::Size => words::THERE_AT,
            TruthLayer::Published | TruthLayer::Known => words::HELD_AT,
            TruthLayer::Snapshot | TruthLayer::Scenario => words::FREE_AT,
        };
        entry.fill(lang, &[("free", &free), ("held", &held), ("nodes", &nodes)])
    }
}

/// Returns the charts as a table.
///
/// It has a row for each hour at which one of them changes, or for each tick of the axis if those
/// are too many.
#[must_use]
pub fn table(charts: &[&FreeChart], calendars: &[&Calendar], axis: TimeAxis, lang: Lang) -> Table {
    let steps = charts.iter().flat_map(|chart| &chart.steps.steps);
    let edges = order::sorted(steps.map(|step| order::of_hour(step.from).into()));
    let mut hours: Vec<Hour> = edges.iter().map(|&edge| order::to_hour(edge as u32)).collect();
    // The hours are sorted, so equal ones are adjacent.
    hours.dedup();
    let is_exact = charts.iter().all(|chart| chart.steps.is_exact) && hours.len() <= MOST_ROWS;
    // Merged steps are only ranges, while `free_at` is exact at the dates of the ticks.
    if !is_exact {
        hours = axis.tick_hours();
    }
    let from = Column::new(words::FROM.get(lang), hours.iter().copied().map(Value::Day));
    let free = charts.iter().zip(calendars).map(|(chart, calendar)| {
        let free = hours.iter().map(|&hour| Value::Count(calendar.free_at(hour).into()));
        Column::new(chart.name.as_str(), free)
    });
    let entry = if is_exact { words::FREE_TABLE } else { words::FREE_TABLE_DATES };
    Table {
        caption: entry.fill(lang, &period(axis, lang).values()),
        columns: [from].into_iter().chain(free).collect(),
        lang,
    }
}

/// First and last day of an axis, in words.
pub(in crate::picture) struct Period {
    first: String,
    last: String,
}

impl Period {
    pub(in crate::picture) fn values(&self) -> [(&'static str, &str); 2] {
        [("first", &self.first), ("last", &self.last)]
    }
}

pub(in crate::picture) fn period(axis: TimeAxis, lang: Lang) -> Period {
    Period { first: format::date(axis.from, lang), last: format::last_day(axis.until, lang) }
}

#[cfg(test)]
pub(in crate::picture) mod tests {
    use super::*;
    use crate::fit::Calendars;
    use crate::model::Snapshot;
    use crate::picture::time_axis::{TimeSpan, horizon};

    /// Returns a block of two leaves, 12 nodes in all; 8 of them held in January, 2 more from then
    /// on.
    pub fn snapshot() -> Snapshot {
        let file = r#"{ "schema": 1, "as_of": "2027-01-01", "availability": "complete",
            "providers": [{ "id": "p" }], "accelerators": [{ "id": "a" }],
            "blocks": [{ "id": "b", "provider": "p", "accelerator": "a", "nodes": 12,
                "gpus_per_node": 8, "leaf_nodes": 8 }],
            "holds": [
                { "block": "b", "nodes": "1-6,9-10", "from": "2027-01-01", "until": "2027-02-01" },
                { "block": "b", "nodes": 2, "from": "2027-01-16" }] }"#;
        crate::model::read(file.as_bytes()).unwrap().snapshot
    }

    fn axis(snapshot: &Snapshot, span: TimeSpan) -> TimeAxis {
        TimeAxis::of_calendar(span, snapshot.as_of, &horizon(snapshot), snapshot.as_of)
    }

    #[test]
    fn a_chart_is_a_staircase_and_says_its_value() {
        let snapshot = snapshot();
        let calendars = Calendars::new(&snapshot);
        let calendar = calendars.get(0).unwrap();
        let axis = axis(&snapshot, TimeSpan::Quarter);
        let chart = FreeChart::new(&snapshot.blocks[0], calendar, axis, Lang::En);
        assert_eq!(chart.line, "M0 37H1666V46H3444V9H10000");
        assert_eq!(chart.most, None);
        let at = |layer, lang| chart.free_at(calendar, snapshot.as_of, layer, lang);
        assert_eq!(at(TruthLayer::Snapshot, Lang::En), "4 of 12 nodes free");
        assert_eq!(at(TruthLayer::Size, Lang::Ko), "노드 12대, 점유 자료 없음");

        let mut later = snapshot.clone();
        later.blocks[0].available_from = Some(snapshot.as_of.plus(24));
        let chart = FreeChart::new(&later.blocks[0], calendar, axis, Lang::En);
        let at = |hours| {
            let hour = snapshot.as_of.plus(hours);
            chart.free_at(calendar, hour, TruthLayer::Size, Lang::En)
        };
        assert_eq!(at(23), "12 nodes, not delivered until 2 Jan 2027");
        assert_eq!(at(24), "12 nodes, no hold known");
    }

    #[test]
    fn the_table_has_a_row_for_each_step() {
        let snapshot = snapshot();
        let calendars = Calendars::new(&snapshot);
        let calendar = calendars.get(0).unwrap();
        let axis = axis(&snapshot, TimeSpan::Quarter);
        let chart = FreeChart::new(&snapshot.blocks[0], calendar, axis, Lang::En);
        let table = table(&[&chart], &[calendar], axis, Lang::En);
        assert_eq!(
            table.texts(),
            [["1 Jan 2027", "4"], ["16 Jan 2027", "2"], ["1 Feb 2027", "10"]]
        );
        assert!(table.caption.contains("31 Mar 2027"), "{}", table.caption);
    }
}
