//! Nearest requests that fit, each a button.

use super::debounced::with_debounced_answer;
use crate::model::Snapshot;
use crate::page::components::{button, focus};
use crate::page::context::{use_lang, use_request_form};
use crate::page::dom::{Element, IntoView, html};
use crate::show::answer::AnswerView;
use crate::show::form::FormDraft;
use crate::show::nearby::NearestView;
use crate::words::catalogue::fit as words;
use leptos::prelude::*;

/// Returns the nearest requests; nothing if this one fits at once.
pub fn nearest() -> impl IntoView {
    || with_debounced_answer(|_, answer| (!answer.nearest.is_empty()).then(|| section(answer)))
}

fn section(answer: &AnswerView) -> Element {
    let change = |one: &NearestView| {
        let changes = one.changes.clone();
        change_button(&one.text, move |draft, snapshot| draft.apply(&changes, snapshot))
    };
    let changes: Vec<Element> = answer.nearest.iter().map(change).collect();
    let hint = words::NEAREST_HINT.get(use_lang().get());
    html::section()
        .class("card")
        .id("nearest")
        .attr("aria-labelledby", "nearest-title")
        .child(html::h2().id("nearest-title").child(answer.nearest_heading))
        .child(html::p().class("small quiet no-print").child(hint))
        .child(answer.nearest_caveat.map(|caveat| html::p().class("small").child(caveat)))
        .child(html::div().class("changes").child(changes))
}

/// Returns a button that changes the request by `change`.
pub fn change_button(words: &str, change: impl Fn(&mut FormDraft, &Snapshot) + 'static) -> Element {
    let form = use_request_form();
    button(words, move |_| {
        form.edit_by_file(&change);
        // The button may go with the request that it changed.
        focus("verdict");
    })
}
