//! Where days, weeks, months or years begin.

use super::{canvas, label, path, percent, row};
use crate::page::dom::{Element, html};
use crate::picture::time_axis::{Tick, TimeAxis, WIDTH};

/// The least x from which on a label would run over the edge.
const EDGE: u32 = WIDTH / 100 * 97;

/// Upright lines at the ticks.
pub fn grid(axis: TimeAxis, height: u32) -> Element {
    let line = |hour| format!("M{} 0V{height}", axis.x(hour));
    path("grid", axis.tick_hours().into_iter().map(line).collect())
}

/// The row of ticks below a plot.
pub fn axis_row(ticks: &[Tick]) -> Element {
    let tick = |tick: &Tick| {
        let class = if tick.is_minor { "tick minor" } else { "tick" };
        let group = tick.group.clone();
        (
            label(class, percent(tick.x), 14, tick.label.clone()),
            group.map(|group| label("tick group", percent(tick.x), 30, group)),
        )
    };
    // A label begins at its tick.
    let shown = ticks.iter().filter(|tick| tick.x < EDGE);
    let ticks: Vec<_> = shown.map(tick).collect();
    let drawing = canvas("34").class("axis").attr("aria-hidden", "true").child(ticks);
    row(html::span(), drawing)
}
