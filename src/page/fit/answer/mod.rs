//! The answer beside the form: sentence, what would fit, best offer, all blocks, fees, rules.

mod blocks;
mod grounds;
mod keep;
mod nearest;
mod offer;
mod rules;

pub use keep::application;

use crate::page::element::{El, Fragment, el, nothing, text, views};
use crate::page::fit::submit::{self, Submission};
use crate::page::parts::focus;
use crate::page::pictures;
use crate::page::stages::once;
use crate::page::state::State;
use crate::session::FormAnswer;
use crate::show::answer::{AnswerView, Summary, what_not};
use crate::show::form::FieldProblem;
use crate::words::Lang;
use crate::words::catalogue::fit as words;
use leptos::prelude::*;
use std::time::Duration;

/// How long nothing has to change until the sentence is read out.
const QUIET: Duration = Duration::from_millis(700);

/// The answer, made anew whenever the request or the scenario changes.
pub fn view(state: State, submission: Submission, lang: Lang) -> El {
    let sentence = el("div")
        .id("verdict")
        .attr("tabindex", "-1")
        .live(move || verdict(state, lang))
        .child(announcer(state, lang));
    let bottom = state.stages.bottom;
    el("section")
        .class("stack answer")
        .id("answer")
        .attr("aria-label", words::ANSWER.get(lang))
        .live_attr("aria-busy", move || {
            (state.outcome.get() != state.settled.get()).then(|| "true".to_owned())
        })
        .child(sentence)
        .child(keep::view(state, lang))
        .child(submit::view(submission, lang))
        .live(move || grounds::view(state, lang))
        .live(move || keep::request(state, lang))
        .live(move || nearest::view(state, lang))
        .child(offer::view(state, lang))
        .live(move || once(bottom, || pictures::fit_map(state, lang).view()))
        .live(move || once(bottom, || blocks::view(state, lang)))
        .live(move || once(bottom, || grounds::elsewhere(state, lang)))
        .live(move || once(bottom, || rules::view(state, lang)))
}

fn verdict(state: State, lang: Lang) -> Fragment {
    match &*state.outcome.get().0 {
        FormAnswer::Waiting => nothing(),
        FormAnswer::Answered(_, answer) => {
            let summary = &answer.summary;
            let note = summary.call_note.as_deref();
            let note = note.map(|note| el("p").class("call-note").child(note));
            let caveat = summary.caveat.map(|caveat| el("p").class("caveat").child(caveat));
            let rests_on = state.world.get().map(|world| {
                let what_not = what_not(&world.0.scenario, &world.0.file.fingerprint, lang);
                el("p").class("small quiet what-not").child(what_not)
            });
            panel(answer.kind)
                .attr("data-verdict", summary.verdict.id())
                .child(note)
                .child(sentence(&summary.sentence))
                .child(caveat)
                .child(rests_on)
                .view()
        }
        FormAnswer::Invalid(problems) => {
            let problem = |found| el("li").child(to_field(found, lang));
            let problems: Vec<El> = problems.iter().map(problem).collect();
            let list = el("ul").class("small").child(problems);
            panel("invalid")
                .attr("data-verdict", "invalid")
                .child(sentence(words::ANSWER_INCOMPLETE.get(lang)))
                .child(list)
                .view()
        }
    }
}

/// A problem as a link to its field.
fn to_field(problem: &FieldProblem, lang: Lang) -> El {
    let id = problem.field.id();
    el("a")
        .attr("href", format!("#{id}"))
        .on_event("click", move |event| {
            // The address belongs to the state.
            event.prevent_default();
            focus(id);
        })
        .child(problem.line(lang))
}

fn panel(kind: &'static str) -> El {
    el("div").class("verdict").attr("data-kind", kind)
}

fn sentence(sentence: &str) -> El {
    el("p").class("sentence").child(sentence)
}

/// Reads the sentence out to those who do not see it, once typing has paused.
fn announcer(state: State, lang: Lang) -> El {
    let said = RwSignal::new(String::new());
    let mut say = debounce(QUIET, move |sentence: String| said.set(sentence));
    Effect::new(move |_| {
        say(match &*state.outcome.get().0 {
            FormAnswer::Answered(_, answer) => read_out(answer),
            FormAnswer::Invalid(_) => words::ANSWER_INCOMPLETE.get(lang).to_owned(),
            FormAnswer::Waiting => return,
        });
    });
    el("p").class("unseen").attr("role", "status").id("said").live(move || text(said.get()))
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
    lay: impl FnOnce(&crate::model::Request, &AnswerView) -> Option<El>,
) -> Fragment {
    match &*state.settled.get().0 {
        FormAnswer::Answered(request, answer) => views(lay(request, answer)),
        FormAnswer::Waiting | FormAnswer::Invalid(_) => nothing(),
    }
}
