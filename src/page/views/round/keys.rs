//! Keyboard control of the list and of the picture, and the list of keys.

use super::controller::{RoundController, ShownRanking};
use super::rows_in_sight::reveal;
use crate::page::components::{button, focus};
use crate::page::context::t;
use crate::page::dom::{Element, IntoView, html};
use crate::picture::plan::Shift;
use crate::show::round::KEYS;
use crate::words::catalogue::{feed, round as words};
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// Rows per page of the list.
const PAGE: isize = 10;

/// Handles a key in the list.
pub fn key(desk: RoundController, ranking: ShownRanking, event: &KeyboardEvent) {
    let is_done = match (event.key().as_str(), event.alt_key()) {
        ("ArrowUp", true) => move_by(desk, ranking, -1),
        ("ArrowDown", true) => move_by(desk, ranking, 1),
        ("ArrowUp", false) => choose_by(desk, ranking, -1),
        ("ArrowDown", false) => choose_by(desk, ranking, 1),
        ("PageUp", false) => choose_by(desk, ranking, -PAGE),
        ("PageDown", false) => choose_by(desk, ranking, PAGE),
        ("Home", false) => choose_by(desk, ranking, isize::MIN),
        ("End", false) => choose_by(desk, ranking, isize::MAX),
        ("Delete", false) => leave_out(desk),
        _ => return key_of_both(desk, event),
    };
    // Keys that do nothing here keep their meaning in the browser.
    if is_done {
        event.prevent_default();
    }
}

/// Handles a key that does the same in the list and in the picture.
pub fn key_of_both(desk: RoundController, event: &KeyboardEvent) {
    let with_control = event.ctrl_key() || event.meta_key();
    if event.alt_key() {
        return;
    }
    let is_done = match (event.key().as_str(), with_control) {
        ("z", true) if !event.shift_key() => step(desk, true),
        ("y", true) | ("z" | "Z", true) => step(desk, false),
        ("f" | "F", false) => {
            desk.fit_window();
            true
        }
        ("?", false) => {
            desk.shows_keys.update(|shows| *shows = !*shows);
            true
        }
        ("Escape", false) => close(desk),
        _ => false,
    };
    if is_done {
        event.prevent_default();
    }
}

/// Handles a key in the picture.
pub fn key_of_picture(desk: RoundController, shift: impl Fn(Shift), event: &KeyboardEvent) {
    let by = match event.key().as_str() {
        "ArrowLeft" => Shift::Earlier,
        "ArrowRight" => Shift::Later,
        "+" | "=" => Shift::Narrower,
        "-" | "−" => Shift::Wider,
        _ => return key_of_both(desk, event),
    };
    if !event.ctrl_key() && !event.meta_key() && !event.alt_key() {
        event.prevent_default();
        shift(by);
    }
}

/// Undoes a step if `back`, else redoes one; returns `false` if there is none.
pub fn step(desk: RoundController, back: bool) -> bool {
    desk.edit(|round| if back { round.undo() } else { round.redo() }).unwrap_or(false)
}

fn close(desk: RoundController) -> bool {
    let is_open = desk.shows_keys.get_untracked() || desk.chosen.get_untracked().is_some();
    if desk.shows_keys.get_untracked() {
        desk.shows_keys.set(false);
    } else {
        desk.chosen.set(None);
    }
    is_open
}

fn leave_out(desk: RoundController) -> bool {
    let place = desk.chosen.get_untracked();
    place.is_some_and(|place| desk.edit(|round| round.toggle_left_out(place)).is_some())
}

/// Moves the choice by `by` rows; if none is chosen, chooses the first row, or the last for the End
/// key.
fn choose_by(desk: RoundController, ranking: ShownRanking, by: isize) -> bool {
    let chosen = desk.chosen.get_untracked();
    ranking.with_untracked(|ranking| {
        let Some(ranking) = ranking.as_ref().map(|ranking| &ranking.0) else { return false };
        let Some(last) = ranking.places.len().checked_sub(1) else { return false };
        let number = match chosen.and_then(|place| ranking.number(place)) {
            // Saturates: `isize::MIN` and `isize::MAX` lead to the first and the last row.
            Some(number) => number.saturating_add_signed(by).min(last),
            None => {
                if by == isize::MAX {
                    last
                } else {
                    0
                }
            }
        };
        if let Some(place) = ranking.places.get(number) {
            desk.chosen.set(Some(*place));
            reveal(number, ranking.places.len());
        }
        true
    })
}

/// Moves the chosen application by `ranks`; returns `false` if none is chosen.
pub fn move_by(desk: RoundController, ranking: ShownRanking, ranks: isize) -> bool {
    let Some(place) = desk.chosen.get_untracked() else { return false };
    desk.edit(|round| round.move_by(place, ranks));
    ranking.with_untracked(|ranking| {
        if let Some(ranking) = ranking.as_ref().map(|ranking| &ranking.0)
            && let Some(number) = ranking.number(place)
        {
            reveal(number, ranking.places.len());
        }
    });
    true
}

/// Returns the list of keys while it is shown.
pub fn keys(desk: RoundController) -> impl IntoView {
    move || desk.shows_keys.get().then(|| key_list(desk))
}

fn key_list(desk: RoundController) -> Element {
    let keys = KEYS
        .map(|(keys, what)| html::div().child((html::dt().child(keys), html::dd().child(t(what)))));
    let close = move |_| {
        desk.shows_keys.set(false);
        focus("round-list");
    };
    html::section()
        .class("card no-print")
        .id("round-keys")
        .attr("aria-labelledby", "round-keys-title")
        .child((
            html::h3().id("round-keys-title").child(t(words::KEYS)),
            html::dl().class("facts").child(keys),
            html::div().class("row").child(button(t(feed::CLOSE), close)),
        ))
}
