//! Bars with their figures.

use crate::page::dom::{Element, html, svg};
use crate::picture::bars::{Bar, BarGroup};

/// Returns bars with their figures; the drawings are hidden from screen readers, for whom a table
/// beside them says the same.
pub fn bars(groups: &[BarGroup]) -> Element {
    let group = |group: &BarGroup| {
        let bars: Vec<Element> = group.bars.iter().map(bar).collect();
        let name = html::h3().child(group.name.as_str());
        html::div().child(name).child(html::dl().child(bars))
    };
    html::div().class("bars").child(groups.iter().map(group).collect::<Vec<_>>())
}

fn bar(bar: &Bar) -> Element {
    let drawing = svg::svg()
        .class(if bar.is_given { "bar is-given" } else { "bar" })
        .attr("viewBox", "0 0 1000 10")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .child(svg::rect().attr("width", bar.length.to_string()).attr("height", "10"));
    let value = html::dd().child(drawing).child(bar.value.as_str());
    html::div().child(html::dt().child(bar.name.as_str())).child(value)
}
