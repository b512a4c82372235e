//! Standards for the request: the rules of its call, the results of a past round, and the chance in
//! one like it.

use super::debounced::with_debounced_answer;
use super::results::results;
use crate::model::{Request, Snapshot};
use crate::page::components::{OddsAsked, facts, list, odds, source};
use crate::page::context::{use_lang, use_request_form, use_scenario};
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::memo;
use crate::show::labels;
use crate::show::overview;
use crate::words::catalogue::capacity;
use crate::words::source::source_of;
use leptos::prelude::*;

/// Returns the results of a past round, the chance and the rules.
pub fn results_and_rules() -> impl IntoView {
    let (form, scenario) = (use_request_form(), use_scenario());
    let has_answer = memo(move |_| form.debounced.with(|answer| answer.0.answered().is_some()));
    let rules = move || {
        let scenario = scenario.get()?.0;
        with_debounced_answer(|request, _| rules(&scenario.scenario.snapshot, request))
    };
    let asked = move || {
        let answer = form.debounced.get().0;
        let (request, _) = answer.answered()?;
        Some(OddsAsked { call: request.call.clone(), nodes: request.nodes.min, rank: None })
    };
    move || {
        has_answer.get().then(|| html::div().class("stack").child((results(), odds(asked), rules)))
    }
}

/// Returns the rules of the call that the request is checked against.
fn rules(snapshot: &Snapshot, request: &Request) -> Option<Element> {
    let lang = use_lang().get();
    let call = snapshot.call_of(request)?;
    let title = labels::rules(call, lang);
    let open: Vec<String> = call.unknown.iter().map(|text| lang.text(text).to_owned()).collect();
    let left_open = (!open.is_empty())
        .then(|| (html::h3().child(capacity::LEFT_OPEN.get(lang)), list("small quiet", &open)));
    let rules = html::section()
        .class("card")
        .id("rules")
        .attr("aria-labelledby", "rules-title")
        .child(html::h2().id("rules-title").child(title))
        .child(facts("facts", &overview::rules(snapshot, call, lang)))
        .child(left_open)
        .child(source_of(snapshot, call.source.as_deref(), lang).map(source));
    Some(rules)
}
