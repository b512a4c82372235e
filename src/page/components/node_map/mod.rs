//! Node map for a closer look: it can be enlarged and moved, and describes every node.

mod controls;
mod drawing;
mod handle;
mod legend;
mod node_text;
mod pointer;

pub use handle::NodeMapContent;

use crate::model::Scenario;
use crate::page::components::{disclosure, save_picture, table_to_save};
use crate::page::context::{t, use_lang};
use crate::page::dom::{Element, html};
use crate::picture::node_map::{self, NodeMap};
use crate::words::catalogue::{capacity as words, page};
use controls::{key, zoom_buttons};
use drawing::drawing;
use handle::Handle;
use legend::legend;
use leptos::ev;
use leptos::prelude::*;
use node_text::{counted, node_text};

/// Function that returns the nodes of a map as a table.
pub type NodeTable = fn(&Scenario, &NodeMap) -> Element;

/// Returns the nodes of a map as a table, with buttons that save it and the map.
///
/// The caller of `node_map` passes this function, because its code may not have been loaded yet.
pub fn node_table(scenario: &Scenario, map: &NodeMap) -> Element {
    let table = table_to_save(node_map::table(scenario, map, use_lang().get()));
    html::div().class("stack").child((table, save_picture(words::MAP_NAME)))
}

/// Returns a map of what `ask` returns, with the table of `node_table` as its alternative; `id`
/// names its parts.
pub fn node_map(
    id: &'static str,
    label: impl Fn() -> String + 'static,
    ask: impl Fn() -> Option<NodeMapContent> + Send + Sync + 'static,
    node_table: impl Fn() -> Option<NodeTable> + 'static,
) -> Element {
    let handle = Handle::new(ask);
    let [about, keys] = ["about", "keys"].map(|part| format!("{id}-{part}"));
    let head = html::div().class("map-head").child((legend(handle), zoom_buttons(handle)));
    let frame = html::div()
        .class("map-frame")
        .attr("role", "application")
        .attr("tabindex", "0")
        .attr("aria-label", label)
        .attr("aria-describedby", keys.as_str())
        .on(ev::keydown, move |event| key(handle, &event))
        .child(drawing(handle));
    let hint = html::span().id(keys).class("unseen").child(t(words::MAP_KEYS));
    let nodes = disclosure("twin no-print", page::SHOW_TABLE, move || {
        let (picture, node_table) = (handle.picture.get()?.0, node_table()?);
        Some(node_table(&picture.scenario.0.scenario, &picture.map))
    });
    html::div().class("map").id(id).child((
        head,
        frame,
        node_text(about, handle),
        hint,
        counted(handle),
        nodes,
    ))
}
