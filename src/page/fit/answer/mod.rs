//! The answer beside the form: sentence, what would fit, best offer, all blocks, fees, rules.

mod blocks;
mod grounds;
mod keep;
mod nearest;
mod offer;
mod rules;

pub use keep::application;

use crate::page::components::focus;
use crate::page::dom::{AnyView, Element, IntoView, html};
use crate::page::fit::submit::{self, Submission};
use crate::page::stages::once;
use crate::page::state::State;
use crate::page::views::fit::fit_map::fit_map;
use crate::session::FormAnswer;
use crate::show::answer::{AnswerView, Summary, what_not};
use crate::show::form::FieldProblem;
use crate::words::Lang;
use crate::words::catalogue::fit as words;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;

/// How long nothing has to change until the sentence is read out.
const QUIET: Duration = Duration::from_millis(700);

/// The answer, made anew whenever the request or the scenario changes.
pub fn view(state: State, submission: Submission, lang: Lang) -> Element {
    let sentence = html::div()
        .id("verdict")
        .attr("tabindex", "-1")
        .child(move || verdict(state, lang))
        .child(announcer(state, lang));
    let bottom = state.stages.bottom;
    html::section()
        .class("stack answer")
        .id("answer")
        .attr("aria-label", words::ANSWER.get(lang))
        .attr("aria-busy", move || {
            (state.outcome.get() != state.settled.get()).then(|| "true".to_owned())
        })
        .child(sentence)
        .child(keep::view(state, lang))
        .child(submit::view(submission, lang))
        .child(move || grounds::view(state, lang))
        .child(move || keep::request(state, lang))
        .child(move || nearest::view(state, lang))
        .child(offer::view(state, lang))
        .child(move || once(bottom, || fit_map().into_view()))
        .child(move || once(bottom, || blocks::view(state, lang)))
        .child(move || once(bottom, || grounds::elsewhere(state)))
        .child(move || once(bottom, || rules::view(state, lang)))
}

fn verdict(state: State, lang: Lang) -> AnyView {
    match &*state.outcome.get().0 {
        FormAnswer::Waiting => AnyView::empty(),
        FormAnswer::Answered(_, answer) => {
            let summary = &answer.summary;
            let note = summary.call_note.as_deref();
            let note = note.map(|note| html::p().class("call-note").child(note));
            let caveat = summary.caveat.map(|caveat| html::p().class("caveat").child(caveat));
            let rests_on = state.world.get().map(|world| {
                let what_not = what_not(&world.0.scenario, &world.0.file.fingerprint, lang);
                html::p().class("small quiet what-not").child(what_not)
            });
            panel(answer.kind)
                .attr("data-verdict", summary.verdict.id())
                .child(note)
                .child(sentence(&summary.sentence))
                .child(caveat)
                .child(rests_on)
                .into_view()
        }
        FormAnswer::Invalid(problems) => {
            let problem = |found| html::li().child(to_field(found, lang));
            let problems: Vec<Element> = problems.iter().map(problem).collect();
            let list = html::ul().class("small").child(problems);
            panel("invalid")
                .attr("data-verdict", "invalid")
                .child(sentence(words::ANSWER_INCOMPLETE.get(lang)))
                .child(list)
                .into_view()
        }
    }
}

/// A problem as a link to its field.
fn to_field(problem: &FieldProblem, lang: Lang) -> Element {
    let id = problem.field.id();
    html::a()
        .attr("href", format!("#{id}"))
        .on(ev::click, move |event| {
            // The address belongs to the state.
            event.prevent_default();
            focus(id);
        })
        .child(problem.line(lang))
}

fn panel(kind: &'static str) -> Element {
    html::div().class("verdict").attr("data-kind", kind)
}

fn sentence(sentence: &str) -> Element {
    html::p().class("sentence").child(sentence)
}

/// Reads the sentence out to those who do not see it, once typing has paused.
fn announcer(state: State, lang: Lang) -> Element {
    let said = RwSignal::new(String::new());
    let mut say = debounce(QUIET, move |sentence: String| said.set(sentence));
    Effect::new(move |_| {
        say(match &*state.outcome.get().0 {
            FormAnswer::Answered(_, answer) => read_out(answer),
            FormAnswer::Invalid(_) => words::ANSWER_INCOMPLETE.get(lang).to_owned(),
            FormAnswer::Waiting => return,
        });
    });
    html::p()
        .class("unseen")
        .attr("role", "status")
        .id("said")
        .child(move || said.get().into_view())
}

/// The sentence, after what is said before it.
fn read_out(answer: &AnswerView) -> String {
    let Summary { call_note, sentence, caveat, .. } = &answer.summary;
    let parts = [call_note.as_deref(), Some(sentence), *caveat];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What the answer comes to, laid out by `lay`; nothing where there is no answer.
fn answered(
    state: State,
    lay: impl FnOnce(&crate::model::Request, &AnswerView) -> Option<Element>,
) -> AnyView {
    match &*state.settled.get().0 {
        FormAnswer::Answered(request, answer) => lay(request, answer).into_view(),
        FormAnswer::Waiting | FormAnswer::Invalid(_) => AnyView::empty(),
    }
}
