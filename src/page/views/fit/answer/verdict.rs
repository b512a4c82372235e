//! Verdict on the request in one sentence, or the problems of the form.

use super::nearest::change_button;
use crate::page::components::{link_to_field, verdict, verdict_panel};
use crate::page::context::{use_lang, use_request_form, use_scenario};
use crate::page::dom::{Element, html};
use crate::session::FormAnswer;
use crate::show::answer::{AnswerView, what_not};
use crate::show::form::{FieldProblem, Remedy};
use crate::words::catalogue::fit as words;
use leptos::prelude::*;

/// Returns the verdict with its note and caveats; if the form cannot be parsed, its problems.
pub fn request_verdict() -> Element {
    let (lang, form) = (use_lang(), use_request_form());
    let spoken = move || match &*form.answer.get().0 {
        FormAnswer::Answered(_, answer) => Some(answer.summary.spoken()),
        FormAnswer::Invalid(_) => Some(vec![words::ANSWER_INCOMPLETE.get(lang.get()).to_owned()]),
        FormAnswer::Waiting => None,
    };
    let panel = move || match &*form.answer.get().0 {
        FormAnswer::Waiting => None,
        FormAnswer::Answered(_, answer) => Some(answered(answer)),
        FormAnswer::Invalid(problems) => Some(invalid(problems)),
    };
    verdict(panel, spoken)
}

fn answered(answer: &AnswerView) -> Element {
    let lang = use_lang().get();
    let summary = &answer.summary;
    let note = summary.call_note.as_deref();
    let note = note.map(|note| html::p().class("call-note").child(note));
    let caveat = summary.caveat.map(|caveat| html::p().class("caveat").child(caveat));
    let rests_on = use_scenario().get().map(|scenario| {
        let what_not = what_not(&scenario.0.scenario, &scenario.0.file.fingerprint, lang);
        html::p().class("small quiet what-not").child(what_not)
    });
    verdict_panel(answer.kind, summary.verdict.id()).child((
        note,
        sentence(&summary.sentence),
        caveat,
        rests_on,
    ))
}

fn invalid(problems: &[FieldProblem]) -> Element {
    let lang = use_lang().get();
    let line = |problem: &FieldProblem| {
        let link = link_to_field(problem.field.id().to_owned(), problem.line(lang));
        html::li().child((link, remedies(problem)))
    };
    let lines: Vec<Element> = problems.iter().map(line).collect();
    verdict_panel("invalid", "invalid").child((
        sentence(words::ANSWER_INCOMPLETE.get(lang)),
        html::ul().class("small").child(lines),
    ))
}

/// Returns the remedies of a problem, each a button.
pub fn remedies(problem: &FieldProblem) -> Option<Element> {
    let lang = use_lang().get();
    let button = |remedy: Remedy| {
        change_button(&remedy.text(lang), move |draft, snapshot| remedy.apply(draft, snapshot))
    };
    let buttons: Vec<Element> = problem.remedies().into_iter().map(button).collect();
    (!buttons.is_empty()).then(|| html::div().class("changes").child(buttons))
}

fn sentence(sentence: &str) -> Element {
    html::p().class("sentence").child(sentence)
}
