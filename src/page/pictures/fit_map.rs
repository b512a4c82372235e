//! The fit map: what fits, and the request as a mark that mouse, touch and keys move.

use super::span::{one_of, spans, whole_time};
use super::{axis_row, canvas, grid, gutter, path, percent, pointed, row, stretched, words_at};
use crate::model::Request;
use crate::page::components::table_alternative;
use crate::page::dom::{AnyView, Element, IntoView, html, svg};
use crate::page::state::{Shared, State};
use crate::picture::fit_map::{FitMapView, HEIGHT, MapBy, Note, Place};
use crate::picture::time_axis::{TimeAxis, WIDTH};
use crate::session::FormAnswer;
use crate::show::answer::AnswerView;
use crate::words::Lang;
use crate::words::catalogue::pictures as words;
use leptos::ev;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::KeyboardEvent;

/// The map as it is now; none while the request cannot be understood.
type Now = Memo<Option<Shared<FitMapView>>>;

/// The map with its choices, its words and its table.
pub fn fit_map(state: State, lang: Lang) -> Element {
    let now: Now = Memo::new(move |_| match &*state.outcome.get().0 {
        FormAnswer::Answered(request, answer) => view(state, request, answer, lang),
        FormAnswer::Waiting | FormAnswer::Invalid(_) => None,
    });
    let by = move || state.route.with(|route| route.map);
    let choices =
        vec![(MapBy::Nodes.id(), words::MAP_BY_NODES), (MapBy::Term.id(), words::MAP_BY_TERM)];
    let choose = move |id| {
        let by = MapBy::from_id(id).unwrap_or_default();
        state.route.update(|route| route.map = by);
    };
    let chosen = move || state.route.with(|route| route.map.id());
    let help = move || match by() {
        MapBy::Nodes => words::MAP_HELP_NODES.get(lang).into_view(),
        MapBy::Term => words::MAP_HELP_TERM.get(lang).into_view(),
    };
    let sentence = move || each(now, |map| map.sentence.as_str().into_view());
    let twin = table_alternative(move || now.get().map(|map| map.0.table.clone()));
    let choices = html::div()
        .class("row no-print")
        .child(one_of("map", words::MAP_BY, choices, chosen, choose, lang))
        .child(spans(state, lang));
    let ticks = move || each(now, |map| axis_row(&map.axis.ticks(lang)).into_view());
    let left = move || each(now, |map| gutter(HEIGHT, labels(map)).into_view());
    let names = move || {
        let upward = |map: &FitMapView| html::span().child(map.upward.as_str()).into_view();
        let start = html::span().child(words::MAP_AXIS_START.get(lang)).into_view();
        vec![each(now, upward), start].into_view()
    };
    html::section()
        .class("card picture")
        .id("fit-map")
        .attr("aria-labelledby", "fit-map-title")
        .prop("hidden", move || now.with(Option::is_none))
        .child(html::h2().id("fit-map-title").child(words::MAP_HEADING.get(lang)))
        .child(html::p().id("fit-map-sentence").child(sentence))
        .child(choices)
        .child(
            html::div()
                .class("charts")
                .child(html::p().class("axis-name").attr("aria-hidden", "true").child(names))
                .child(row(html::div().class("left").child(left), plot(state, now, lang)))
                .child(ticks),
        )
        .child(html::p().id("fit-map-help").class("small quiet no-print").child(help))
        .child(twin)
}

/// What `make` gives of the map, where there is one.
fn each(now: Now, make: impl FnOnce(&FitMapView) -> AnyView) -> AnyView {
    now.with(|map| map.as_ref().map_or_else(AnyView::empty, |map| make(&map.0)))
}

fn view(
    state: State,
    request: &Request,
    answer: &AnswerView,
    lang: Lang,
) -> Option<Shared<FitMapView>> {
    let world = state.world.get()?;
    let (span, by) = state.route.with(|route| (route.span, route.map));
    let scenario = &world.0.scenario;
    let now = state.today.max(scenario.snapshot.as_of);
    // A start today is on the axis that begins with it, not at the end of the one before.
    let is_today = (now.last_midnight()..now.next_midnight()).contains(&request.not_before);
    let first = if is_today { now.last_midnight() } else { now.next_midnight() };
    let axis = TimeAxis::of_starts(span, first, &whole_time(state), request.not_before);
    let verdict = answer.summary.verdict.name(scenario.layer(), lang);
    let map = FitMapView::new(scenario, &world.0.calendars, request, by, axis, verdict, lang);
    Some(Shared(Arc::new(map)))
}

fn labels(map: &FitMapView) -> Vec<(u32, String)> {
    // Below its line, where the line is at the upper edge.
    map.ticks.iter().map(|(y, label)| ((y + 4).max(10), label.clone())).collect()
}

/// The plot: one place to reach with the Tab key, of which a screen reader tells the value.
fn plot(state: State, now: Now, lang: Lang) -> Element {
    let attr = move |of: fn(&FitMapView) -> String| {
        move || now.with(|map| map.as_ref().map(|map| of(&map.0)))
    };
    let label = move || {
        let by = state.route.with(|route| route.map);
        let entry = match by {
            MapBy::Nodes => words::MAP_LABEL_NODES,
            MapBy::Term => words::MAP_LABEL_TERM,
        };
        Some(entry.get(lang).to_owned())
    };
    let x = move || attr(|map| percent(map.mark.0));
    let y = move || attr(|map| map.mark.1.to_string());
    let mark = |class: &'static str, radius: &'static str| {
        svg::circle().class(class).attr("r", radius).attr("cx", x()).attr("cy", y())
    };
    let guides = svg::line()
        .class("guide")
        .attr("x1", x())
        .attr("x2", x())
        .attr("y1", y())
        .attr("y2", HEIGHT.to_string());
    let wish = svg::line()
        .class("wish")
        .attr("x1", x())
        .attr("x2", x())
        .attr("y1", y())
        .attr("y2", attr(|map| map.wish.unwrap_or(map.mark.1).to_string()));
    let drawing = canvas(HEIGHT)
        .attr("aria-hidden", "true")
        .child(move || each(now, ground))
        .child(guides)
        .child(wish)
        .child(move || each(now, notes))
        .child(mark("mark", "7"))
        // As large as a fingertip, and all of it to be dragged anywhere.
        .child(mark("grip", "24"));
    let plot = html::div()
        .class("plot")
        .id("fit-map-plot")
        .attr("role", "slider")
        .attr("tabindex", "0")
        .attr("aria-label", label)
        .attr("aria-describedby", "fit-map-help")
        .attr("aria-valuemin", "1")
        .attr("aria-valuemax", attr(|map| map.axis.days().to_string()))
        .attr("aria-valuenow", attr(|map| (map.day() + 1).to_string()))
        .attr("aria-valuetext", attr(|map| map.value.clone()))
        .on(ev::keydown, move |event| {
            let to = now.with_untracked(|map| by_key(&event, &map.as_ref()?.0));
            if let Some(place) = to {
                event.prevent_default();
                go(state, now, place);
            }
        });
    let act = move |x, y| {
        let place = now.with_untracked(|map| map.as_ref().map(|map| map.0.at(x, y)));
        if let Some(place) = place {
            go(state, now, place);
        }
    };
    pointed(plot, act).child(drawing)
}

/// Where a key moves the request.
fn by_key(event: &KeyboardEvent, map: &FitMapView) -> Option<Place> {
    let key = event;
    // Other keys with these are the browser's own.
    if key.alt_key() || key.ctrl_key() || key.meta_key() {
        return None;
    }
    let by_far = key.shift_key();
    let week = if by_far { 7 } else { 1 };
    Some(match key.key().as_str() {
        "ArrowLeft" => map.moved(-week, 0, by_far),
        "ArrowRight" => map.moved(week, 0, by_far),
        "ArrowUp" => map.moved(0, 1, by_far),
        "ArrowDown" => map.moved(0, -1, by_far),
        "Home" => map.at_end(false),
        "End" => map.at_end(true),
        _ => return None,
    })
}

/// Asks for another place, where it is another one.
fn go(state: State, now: Now, place: Place) {
    now.with_untracked(|map| {
        if let Some(map) = map.as_ref().filter(|map| !map.0.is_at(place)) {
            state.edit(|draft| draft.take_up(&map.0.changes(place)));
        }
    });
}

/// What fits, the grid, and what the call allows.
fn ground(map: &FitMapView) -> AnyView {
    let level = |(y, _): &(u32, String)| format!("M0 {y}H{WIDTH}");
    let levels: String = map.ticks.iter().map(level).collect();
    let shapes = vec![
        path(if map.is_exact { "fits" } else { "fits is-inexact" }, &map.area),
        path("grid", &levels),
        grid(&map.axis.ticks(Lang::Ko), HEIGHT),
        path(if map.is_exact { "edge" } else { "edge is-inexact" }, &map.line),
    ];
    let band = map.band.as_ref().map(|band| {
        let veil = |y: u32, height: u32| {
            svg::rect()
                .class("veil")
                .attr("width", "100%")
                .attr("y", y.to_string())
                .attr("height", height.to_string())
        };
        let line = |y: u32| {
            let y = y.to_string();
            svg::line().class("rule").attr("x2", "100%").attr("y1", y.as_str()).attr("y2", y)
        };
        let y = if band.top < 14 { band.top + 14 } else { band.top - 5 };
        vec![
            veil(0, band.top),
            veil(band.bottom, HEIGHT - band.bottom),
            line(band.top),
            line(band.bottom),
            words_at("note rule-name", "99.50%".to_owned(), y, &band.text),
        ]
    });
    (stretched(HEIGHT, shapes), band).into_view()
}

/// The edge in words, where it is.
fn notes(map: &FitMapView) -> AnyView {
    let note = |of: &Note, is_below: bool| {
        let is_late = of.x > WIDTH / 2;
        // Clear of the mark, and within the picture.
        let side = if is_late { "-14" } else { "14" };
        let y = if is_below || of.y < 22 { of.y + 18 } else { of.y - 8 };
        let class = if is_late { "note late" } else { "note" };
        words_at(class, percent(of.x), y, &of.text).attr("dx", side)
    };
    let first = map.first_fit.as_ref();
    // Two notes on one line would run into each other.
    let is_near = first.is_some_and(|first| first.y.abs_diff(map.limit.y) < 22);
    let ring = first.map(|first| {
        let (x, y) = (percent(first.x), first.y.to_string());
        svg::circle().class("first").attr("r", "5").attr("cx", x).attr("cy", y)
    });
    let limit = note(&map.limit, is_near && map.limit.y + 18 < HEIGHT);
    vec![Some(limit), ring, first.map(|first| note(first, false))].into_view()
}
