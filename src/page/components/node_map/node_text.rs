//! Node map in words.

use super::handle::Handle;
use crate::page::context::{t, use_lang};
use crate::page::dom::{Element, IntoView, html};
use crate::picture::node_map::NodeText;
use crate::show::labels::pictures as labels;
use crate::words::catalogue::capacity as words;
use leptos::prelude::*;

/// Returns the description of the node pointed at, announced as it changes.
pub fn node_text(id: String, handle: Handle) -> Element {
    let lang = use_lang();
    let of_node = move || {
        let (spot, picture) = (handle.described.get()?, handle.picture.get()?.0);
        NodeText::new(&picture.scenario.0.scenario, &picture.map, spot, lang.get())
    };
    let words =
        move || of_node().map(|NodeText { name, about }| (html::strong().child(name), " ", about));
    let described = html::span().id(id).attr("role", "status").child(words);
    // Not part of the announced status, because it is no news; the style shows it while no node is
    // described.
    let hint = html::span().class("quiet").child(t(words::MAP_HINT));
    html::p().class("small told").child((described, hint))
}

/// Returns how many more nodes are taken than the map can show, if any.
pub fn counted(handle: Handle) -> impl IntoView {
    let lang = use_lang();
    move || {
        let counted = handle.picture.get()?.0.map.counted();
        let words = labels::counted_nodes(counted, lang.get());
        (counted > 0).then(|| html::p().class("small quiet").child(words))
    }
}
