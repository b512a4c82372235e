//! State of the round view that lasts as long as the page: the round, its plan, and what is looked
//! at.

use super::planning::{self, Planning};
use crate::edge::window;
use crate::exchange::link::Route;
use crate::exchange::plan::{policy_text, read_policy};
use crate::page::context::{use_kept, use_lang, use_route, use_scenario, use_today};
use crate::page::reactive::memo;
use crate::page::shared::Shared;
use crate::picture::plan::DayWindow;
use crate::session::PreparedScenario;
use crate::session::round::{RoundState, ranking, rows_of};
use crate::show::round::{Chances, PlanSums, RankedList, RoundResult, RoundRow, sums};
use leptos::prelude::*;
use std::ops::Range;

/// Ranking shown.
pub type ShownRanking = Memo<Option<Shared<RankedList>>>;

/// Round at hand, and what is looked at.
#[derive(Clone, Copy)]
pub struct RoundController {
    /// List, edits over it, and plans that were kept.
    pub round: RwSignal<RoundState>,
    /// Plan of the round as far as it is known; that of the round before while another is decided.
    pub decided: RwSignal<Option<Shared<RoundResult>>>,
    /// Chance of each application to be placed when scores change a little.
    pub chances: RwSignal<Option<Shared<Chances>>>,
    /// `true` while the round is being decided.
    pub is_busy: RwSignal<bool>,
    /// Chosen application, by its index among all that were read.
    pub chosen_index: RwSignal<Option<usize>>,
    /// Time that the picture shows, if it was changed.
    pub window: RwSignal<Option<DayWindow>>,
    /// Only block that the picture shows, by its index; `None` for all.
    pub block_index: RwSignal<Option<usize>>,
    /// `true` while the keys are listed.
    pub shows_keys: RwSignal<bool>,
    /// `true` while the page is being printed.
    pub is_printing: RwSignal<bool>,
    /// `true` if the policy in the link could not be read.
    pub is_link_bad: bool,
    route: RwSignal<Route>,
}

/// Returns the controller, which lives from the first call on as long as the page.
pub fn use_controller() -> RoundController {
    use_kept(make)
}

fn make() -> RoundController {
    let route = use_route();
    let policy = route.with_untracked(|route| route.policy.clone()).unwrap_or_default();
    let policy = read_policy(&policy);
    let controller = RoundController {
        is_link_bad: policy.is_err(),
        round: RwSignal::new(RoundState::new(policy.unwrap_or_default())),
        decided: RwSignal::new(None),
        chances: RwSignal::new(None),
        is_busy: RwSignal::new(false),
        chosen_index: RwSignal::new(None),
        window: RwSignal::new(None),
        block_index: RwSignal::new(None),
        shows_keys: RwSignal::new(false),
        is_printing: RwSignal::new(false),
        route,
    };
    for (event, is_printing) in [("beforeprint", true), ("afterprint", false)] {
        window::on(event, move |_| controller.is_printing.set(is_printing));
    }
    let RoundController { round, decided, chances, is_busy, .. } = controller;
    planning::keep(Planning { round, decided, chances, is_busy });
    controller
}

impl RoundController {
    /// Changes the round by `change`; its policy, and nothing else of it, goes into the link.
    pub fn edit<T>(self, change: impl FnOnce(&mut RoundState) -> T) -> Option<T> {
        let outcome = self.round.try_update(change);
        let text = self.round.with_untracked(|round| policy_text(round.policy()));
        let text = Some(text).filter(|text| !text.is_empty());
        // Setting the route would run its readers, even with an equal policy.
        if self.route.with_untracked(|route| route.policy != text) {
            self.route.update(|route| route.policy = text);
        }
        outcome
    }

    /// Returns `true` if an application of the example is in the list.
    pub fn has_example(self) -> bool {
        self.round.with(|round| round.index_of("S-001").is_some())
    }

    /// Returns the ranking, once there is a scenario to decide it on.
    pub fn use_ranking(self) -> ShownRanking {
        let (lang, scenario) = (use_lang(), use_scenario());
        memo(move |_| {
            scenario.with(Option::is_some).then(|| {
                let (decided, chances) = (self.decided.get(), self.chances.get());
                let (decided, chances) =
                    (decided.as_ref().map(|it| &*it.0), chances.as_ref().map(|it| &*it.0));
                let ranking = |round: &RoundState| ranking(round, decided, chances, lang.get());
                Shared::new(self.round.with(ranking))
            })
        })
    }

    /// Returns a closure that puts the rows of a ranking into words, for a range of its positions.
    pub fn use_rows(self) -> impl Fn(&RankedList, Range<usize>) -> Vec<RoundRow> + Copy {
        let (lang, scenario) = (use_lang(), use_scenario());
        move |ranking, positions| {
            let Some(scenario) = scenario.get() else { return Vec::new() };
            let (decided, chances) = (self.decided.get(), self.chances.get());
            let (decided, chances) =
                (decided.as_ref().map(|it| &*it.0), chances.as_ref().map(|it| &*it.0));
            self.round.with(|round| {
                rows_of(ranking, positions, &scenario.0, round, decided, chances, lang.get())
            })
        }
    }

    /// Returns the totals of the round.
    pub fn use_sums(self) -> Memo<Option<Shared<PlanSums>>> {
        let (lang, scenario) = (use_lang(), use_scenario());
        memo(move |_| {
            let (scenario, decided) = (scenario.get()?.0, self.decided.get()?);
            Some(Shared::new(sums(&scenario.scenario, &decided.0, lang.get())))
        })
    }

    /// Returns the time that the picture shows.
    pub fn use_window(self) -> Memo<DayWindow> {
        let (scenario, today) = (use_scenario(), use_today());
        memo(move |_| {
            let as_of = |it: &Shared<PreparedScenario>| it.0.file.snapshot.as_of;
            let as_of = scenario.with(|scenario| scenario.as_ref().map(as_of));
            let now = as_of.map_or(today.get(), |as_of| as_of.max(today.get()));
            self.window.get().unwrap_or_else(|| DayWindow::of_now(now))
        })
    }

    /// Shows the whole plan, with a little margin.
    pub fn fit_window(self) {
        let times = self.decided.with_untracked(|decided| {
            decided.as_ref().and_then(|decided| decided.0.totals.window.clone())
        });
        if let Some(times) = times {
            self.window.set(Some(DayWindow::of_plan(&times)));
        }
    }
}
