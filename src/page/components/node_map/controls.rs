//! Keys and buttons of a node map.

use super::handle::Handle;
use crate::page::context::t;
use crate::page::dom::{Element, html};
use crate::picture::node_map::WindowStep;
use crate::words::catalogue::{Entry, capacity as words};
use leptos::ev;
use web_sys::KeyboardEvent;

/// Handles a key: moves to another node, or enlarges or reduces the map.
pub fn key(handle: Handle, event: &KeyboardEvent) {
    match event.key().as_str() {
        "ArrowRight" => handle.go((1, 0)),
        "ArrowLeft" => handle.go((-1, 0)),
        "ArrowDown" => handle.go((0, 1)),
        "ArrowUp" => handle.go((0, -1)),
        // On many keyboards the plus sign is that key with Shift.
        "+" | "=" => handle.step(WindowStep::In),
        "-" => handle.step(WindowStep::Out),
        "0" => handle.step(WindowStep::Whole),
        _ => return,
    }
    event.prevent_default();
}

/// Returns the buttons that enlarge and reduce the map.
pub fn zoom_buttons(handle: Handle) -> Element {
    let button = |words: Entry, sign: &'static str, step: WindowStep| {
        html::button()
            .attr("type", "button")
            .class("button square")
            .attr("aria-label", t(words))
            .attr("title", t(words))
            .on(ev::click, move |_| handle.step(step))
            .child(sign)
    };
    html::div().class("map-buttons no-print").child((
        button(words::ENLARGE, "+", WindowStep::In),
        button(words::REDUCE, "−", WindowStep::Out),
        button(words::SHOW_ALL, "⤢", WindowStep::Whole),
    ))
}
