//! What the request comes to, in one sentence, or what is wrong with it.

use crate::page::components::{link_to_field, verdict, verdict_panel};
use crate::page::context::{use_lang, use_request_form, use_scenario};
use crate::page::dom::{Element, html};
use crate::session::FormAnswer;
use crate::show::answer::{AnswerView, what_not};
use crate::show::form::FieldProblem;
use crate::words::catalogue::fit as words;
use leptos::prelude::*;

/// The sentence with what is said before and after it; the problems where the form cannot be
/// understood.
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
        html::li().child(link_to_field(problem.field.id().to_owned(), problem.line(lang)))
    };
    let lines: Vec<Element> = problems.iter().map(line).collect();
    verdict_panel("invalid", "invalid").child((
        sentence(words::ANSWER_INCOMPLETE.get(lang)),
        html::ul().class("small").child(lines),
    ))
}

fn sentence(sentence: &str) -> Element {
    html::p().class("sentence").child(sentence)
}
