//! The size view: a workload beside what it needs on each accelerator.

mod answer;
mod curve;
mod form;
mod steps;

use super::element::{Fragment, el};
use super::state::{Shared, State};
use crate::exchange::link::FormLink;
use crate::session::{FormAnswer, answer_form};
use crate::show::Lang;
use crate::show::catalogue::size as words;
use crate::show::elsewhere::{self, Elsewhere};
use crate::show::form::FormDraft;
use crate::show::names::accelerator_name;
use crate::show::size::{self, SizeDraft, SizeField, SizeProblem, SizeView};
use crate::sizing;
use leptos::prelude::*;
use std::sync::Arc;

/// What the form comes to.
enum Sized {
    /// There is no file yet.
    Waiting,
    /// It cannot be understood.
    Invalid(Vec<SizeProblem>),
    /// The answer.
    Answered(Answered),
}

/// An answer with what it leads to.
struct Answered {
    view: SizeView,
    /// For each accelerator the request for the suggested size, where there is one.
    requests: Vec<Option<Asked>>,
    /// Where else to look, where a size is smaller than any call allows.
    elsewhere: Option<Elsewhere>,
}

/// The request for a suggested size, and what the fit view says of it.
struct Asked {
    link: FormLink,
    verdict: String,
    fee: Option<String>,
}

/// The answer, for all parts of the view.
type Now = Memo<Shared<Sized>>;

/// The view.
pub fn view(state: State, lang: Lang) -> Fragment {
    let draft = Memo::new(move |_| state.route.with(|route| route.size.clone()));
    let now: Now =
        Memo::new(move |_| Shared(Arc::new(draft.with(|draft| sized(state, draft, lang)))));
    let inputs = el("div").class("stack inputs").child(form::view(state, now, lang));
    el("div")
        .class("view")
        .child(
            el("div")
                .class("stack")
                .child(el("h1").child(words::HEADING.get(lang)))
                .child(el("p").class("lead").child(words::LEAD.get(lang))),
        )
        .child(el("div").class("fit").child(inputs).child(answer::view(state, now, lang)))
        .view()
}

fn sized(state: State, draft: &SizeDraft, lang: Lang) -> Sized {
    let Some(world) = state.world.get() else { return Sized::Waiting };
    let snapshot = &world.0.scenario.snapshot;
    let workload = match size::raise(draft) {
        Ok(workload) => workload,
        Err(problems) => return Sized::Invalid(problems),
    };
    let form = state.draft.get();
    let sites = size::sites(snapshot, &form, state.today);
    let Ok(answer) = sizing::size(&workload, &sites) else { return Sized::Waiting };
    let ask = |draft: FormDraft| {
        let link = FormLink::of(&draft);
        match answer_form(&world.0, &draft, state.today, lang) {
            FormAnswer::Answered(_, answer) => {
                let fee = answer.best.as_ref().map(|best| best.fee.clone());
                Some(Asked { link, verdict: answer.summary.sentence.clone(), fee })
            }
            // What is wrong in the request form is told there.
            FormAnswer::Invalid(_) | FormAnswer::Waiting => {
                Some(Asked { link, verdict: String::new(), fee: None })
            }
        }
    };
    let requests = answer.sites.iter().map(|of| ask(size::handed_over(of, &form)?)).collect();
    let elsewhere = answer.sites.iter().find_map(|of| {
        let point = of.curve.get(of.recommended.as_ref()?.place)?;
        elsewhere::below(snapshot, &of.accelerator, point.nodes, lang)
    });
    let name = |id: &str| accelerator_name(snapshot, id, lang).to_owned();
    Sized::Answered(Answered { view: size::view(&answer, &sites, name, lang), requests, elsewhere })
}

/// Puts a text into a field of the form.
fn set(state: State, field: SizeField, text: String) {
    state.route.update(|route| route.size.set(field, text));
}
