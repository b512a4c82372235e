//! Legend of a node map.

use super::handle::Handle;
use crate::page::context::use_lang;
use crate::page::dom::{Element, IntoView, html, svg};
use crate::picture::node_map::{self, NodeState, PITCH};
use leptos::prelude::*;

/// Returns the legend: each shape with its meaning and the number of nodes that have it.
pub fn legend(handle: Handle) -> impl IntoView {
    let lang = use_lang();
    move || {
        let picture = handle.picture.get()?.0;
        let layer = picture.scenario.0.scenario.layer();
        let items = node_map::legend(&picture.map, layer, lang.get()).into_iter().map(item);
        Some(html::ul().class("legend").child(items.collect::<Vec<_>>()))
    }
}

fn item((state, letter, words): (NodeState, &'static str, String)) -> Element {
    let shape = svg::path().class(state.class()).attr("d", node_map::symbol(state));
    let letter = svg::text()
        .class(state.class())
        .attr("x", (PITCH / 2).to_string())
        .attr("y", "13")
        .attr("font-size", "9")
        .child(letter);
    let symbol = svg::svg()
        .attr("viewBox", format!("0 0 {PITCH} {PITCH}"))
        .attr("aria-hidden", "true")
        .child((shape, letter));
    html::li().child((symbol, words))
}
