//! Shapes of holds, leaf by leaf.

use crate::page::components::chart::rect;
use crate::page::dom::{AnyView, Element, IntoView, svg};
use crate::picture::lanes::{HoldBox, Lane, Lanes, Shade};
use crate::picture::node_map::NodeState;
use crate::picture::time_axis::WIDTH;

/// Returns fills that differ without colour: level lines for published holds, stripes for
/// assumptions, dots for nodes that are not there yet.
pub fn patterns() -> Element {
    let pattern = |id: &'static str, mark: Element| {
        let ground = svg::rect().class("ground").attr("width", "6").attr("height", "6");
        svg::pattern()
            .id(id)
            .attr("width", "6")
            .attr("height", "6")
            .attr("patternUnits", "userSpaceOnUse")
            .child((ground, mark))
    };
    let stripe = svg::path().class("stripe").attr("d", "M-1 5L1 7M-1 -1L7 7M5 -1L7 1");
    let dot = svg::circle().class("dot").attr("cx", "3").attr("cy", "3").attr("r", "1");
    let level = svg::path().class("stripe").attr("d", "M0 3H6");
    svg::defs().child((
        pattern("published-fill", level),
        pattern("assumed-fill", stripe),
        pattern("not-yet-fill", dot),
    ))
}

/// Returns the background of the lanes.
pub fn ground(lanes: &Lanes) -> Vec<Element> {
    let lane = |lane: &Lane| rect(0, WIDTH, lane.y, lane.height).class("lane");
    lanes.lanes.iter().map(lane).collect()
}

/// Returns the holds: as shades of how much is held, or box by box.
pub fn holds(lanes: &Lanes) -> AnyView {
    let shade = |shade: &Shade| {
        let class = format!("shade shade-{}", shade.level);
        rect(shade.x, shade.width, shade.y, shade.height).class(class)
    };
    let hold = |held: &HoldBox| {
        let shape = filled(held.state, rect(held.x, held.width, held.y, held.height));
        shape.child(svg::title().child(held.title.as_str()))
    };
    let shades = lanes.shades.iter().map(shade).collect::<Vec<_>>();
    (shades, lanes.boxes.iter().map(hold).collect::<Vec<_>>()).into_view()
}

/// Returns a sample of a state's fill, for a legend.
pub fn swatch(state: NodeState) -> Element {
    svg::svg()
        .attr("viewBox", "0 0 16 16")
        .attr("aria-hidden", "true")
        .child(filled(state, svg::rect().attr("width", "16").attr("height", "16")))
}

fn filled(state: NodeState, shape: Element) -> Element {
    let shape = shape.class(state.class());
    match state {
        NodeState::Published => shape.attr("fill", "url(#published-fill)"),
        NodeState::Assumed => shape.attr("fill", "url(#assumed-fill)"),
        NodeState::NotDelivered => shape.attr("fill", "url(#not-yet-fill)"),
        _ => shape,
    }
}
