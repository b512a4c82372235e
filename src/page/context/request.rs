//! Request form, which several views read and some change.

use super::provided::provided;
use super::{use_chunks, use_lang, use_phases, use_route, use_scenario, use_today};
use crate::exchange::link::{FormLink, Route, View};
use crate::model::Snapshot;
use crate::page::shared::Shared;
use crate::session::{FormAnswer, PreparedScenario};
use crate::show::form::{Field, FormDraft, default_draft};
use leptos::prelude::*;
use std::time::Duration;

/// Pause in typing after which all of the answer follows its sentence: shorter than a glance.
const PAUSE: Duration = Duration::from_millis(90);

/// Request as typed, and its answer.
#[derive(Clone, Copy)]
pub struct RequestForm {
    /// Form as typed, or with its defaults before anything was typed.
    pub draft: Memo<FormDraft>,
    /// Answer to it.
    pub answer: Memo<Shared<FormAnswer>>,
    /// Debounced answer, for what is below the sentence, so that a key has less to paint.
    pub debounced: RwSignal<Shared<FormAnswer>>,
    route: RwSignal<Route>,
    scenario: Memo<Option<Shared<PreparedScenario>>>,
    /// Start that is in the route because the rest of the form was typed, and that nobody chose.
    proposed: StoredValue<Option<String>>,
}

impl RequestForm {
    /// Changes the form by `change`.
    pub fn edit(self, change: impl FnOnce(&mut FormDraft)) {
        let before = self.draft.get_untracked();
        let mut draft = before.clone();
        change(&mut draft);
        self.route.update(|route| {
            let start = route.form.get(Field::From);
            let is_proposed =
                start.is_none() || self.proposed.with_value(|it| it.as_deref() == start);
            // A start that nobody chose stays a proposal as long as a change leaves it alone.
            let is_kept = is_proposed && draft.from == before.from;
            self.proposed.set_value(is_kept.then(|| draft.from.clone()));
            route.form = FormLink::from_draft(&draft);
        });
    }

    /// Changes the form by `change`, which also gets the snapshot; does nothing without a file.
    pub fn edit_by_file(self, change: impl FnOnce(&mut FormDraft, &Snapshot)) {
        if let Some(scenario) = self.scenario.get_untracked() {
            self.edit(|draft| change(draft, &scenario.0.file.snapshot));
        }
    }

    /// Returns by how much a key steps the number of `field`; 1 without a file.
    pub fn step(self, field: Field) -> u32 {
        let step = |scenario: Shared<PreparedScenario>| {
            self.draft.with_untracked(|draft| draft.step(field, &scenario.0.file.snapshot))
        };
        self.scenario.get_untracked().map_or(1, step)
    }

    /// Returns the route with all of the request, whatever of it was typed, if the view is the fit
    /// view: a link that is taken along asks the same on another day.
    pub fn whole_route(self) -> Route {
        self.route.with(|route| {
            if route.view != View::Fit {
                return route.clone();
            }
            let mut whole = self.draft.with(|draft| route.with_request(draft));
            // A file without calls does not ask for the class, so the link need not tell it.
            if self.has_terms() == Some(false) {
                whole.form.set(Field::Class, None);
            }
            whole
        })
    }

    /// Returns `true` if the form asks who applies and under which call; `None` without a file.
    pub fn has_terms(self) -> Option<bool> {
        self.scenario.with(|scenario| {
            let snapshot = &scenario.as_ref()?.0.file.snapshot;
            Some(self.draft.with(|draft| draft.has_terms(snapshot)))
        })
    }
}

/// Provides the form of the route, and its answer in the scenario.
pub fn provide_request_form() {
    let (route, scenario, today) = (use_route(), use_scenario(), use_today());
    let untouched = Memo::new(move |_| {
        scenario.with(|scenario| {
            let snapshot = scenario.as_ref().map(|scenario| &scenario.0.file.snapshot);
            snapshot.map_or_else(FormDraft::default, |s| default_draft(s, today.get()))
        })
    });
    let draft = Memo::new(move |_| route.with(|route| route.form.apply(untouched.get())));
    // A start that was proposed by the page, not chosen by the reader, follows the clock.
    let proposed = StoredValue::new(None);
    Effect::new(move |_| {
        let start = untouched.with(|draft| Some(draft.from.clone()));
        let old = proposed.get_value();
        let is_old = |route: &Route| route.form.get(Field::From) == old.as_deref();
        if old.is_some() && old != start && route.with_untracked(is_old) {
            proposed.set_value(start.clone());
            route.update(|route| route.form.set(Field::From, start));
        }
    });
    let (fit, lang) = (use_chunks().fit, use_lang());
    let answer = Memo::new(move |_| {
        let ask = || {
            let (code, scenario) = (fit.ready()?, scenario.get()?);
            Some(draft.with(|draft| (code.answer)(&scenario.0, draft, today.get(), lang.get())))
        };
        Shared::new(ask().unwrap_or(FormAnswer::Waiting))
    });
    let debounced = debounce_answer(answer);
    provide_context(RequestForm { draft, answer, debounced, route, scenario, proposed });
}

/// Returns the debounced answer; the first answer is not delayed.
fn debounce_answer(answer: Memo<Shared<FormAnswer>>) -> RwSignal<Shared<FormAnswer>> {
    let is_time = use_phases().below;
    let debounced = RwSignal::new(Shared::new(FormAnswer::Waiting));
    let mut later = debounce(PAUSE, move |answer| debounced.set(answer));
    Effect::new(move |_| {
        let answer = answer.get();
        if !is_time.get() {
            return;
        }
        if debounced.with_untracked(|debounced| matches!(&*debounced.0, FormAnswer::Waiting)) {
            debounced.set(answer);
        } else {
            later(answer);
        }
    });
    debounced
}

/// Returns the request form.
pub fn use_request_form() -> RequestForm {
    provided()
}
