//! Elements that stay, and those that are made anew.

use super::{find, followed, mounted, text};
use jari::page::dom::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

#[wasm_bindgen_test]
async fn an_element_of_the_same_tag_stays_with_what_is_in_hand() {
    let count = RwSignal::new(0);
    let root = mounted(move || {
        move || {
            let count = count.get();
            html::section().child((
                html::h2().child(format!("Answer {count}")),
                (count % 2 == 1).then(|| html::p().child("odd")),
                html::input().attr("value", "typed"),
                html::details().child(html::summary().child(count.to_string())),
            ))
        }
    });
    let input: HtmlInputElement = find(&root, "input").unchecked_into();
    let details = find(&root, "details");
    input.focus().unwrap();
    input.set_selection_range(1, 3).unwrap();
    details.set_attribute("open", "").unwrap();
    for next in 1..=5 {
        count.set(next);
        followed().await;
        assert!(text(&root).contains(&format!("Answer {next}")), "{}", text(&root));
        assert_eq!(text(&root).contains("odd"), next % 2 == 1);
        assert_eq!(document().active_element().as_ref(), Some(input.as_ref()), "{next}");
        assert_eq!(
            input.selection_start().unwrap().zip(input.selection_end().unwrap()),
            Some((1, 3))
        );
        assert!(details.is_connected() && details.has_attribute("open"));
    }
}

#[wasm_bindgen_test]
async fn another_tag_or_another_id_is_another_element() {
    let id = RwSignal::new("a");
    let root = mounted(move || {
        move || match id.get() {
            "heading" => html::h2().id("a").child("heading"),
            id => html::p().id(id).child(id),
        }
    });
    let first = find(&root, "#a");
    id.set("b");
    followed().await;
    assert!(!first.is_connected());
    id.set("heading");
    followed().await;
    assert_eq!(find(&root, "#a").tag_name(), "H2");
    assert_eq!(root.query_selector_all("p").unwrap().length(), 0);
}

#[wasm_bindgen_test]
async fn a_closure_in_what_went_runs_no_more() {
    let (is_there, count) = (RwSignal::new(true), RwSignal::new(0));
    let runs = StoredValue::new(0);
    let root = mounted(move || {
        move || {
            is_there.get().then(|| {
                html::p().child(move || {
                    runs.update_value(|runs| *runs += 1);
                    count.get().to_string()
                })
            })
        }
    });
    count.set(1);
    followed().await;
    assert_eq!((runs.get_value(), text(&root)), (2, "1".to_owned()));
    is_there.set(false);
    count.set(2);
    followed().await;
    count.set(3);
    followed().await;
    assert_eq!((runs.get_value(), text(&root)), (2, String::new()));
}
