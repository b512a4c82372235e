//! Decides the round whenever it, or what it is decided on, has changed.

use crate::edge::task::{self, Work};
use crate::page::context::use_scenario;
use crate::page::shared::Shared;
use crate::session::PreparedScenario;
use crate::session::round::{ListedApplications, Pace, RoundState, check, decide};
use crate::show::round::{Chances, RoundResult};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// How long nothing has to change until it is looked for whose place depends on little.
const QUIET: Duration = Duration::from_millis(600);

/// A round, and what is found out about it.
#[derive(Clone, Copy)]
pub struct Planning {
    /// The round.
    pub round: RwSignal<RoundState>,
    /// What it comes to; of the round before while another is decided.
    pub decided: RwSignal<Option<Shared<RoundResult>>>,
    /// How often each has a place when scores change a little.
    pub chances: RwSignal<Option<Shared<Chances>>>,
    /// Whether the round is being decided.
    pub is_busy: RwSignal<bool>,
}

/// Slices of the page's own length, as long as nothing newer is asked for.
struct Slices {
    work: Work,
    newest: StoredValue<u32>,
    number: u32,
}

impl Slices {
    fn is_wanted(&self) -> bool {
        self.newest.get_value() == self.number
    }
}

impl Pace for Slices {
    fn is_over(&self) -> bool {
        self.work.is_over()
    }

    async fn rest(&self) -> bool {
        self.work.rest().await;
        self.is_wanted()
    }
}

/// Decides the round from now on.
pub fn keep(planning: Planning) {
    let scenario = use_scenario();
    let newest = StoredValue::new(0_u32);
    let edits = Memo::new(move |_| planning.round.with(|round| round.edits().clone()));
    Effect::new(move |_| {
        // Read, not only tracked: what was never computed tells of no change.
        edits.with(|_| ());
        let scenario = scenario.get();
        newest.update_value(|newest| *newest = newest.wrapping_add(1));
        let number = newest.get_value();
        let listed = planning.round.with_untracked(|round| round.listed());
        planning.chances.set(None);
        match scenario {
            Some(scenario) if !listed.places.is_empty() => {
                planning.is_busy.set(true);
                spawn_local(plan(planning, scenario, listed, newest, number));
            }
            _ => {
                planning.decided.set(None);
                planning.is_busy.set(false);
            }
        }
    });
}

async fn plan(
    planning: Planning,
    scenario: Shared<PreparedScenario>,
    listed: ListedApplications,
    newest: StoredValue<u32>,
    number: u32,
) {
    if planning.decided.with_untracked(Option::is_none) {
        // The list comes first: on it, nobody waits for the plan.
        task::painted().await;
    }
    let pace = Slices { work: Work::begin(), newest, number };
    if !pace.is_wanted() {
        return;
    }
    let policy = planning.round.with_untracked(|round| round.policy().clone());
    // What was decided before stays in sight until the new plan is whole.
    let so_far = |decided| {
        if planning.decided.with_untracked(Option::is_none) {
            planning.decided.set(Some(Shared::new(decided)));
        }
    };
    let Some(whole) = decide(&scenario.0, &listed, &policy, &pace, so_far).await else { return };
    planning.decided.set(Some(Shared::new(whole)));
    planning.is_busy.set(false);
    let look = move || {
        spawn_local(async move {
            let pace = Slices { work: Work::begin(), newest, number };
            if !pace.is_wanted() {
                return;
            }
            let found = check(&scenario.0, &listed, &policy, &pace).await;
            if let Some(chances) = found.filter(|_| pace.is_wanted()) {
                planning.chances.set(Some(Shared::new(chances)));
            }
        });
    };
    set_timeout(look, QUIET);
}
