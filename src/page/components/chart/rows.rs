//! Plots with what stands left of them.

use super::label;
use crate::page::dom::{Element, IntoView, html, svg};

/// A row with what stands left of a plot, and the plot.
pub fn row(left: impl IntoView, plot: impl IntoView) -> Element {
    html::div().class("plot-row").child((left, plot))
}

/// Labels left of a plot: how far down, and words.
pub fn gutter(height: u32, labels: Vec<(u32, String)>) -> Element {
    let labels = labels.into_iter().map(|(y, text)| label("tick", "100%".to_owned(), y, text));
    svg::svg()
        .class("gutter")
        .attr("height", height.to_string())
        .attr("aria-hidden", "true")
        .child(labels.collect::<Vec<_>>())
}
