//! Comparison of requests: that of the form, and up to three that were pinned.

mod pin_button;
mod pin_head;
mod pins;

pub use pin_button::pin_button;

use crate::page::components::{ActionOutcome, save_csv, status};
use crate::page::context::{t, use_lang, use_request_form, use_route, use_scenario};
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::memo;
use crate::show::compare::{ComparedRow, ComparedValue, compare, comparison_table};
use crate::words::catalogue::compare as words;
use leptos::prelude::*;
use pin_head::pin_head;
use pins::{side_of, use_pins};

/// Returns the comparison, if anything is pinned.
pub fn comparison() -> impl IntoView {
    let route = use_route();
    let count = memo(move |_| route.with(|route| route.pins.len()));
    // Made anew with every pin, so that the status of an earlier copy is not shown for another pin.
    move || (count.get() > 0).then(section)
}

fn section() -> Element {
    let (lang, rows, outcome) = (use_lang(), use_rows(), RwSignal::new(None));
    let heading = html::h2().id("compare-title").attr("tabindex", "-1").child(t(words::HEADING));
    let frame = html::div()
        .class("table-frame")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", t(words::CAPTION))
        .child(table(rows, outcome));
    let note = html::p().class("small quiet").child(t(words::NOTE));
    let status = html::div().class("row").child(status("compare-kept", outcome));
    let save = save_csv(t(words::CAPTION), move || {
        Some(comparison_table(&rows.get_untracked(), lang.get_untracked()))
    });
    html::section()
        .class("stack compare")
        .id("compare")
        .attr("aria-labelledby", "compare-title")
        .child((heading, frame, status, note, save))
}

/// Returns the rows; none while there is no file.
fn use_rows() -> Memo<Vec<ComparedRow>> {
    let (lang, form, scenario) = (use_lang(), use_request_form(), use_scenario());
    let pins = use_pins();
    memo(move |_| {
        let Some(scenario) = scenario.get() else { return Vec::new() };
        let (pins, answer) = (pins.get(), form.answer.get());
        let mut sides = vec![side_of(&scenario.0, &answer.0)];
        sides.extend(pins.iter().map(|pin| pin.side()));
        compare(&sides, lang.get())
    })
}

fn table(rows: Memo<Vec<ComparedRow>>, outcome: RwSignal<Option<ActionOutcome>>) -> impl IntoView {
    let (lang, pins) = (use_lang(), use_pins());
    move || {
        let (rows, pins) = (rows.get(), pins.get());
        let heads = pins.iter().enumerate().map(|(index, pin)| pin_head(index, pin, outcome));
        let head = html::tr()
            .child(html::td())
            .child(html::th().attr("scope", "col").child(words::NOW.get(lang.get())))
            .child(heads.collect::<Vec<_>>());
        (!rows.is_empty()).then(|| {
            html::table()
                .child(html::caption().child(words::CAPTION.get(lang.get())))
                .child(html::thead().child(head))
                .child(html::tbody().child(rows.into_iter().map(row).collect::<Vec<_>>()))
        })
    }
}

fn row(row: ComparedRow) -> Element {
    let cells: Vec<Element> = row.cells.into_iter().map(cell).collect();
    html::tr().child(html::th().attr("scope", "row").child(row.name)).child(cells)
}

fn cell(cell: ComparedValue) -> Element {
    let words = match cell.kind {
        Some(kind) => html::span().class("tag").attr("data-kind", kind).child(cell.text),
        None if cell.differs => html::strong().child(cell.text),
        None => return html::td().child(cell.text),
    };
    // A no-break space, so that the mark is never alone on a line.
    let mark = cell.differs.then(|| ("\u{a0}", differs_mark()));
    html::td().child(words).child(mark)
}

fn differs_mark() -> Element {
    html::span()
        .class("differs")
        .attr("role", "img")
        .attr("aria-label", words::DIFFERS.get(use_lang().get()))
        .child("≠")
}
