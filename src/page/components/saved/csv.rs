//! A table as a file for spreadsheets.

use super::save::save_button;
use crate::edge::file;
use crate::page::components::told;
use crate::page::context::t;
use crate::page::dom::{Element, html};
use crate::words::catalogue::page as words;
use crate::words::table::Table;
use leptos::prelude::*;

/// The name of the file.
const FILE: &str = "jari-table.csv";

/// A button below a table that saves it, and what came of that.
pub fn save_csv(table: Table) -> Element {
    let outcome = RwSignal::new(None);
    let of = html::span().class("unseen").child([": ", &table.caption].concat());
    let save = save_button((t(words::SAVE_CSV), of), outcome, move |code| {
        Some(file::save(FILE, "text/csv;charset=utf-8", &(code.table_csv)(&table)))
    });
    html::div()
        .class("row no-print save")
        .child((save.class("button slim save-csv"), told(outcome)))
}
