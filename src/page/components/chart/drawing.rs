//! Shapes and texts of a picture.

use crate::page::dom::{Element, IntoAttribute, IntoView, svg};
use crate::picture::time_axis::WIDTH;

/// A place on an axis as SVG takes it: `12.34%`.
pub fn percent(x: u32) -> String {
    let (whole, rest) = (x / 100, x % 100);
    let zero = if rest < 10 { ".0" } else { "." };
    [&whole.to_string(), zero, &rest.to_string(), "%"].concat()
}

/// A drawing of this height in pixels, as wide as there is room.
pub fn canvas<M>(height: impl IntoAttribute<M>) -> Element {
    svg::svg().attr("width", "100%").attr("height", height)
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

/// A bar: where it begins on an axis and how much of it it takes, its upper edge and its height in
/// pixels.
pub fn rect(x: u32, width: u32, y: u32, height: u32) -> Element {
    svg::rect()
        .attr("x", percent(x))
        .attr("width", percent(width))
        .attr("y", y.to_string())
        .attr("height", height.to_string())
}

/// A text of a drawing.
pub fn label(class: &'static str, x: String, y: u32, text: String) -> Element {
    svg::text().class(class).attr("x", x).attr("y", y.to_string()).child(text)
}
