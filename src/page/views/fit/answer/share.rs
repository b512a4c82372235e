//! What can be taken along: a link, a text, a file, a sheet of paper, a pin.

use super::print::print;
use crate::edge::file;
use crate::page::address::link;
use crate::page::components::{Outcome, button, copy, copy_link, status};
use crate::page::context::{t, use_lang, use_request_form, use_route, use_scenario};
use crate::page::dom::{Element, html};
use crate::page::views::fit::compare::pin_button;
use crate::show::answer::{plain_text, request_facts, what_not};
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
    let (lang, form) = (use_lang(), use_request_form());
    let (route, scenario) = (use_route(), use_scenario());
    let text = move || {
        let (lang, prepared) = (lang.get_untracked(), scenario.get_untracked()?.0);
        let answer = form.answer.get_untracked().0;
        let (request, answer) = answer.answered()?;
        let request = request_facts(&prepared.scenario, request, lang);
        let rests_on = what_not(&prepared.scenario, &prepared.file.fingerprint, lang);
        Some(plain_text(answer, &request, &rests_on, &route.with_untracked(link), lang))
    };
    let act = move |_| {
        if let Some(text) = text() {
            copy(text, outcome);
        }
    };
    button(t(words::COPY_TEXT), act).id("copy-text")
}

/// A button that saves the application as a file.
fn download(outcome: RwSignal<Option<Outcome>>) -> Element {
    let (form, route, scenario) = (use_request_form(), use_route(), use_scenario());
    let application = move || {
        let prepared = scenario.get_untracked()?.0;
        form.answer.get_untracked().0.application(&prepared, &route.with_untracked(link))
    };
    let act = move |_| {
        if let Some(json) = application() {
            let is_saved = file::save(FILE, "application/json", &json);
            let entry = if is_saved { page::DOWNLOADED } else { page::DOWNLOAD_FAILED };
            outcome.set(Some(Outcome::Told(entry)));
        }
    };
    button(t(words::DOWNLOAD_JSON), act).id("download-json")
}
