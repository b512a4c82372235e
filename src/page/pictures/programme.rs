//! The programme in time: purchases, calls, what is known to be taken, and today.

use super::{axis_row, canvas, grid, percent, rect, row, stretched};
use crate::model::Hour;
use crate::page::components::table_alternative;
use crate::page::dom::{AnyView, Element, IntoView, html, svg};
use crate::page::state::State;
use crate::picture::programme::{EventKind, Programme, ProgrammeBar, ProgrammeRow};
use crate::picture::time_axis::Tick;
use crate::words::catalogue::programme as words;
use crate::words::{Lang, format};
use leptos::prelude::*;

/// The height of a row.
const HEIGHT: u32 = 26;
/// Upper edge and height of a bar in it.
const BAR: (u32, u32) = (7, 12);

/// The picture; nothing where the file tells of no event.
pub fn programme(state: State, lang: Lang) -> AnyView {
    let programme = move || {
        let world = state.world.get()?;
        Programme::new(&world.0.file.snapshot, state.today, lang)
    };
    let Some(picture) = programme() else { return AnyView::empty() };
    let twin = table_alternative(move || programme().map(|programme| programme.table));
    html::section()
        .class("card picture")
        .id("programme")
        .attr("aria-labelledby", "programme-title")
        .child(html::h3().id("programme-title").child(words::HEADING.get(lang)))
        .child(html::p().class("small quiet").child(words::HINT.get(lang)))
        .child(charts(&picture, state.today, lang))
        .child(twin)
        .into_view()
}

fn charts(picture: &Programme, today: Hour, lang: Lang) -> AnyView {
    let ticks = picture.axis.ticks(lang);
    let strips: Vec<Element> =
        picture.rows.iter().map(|it| strip(it, &ticks, picture.now)).collect();
    let legend: Vec<Element> = picture.kinds.iter().map(|kind| legend(*kind, lang)).collect();
    let today = words::TODAY.fill(lang, &[("date", &format::date(today, lang))]);
    let now = svg::svg().attr("viewBox", "0 0 16 16").attr("aria-hidden", "true").child(
        svg::line().class("today").attr("x1", "8").attr("x2", "8").attr("y1", "0").attr("y2", "16"),
    );
    vec![
        html::div().class("charts timeline").child(strips).child(axis_row(&ticks)),
        html::ul().class("legend").child(legend).child(html::li().child(now).child(today)),
    ]
    .into_view()
}

/// What one row tells is in the table too, so its drawing needs no name.
fn strip(of: &ProgrammeRow, ticks: &[Tick], now: u32) -> Element {
    let head = html::p()
        .class("chart-head")
        .child(html::strong().child(of.name.as_str()))
        .child(html::span().class("number").child(of.about.as_str()));
    let bars: Vec<Element> = of.bars.iter().map(bar).collect();
    let marks: Vec<Element> = of.marks.iter().map(|(kind, x)| mark(*kind, percent(*x))).collect();
    let x = percent(now);
    let today = svg::line()
        .class("today")
        .attr("x1", x.as_str())
        .attr("x2", x)
        .attr("y1", "0")
        .attr("y2", "100%");
    let drawing = canvas(HEIGHT)
        .attr("aria-hidden", "true")
        .child(stretched(HEIGHT, vec![grid(ticks, HEIGHT)]))
        .child(bars)
        .child(marks)
        .child(today);
    let plot = html::div().class("plot still").child(drawing);
    html::div().class("chart").child(head).child(row(html::span(), plot))
}

fn bar(of: &ProgrammeBar) -> Element {
    let class = if of.is_open { " is-open" } else { "" };
    let (y, height) = BAR;
    rect(of.x, of.width, y, height).class([of.kind.class(), class].concat())
}

/// A mark with its middle at `x`: each kind has a shape of its own.
fn mark(kind: EventKind, x: String) -> Element {
    svg::svg().attr("x", x).attr("y", (HEIGHT / 2).to_string()).child(shape(kind))
}

fn shape(kind: EventKind) -> Element {
    let data = match kind {
        EventKind::Decided => "M-6 0L0 -6L6 0L0 6z",
        EventKind::Results => "M-5 -5H5V5H-5z",
        EventKind::FirstUse => "M-6 5L0 -6L6 5z",
        EventKind::Open | EventKind::Use | EventKind::Held => "M-8 -5H8V5H-8z",
    };
    svg::path().class(kind.class()).attr("d", data)
}

fn legend(kind: EventKind, lang: Lang) -> Element {
    let drawing =
        svg::svg().attr("viewBox", "-9 -9 18 18").attr("aria-hidden", "true").child(shape(kind));
    html::li().child(drawing).child(kind.name().get(lang))
}
