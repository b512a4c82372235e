//! Parts that are closed until opened, and made only then.

use super::table;
use crate::page::context::t;
use crate::page::dom::{Element, IntoView, html};
use crate::words::catalogue::{Entry, page};
use crate::words::table::Table;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlDetailsElement};

/// A part that is closed until opened, and made only then.
pub fn disclosure<V: IntoView>(
    class: &'static str,
    name: Entry,
    content: impl Fn() -> Option<V> + Send + 'static,
) -> Element {
    let is_open = RwSignal::new(false);
    let toggle = move |event: Event| {
        // Of a part within, it is no event of this one.
        let part = event.current_target();
        let part = part.and_then(|part| part.dyn_into::<HtmlDetailsElement>().ok());
        is_open.set(part.is_some_and(|part| part.open()));
    };
    html::details().class(class).on(ev::toggle, toggle).child((
        html::summary().child(t(name)),
        move || if is_open.get() { content() } else { None },
    ))
}

/// What a picture shows, as a table.
pub fn table_alternative(make: impl Fn() -> Option<Table> + Send + 'static) -> Element {
    disclosure("twin no-print", page::SHOW_TABLE, move || make().map(table))
}
