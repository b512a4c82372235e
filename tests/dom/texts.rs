//! Texts that follow signals.

use super::{count, find, followed, mounted, text};
use jari::page::dom::html;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_text_that_changes_keeps_its_node() {
    let name = RwSignal::new("one");
    let root = mounted(move || html::p().child(("Node ", move || name.get())));
    assert_eq!(text(&root), "Node one");
    let paragraph = find(&root, "p");
    let nodes: Vec<_> = (0..4).map(|index| paragraph.child_nodes().get(index)).collect();
    name.set("two");
    followed().await;
    assert_eq!(text(&root), "Node two");
    let nodes_now: Vec<_> = (0..4).map(|index| paragraph.child_nodes().get(index)).collect();
    assert_eq!(nodes, nodes_now);
}

/// What a browser that translates a page does: each text node is replaced by one within `<font>`.
fn translate(root: &web_sys::Node) {
    let children = root.child_nodes();
    let children: Vec<_> = (0..children.length()).filter_map(|at| children.get(at)).collect();
    for child in children {
        if child.node_type() == web_sys::Node::TEXT_NODE {
            let font = document().create_element("font").unwrap();
            font.set_text_content(Some("übersetzt"));
            root.replace_child(&font, &child).unwrap();
        } else if child.node_name() != "FONT" {
            translate(&child);
        }
    }
}

#[wasm_bindgen_test]
async fn what_was_translated_makes_way_for_the_present_text() {
    let answer = RwSignal::new(0);
    let alone = move || html::p().child(move || answer.get().to_string());
    let among = move || html::p().child(("Answer: ", move || answer.get().to_string(), "."));
    let root = mounted(move || (alone(), among()));
    let before = count(&root);
    for next in 1..=10 {
        translate(&root);
        answer.set(next);
        followed().await;
        let texts = text(&root);
        assert_eq!(texts.matches(&next.to_string()).count(), 2, "{texts}");
        // What is fixed stays translated; of what follows the signal nothing but the present text.
        assert_eq!(texts.matches("übersetzt").count(), 2, "{texts}");
    }
    // The two that are fixed are within an element more, and that is all.
    assert_eq!(count(&root), before + 2, "{}", root.inner_html());
}

#[wasm_bindgen_test]
async fn what_is_nothing_leaves_nothing() {
    let is_there = RwSignal::new(false);
    let root = mounted(move || {
        html::p().child(("a", move || is_there.get().then(|| html::strong().child("b")), "c"))
    });
    let before = count(&root);
    for _ in 0..3 {
        is_there.set(true);
        followed().await;
        assert_eq!(text(&root), "abc");
        is_there.set(false);
        followed().await;
        assert_eq!((text(&root), count(&root)), ("ac".to_owned(), before));
    }
}
