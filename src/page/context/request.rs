//! The request form, which several views read and some change.

use super::{use_chunks, use_lang, use_phases, use_route, use_scenario, use_today};
use crate::exchange::link::{FormLink, Route};
use crate::page::shared::Shared;
use crate::session::FormAnswer;
use crate::show::form::{FormDraft, default_draft};
use leptos::prelude::*;
use std::time::Duration;

/// How long nothing is typed until all of the answer follows its sentence: shorter than a glance.
const PAUSE: Duration = Duration::from_millis(90);

/// The request as typed, and its answer.
#[derive(Clone, Copy)]
pub struct RequestForm {
    /// The form as typed, or as it stands before anything was typed.
    pub draft: Memo<FormDraft>,
    /// What it comes to.
    pub answer: Memo<Shared<FormAnswer>>,
    /// What it comes to once typing has paused: for what is below the sentence, so that a key has
    /// less to paint.
    pub settled: RwSignal<Shared<FormAnswer>>,
    route: RwSignal<Route>,
}

impl RequestForm {
    /// Changes the form.
    pub fn edit(self, change: impl FnOnce(&mut FormDraft)) {
        let mut draft = self.draft.get_untracked();
        change(&mut draft);
        self.route.update(|route| route.form = FormLink::of(&draft));
    }
}

/// Provides the form of the route, and what it comes to in the scenario.
pub fn provide_request_form() {
    let (route, scenario, today) = (use_route(), use_scenario(), use_today());
    let untouched = Memo::new(move |_| {
        scenario.with(|scenario| {
            let snapshot = scenario.as_ref().map(|scenario| &scenario.0.file.snapshot);
            snapshot.map_or_else(FormDraft::default, |s| default_draft(s, today.get()))
        })
    });
    let draft = Memo::new(move |_| route.with(|route| route.form.apply(untouched.get())));
    // A start that was proposed, and not chosen, follows the clock.
    Effect::new(move |before: Option<String>| {
        let now = untouched.with(|draft| draft.from.clone());
        if let Some(before) = before.filter(|before| !before.is_empty() && *before != now)
            && route.with_untracked(|route| route.form.from == Some(before))
        {
            route.update(|route| route.form.from = Some(now.clone()));
        }
        now
    });
    let (fit, lang) = (use_chunks().fit, use_lang());
    let answer = Memo::new(move |_| {
        let ask = || {
            let (code, scenario) = (fit.code.get()?.ok()?, scenario.get()?);
            Some(draft.with(|draft| (code.answer)(&scenario.0, draft, today.get(), lang.get())))
        };
        Shared::new(ask().unwrap_or(FormAnswer::Waiting))
    });
    provide_context(RequestForm { draft, answer, settled: settle(answer), route });
}

/// Follows an answer once typing has paused; nothing waits for the first one.
fn settle(answer: Memo<Shared<FormAnswer>>) -> RwSignal<Shared<FormAnswer>> {
    let is_time = use_phases().below;
    let settled = RwSignal::new(Shared::new(FormAnswer::Waiting));
    let mut settle = debounce(PAUSE, move |answer| settled.set(answer));
    Effect::new(move |_| {
        let answer = answer.get();
        if !is_time.get() {
            return;
        }
        if settled.with_untracked(|settled| matches!(&*settled.0, FormAnswer::Waiting)) {
            settled.set(answer);
        } else {
            settle(answer);
        }
    });
    settled
}

/// Returns the request form.
pub fn use_request_form() -> RequestForm {
    expect_context()
}
