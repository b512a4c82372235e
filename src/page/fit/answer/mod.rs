//! The answer beside the form: sentence, what would fit, best offer, all blocks, fees, rules.

mod blocks;
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
use crate::page::state::{Outcome, State};
use crate::show::Lang;
use crate::show::answer::{Verdict, what_not};
use crate::show::catalogue::fit as words;
use crate::show::form::FieldProblem;
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
        .live(move || keep::request(state, lang))
        .live(move || nearest::view(state, lang))
        .child(offer::view(state, lang))
        .live(move || once(bottom, || pictures::fit_map(state, lang).view()))
        .live(move || once(bottom, || blocks::view(state, lang)))
        .live(move || once(bottom, || rules::view(state, lang)))
}

fn verdict(state: State, lang: Lang) -> Fragment {
    match &*state.outcome.get().0 {
        Outcome::Waiting => nothing(),
        Outcome::Answered(_, answer) => {
            let note = answer.call_note.as_deref();
            let note = note.map(|note| el("p").class("small").child(note));
            let rests_on = state.world.get().map(|world| {
                let what_not = what_not(&world.0.scenario, &world.0.data.fingerprint, lang);
                el("p").class("small quiet what-not").child(what_not)
            });
            panel(answer.verdict.id(), &answer.sentence).child(note).child(rests_on).view()
        }
        Outcome::Invalid(problems) => {
            let problem = |found| el("li").child(to_field(found, lang));
            let problems: Vec<El> = problems.iter().map(problem).collect();
            let list = el("ul").class("small").child(problems);
            panel("invalid", words::ANSWER_INCOMPLETE.get(lang)).child(list).view()
        }
    }
}

/// A problem as a link to its field.
fn to_field(problem: &FieldProblem, lang: Lang) -> El {
    let id = problem.field.id();
    el("a")
        .attr("href", format!("#{id}"))
        .on("click", move |event| {
            // The address belongs to the state.
            event.prevent_default();
            focus(id);
        })
        .child(problem.line(lang))
}

fn panel(kind: &'static str, sentence: &str) -> El {
    // Colours know four kinds; a broken rule looks like any other no.
    let style = if kind == Verdict::Rule.id() { Verdict::No.id() } else { kind };
    el("div")
        .class("verdict")
        .attr("data-kind", style)
        .attr("data-verdict", kind)
        .child(el("p").child(sentence))
}

/// Reads the sentence out to those who do not see it, once typing has paused.
fn announcer(state: State, lang: Lang) -> El {
    let said = RwSignal::new(String::new());
    let mut say = debounce(QUIET, move |sentence: String| said.set(sentence));
    Effect::new(move |_| {
        say(match &*state.outcome.get().0 {
            Outcome::Answered(_, answer) => answer.sentence.clone(),
            Outcome::Invalid(_) => words::ANSWER_INCOMPLETE.get(lang).to_owned(),
            Outcome::Waiting => return,
        });
    });
    el("p").class("unseen").attr("role", "status").id("said").live(move || text(said.get()))
}

/// What the answer comes to, laid out by `lay`; nothing where there is no answer.
fn answered(
    state: State,
    lay: impl FnOnce(&crate::model::Request, &crate::show::answer::AnswerView) -> Option<El>,
) -> Fragment {
    match &*state.settled.get().0 {
        Outcome::Answered(request, answer) => views(lay(request, answer)),
        Outcome::Waiting | Outcome::Invalid(_) => nothing(),
    }
}
