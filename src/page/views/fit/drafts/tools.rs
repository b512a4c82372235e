//! Undo and redo.

use super::controller::use_controller;
use crate::page::context::{t, use_lang};
use crate::page::dom::{Element, html, svg};
use crate::session::drafts::shortcut;
use crate::words::catalogue::{Entry, drafts as words};
use leptos::ev;
use leptos::prelude::*;

/// Button that undoes or redoes a step.
#[derive(Clone, Copy)]
struct Tool {
    id: &'static str,
    name: Entry,
    keys: &'static str,
    shape: &'static str,
    back: bool,
}

const UNDO: Tool = Tool {
    id: "undo",
    name: words::UNDO,
    keys: "Control+Z",
    shape: "M6 3 2.5 6.5 6 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6",
    back: true,
};

const REDO: Tool = Tool {
    id: "redo",
    name: words::REDO,
    keys: "Control+Shift+Z",
    shape: "m10 3 3.5 3.5L10 10m3-3.5H6.5a3.5 3.5 0 0 0 0 7H10",
    back: false,
};

/// Returns the buttons.
pub fn tools() -> Element {
    html::div().class("tools").child((tool(UNDO), tool(REDO)))
}

/// Returns one of the buttons. It is never disabled, so that it keeps the focus when nothing is
/// left to do.
fn tool(tool: Tool) -> Element {
    let (controller, lang) = (use_controller(), use_lang());
    let Tool { id, name, keys, shape, back } = tool;
    let icon = svg::svg()
        .attr("viewBox", "0 0 16 16")
        .attr("aria-hidden", "true")
        .child(svg::path().attr("d", shape));
    let step = move |_| {
        controller.step(back);
    };
    html::button()
        .attr("type", "button")
        .id(id)
        .class("button slim icon")
        .attr("aria-label", t(name))
        .attr("title", move || shortcut(name, keys, lang.get()))
        .attr("aria-keyshortcuts", keys)
        .attr("aria-disabled", move || (!controller.can_step(back)).then_some("true"))
        .on(ev::click, step)
        .child(icon)
}
