//! `page::dom` in a real browser, a file for each kind of thing that it patches.
//!
//! `make test` builds them for WebAssembly and has wasm-bindgen's own runner open them in Chromium
//! and in Firefox: the page itself is not in them.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "no visitor runs this")]

mod attributes;
mod elements;
mod lists;
mod texts;

use jari::page::dom::{self, IntoView};
use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test_configure;
use web_sys::{Element, HtmlElement, Node};

wasm_bindgen_test_configure!(run_in_browser);

/// An element of the document with what `app` makes in it.
fn mounted<V: IntoView>(app: impl FnOnce() -> V + 'static) -> HtmlElement {
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&root).unwrap();
    dom::mount(root.clone(), app);
    root
}

/// Waits until what follows the signals has followed them.
async fn followed() {
    leptos::task::tick().await;
}

fn text(root: &Node) -> String {
    root.text_content().unwrap_or_default()
}

fn find(root: &Element, selector: &str) -> HtmlElement {
    root.query_selector(selector).unwrap().expect(selector).unchecked_into()
}

/// How many nodes are in an element, all the way down.
fn count(root: &Node) -> u32 {
    let children = root.child_nodes();
    let within = (0..children.length()).filter_map(|index| children.get(index));
    within.map(|child| 1 + count(&child)).sum()
}
