//! What can be taken along: a link, a text, a file, a sheet of paper.

use super::answered;
use crate::edge::{file, screen};
use crate::exchange::application_json::Application;
use crate::page::address::link;
use crate::page::components::{button, copy, copy_link, facts, status};
use crate::page::dom::{AnyView, Element, html};
use crate::page::fit::compare;
use crate::page::state::State;
use crate::session::FormAnswer;
use crate::show::answer::{plain_text, request_facts, what_not};
use crate::words::Lang;
use crate::words::catalogue::{Entry, fit as words, page};
use leptos::prelude::*;

/// The name of the file.
const FILE: &str = "jari-request.json";

/// The buttons, and what came of the last one.
pub fn view(state: State, lang: Lang) -> Element {
    let said = RwSignal::new(None::<Entry>);
    let copy_text = move |_| {
        if let Some(text) = summary(state, lang) {
            copy(text, said);
        }
    };
    let download = move |_| {
        if let Some(json) = application(state) {
            let saved = file::save(FILE, "application/json", &json);
            said.set(Some(if saved { page::DOWNLOADED } else { page::DOWNLOAD_FAILED }));
        }
    };
    let is_waiting = move || !matches!(&*state.outcome.get().0, FormAnswer::Answered(..));
    let with_answer = |button: Element| button.prop("disabled", is_waiting);
    html::div()
        .class("row no-print")
        .attr("role", "group")
        .attr("aria-label", words::KEEP.get(lang))
        .child(copy_link(said))
        .child(with_answer(button(words::COPY_TEXT.get(lang), copy_text).id("copy-text")))
        .child(with_answer(button(words::DOWNLOAD_JSON.get(lang), download).id("download-json")))
        .child(with_answer(button(words::PRINT.get(lang), |_| screen::print()).id("print")))
        .child(compare::pin(state, lang))
        .child(status(said))
}

fn summary(state: State, lang: Lang) -> Option<String> {
    let world = state.world.get_untracked()?;
    let outcome = state.outcome.get_untracked();
    let FormAnswer::Answered(request, answer) = &*outcome.0 else { return None };
    let scenario = &world.0.scenario;
    let request = request_facts(scenario, request, lang);
    let rests_on = what_not(scenario, &world.0.file.fingerprint, lang);
    Some(plain_text(answer, &request, &rests_on, &state.route.with_untracked(link), lang))
}

/// The file; `None` where there is no answer.
pub fn application(state: State) -> Option<String> {
    let world = state.world.get_untracked()?;
    let outcome = state.outcome.get_untracked();
    let FormAnswer::Answered(request, answer) = &*outcome.0 else { return None };
    let application = Application {
        scenario: &world.0.scenario,
        fingerprint: &world.0.file.fingerprint,
        request,
        offer: answer.best.as_ref().map(|best| (best.block, &best.offer)),
        link: &state.route.with_untracked(link),
    };
    Some(application.to_json())
}

/// The request as paper shows it, where there is no form, with the link back to it.
pub fn request(state: State, lang: Lang) -> AnyView {
    let Some(world) = state.world.get() else { return AnyView::empty() };
    answered(state, |request, _| {
        let link = state.route.with(link);
        Some(
            html::section()
                .class("card only-print")
                .id("asked")
                .child(html::h2().child(words::REQUEST.get(lang)))
                .child(facts("offer-facts", &request_facts(&world.0.scenario, request, lang)))
                .child(
                    html::p()
                        .class("small")
                        .child(html::strong().child(words::LINK.get(lang)))
                        .child(format!(": {link}")),
                ),
        )
    })
}
