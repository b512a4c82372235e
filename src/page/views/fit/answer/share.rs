//! Sharing the answer: as a link, a text, a file, on paper or as a pin.

use super::print::print;
use crate::edge::{clock, save};
use crate::exchange::out::handover::Handover;
use crate::page::components::{
    ActionOutcome, button, copy, copy_link, disclosure, save_button, status,
};
use crate::page::context::{t, use_request_form, use_today};
use crate::page::dom::{Element, html};
use crate::page::lazy::SaveCode;
use crate::page::views::fit::compare::pin_button;
use crate::page::views::fit::taken_along::use_taken_along;
use crate::words::catalogue::{fit as words, page};
use leptos::prelude::*;

/// Name of the application's file.
const FILE: &str = "jari-request.json";
const ICS: &str = "jari-offer.ics";

/// Returns the buttons, and the status message of the last one.
pub fn share_row() -> Element {
    let form = use_request_form();
    let outcome = RwSignal::new(None);
    let is_waiting = move || form.answer.get().0.answered().is_none();
    let has_offer = use_has_offer();
    html::div()
        .class("row no-print")
        .attr("role", "group")
        .attr("aria-label", t(words::KEEP))
        .child(copy_link(outcome))
        .child(copy_text(outcome).prop("disabled", is_waiting))
        .child(download(outcome).prop("disabled", is_waiting))
        .child(save_ics(outcome).prop("disabled", move || !has_offer()))
        .child(print(outcome).prop("disabled", is_waiting))
        .child(pin_button())
        .child(status("kept", outcome))
}

/// Returns a button that copies the answer as a text.
fn copy_text(outcome: RwSignal<Option<ActionOutcome>>) -> Element {
    let taken = use_taken_along();
    let act = move |_| {
        if let Some(text) = taken.text() {
            copy(text, outcome);
        }
    };
    button(t(words::COPY_TEXT), act).id("copy-text")
}

/// Returns a button that saves the best offer as a calendar entry.
fn save_ics(outcome: RwSignal<Option<ActionOutcome>>) -> Element {
    let (taken, today) = (use_taken_along(), use_today());
    let save = move |code: &'static SaveCode| {
        let stamp = clock::instant(today.get_untracked());
        let text = taken.offer(|offer, text| (code.offer_ics)(offer, text, stamp))?;
        Some(save::text(ICS, "text/calendar;charset=utf-8", &text))
    };
    save_button(t(words::SAVE_ICS), outcome, save).id("save-ics")
}

/// Returns the files for those who run the nodes, a button each.
pub fn handover() -> Element {
    let has_offer = use_has_offer();
    disclosure("handover no-print", words::HANDOVER, move || {
        let outcome = RwSignal::new(None);
        let each = Handover::ALL.map(|kind| {
            let taken = use_taken_along();
            let save = move |code: &'static SaveCode| {
                let text = taken.offer(|offer, _| (code.handover)(kind, offer))?;
                Some(save::text(kind.file_name(), kind.media_type(), &text))
            };
            let save = save_button(t(kind.name()), outcome, save);
            save.id(["save-", kind.id()].concat()).prop("disabled", move || !has_offer())
        });
        Some(html::div().class("stack").child((
            html::p().class("small quiet").child(t(words::HANDOVER_HINT)),
            html::div().class("row").child((Vec::from(each), status("handed-over", outcome))),
        )))
    })
}

/// Returns a closure that returns `true` if there is an offer.
fn use_has_offer() -> impl Fn() -> bool + Copy + Send + Sync {
    let form = use_request_form();
    move || form.answer.get().0.answered().is_some_and(|(_, answer)| answer.best.is_some())
}

/// Returns a button that saves the application as a file.
fn download(outcome: RwSignal<Option<ActionOutcome>>) -> Element {
    let taken = use_taken_along();
    let act = move |_| {
        if let Some(json) = taken.application() {
            let is_saved = save::text(FILE, "application/json", &json);
            let entry = if is_saved { page::DOWNLOADED } else { page::DOWNLOAD_FAILED };
            outcome.set(Some(ActionOutcome::Message(entry)));
        }
    };
    button(t(words::DOWNLOAD_JSON), act).id("download-json")
}
