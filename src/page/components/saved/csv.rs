//! Tables as files for spreadsheets.

use super::save::save_button;
use crate::edge::save;
use crate::page::components::status_message;
use crate::page::context::t;
use crate::page::dom::{Element, IntoView, html};
use crate::words::catalogue::page as words;
use crate::words::table::Table;
use leptos::prelude::*;

/// Name of the file.
const FILE: &str = "jari-table.csv";

/// Returns a button that saves a table as CSV, with its status message.
///
/// `make` returns the table when the button is pressed; `None` saves nothing. `caption` is that of
/// the table above.
pub fn save_csv(caption: impl IntoView, make: impl Fn() -> Option<Table> + 'static) -> Element {
    let outcome = RwSignal::new(None);
    let hidden_caption = html::span().class("unseen").child((": ", caption));
    let save = save_button((t(words::SAVE_CSV), hidden_caption), outcome, move |code| {
        Some(save::text(FILE, "text/csv;charset=utf-8", &(code.table_csv)(&make()?)))
    });
    html::div()
        .class("row no-print save")
        .child((save.class("button slim save-csv"), status_message(outcome)))
}
