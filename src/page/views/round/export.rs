//! Plan as a file.

use super::controller::RoundController;
use crate::edge::fetch::{Fetching, Limits};
use crate::edge::save;
use crate::exchange::plan::{DecidedRound, csv, with_holds};
use crate::model::fingerprint;
use crate::model::limits::MAX_BYTES;
use crate::page::components::{ActionOutcome, button};
use crate::page::context::{t, use_feed, use_lang, use_scenario};
use crate::page::dom::Element;
use crate::show::round;
use crate::words::catalogue::{page, round as words};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Name of the spreadsheet's file.
const CSV: &str = "jari-plan.csv";
const CAPACITY: &str = "capacity-with-plan.json";
/// Limits of fetching the capacity file, which is mostly in the browser's own cache.
const LIMITS: Limits = Limits { bytes: MAX_BYTES, silent_seconds: 15, seconds: 180 };

/// Returns a button that saves the plan as a table for a spreadsheet.
pub fn csv_button(
    controller: RoundController,
    outcome: RwSignal<Option<ActionOutcome>>,
) -> Element {
    let lang = use_lang();
    let act = move |_| {
        if let Some(of) = controller.decided.get_untracked() {
            let text = csv(&plan_of(&of.0), lang.get_untracked());
            tell(outcome, save::text(CSV, "text/csv;charset=utf-8", &text));
        }
    };
    button(t(words::EXPORT_CSV), act).id("export-csv")
}

/// Returns a button that saves the capacity file with the plan as holds.
///
/// The file is fetched again, because everything written in it is kept, and it must be the one that
/// the plan was made on.
pub fn capacity_button(
    controller: RoundController,
    outcome: RwSignal<Option<ActionOutcome>>,
) -> Element {
    let (feed, scenario) = (use_feed().feed, use_scenario());
    let act = move |_| {
        let (Some(of), Some(scenario)) =
            (controller.decided.get_untracked(), scenario.get_untracked())
        else {
            return;
        };
        let (url, own) = feed
            .with_untracked(|feed| (feed.capacity_url().to_owned(), feed.own().map(Arc::clone)));
        spawn_local(async move {
            let fetched = match own {
                Some(own) => Some(own.bytes.to_vec()),
                None => Fetching::start(&url).bytes(LIMITS, &|_, _| ()).await.ok(),
            };
            let is_same = |bytes: &Vec<u8>| fingerprint(bytes) == scenario.0.file.fingerprint;
            let text = fetched.filter(is_same).and_then(|bytes| String::from_utf8(bytes).ok());
            let text = text.and_then(|text| with_holds(&text, &plan_of(&of.0)));
            let is_saved = text.is_some_and(|it| save::text(CAPACITY, "application/json", &it));
            tell(outcome, is_saved);
        });
    };
    button(t(words::EXPORT_CAPACITY), act).id("export-capacity")
}

fn plan_of(result: &round::RoundResult) -> DecidedRound<'_> {
    DecidedRound {
        snapshot: &result.snapshot,
        applications: &result.applications,
        plan: &result.plan,
    }
}

fn tell(outcome: RwSignal<Option<ActionOutcome>>, is_saved: bool) {
    let entry = if is_saved { page::DOWNLOADED } else { words::EXPORT_FAILED };
    outcome.set(Some(ActionOutcome::Message(entry)));
}
