//! Scenario: the capacity file with assumptions on top.

use super::provided::provided;
use super::{use_feed, use_route};
use crate::page::shared::Shared;
use crate::session::PreparedScenario;
use leptos::prelude::*;
use std::sync::Arc;

#[derive(Clone, Copy)]
struct ScenarioContext(Memo<Option<Shared<PreparedScenario>>>);

/// Provides the file with the assumptions of the route.
pub fn provide_scenario() {
    let (route, feed) = (use_route(), use_feed().feed);
    // Only the inputs of the scenario, so that typing in the form leaves the calendars alone.
    let assumed = Memo::new(move |_| route.with(|r| (r.occupancy, r.holds.clone())));
    let scenario = Memo::new(move |before: Option<&Option<Shared<PreparedScenario>>>| {
        let file = feed.with(|feed| feed.file().cloned())?;
        Some(assumed.with(|(occupancy, holds)| {
            // The feed changes with each of its messages; the same file is not prepared again.
            let same = before.and_then(Option::as_ref).filter(|before| {
                Arc::ptr_eq(&before.0.file, &file) && before.0.assumes(*occupancy, holds)
            });
            let make = || Shared::new(PreparedScenario::new(file, *occupancy, holds));
            same.cloned().unwrap_or_else(make)
        }))
    });
    provide_context(ScenarioContext(scenario));
}

/// Returns the scenario on which requests are answered; `None` while there is no file.
pub fn use_scenario() -> Memo<Option<Shared<PreparedScenario>>> {
    provided::<ScenarioContext>().0
}
