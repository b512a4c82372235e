//! What pictures over an axis are drawn of.

use crate::page::dom::{Element, IntoView, html, svg};
use crate::picture::time_axis::WIDTH;

/// A place on an axis as SVG takes it: `12.34%`.
pub fn percent(x: u32) -> String {
    let (whole, rest) = (x / 100, x % 100);
    let zero = if rest < 10 { ".0" } else { "." };
    [&whole.to_string(), zero, &rest.to_string(), "%"].concat()
}

/// Shapes whose x is a place on an axis and whose y is in pixels.
pub fn stretched(height: u32, shapes: impl IntoView) -> Element {
    svg::svg()
        .attr("viewBox", format!("0 0 {WIDTH} {height}"))
        .attr("preserveAspectRatio", "none")
        .attr("width", "100%")
        .attr("height", height.to_string())
        .child(shapes)
}

/// A shape from path data.
pub fn path(class: &'static str, data: String) -> Element {
    svg::path().class(class).attr("d", data)
}

/// A text of a drawing.
pub fn label(class: &'static str, x: String, y: u32, text: String) -> Element {
    svg::text().class(class).attr("x", x).attr("y", y.to_string()).child(text)
}

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
