//! Fit map: the sizes and starts that fit, with the request as a mark that mouse, touch and keys
//! move.

mod current;
mod plot;
mod shapes;

use crate::model::{Hour, Request};
use crate::page::components::chart::{axis_row, gutter, row, spans};
use crate::page::components::{save_picture, segments, table_alternative};
use crate::page::context::{
    t, use_horizon, use_lang, use_request_form, use_route, use_scenario, use_today,
};
use crate::page::dom::{Element, html};
use crate::page::reactive::memo;
use crate::picture::fit_map::{FitMapView, HEIGHT, MapBy};
use crate::picture::time_axis::TimeAxis;
use crate::session::FormAnswer;
use crate::words::catalogue::pictures as words;
use current::CurrentMap;
use leptos::prelude::*;
use plot::plot;

/// Returns the map with its choices, its words and its table alternative.
pub fn fit_map() -> Element {
    let (lang, map) = (use_lang(), current_map());
    let names = (
        html::span().child(move || map.read(|map| map.upward.clone())),
        html::span().child(t(words::MAP_AXIS_START)),
    );
    let scale =
        html::div().class("left").child(move || map.read(|map| gutter(HEIGHT, labels(map))));
    let ticks = move || map.read(|map| axis_row(&map.axis.ticks(lang.get())));
    let charts = html::div().class("charts").child((
        html::p().class("axis-name").attr("aria-hidden", "true").child(names),
        row(scale, plot(map)),
        ticks,
    ));
    html::section()
        .class("card picture")
        .id("fit-map")
        .attr("aria-labelledby", "fit-map-title")
        // Hidden, not removed, so that what was opened in it stays.
        .prop("hidden", move || map.0.with(Option::is_none))
        .child((
            html::h2().id("fit-map-title").child(t(words::MAP_HEADING)),
            html::p().id("fit-map-sentence").child(move || map.read(|map| map.sentence.clone())),
            html::div().class("row no-print").child((upward_choice(), spans())),
            charts,
            help(),
            table_alternative(move || map.read(|map| map.table.clone())),
            save_picture(words::MAP_HEADING),
        ))
}

/// Returns the map of the request as typed.
fn current_map() -> CurrentMap {
    let (lang, route, form) = (use_lang(), use_route(), use_request_form());
    let (scenario, today, horizon) = (use_scenario(), use_today(), use_horizon());
    CurrentMap(memo(move |_| {
        let outcome = form.answer.get().0;
        let FormAnswer::Answered(request, answer) = &*outcome else { return None };
        let prepared = scenario.get()?.0;
        let (scenario, lang) = (&prepared.scenario, lang.get());
        let (span, by) = route.with(|route| (route.span, route.map));
        let first = first_start(request, today.get().max(scenario.snapshot.as_of));
        let axis =
            horizon.with(|horizon| TimeAxis::of_starts(span, first, horizon, request.not_before));
        let verdict = answer.summary.verdict.name(scenario.layer(), lang);
        let map = FitMapView::new(scenario, &prepared.calendars, request, by, axis, verdict, lang);
        Some(map.not_before(first))
    }))
}

/// Returns the first start on the axis, at the hour `now`: the midnight before `now` if the request
/// starts today, so that today is not at the end of the axis before; else the next midnight.
fn first_start(request: &Request, now: Hour) -> Hour {
    let is_today = (now.last_midnight()..now.next_midnight()).contains(&request.not_before);
    if is_today { now.last_midnight() } else { now.next_midnight() }
}

/// Returns the choice of the vertical axis, nodes or term.
fn upward_choice() -> Element {
    let route = use_route();
    let choices =
        vec![(MapBy::Nodes.id(), words::MAP_BY_NODES), (MapBy::Term.id(), words::MAP_BY_TERM)];
    let chosen = move || route.with(|route| route.map.id());
    let choose = move |id| {
        let by = MapBy::from_id(id).unwrap_or_default();
        route.update(|route| route.map = by);
    };
    segments("map", words::MAP_BY, choices, chosen, choose)
}

/// Returns the help on how to move the request.
fn help() -> Element {
    let (lang, route) = (use_lang(), use_route());
    let help = move || {
        let help = match route.with(|route| route.map) {
            MapBy::Nodes => words::MAP_HELP_NODES,
            MapBy::Term => words::MAP_HELP_TERM,
        };
        help.get(lang.get())
    };
    html::p().id("fit-map-help").class("small quiet no-print").child(help)
}

/// Returns the labels left of the plot; one at the upper edge is moved below its line.
fn labels(map: &FitMapView) -> Vec<(u32, String)> {
    map.ticks.iter().map(|(y, label)| ((y + 4).max(10), label.clone())).collect()
}
