//! Pictures of time: free nodes, holds leaf by leaf, the fit map. All of them on one kind of axis,
//! each with a table that says the same.

mod fit_map;
mod free_time;
mod lanes;
mod programme;
mod span;

pub use fit_map::fit_map;
pub use free_time::free_time;
pub use lanes::lanes;
pub use programme::programme;
pub use span::scrubber;

use super::dom::{AnyView, Element, IntoView, html, svg};
use super::state::State;
use crate::model::Hour;
use crate::page::components::button;
use crate::picture::time_axis::{Tick, TimeAxis, WIDTH};
use crate::words::catalogue::{Entry, capacity, pictures as words};
use crate::words::{Lang, format};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, MouseEvent};

/// A place on an axis as SVG takes it: `12.34%`.
pub fn percent(x: u32) -> String {
    let (whole, rest) = (x / 100, x % 100);
    let zero = if rest < 10 { ".0" } else { "." };
    [&whole.to_string(), zero, &rest.to_string(), "%"].concat()
}

/// Shapes whose x is a place on an axis and whose y is in pixels.
pub fn stretched(height: u32, shapes: Vec<Element>) -> Element {
    svg::svg()
        .attr("viewBox", format!("0 0 {WIDTH} {height}"))
        .attr("preserveAspectRatio", "none")
        .attr("width", "100%")
        .attr("height", height.to_string())
        .child(shapes)
}

/// A drawing of this height, as wide as there is room.
pub fn canvas(height: u32) -> Element {
    svg::svg().attr("width", "100%").attr("height", height.to_string())
}

/// A shape from path data.
pub fn path(class: &'static str, data: &str) -> Element {
    svg::path().class(class).attr("d", data)
}

/// A bar: where it begins on an axis and how much of it it takes, its upper edge and its height in
/// pixels.
fn rect(x: u32, width: u32, y: u32, height: u32) -> Element {
    svg::rect()
        .attr("x", percent(x))
        .attr("width", percent(width))
        .attr("y", y.to_string())
        .attr("height", height.to_string())
}

/// Upright lines at the ticks.
fn grid(ticks: &[Tick], height: u32) -> Element {
    let line = |tick: &Tick| format!("M{} 0V{height}", tick.x);
    path("grid", &ticks.iter().map(line).collect::<String>())
}

/// A text of a drawing.
pub fn words_at(class: &'static str, x: String, y: u32, text: &str) -> Element {
    svg::text().class(class).attr("x", x).attr("y", y.to_string()).child(text)
}

/// The row of ticks below a plot.
fn axis_row(ticks: &[Tick]) -> Element {
    // A label begins at its tick: none where it would run over the edge.
    let shown = ticks.iter().filter(|tick| tick.x < WIDTH / 100 * 97);
    let tick = |tick: &Tick| {
        let class = if tick.is_minor { "tick minor" } else { "tick" };
        let group = tick.group.as_deref();
        vec![
            Some(words_at(class, percent(tick.x), 14, &tick.label)),
            group.map(|group| words_at("tick group", percent(tick.x), 30, group)),
        ]
    };
    let ticks: Vec<_> = shown.map(tick).collect();
    row(html::span(), canvas(34).class("axis").attr("aria-hidden", "true").child(ticks))
}

/// A row with what stands left of a plot, and the plot.
pub fn row(left: Element, plot: Element) -> Element {
    html::div().class("plot-row").child(left).child(plot)
}

/// Labels left of a plot: how far down, and words.
pub fn gutter(height: u32, labels: Vec<(u32, String)>) -> Element {
    let label = |(y, text): (u32, String)| words_at("tick", "100%".to_owned(), y, &text);
    let labels: Vec<Element> = labels.into_iter().map(label).collect();
    svg::svg()
        .class("gutter")
        .attr("height", height.to_string())
        .attr("aria-hidden", "true")
        .child(labels)
}

/// The line that shows the date on an axis.
fn cursor(state: State, axis: TimeAxis) -> Element {
    let x = move || Some(percent(axis.x(state.shown_hour())));
    svg::line().class("cursor").attr("x1", x).attr("x2", x).attr("y1", "0").attr("y2", "100%")
}

/// A plot in which a click or a drag moves the date shown.
fn date_plot(state: State, axis: TimeAxis, drawing: Element) -> Element {
    pointed(html::div().class("plot"), move |x, _| {
        show_date(state, axis.day(axis.day_at(x)));
    })
    .child(drawing)
}

/// The date shown, beside the heading of a picture.
fn moment(state: State, lang: Lang) -> Element {
    html::span().class("small quiet").child(move || {
        let date = format::date(state.shown_hour(), lang);
        capacity::AT_DATE.fill(lang, &[("date", &date)]).into_view()
    })
}

/// Shows another date, where it is another one.
fn show_date(state: State, hour: Hour) {
    let date = format::date_input(hour);
    if state.route.with_untracked(|route| route.at.as_ref() != Some(&date)) {
        state.route.update(|route| route.at = Some(date));
    }
}

/// Calls `act` with the point that is clicked, or over which a pointer is dragged: x as a place
/// on the axis, y in pixels.
///
/// A finger that only scrolls past changes nothing: it neither clicks nor, where the page may be
/// scrolled that way, drags.
fn pointed(plot: Element, act: impl Fn(u32, u32) + Clone + 'static) -> Element {
    let drag = act.clone();
    plot.on(ev::pointerdown, |event| {
        if let Some(plot) = target(&event) {
            // Only a pointer that is gone is refused.
            let _ = plot.set_pointer_capture(event.pointer_id());
        }
    })
    .on(ev::pointermove, move |event| {
        let is_pressed = event.buttons() & 1 == 1;
        if is_pressed && let Some((x, y)) = point(&event) {
            drag(x, y);
        }
    })
    .on(ev::click, move |event| {
        if let Some((x, y)) = point(&event) {
            act(x, y);
        }
    })
}

fn target(event: &Event) -> Option<web_sys::Element> {
    event.current_target()?.dyn_into().ok()
}

fn point(pointer: &MouseEvent) -> Option<(u32, u32)> {
    let frame = target(pointer)?.get_bounding_client_rect();
    let x = (f64::from(pointer.client_x()) - frame.left()) / frame.width().max(1.0);
    let y = f64::from(pointer.client_y()) - frame.top();
    // The casts saturate: what lies beyond an edge is on it.
    Some(((x * f64::from(WIDTH)) as u32, y as u32))
}

/// Buttons to what comes before and after, where there is any, and what is shown now.
fn pager(
    about: String,
    (before, after): (Option<usize>, Option<usize>),
    go: impl Fn(usize) + Clone + 'static,
    lang: Lang,
) -> AnyView {
    let step = |name: Entry, to: Option<usize>| {
        let go = go.clone();
        button(name.get(lang), move |_| to.into_iter().for_each(&go)).attr("disabled", to.is_none())
    };
    let steps = [step(words::BEFORE, before), step(words::AFTER, after)];
    let about = html::span().class("small quiet number").child(about);
    vec![Some(about)].into_iter().chain(steps.map(Some)).collect::<Vec<_>>().into_view()
}
