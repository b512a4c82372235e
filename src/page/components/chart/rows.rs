//! Plots with labels to their left.

use super::label;
use crate::page::dom::{Element, IntoView, html, svg};

/// Returns a row of `left`, such as labels, and a plot.
pub fn row(left: impl IntoView, plot: impl IntoView) -> Element {
    html::div().class("plot-row").child((left, plot))
}

/// Returns labels left of a plot, each with its y in pixels.
pub fn gutter(height: u32, labels: Vec<(u32, String)>) -> Element {
    let labels = labels.into_iter().map(|(y, text)| label("tick", "100%".to_owned(), y, text));
    svg::svg()
        .class("gutter")
        .attr("height", height.to_string())
        .attr("aria-hidden", "true")
        .child(labels.collect::<Vec<_>>())
}
