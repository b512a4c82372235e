//! Free nodes of one block over time.

use crate::page::components::chart::{
    canvas, date_cursor, date_plot, grid, gutter, path, row, stretched,
};
use crate::page::context::{use_lang, use_shown_date};
use crate::page::dom::{Element, IntoView, html, svg};
use crate::page::reactive::memo;
use crate::page::shared::Shared;
use crate::picture::free_chart::{FreeChart, HEIGHT};
use crate::picture::time_axis::TimeAxis;
use crate::session::PreparedScenario;
use crate::show::labels::pictures::value_of;
use crate::words::format;
use leptos::prelude::*;

/// Chart of a block.
pub struct BlockChart {
    /// Scenario: the file with assumptions on top.
    pub scenario: Shared<PreparedScenario>,
    /// Index of the block in it.
    pub block_index: usize,
    /// Id of the block.
    pub id: String,
    /// Chart.
    pub chart: FreeChart,
}

/// Returns the chart of a block, in which a click or a drag moves the date shown.
pub fn block_chart(chart: Memo<Option<Shared<BlockChart>>>, axis: Memo<TimeAxis>) -> Element {
    let (lang, hour) = (use_lang(), use_shown_date().hour);
    let name = move || read(chart, |it| it.chart.name.clone()).unwrap_or_default();
    let free = memo(move |_| {
        let free = read(chart, |it| {
            let PreparedScenario { scenario, calendars, .. } = &*it.scenario.0;
            let calendar = calendars.get(it.block_index)?;
            Some(it.chart.free_at(calendar, hour.get(), scenario.layer(), lang.get()))
        });
        free.flatten().unwrap_or_default()
    });
    let head = html::p().class("chart-head").child((
        html::strong().child(name),
        html::span().class("number").attr("aria-hidden", "true").child(move || free.get()),
    ));
    let drawing = canvas(HEIGHT.to_string())
        .attr("role", "img")
        .attr("aria-label", move || value_of(&name(), &free.get()))
        .child((
            move || read(chart, |it| shapes(&it.chart, axis.get())),
            date_cursor(axis),
            ground(),
        ));
    let scale = move || {
        let nodes = read(chart, |it| format::integer(it.chart.nodes.into())).unwrap_or_default();
        gutter(HEIGHT, vec![(9, nodes), (HEIGHT - 1, "0".to_owned())])
    };
    html::div().class("chart").child((head, row(scale, date_plot(axis, drawing))))
}

fn read<T>(
    chart: Memo<Option<Shared<BlockChart>>>,
    read: impl FnOnce(&BlockChart) -> T,
) -> Option<T> {
    chart.with(|chart| chart.as_ref().map(|chart| read(&chart.0)))
}

fn shapes(chart: &FreeChart, axis: TimeAxis) -> impl IntoView + use<> {
    let shapes = (
        chart.most.clone().map(|most| path("free-most", most)),
        path("free-area", chart.area.clone()),
        grid(axis, HEIGHT),
        path("free-line", chart.line.clone()),
    );
    stretched(HEIGHT, shapes)
}

/// Returns the base line, at which no node is free.
fn ground() -> Element {
    svg::line()
        .class("ground")
        .attr("x1", "0")
        .attr("x2", "100%")
        .attr("y1", HEIGHT.to_string())
        .attr("y2", HEIGHT.to_string())
}
