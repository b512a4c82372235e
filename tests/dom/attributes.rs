//! Attributes, properties and listeners.

use super::{find, followed, mounted};
use jari::page::dom::html;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

#[wasm_bindgen_test]
async fn an_attribute_is_there_where_it_has_a_value() {
    let (about, is_open) = (RwSignal::new(None::<&str>), RwSignal::new(false));
    let root = mounted(move || {
        html::details().attr("title", move || about.get()).attr("open", move || is_open.get())
    });
    let details = find(&root, "details");
    let attributes = || (details.get_attribute("title"), details.get_attribute("open"));
    assert_eq!(attributes(), (None, None));
    about.set(Some("nodes"));
    is_open.set(true);
    followed().await;
    assert_eq!(attributes(), (Some("nodes".into()), Some(String::new())));
    about.set(None);
    is_open.set(false);
    followed().await;
    assert_eq!(attributes(), (None, None));
}

#[wasm_bindgen_test]
async fn attributes_of_another_list_replace_those_before() {
    let is_link = RwSignal::new(false);
    let root = mounted(move || {
        move || match is_link.get() {
            true => html::a().class("link").attr("href", "#a"),
            false => html::a().attr("role", "button"),
        }
    });
    let anchor = find(&root, "a");
    is_link.set(true);
    followed().await;
    assert_eq!(find(&root, "a"), anchor);
    assert!(!anchor.has_attribute("role"));
    assert_eq!(
        (anchor.class_name(), anchor.get_attribute("href")),
        ("link".into(), Some("#a".into()))
    );
}

#[wasm_bindgen_test]
async fn a_property_that_is_so_already_is_not_set() {
    let (value, other) = (RwSignal::new("1234".to_owned()), RwSignal::new(0));
    let root = mounted(move || {
        html::input().prop("value", move || {
            other.track();
            value.get()
        })
    });
    let input: HtmlInputElement = find(&root, "input").unchecked_into();
    input.set_selection_range(2, 2).unwrap();
    other.set(1);
    followed().await;
    // To set a value, even the same one, brings the cursor to its end in some browsers.
    assert_eq!((input.value(), input.selection_start().unwrap()), ("1234".into(), Some(2)));
    value.set("5".into());
    followed().await;
    assert_eq!(input.value(), "5");
}

#[wasm_bindgen_test]
async fn an_event_calls_the_present_handler_once() {
    let (round, is_listening) = (RwSignal::new(1), RwSignal::new(true));
    let called = StoredValue::new(Vec::new());
    let root = mounted(move || {
        move || {
            let round = round.get();
            let button = html::button();
            match is_listening.get() {
                true => button.on(ev::click, move |_| called.update_value(|all| all.push(round))),
                false => button,
            }
        }
    });
    let button = find(&root, "button");
    button.click();
    round.set(2);
    followed().await;
    button.click();
    assert_eq!(called.get_value(), [1, 2]);
    is_listening.set(false);
    followed().await;
    button.click();
    assert_eq!((find(&root, "button"), called.get_value()), (button, vec![1, 2]));
}

#[wasm_bindgen_test]
async fn a_handler_may_change_what_it_is_part_of() {
    let count = RwSignal::new(0);
    let root = mounted(move || {
        move || {
            let now = count.get();
            html::button().on(ev::click, move |_| count.set(now + 1)).child(now.to_string())
        }
    });
    for _ in 0..3 {
        find(&root, "button").click();
        followed().await;
    }
    assert_eq!(super::text(&root), "3");
}
