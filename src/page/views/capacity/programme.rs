//! Programme over time: purchases, calls, published holds, and today.

use super::capacity_file::from_file;
use crate::page::components::chart::{axis_row, canvas, grid, percent, rect, row, stretched};
use crate::page::components::{save_picture, table_alternative};
use crate::page::context::{t, use_lang, use_today};
use crate::page::dom::{AnyView, Element, IntoView, html, svg};
use crate::page::reactive::memo;
use crate::picture::programme::{EventKind, Programme, ProgrammeBar, ProgrammeRow};
use crate::show::labels::pictures as labels;
use crate::words::catalogue::programme as words;
use leptos::prelude::*;

/// Height of a row, in pixels.
const HEIGHT: u32 = 26;
/// Upper edge and height of a bar in its row, in pixels.
const BAR: (u32, u32) = (7, 12);

/// Returns the picture; nothing if the file has no event.
pub fn programme() -> AnyView {
    let (lang, today) = (use_lang(), use_today());
    let programme = from_file(move |snapshot| Programme::new(snapshot, today.get(), lang.get()));
    let programme = memo(move |_| programme().flatten());
    // A memo of its own, so that the section is not made anew with each change of the programme.
    let has_events = memo(move |_| programme.with(Option::is_some));
    (move || has_events.get().then(|| section(programme))).into_view()
}

fn section(programme: Memo<Option<Programme>>) -> Element {
    let lang = use_lang();
    let charts = move || {
        programme.with(|programme| {
            let programme = programme.as_ref()?;
            let strips = programme.rows.iter().map(|row| strip(row, programme));
            let strips: Vec<Element> = strips.collect();
            Some((strips, axis_row(&programme.axis.ticks(lang.get()))))
        })
    };
    let events =
        table_alternative(move || programme.with(|it| it.as_ref().map(|it| it.table.clone())));
    html::section()
        .class("card picture")
        .id("programme")
        .attr("aria-labelledby", "programme-title")
        .child((
            html::h3().id("programme-title").child(t(words::HEADING)),
            html::p().class("small quiet").child(t(words::HINT)),
            html::div().class("charts timeline").child(charts),
            legend(programme),
            events,
            save_picture(words::HEADING),
        ))
}

/// Returns a row. Its text is also in the table, so the drawing needs no name.
fn strip(view: &ProgrammeRow, programme: &Programme) -> Element {
    let head = html::p().class("chart-head").child((
        html::strong().child(view.name.as_str()),
        html::span().class("number").child(view.about.as_str()),
    ));
    let bars: Vec<Element> = view.bars.iter().map(bar).collect();
    let marks: Vec<Element> = view.marks.iter().map(|(kind, x)| mark(*kind, percent(*x))).collect();
    let x = percent(programme.now);
    let today = svg::line()
        .class("today")
        .attr("x1", x.as_str())
        .attr("x2", x)
        .attr("y1", "0")
        .attr("y2", "100%");
    let drawing = canvas(HEIGHT.to_string()).attr("aria-hidden", "true").child((
        stretched(HEIGHT, grid(programme.axis, HEIGHT)),
        bars,
        marks,
        today,
    ));
    let plot = html::div().class("plot still").child(drawing);
    html::div().class("chart").child((head, row(html::span(), plot)))
}

fn bar(bar: &ProgrammeBar) -> Element {
    let class = if bar.is_open { " is-open" } else { "" };
    let (y, height) = BAR;
    rect(bar.x, bar.width, y, height).class([bar.kind.class(), class].concat())
}

/// Returns a mark centred at `x`; each kind has a shape of its own.
fn mark(kind: EventKind, x: String) -> Element {
    svg::svg().attr("x", x).attr("y", (HEIGHT / 2).to_string()).child(shape(kind))
}

fn shape(kind: EventKind) -> Element {
    svg::path().class(kind.class()).attr("d", kind.shape())
}

/// Returns the meaning of the shapes, and today's date.
fn legend(programme: Memo<Option<Programme>>) -> Element {
    let (lang, today) = (use_lang(), use_today());
    let kinds = move || {
        let kinds = programme.with(|it| it.as_ref().map(|it| it.kinds.clone()));
        kinds.unwrap_or_default().into_iter().map(kind_item).collect::<Vec<_>>()
    };
    let line =
        svg::line().class("today").attr("x1", "8").attr("x2", "8").attr("y1", "0").attr("y2", "16");
    let now = svg::svg().attr("viewBox", "0 0 16 16").attr("aria-hidden", "true").child(line);
    let date = move || labels::today(today.get(), lang.get());
    html::ul().class("legend").child((kinds, html::li().child((now, date))))
}

fn kind_item(kind: EventKind) -> Element {
    let drawing =
        svg::svg().attr("viewBox", "-9 -9 18 18").attr("aria-hidden", "true").child(shape(kind));
    html::li().child((drawing, t(kind.name())))
}
