//! Ticks of a time axis, where days, weeks, months or years begin.

use super::{canvas, label, path, percent, row};
use crate::page::dom::{Element, html};
use crate::picture::time_axis::{Tick, TimeAxis, WIDTH};

/// Smallest x, in units of the axis, from which a label would run over the edge.
const EDGE: u32 = WIDTH / 100 * 97;

/// Returns vertical lines at the ticks, over `height` pixels.
pub fn grid(axis: TimeAxis, height: u32) -> Element {
    let line = |hour| format!("M{} 0V{height}", axis.x(hour));
    path("grid", axis.tick_hours().into_iter().map(line).collect())
}

/// Returns the row of tick labels below a plot.
pub fn axis_row(ticks: &[Tick]) -> Element {
    let tick = |tick: &Tick| {
        let class = if tick.is_minor { "tick minor" } else { "tick" };
        let group = tick.group.clone();
        (
            label(class, percent(tick.x), 14, tick.label.clone()),
            group.map(|group| label("tick group", percent(tick.x), 30, group)),
        )
    };
    // A label extends to the right of its tick, so that late ones would not fit.
    let shown = ticks.iter().filter(|tick| tick.x < EDGE);
    let ticks: Vec<_> = shown.map(tick).collect();
    let drawing = canvas("34").class("axis").attr("aria-hidden", "true").child(ticks);
    row(html::span(), drawing)
}
