//! What can be taken along: a link, a text, a file, a sheet of paper, a pin.

use super::print::print;
use crate::edge::file;
use crate::page::components::{Outcome, button, copy, copy_link, status};
use crate::page::context::{t, use_request_form};
use crate::page::dom::{Element, html};
use crate::page::views::fit::compare::pin_button;
use crate::page::views::fit::taken_along::use_taken_along;
use crate::words::catalogue::{fit as words, page};
use leptos::prelude::*;

/// The name of the file.
const FILE: &str = "jari-request.json";

/// The buttons, and what came of the last one.
pub fn share_row() -> Element {
    let form = use_request_form();
    let outcome = RwSignal::new(None);
    let is_waiting = move || form.answer.get().0.answered().is_none();
    html::div()
        .class("row no-print")
        .attr("role", "group")
        .attr("aria-label", t(words::KEEP))
        .child(copy_link(outcome))
        .child(copy_text(outcome).prop("disabled", is_waiting))
        .child(download(outcome).prop("disabled", is_waiting))
        .child(print(outcome).prop("disabled", is_waiting))
        .child(pin_button())
        .child(status("kept", outcome))
}

/// A button that copies the answer as a text.
fn copy_text(outcome: RwSignal<Option<Outcome>>) -> Element {
    let taken = use_taken_along();
    let act = move |_| {
        if let Some(text) = taken.text() {
            copy(text, outcome);
        }
    };
    button(t(words::COPY_TEXT), act).id("copy-text")
}

/// A button that saves the application as a file.
fn download(outcome: RwSignal<Option<Outcome>>) -> Element {
    let taken = use_taken_along();
    let act = move |_| {
        if let Some(json) = taken.application() {
            let is_saved = file::save(FILE, "application/json", &json);
            let entry = if is_saved { page::DOWNLOADED } else { page::DOWNLOAD_FAILED };
            outcome.set(Some(Outcome::Told(entry)));
        }
    };
    button(t(words::DOWNLOAD_JSON), act).id("download-json")
}
