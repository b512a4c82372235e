//! Lists whose items have keys.

use super::{count, find, followed, mounted};
use jari::page::dom::{for_each, html};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

/// Numbers from a seed (SplitMix64): the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }

    /// Some of the first twelve numbers, each once, in any order.
    fn keys(&mut self) -> Vec<usize> {
        let mut all: Vec<usize> = (0..12).collect();
        let mut keys = Vec::new();
        for _ in 0..self.below(13) {
            keys.push(all.swap_remove(self.below(all.len())));
        }
        keys
    }
}

fn items(root: &Element) -> Vec<HtmlElement> {
    let found = root.query_selector_all("li").unwrap();
    (0..found.length()).map(|at| found.get(at).unwrap().unchecked_into()).collect()
}

#[wasm_bindgen_test]
async fn items_follow_their_keys_through_any_change() {
    let keys = RwSignal::new(Vec::new());
    let root = mounted(move || {
        html::ul().child((
            html::li().child("first"),
            for_each(
                move || keys.get(),
                usize::to_string,
                // One node, or two, or none between the items.
                |key| (html::li().id(format!("k{key}")).child(key.to_string()), "".repeat(key % 2)),
            ),
            html::li().child("last"),
        ))
    });
    let empty = count(&root);
    let mut random = Random(20_261_128);
    for _ in 0..300 {
        let before = items(&root);
        let wanted = random.keys();
        keys.set(wanted.clone());
        followed().await;
        let now = items(&root);
        let texts: Vec<String> = now.iter().map(|item| super::text(item)).collect();
        let wanted: Vec<String> = wanted.iter().map(usize::to_string).collect();
        assert_eq!(texts[1..texts.len() - 1], wanted);
        // An item whose key stays is the same element; one that went is gone.
        for item in &before {
            let same =
                now.iter().find(|it| it.id() == item.id() && super::text(it) == super::text(item));
            assert_eq!(same.is_some(), item.is_connected());
            assert!(same.is_none_or(|same| same == item));
        }
    }
    keys.set(Vec::new());
    followed().await;
    assert_eq!(count(&root), empty);
}

#[wasm_bindgen_test]
async fn what_goes_before_it_does_not_take_its_focus() {
    let keys = RwSignal::new(vec![1, 2, 3, 4]);
    let root = mounted(move || {
        for_each(move || keys.get(), i32::to_string, |key| html::input().id(format!("field-{key}")))
    });
    let field = find(&root, "#field-3");
    field.focus().unwrap();
    keys.set(vec![2, 3, 4]);
    followed().await;
    keys.set(vec![3, 5]);
    followed().await;
    assert_eq!(document().active_element().as_ref(), Some(field.as_ref()));
}

#[wasm_bindgen_test]
async fn what_an_item_owns_goes_with_it() {
    let keys = RwSignal::new(vec![1, 2]);
    let ended = StoredValue::new(Vec::new());
    let root = mounted(move || {
        for_each(
            move || keys.get(),
            i32::to_string,
            move |key| {
                let own = RwSignal::new(0);
                on_cleanup(move || ended.update_value(|ended| ended.push(key)));
                html::button()
                    .on(leptos::ev::click, move |_| own.update(|own| *own += 1))
                    .child(move || format!("{key}: {} ", own.get()))
            },
        )
    });
    find(&root, "button:nth-child(2)").click();
    keys.set(vec![2, 3]);
    followed().await;
    // The second has kept what it counted, and the first has ended once.
    assert_eq!(super::text(&root), "2: 1 3: 0 ");
    assert_eq!(ended.get_value(), [1]);
    keys.set(Vec::new());
    followed().await;
    assert_eq!(ended.get_value(), [1, 2, 3]);
}
