//! Mark of the request on the fit map, which mouse, touch and keys move.

use super::current::CurrentMap;
use super::shapes::{ground, notes};
use crate::page::components::chart::{canvas, on_point, percent};
use crate::page::context::{RequestForm, use_lang, use_request_form, use_route};
use crate::page::dom::{Element, html, svg};
use crate::picture::fit_map::{FitMapView, HEIGHT, MapBy, MapPoint};
use crate::words::catalogue::pictures as words;
use leptos::ev;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// Returns the plot: a single stop of the Tab key, whose value a screen reader announces.
pub fn plot(map: CurrentMap) -> Element {
    let (lang, route, form) = (use_lang(), use_route(), use_request_form());
    let label = move || {
        let label = match route.with(|route| route.map) {
            MapBy::Nodes => words::MAP_LABEL_NODES,
            MapBy::Term => words::MAP_LABEL_TERM,
        };
        label.get(lang.get())
    };
    let plot = html::div()
        .class("plot")
        .id("fit-map-plot")
        .attr("role", "slider")
        .attr("tabindex", "0")
        .attr("aria-label", label)
        .attr("aria-describedby", "fit-map-help")
        .attr("aria-valuemin", "1")
        .attr("aria-valuemax", move || map.read(|map| map.axis.days().to_string()))
        .attr("aria-valuenow", move || map.read(|map| (map.day() + 1).to_string()))
        .attr("aria-valuetext", move || map.read(|map| map.value.clone()))
        .on(ev::keydown, move |event| {
            if let Some(point) = map.read_untracked(|map| by_key(&event, map)).flatten() {
                event.prevent_default();
                go(form, map, point);
            }
        });
    let to_point = move |x, y| {
        if let Some(point) = map.read_untracked(|map| map.point_at(x, y)) {
            go(form, map, point);
        }
    };
    on_point(plot, to_point).child(drawing(map))
}

fn drawing(map: CurrentMap) -> Element {
    let x = move || map.read(|map| percent(map.mark.0));
    let y = move || map.read(|map| map.mark.1.to_string());
    let wish = move || map.read(|map| map.wish.unwrap_or(map.mark.1).to_string());
    let line =
        |class: &'static str| svg::line().class(class).attr("x1", x).attr("x2", x).attr("y1", y);
    let mark = |class: &'static str, radius: &'static str| {
        svg::circle().class(class).attr("r", radius).attr("cx", x).attr("cy", y)
    };
    canvas(HEIGHT.to_string()).attr("aria-hidden", "true").child((
        move || map.read(ground),
        line("guide").attr("y2", HEIGHT.to_string()),
        line("wish").attr("y2", wish),
        move || map.read(notes),
        mark("mark", "7"),
        // A grip as large as a fingertip, all of which can be dragged anywhere.
        mark("grip", "24"),
    ))
}

/// Returns the point to which a key moves the request.
fn by_key(key: &KeyboardEvent, map: &FitMapView) -> Option<MapPoint> {
    // With these modifiers the keys are the browser's own.
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

/// Changes the request to `point`, unless it is there already.
fn go(form: RequestForm, map: CurrentMap, point: MapPoint) {
    let changes = map.read_untracked(|map| (!map.is_at(point)).then(|| map.changes(point)));
    if let Some(changes) = changes.flatten() {
        form.edit_by_file(|draft, snapshot| draft.take_up(&changes, snapshot));
    }
}
