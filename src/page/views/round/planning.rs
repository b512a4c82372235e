//! Planning: decides the round whenever it, or the scenario, has changed.

use crate::edge::task::{self, Work};
use crate::page::context::use_scenario;
use crate::page::shared::Shared;
use crate::session::PreparedScenario;
use crate::session::round::{ListedApplications, Pace, RoundState, check, decide};
use crate::show::round::{Chances, RoundResult};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// Time without a change until the chances are computed, which show whose place depends on little.
const QUIET: Duration = Duration::from_millis(600);

/// Round, and the results of deciding it.
#[derive(Clone, Copy)]
pub struct Planning {
    /// Round.
    pub round: RwSignal<RoundState>,
    /// Plan of the round; that of the round before while another is decided.
    pub decided: RwSignal<Option<Shared<RoundResult>>>,
    /// Chance of each application to be placed when scores change a little.
    pub chances: RwSignal<Option<Shared<Chances>>>,
    /// `true` while the round is being decided.
    pub is_busy: RwSignal<bool>,
}

/// Slices of a task's length, given up once something newer is asked for.
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

/// Decides the round now and at every change from now on.
pub fn keep(planning: Planning) {
    let scenario = use_scenario();
    let newest = StoredValue::new(0_u32);
    let edits = Memo::new(move |_| planning.round.with(|round| round.edits().clone()));
    Effect::new(move |_| {
        // Read, not only tracked: a memo that was never computed reports no change.
        edits.with(|_| ());
        let scenario = scenario.get();
        newest.update_value(|newest| *newest = newest.wrapping_add(1));
        let number = newest.get_value();
        let listed = planning.round.with_untracked(|round| round.listed());
        planning.chances.set(None);
        match scenario {
            Some(scenario) if !listed.indices.is_empty() => {
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
        // The list is painted first: nobody who looks at it waits for the plan.
        task::painted().await;
    }
    let pace = Slices { work: Work::begin(), newest, number };
    if !pace.is_wanted() {
        return;
    }
    let policy = planning.round.with_untracked(|round| round.policy().clone());
    // The plan before stays in sight until the new one is complete.
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
