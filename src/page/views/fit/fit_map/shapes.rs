//! Shapes of the fit map, below and above the mark of the request.

use crate::page::components::chart::{grid, label, path, percent, stretched};
use crate::page::dom::{AnyView, Element, IntoView, svg};
use crate::picture::fit_map::{FitMapView, HEIGHT, Note};
use crate::picture::time_axis::WIDTH;

/// Returns the area that fits, the grid, and the range that the call allows.
pub fn ground(map: &FitMapView) -> AnyView {
    let levels = map.ticks.iter().map(|(y, _)| format!("M0 {y}H{WIDTH}")).collect();
    let shapes = (
        path(if map.is_exact { "fits" } else { "fits is-inexact" }, map.area.clone()),
        path("grid", levels),
        grid(map.axis, HEIGHT),
        path(if map.is_exact { "edge" } else { "edge is-inexact" }, map.line.clone()),
    );
    let band = map.band.as_ref().map(|band| {
        // Above the edge, or below it where the upper end of the picture is too near.
        let y = if band.top < 14 { band.top + 14 } else { band.top - 5 };
        (
            veil(0, band.top),
            veil(band.bottom, HEIGHT - band.bottom),
            rule(band.top),
            rule(band.bottom),
            label("note rule-name", "99.50%".to_owned(), y, band.text.clone()),
        )
    });
    (stretched(HEIGHT, shapes), band).into_view()
}

/// Returns the veil over sizes that the call does not allow.
fn veil(y: u32, height: u32) -> Element {
    svg::rect()
        .class("veil")
        .attr("width", "100%")
        .attr("y", y.to_string())
        .attr("height", height.to_string())
}

/// Returns an edge of the range that the call allows.
fn rule(y: u32) -> Element {
    let y = y.to_string();
    svg::line().class("rule").attr("x2", "100%").attr("y1", y.as_str()).attr("y2", y)
}

/// Returns the notes on the edge of the area that fits.
pub fn notes(map: &FitMapView) -> AnyView {
    let first = map.first_fit.as_ref();
    // Two notes on one line would run into each other.
    let is_near = first.is_some_and(|first| first.y.abs_diff(map.limit.y) < 22);
    let ring = first.map(|first| {
        let (x, y) = (percent(first.x), first.y.to_string());
        svg::circle().class("first").attr("r", "5").attr("cx", x).attr("cy", y)
    });
    let limit = note(&map.limit, is_near && map.limit.y + 18 < HEIGHT);
    (limit, ring, first.map(|first| note(first, false))).into_view()
}

fn note(note: &Note, is_below: bool) -> Element {
    let is_late = note.x > WIDTH / 2;
    // Clear of the mark, and within the picture.
    let side = if is_late { "-14" } else { "14" };
    let y = if is_below || note.y < 22 { note.y + 18 } else { note.y - 8 };
    let class = if is_late { "note late" } else { "note" };
    label(class, percent(note.x), y, note.text.clone()).attr("dx", side)
}
