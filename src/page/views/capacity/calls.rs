//! Calls and their results.

use super::capacity_file::from_file;
use super::section::{CALLS, section};
use crate::edge::{clock, save};
use crate::page::components::{
    bars as bars_of, facts, list, save_button, save_picture, source, status, table_to_save,
};
use crate::page::context::{t, use_feed, use_lang, use_scenario, use_today};
use crate::page::dom::{AnyView, Element, IntoView, html};
use crate::page::lazy::SaveCode;
use crate::show::overview::{self, CallView, ResultsView};
use crate::words::catalogue::capacity as words;
use leptos::prelude::*;

/// Name of the saved file.
const ICS: &str = "jari-calls.ics";

/// Returns the calls, a card each.
pub fn calls() -> impl IntoView {
    let (lang, today) = (use_lang(), use_today());
    from_file(move |snapshot| {
        let calls = overview::calls(snapshot, today.get(), lang.get());
        let calls: Vec<Element> = calls.into_iter().map(call).collect();
        let awards = overview::awards(snapshot, lang.get());
        let awards = awards.map(|awards| html::p().id("awards").child(awards));
        if calls.is_empty() {
            return None;
        }
        let parts = html::div().class("stack").child((awards, calls, save_dates()));
        Some(section(CALLS).child(parts))
    })
}

/// Returns a button that saves the dates of all calls as a calendar.
fn save_dates() -> Element {
    let (lang, scenario, feed) = (use_lang(), use_scenario(), use_feed());
    let outcome = RwSignal::new(None);
    let save = move |code: &'static SaveCode| {
        let file = scenario.with_untracked(|scenario| Some(scenario.as_ref()?.0.file.clone()))?;
        let site = feed.view.with_untracked(|view| view.identity.name.clone());
        let (stamp, lang) = (clock::instant(file.snapshot.as_of), lang.get_untracked());
        let text = (code.calls_ics)(&file.snapshot, &file.fingerprint, &site, stamp, lang);
        Some(save::text(ICS, "text/calendar;charset=utf-8", &text))
    };
    let save = save_button(t(words::SAVE_CALLS), outcome, save).id("save-calls");
    html::div().class("row no-print").child((save, status("calls-saved", outcome)))
}

fn call(view: CallView) -> Element {
    // In sight, not folded away, because it may say that a call ran out of nodes.
    let left_open = (!view.left_open.is_empty()).then(|| {
        let title = html::h4().child(t(words::LEFT_OPEN));
        html::div().class("stack").child((title, list("small quiet", &view.left_open)))
    });
    let rules =
        html::div().class("stack").child((facts("facts", &view.facts), view.source.map(source)));
    html::article().class("card").child((
        html::h3().child(view.name),
        view.note.map(|note| html::p().child(note)),
        html::div().class("side-by-side").child((rules, left_open)),
        view.results.map(results),
    ))
}

fn results(view: ResultsView) -> AnyView {
    let facts = facts("facts", &view.facts);
    let Some(view) = view.published else { return facts.into_view() };
    let title = html::h4().child(view.title);
    let bars = html::div().class("stack picture");
    let bars = bars.child((bars_of(&view.groups), save_picture(words::RESULTS)));
    (title, bars, facts, table_to_save(view.table), view.source.map(source)).into_view()
}
