//! Shapes and texts of a plot.

use crate::page::dom::{Element, IntoAttribute, IntoView, svg};
use crate::picture::time_axis::WIDTH;

/// Returns a position on an axis as an SVG percentage such as `12.34%`.
pub fn percent(x: u32) -> String {
    let (whole, rest) = (x / 100, x % 100);
    let zero = if rest < 10 { ".0" } else { "." };
    [&whole.to_string(), zero, &rest.to_string(), "%"].concat()
}

/// Returns a drawing, `height` pixels high and as wide as there is room.
pub fn canvas<M>(height: impl IntoAttribute<M>) -> Element {
    svg::svg().attr("width", "100%").attr("height", height)
}

/// Returns shapes stretched to the width of the plot: x in units of the axis, y in pixels.
pub fn stretched(height: u32, shapes: impl IntoView) -> Element {
    svg::svg()
        .attr("viewBox", format!("0 0 {WIDTH} {height}"))
        .attr("preserveAspectRatio", "none")
        .attr("width", "100%")
        .attr("height", height.to_string())
        .child(shapes)
}

/// Returns a shape from path data.
pub fn path(class: &'static str, data: String) -> Element {
    svg::path().class(class).attr("d", data)
}

/// Returns a bar: `x` and `width` in units of the axis, upper edge `y` and `height` in pixels.
pub fn rect(x: u32, width: u32, y: u32, height: u32) -> Element {
    svg::rect()
        .attr("x", percent(x))
        .attr("width", percent(width))
        .attr("y", y.to_string())
        .attr("height", height.to_string())
}

/// Returns a text of a drawing, at `y` pixels.
pub fn label(class: &'static str, x: String, y: u32, text: String) -> Element {
    svg::text().class(class).attr("x", x).attr("y", y.to_string()).child(text)
}
