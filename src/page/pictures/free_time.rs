//! Free nodes over time, a chart for each block.

use super::span::axis;
use super::{
    axis_row, canvas, cursor, date_plot, grid, gutter, moment, pager, path, row, stretched,
};
use crate::fit::Calendar;
use crate::model::Layer;
use crate::page::components::table_alternative;
use crate::page::dom::{AnyView, Element, IntoView, html, svg};
use crate::page::state::{Shared, State};
use crate::picture::free_chart::{BLOCKS_AT_A_TIME, FreeChart, HEIGHT, table};
use crate::picture::time_axis::{Tick, TimeAxis};
use crate::session::PreparedScenario;
use crate::words::catalogue::pictures as words;
use crate::words::{Lang, format};
use leptos::prelude::*;
use std::sync::Arc;

/// The charts of some blocks on an axis.
struct Charts {
    world: Shared<PreparedScenario>,
    axis: TimeAxis,
    /// The first block shown.
    start: usize,
    /// Each with the place of its block.
    all: Vec<(usize, FreeChart)>,
}

impl Charts {
    fn new(world: Shared<PreparedScenario>, axis: TimeAxis, start: usize, lang: Lang) -> Self {
        let PreparedScenario { scenario, calendars, .. } = &*world.0;
        let blocks = &scenario.snapshot.blocks;
        let start = start.min(blocks.len().saturating_sub(1));
        let chart = |(place, block)| {
            Some((place, FreeChart::new(block, calendars.get(place)?, axis, lang)))
        };
        let shown = blocks.iter().enumerate().skip(start).take(BLOCKS_AT_A_TIME);
        let all = shown.filter_map(chart).collect();
        Self { world, axis, start, all }
    }

    fn calendars(&self) -> impl Iterator<Item = &Calendar> {
        self.all.iter().filter_map(|(place, _)| self.world.0.calendars.get(*place))
    }
}

/// The charts, on the axis that the date shown lies on.
pub fn free_time(state: State, lang: Lang) -> Element {
    let axis = axis(state);
    let first = RwSignal::new(0_usize);
    let charts = Memo::new(move |_| {
        let world = state.world.get()?;
        Some(Shared(Arc::new(Charts::new(world, axis.get(), first.get(), lang))))
    });
    let twin = table_alternative(move || {
        let charts = charts.get()?.0;
        let all: Vec<&FreeChart> = charts.all.iter().map(|(_, chart)| chart).collect();
        let calendars: Vec<&Calendar> = charts.calendars().collect();
        Some(table(&all, &calendars, charts.axis, lang))
    });
    let picture = move || match charts.get() {
        Some(charts) => picture(state, &charts.0, first, lang),
        None => AnyView::empty(),
    };
    html::section()
        .class("card picture")
        .id("free-time")
        .attr("aria-labelledby", "free-time-title")
        .child(picture)
        .child(twin)
}

fn picture(state: State, of: &Charts, first: RwSignal<usize>, lang: Lang) -> AnyView {
    let blocks = of.world.0.scenario.snapshot.blocks.len();
    let heading = match of.world.0.scenario.layer() {
        Layer::Size => words::THERE_HEADING,
        Layer::Published => words::NO_HOLD_HEADING,
        Layer::Snapshot | Layer::Scenario => words::FREE_HEADING,
    };
    let is_range = of.all.iter().any(|(_, chart)| chart.most.is_some());
    let hints = [Some(words::FREE_HINT), is_range.then_some(words::FREE_RANGE)];
    let hints: Vec<&str> = hints.into_iter().flatten().map(|hint| hint.get(lang)).collect();
    let start = of.start;
    let pages = (blocks > BLOCKS_AT_A_TIME).then(|| {
        let end = (start + BLOCKS_AT_A_TIME).min(blocks);
        let before = (start > 0).then(|| start.saturating_sub(BLOCKS_AT_A_TIME));
        let after = (end < blocks).then_some(end);
        let numbers = [start + 1, end, blocks].map(|number| format::integer(number as u64));
        let [low, high, all] = numbers.each_ref().map(String::as_str);
        let about = words::BLOCKS_SHOWN.fill(lang, &[("low", low), ("high", high), ("all", all)]);
        let go = move |to| first.set(to);
        html::div().class("row").child(pager(about, (before, after), go, lang))
    });
    let ticks = of.axis.ticks(lang);
    let chart = |(place, it): &(usize, FreeChart)| {
        chart(state, of.world.clone(), (*place, it), of.axis, &ticks, lang)
    };
    let charts: Vec<Element> = of.all.iter().map(chart).collect();
    vec![
        html::h3()
            .id("free-time-title")
            .child([heading.get(lang), " "].concat())
            .child(moment(state, lang)),
        html::p().class("small quiet").child(hints.join(" ")),
        html::div().class("charts").child(pages).child(charts).child(axis_row(&ticks)),
    ]
    .into_view()
}

fn chart(
    state: State,
    world: Shared<PreparedScenario>,
    (place, chart): (usize, &FreeChart),
    axis: TimeAxis,
    ticks: &[Tick],
    lang: Lang,
) -> Element {
    let of = chart.clone();
    let value = Memo::new(move |_| {
        let PreparedScenario { scenario, calendars, .. } = &*world.0;
        let calendar = calendars.get(place);
        let at = |it| of.at(it, state.shown_hour(), scenario.layer(), lang);
        calendar.map_or_else(String::new, at)
    });
    let name = chart.name.clone();
    let shapes = vec![
        chart.most.as_ref().map(|most| path("free-most", most)),
        Some(path("free-area", &chart.area)),
        Some(grid(ticks, HEIGHT)),
        Some(path("free-line", &chart.line)),
    ];
    let drawing = canvas(HEIGHT)
        .attr("role", "img")
        .attr("aria-label", move || Some([&*name, ": ", &value.get()].concat()))
        .child(stretched(HEIGHT, shapes.into_iter().flatten().collect()))
        .child(cursor(state, axis))
        .child(
            svg::line()
                .class("ground")
                .attr("x1", "0")
                .attr("x2", "100%")
                .attr("y1", HEIGHT.to_string())
                .attr("y2", HEIGHT.to_string()),
        );
    let head =
        html::p().class("chart-head").child(html::strong().child(chart.name.as_str())).child(
            html::span()
                .class("number")
                .attr("aria-hidden", "true")
                .child(move || value.get().into_view()),
        );
    let labels = vec![(9, format::integer(chart.nodes.into())), (HEIGHT - 1, "0".to_owned())];
    html::div()
        .class("chart")
        .child(head)
        .child(row(gutter(HEIGHT, labels), date_plot(state, axis, drawing)))
}
