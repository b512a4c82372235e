//! Pinned requests with their answers.

use crate::exchange::link::Route;
use crate::model::Hour;
use crate::page::context::{use_kept, use_lang, use_route, use_scenario, use_today};
use crate::page::shared::Shared;
use crate::session::{FormAnswer, PreparedScenario, answer_form};
use crate::show::compare::ComparedRequest;
use crate::show::form::default_draft;
use crate::words::Lang;
use leptos::prelude::*;
use std::sync::Arc;

/// Pinned request with its answer, which changes only with the file, the language and the hour.
pub struct Pin {
    /// Request, as in the link.
    pub query: String,
    lang: Lang,
    today: Hour,
    scenario: Shared<PreparedScenario>,
    answer: FormAnswer,
}

/// Pinned requests, answered.
#[derive(Clone, Copy)]
pub struct Pins(Memo<Shared<Vec<Arc<Pin>>>>);

/// Returns the pinned requests, whose answers stay when the view is left.
pub fn use_pins() -> Pins {
    use_kept(Pins::new)
}

impl Pins {
    /// Creates the memo of the link's pins, which are answered again only if something changed for
    /// them.
    fn new() -> Self {
        let (lang, route) = (use_lang(), use_route());
        let (scenario, today) = (use_scenario(), use_today());
        Self(Memo::new(move |before: Option<&Shared<Vec<Arc<Pin>>>>| {
            let before = before.map_or(&[][..], |before| &before.0);
            let pins = scenario.get().map(|scenario| {
                let basis = Basis { scenario: &scenario, today: today.get(), lang: lang.get() };
                route.with(|route| basis.answered(&route.pins, before))
            });
            Shared::new(pins.unwrap_or_default())
        }))
    }

    /// Returns the pins, and subscribes the caller to them.
    pub fn get(self) -> Arc<Vec<Arc<Pin>>> {
        self.0.get().0
    }
}

/// Basis on which pinned requests are answered.
struct Basis<'a> {
    /// Scenario of the form.
    scenario: &'a Shared<PreparedScenario>,
    today: Hour,
    lang: Lang,
}

impl Basis<'_> {
    /// Returns the pinned requests, answered; a pin of `before` is reused if nothing changed for
    /// it.
    fn answered(&self, queries: &[String], before: &[Arc<Pin>]) -> Vec<Arc<Pin>> {
        let file = &self.scenario.0.file;
        let mut pins: Vec<Arc<Pin>> = Vec::new();
        for query in queries {
            let is_same = |pin: &&Arc<Pin>| {
                pin.query == *query
                    && (pin.lang, pin.today) == (self.lang, self.today)
                    // Files are shared, so comparing the pointers is enough.
                    && Arc::ptr_eq(&pin.scenario.0.file, file)
            };
            let pin = before.iter().find(is_same).cloned();
            let pin = pin.unwrap_or_else(|| {
                let known = before.iter().chain(&pins).map(|pin| &pin.scenario);
                Arc::new(self.answer(query, known))
            });
            pins.push(pin);
        }
        pins
    }

    /// Returns a pinned request, answered; `known` are the scenarios of other pins.
    fn answer<'a>(
        &'a self,
        query: &str,
        known: impl Iterator<Item = &'a Shared<PreparedScenario>>,
    ) -> Pin {
        let mut route = Route::default();
        route.ask(query);
        let scenario = self.scenario_of(&route, known);
        let file = &self.scenario.0.file;
        let draft = route.form.apply(default_draft(&file.snapshot, self.today));
        let answer = answer_form(&scenario.0, &draft, self.today, self.lang);
        Pin { query: query.to_owned(), lang: self.lang, today: self.today, scenario, answer }
    }

    /// Returns the scenario of a request, one of `known` if it has the same assumptions.
    ///
    /// Laying out holds in time is the slow part, and most pins have the holds of another one.
    fn scenario_of<'a>(
        &'a self,
        route: &Route,
        known: impl Iterator<Item = &'a Shared<PreparedScenario>>,
    ) -> Shared<PreparedScenario> {
        let file = &self.scenario.0.file;
        let known = known.filter(|known| Arc::ptr_eq(&known.0.file, file));
        let assumes =
            |known: &&Shared<PreparedScenario>| known.0.assumes(route.occupancy, &route.holds);
        let same = core::iter::once(self.scenario).chain(known).find(assumes).cloned();
        same.unwrap_or_else(|| {
            let new = PreparedScenario::new(Arc::clone(file), route.occupancy, &route.holds);
            Shared::new(new)
        })
    }
}

impl Pin {
    /// Returns the pin's side of the comparison.
    pub fn side(&self) -> ComparedRequest<'_> {
        side_of(&self.scenario.0, &self.answer)
    }
}

/// Returns a request's side of the comparison.
pub fn side_of<'a>(scenario: &'a PreparedScenario, answer: &'a FormAnswer) -> ComparedRequest<'a> {
    ComparedRequest {
        scenario: &scenario.scenario,
        holds: &scenario.holds,
        holds_by_hand: scenario.holds_by_hand,
        asked: answer.answered(),
        problems: answer.problems(),
    }
}
