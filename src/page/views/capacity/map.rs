//! Node maps of all blocks, on the date shown.

use super::date_field::date_field;
use super::scrubber::scrubber;
use crate::page::components::node_map::{NodeMapContent, node_map};
use crate::page::context::{t, use_chunks, use_picture_width, use_scenario, use_shown_date};
use crate::page::dom::{Element, html};
use crate::picture::node_map::NodeMap;
use crate::words::catalogue::capacity as words;
use leptos::prelude::*;

/// Returns the map of every node.
pub fn map() -> Element {
    let (scenario, hour) = (use_scenario(), use_shown_date().hour);
    let (width, label) = (use_picture_width(false), t(words::MAP_OF_ALL));
    let ask = move || {
        let scenario = scenario.get()?;
        let map = NodeMap::new(&scenario.0.scenario, None, hour.get());
        Some(NodeMapContent { scenario, map, width: width() })
    };
    // The table's code comes with that of the pictures, because the table is closed until opened.
    let code = use_chunks().pictures;
    let node_table = move || code.ready().map(|code| code.node_table);
    let map = node_map("map", move || label().to_owned(), ask, node_table);
    html::div().class("card").child((date_field(), scrubber(), map))
}
