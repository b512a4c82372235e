//! Disclosures: parts that are closed until opened, and made only then.

use super::table_to_save;
use crate::page::context::t;
use crate::page::dom::{Element, IntoView, html};
use crate::words::catalogue::{Entry, page};
use crate::words::table::Table;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlDetailsElement};

/// Returns a part that is closed until opened; `content` is called only then.
pub fn disclosure<V: IntoView>(
    class: &'static str,
    name: Entry,
    content: impl Fn() -> Option<V> + 'static,
) -> Element {
    let is_open = RwSignal::new(false);
    let follow = move |part: &web_sys::Element| {
        let is_open_now = part.dyn_ref().is_some_and(HtmlDetailsElement::open);
        if is_open_now != is_open.get_untracked() {
            is_open.set(is_open_now);
        }
    };
    let toggle = move |event: Event| {
        // The current target, not the target: an event of a part within is no event of this one.
        if let Some(part) = event.current_target() {
            follow(part.unchecked_ref());
        }
    };
    html::details().class(class).on_load(follow).on(ev::toggle, toggle).child((
        html::summary().child(t(name)),
        move || if is_open.get() { content() } else { None },
    ))
}

/// Returns the table alternative of a picture, closed until opened.
pub fn table_alternative(make: impl Fn() -> Option<Table> + 'static) -> Element {
    disclosure("twin no-print", page::SHOW_TABLE, move || make().map(table_to_save))
}
