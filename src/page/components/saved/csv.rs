//! A table as a file for spreadsheets.

use super::save::save_button;
use crate::edge::file;
use crate::page::components::status_message;
use crate::page::context::t;
use crate::page::dom::{Element, IntoView, html};
use crate::words::catalogue::page as words;
use crate::words::table::Table;
use leptos::prelude::*;

/// The name of the file.
const FILE: &str = "jari-table.csv";

/// A button below a table of this caption that saves it, and what came of that. What is saved is
/// made when the button is pressed; nothing is where there is no table then.
pub fn save_csv(caption: impl IntoView, make: impl Fn() -> Option<Table> + 'static) -> Element {
    let outcome = RwSignal::new(None);
    let of = html::span().class("unseen").child((": ", caption));
    let save = save_button((t(words::SAVE_CSV), of), outcome, move |code| {
        Some(file::save(FILE, "text/csv;charset=utf-8", &(code.table_csv)(&make()?)))
    });
    html::div()
        .class("row no-print save")
        .child((save.class("button slim save-csv"), status_message(outcome)))
}
