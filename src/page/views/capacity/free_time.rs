//! Free nodes over time, one chart per block.

use super::axis::use_axis;
use super::block_chart::{BlockChart, block_chart};
use crate::model::{Block, TruthLayer};
use crate::page::components::chart::{axis_row, pager};
use crate::page::components::{save_picture, table_alternative};
use crate::page::context::{use_lang, use_scenario, use_shown_date};
use crate::page::dom::{Element, IntoView, for_each, html};
use crate::page::reactive::memo;
use crate::page::shared::Shared;
use crate::picture::free_chart::{BLOCKS_AT_A_TIME, FreeChart, table};
use crate::picture::time_axis::TimeAxis;
use crate::session::PreparedScenario;
use crate::show::labels;
use crate::words::catalogue::pictures as words;
use leptos::prelude::*;

/// Charts shown, in the order of their blocks.
type Charts = Memo<Vec<Shared<BlockChart>>>;

/// Returns the charts, on the axis that contains the date shown.
pub fn free_time() -> Element {
    let (lang, axis) = (use_lang(), use_axis());
    let first = RwSignal::new(0_usize);
    let charts = charts(first, axis);
    // Keyed by block, so that a chart stays while its content changes.
    let list = for_each(
        move || charts.get().iter().map(|chart| chart.0.id.clone()).collect(),
        String::clone,
        move |id| block_chart(chart_of(charts, id), axis),
    );
    let ticks = move || axis_row(&axis.get().ticks(lang.get()));
    let free_nodes = table_alternative(move || {
        let charts = charts.get();
        let of_blocks: Vec<&FreeChart> = charts.iter().map(|it| &it.0.chart).collect();
        let calendars: Vec<_> = charts
            .iter()
            .filter_map(|it| it.0.scenario.0.calendars.get(it.0.block_index))
            .collect();
        Some(table(&of_blocks, &calendars, axis.get(), lang.get()))
    });
    html::section()
        .class("card picture")
        .id("free-time")
        .attr("aria-labelledby", "free-time-title")
        .child((
            heading(),
            hints(charts),
            html::div().class("charts").child((pages(first), list, ticks)),
            free_nodes,
            save_picture(words::FREE_HEADING),
        ))
}

/// Returns the charts of the blocks from index `first` on, at most [`BLOCKS_AT_A_TIME`].
fn charts(first: RwSignal<usize>, axis: Memo<TimeAxis>) -> Charts {
    let (lang, scenario) = (use_lang(), use_scenario());
    memo(move |_| {
        let Some(scenario) = scenario.get() else { return Vec::new() };
        let blocks = &scenario.0.scenario.snapshot.blocks;
        let calendars = &scenario.0.calendars;
        let shown = blocks.iter().enumerate().skip(start(first.get(), blocks.len()));
        let chart = |(block_index, block): (usize, &Block)| {
            let chart = FreeChart::new(block, calendars.get(block_index)?, axis.get(), lang.get());
            let (scenario, id) = (scenario.clone(), block.id.clone());
            Some(Shared::new(BlockChart { scenario, block_index, id, chart }))
        };
        shown.take(BLOCKS_AT_A_TIME).filter_map(chart).collect()
    })
}

/// Returns the index of the first block shown, limited to `blocks`: there may be fewer than when it
/// was chosen.
fn start(first: usize, blocks: usize) -> usize {
    first.min(blocks.saturating_sub(1))
}

/// Returns the chart of one block; `None` once it is no longer shown.
fn chart_of(charts: Charts, id: String) -> Memo<Option<Shared<BlockChart>>> {
    memo(move |_| charts.with(|charts| charts.iter().find(|it| it.0.id == id).cloned()))
}

/// Returns the heading, with the date shown.
fn heading() -> Element {
    let (lang, scenario, hour) = (use_lang(), use_scenario(), use_shown_date().hour);
    let title = move || {
        let layer = scenario.with(|scenario| scenario.as_ref().map(|it| it.0.scenario.layer()))?;
        let title = match layer {
            TruthLayer::Size => words::THERE_HEADING,
            TruthLayer::Published | TruthLayer::Known => words::NO_HOLD_HEADING,
            TruthLayer::Snapshot | TruthLayer::Scenario => words::FREE_HEADING,
        };
        Some([title.get(lang.get()), " "].concat())
    };
    let date = move || labels::at_date(hour.get(), lang.get());
    let date = html::span().class("small quiet").child(date);
    html::h3().id("free-time-title").child((title, date))
}

fn hints(charts: Charts) -> Element {
    let is_range = memo(move |_| charts.with(|all| all.iter().any(|it| it.0.chart.most.is_some())));
    let lang = use_lang();
    let hint = move || labels::pictures::free_hint(is_range.get(), lang.get());
    html::p().class("small quiet").child(hint)
}

/// Returns the buttons to the other blocks, if there are more than are shown at a time.
fn pages(first: RwSignal<usize>) -> impl IntoView {
    let (lang, scenario) = (use_lang(), use_scenario());
    let blocks = memo(move |_| {
        let blocks =
            |scenario: &Shared<PreparedScenario>| scenario.0.scenario.snapshot.blocks.len();
        scenario.with(|scenario| scenario.as_ref().map_or(0, blocks))
    });
    move || {
        let blocks = blocks.get();
        let start = start(first.get(), blocks);
        let end = (start + BLOCKS_AT_A_TIME).min(blocks);
        let before = (start > 0).then(|| start.saturating_sub(BLOCKS_AT_A_TIME));
        let after = (end < blocks).then_some(end);
        let about = labels::pictures::blocks_shown(start..end, blocks, lang.get());
        let go = move |to| first.set(to);
        (blocks > BLOCKS_AT_A_TIME).then(|| pager(about, (before, after), go))
    }
}
