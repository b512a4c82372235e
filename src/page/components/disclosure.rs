//! Parts that are closed until opened, and made only then.

use super::{ElementProperties as _, table};
use crate::show::catalogue::{Entry, page};
use crate::show::table::Table;
use leptos::ev;
use leptos::html::{details, summary};
use leptos::prelude::*;

/// A part that is closed until opened, and made only then.
pub fn disclosure(
    class: &'static str,
    name: Entry,
    content: impl Fn() -> Option<AnyView> + Send + 'static,
) -> AnyView {
    let is_open = RwSignal::new(false);
    details()
        .class(class)
        .on_target(ev::toggle, move |event| is_open.set(event.target().open()))
        .child((summary().words(name), move || if is_open.get() { content() } else { None }))
        .into_any()
}

/// What a picture shows, as a table.
pub fn table_alternative(make: impl Fn() -> Option<Table> + Send + 'static) -> AnyView {
    disclosure("twin no-print", page::SHOW_TABLE, move || make().map(table))
}
