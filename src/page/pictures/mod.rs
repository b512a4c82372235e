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

use super::element::{El, Fragment, el, svg, text, views};
use super::parts::button;
use super::state::State;
use crate::model::Hour;
use crate::picture::time_axis::{Tick, TimeAxis, WIDTH};
use crate::words::catalogue::{Entry, capacity, pictures as words};
use crate::words::{Lang, format};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, PointerEvent};

/// A place on an axis as SVG takes it: `12.34%`.
pub fn percent(x: u32) -> String {
    let (whole, rest) = (x / 100, x % 100);
    let zero = if rest < 10 { ".0" } else { "." };
    [&whole.to_string(), zero, &rest.to_string(), "%"].concat()
}

/// Shapes whose x is a place on an axis and whose y is in pixels.
pub fn stretched(height: u32, shapes: Vec<El>) -> El {
    svg("svg")
        .attr("viewBox", format!("0 0 {WIDTH} {height}"))
        .attr("preserveAspectRatio", "none")
        .attr("width", "100%")
        .attr("height", height.to_string())
        .child(shapes)
}

/// A drawing of this height, as wide as there is room.
pub fn canvas(height: u32) -> El {
    svg("svg").attr("width", "100%").attr("height", height.to_string())
}

/// A shape from path data.
pub fn path(class: &'static str, data: &str) -> El {
    svg("path").class(class).attr("d", data)
}

/// A bar: where it begins on an axis and how much of it it takes, its upper edge and its height in
/// pixels.
fn rect(x: u32, width: u32, y: u32, height: u32) -> El {
    svg("rect")
        .attr("x", percent(x))
        .attr("width", percent(width))
        .attr("y", y.to_string())
        .attr("height", height.to_string())
}

/// Upright lines at the ticks.
fn grid(ticks: &[Tick], height: u32) -> El {
    let line = |tick: &Tick| format!("M{} 0V{height}", tick.x);
    path("grid", &ticks.iter().map(line).collect::<String>())
}

/// A text of a drawing.
pub fn words_at(class: &'static str, x: String, y: u32, text: &str) -> El {
    svg("text").class(class).attr("x", x).attr("y", y.to_string()).child(text)
}

/// The row of ticks below a plot.
fn axis_row(ticks: &[Tick]) -> El {
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
    row(el("span"), canvas(34).class("axis").attr("aria-hidden", "true").child(ticks))
}

/// A row with what stands left of a plot, and the plot.
pub fn row(left: El, plot: El) -> El {
    el("div").class("plot-row").child(left).child(plot)
}

/// Labels left of a plot: how far down, and words.
pub fn gutter(height: u32, labels: Vec<(u32, String)>) -> El {
    let label = |(y, text): (u32, String)| words_at("tick", "100%".to_owned(), y, &text);
    let labels: Vec<El> = labels.into_iter().map(label).collect();
    svg("svg")
        .class("gutter")
        .attr("height", height.to_string())
        .attr("aria-hidden", "true")
        .child(labels)
}

/// The line that shows the date on an axis.
fn cursor(state: State, axis: TimeAxis) -> El {
    let x = move || Some(percent(axis.x(state.shown_hour())));
    svg("line")
        .class("cursor")
        .live_attr("x1", x)
        .live_attr("x2", x)
        .attr("y1", "0")
        .attr("y2", "100%")
}

/// A plot in which a click or a drag moves the date shown.
fn date_plot(state: State, axis: TimeAxis, drawing: El) -> El {
    pointed(el("div").class("plot"), move |x, _| {
        show_date(state, axis.day(axis.day_at(x)));
    })
    .child(drawing)
}

/// The date shown, beside the heading of a picture.
fn moment(state: State, lang: Lang) -> El {
    el("span").class("small quiet").live(move || {
        let date = format::date(state.shown_hour(), lang);
        text(capacity::AT_DATE.fill(lang, &[("date", &date)]))
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
fn pointed(plot: El, act: impl Fn(u32, u32) + Clone + 'static) -> El {
    let drag = act.clone();
    plot.on_event("pointerdown", |event| {
        if let (Some(pointer), Some(plot)) = (event.dyn_ref::<PointerEvent>(), target(&event)) {
            // Only a pointer that is gone is refused.
            let _ = plot.set_pointer_capture(pointer.pointer_id());
        }
    })
    .on_event("pointermove", move |event| {
        let is_pressed = |pointer: &&PointerEvent| pointer.buttons() & 1 == 1;
        if event.dyn_ref::<PointerEvent>().filter(is_pressed).is_some()
            && let Some((x, y)) = point(&event)
        {
            drag(x, y);
        }
    })
    .on_event("click", move |event| {
        if let Some((x, y)) = point(&event) {
            act(x, y);
        }
    })
}

fn target(event: &Event) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}

fn point(event: &Event) -> Option<(u32, u32)> {
    let (pointer, plot) = (event.dyn_ref::<web_sys::MouseEvent>()?, target(event)?);
    let frame = plot.get_bounding_client_rect();
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
) -> Fragment {
    let step = |name: Entry, to: Option<usize>| {
        let go = go.clone();
        button(name.get(lang), move |_| to.into_iter().for_each(&go))
            .attr_if("disabled", to.is_none())
    };
    let steps = [step(words::BEFORE, before), step(words::AFTER, after)];
    let about = el("span").class("small quiet number").child(about);
    views(vec![Some(about)].into_iter().chain(steps.map(Some)).collect::<Vec<_>>())
}
