//! The answer for those who do not see it.

use crate::page::context::{use_lang, use_request_form};
use crate::page::dom::{Element, html};
use crate::session::FormAnswer;
use crate::words::catalogue::fit as words;
use leptos::prelude::*;
use std::time::Duration;

/// How long nothing has to change until the sentence is read out.
const QUIET: Duration = Duration::from_millis(700);

/// Reads the sentence out to those who do not see it, once typing has paused.
pub fn announcer() -> Element {
    let (lang, form) = (use_lang(), use_request_form());
    let spoken = RwSignal::new(String::new());
    let mut speak = debounce(QUIET, move |sentence| spoken.set(sentence));
    Effect::new(move |_| {
        speak(match &*form.answer.get().0 {
            FormAnswer::Answered(_, answer) => answer.summary.spoken(),
            FormAnswer::Invalid(_) => words::ANSWER_INCOMPLETE.get(lang.get()).to_owned(),
            FormAnswer::Waiting => return,
        });
    });
    html::p().class("unseen").attr("role", "status").id("said").child(move || spoken.get())
}
