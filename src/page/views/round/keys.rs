//! Keyboard control of the list and of the picture, and the list of keys.

use super::controller::{RoundController, ShownRanking};
use super::rows_in_sight::reveal;
use crate::page::components::{button, focus};
use crate::page::context::t;
use crate::page::dom::{Element, IntoView, html};
use crate::picture::plan::Shift;
use crate::session::undo_key;
use crate::show::round::KEYS;
use crate::words::catalogue::{feed, round as words};
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// Rows per page of the list.
const PAGE: isize = 10;

/// Handles a key in the list.
pub fn key(controller: RoundController, ranking: ShownRanking, event: &KeyboardEvent) {
    let is_done = match (event.key().as_str(), event.alt_key()) {
        ("ArrowUp", true) => move_by(controller, ranking, -1),
        ("ArrowDown", true) => move_by(controller, ranking, 1),
        ("ArrowUp", false) => choose_by(controller, ranking, -1),
        ("ArrowDown", false) => choose_by(controller, ranking, 1),
        ("PageUp", false) => choose_by(controller, ranking, -PAGE),
        ("PageDown", false) => choose_by(controller, ranking, PAGE),
        ("Home", false) => choose_by(controller, ranking, isize::MIN),
        ("End", false) => choose_by(controller, ranking, isize::MAX),
        ("Delete", false) => leave_out(controller),
        _ => return key_of_both(controller, event),
    };
    // Keys that do nothing here keep their meaning in the browser.
    if is_done {
        event.prevent_default();
    }
}

/// Handles a key that does the same in the list and in the picture.
pub fn key_of_both(controller: RoundController, event: &KeyboardEvent) {
    let with_control = event.ctrl_key() || event.meta_key();
    if event.alt_key() {
        return;
    }
    let name = event.key();
    let is_done = match (name.as_str(), with_control) {
        (_, true) => undo_key(&name, event.shift_key()).is_some_and(|back| step(controller, back)),
        ("f" | "F" | "ㄹ", false) => {
            controller.fit_window();
            true
        }
        ("?", false) => {
            controller.shows_keys.update(|shows| *shows = !*shows);
            true
        }
        ("Escape", false) => close(controller),
        _ => false,
    };
    if is_done {
        event.prevent_default();
    }
}

/// Handles a key in the picture.
pub fn key_of_picture(controller: RoundController, shift: impl Fn(Shift), event: &KeyboardEvent) {
    let by = match event.key().as_str() {
        "ArrowLeft" => Shift::Earlier,
        "ArrowRight" => Shift::Later,
        "+" | "=" => Shift::Narrower,
        "-" | "−" => Shift::Wider,
        _ => return key_of_both(controller, event),
    };
    if !event.ctrl_key() && !event.meta_key() && !event.alt_key() {
        event.prevent_default();
        shift(by);
    }
}

/// Undoes a step if `back`, else redoes one; returns `false` if there is none.
pub fn step(controller: RoundController, back: bool) -> bool {
    controller.edit(|round| if back { round.undo() } else { round.redo() }).unwrap_or(false)
}

fn close(controller: RoundController) -> bool {
    let is_open =
        controller.shows_keys.get_untracked() || controller.chosen_index.get_untracked().is_some();
    if controller.shows_keys.get_untracked() {
        controller.shows_keys.set(false);
    } else {
        controller.chosen_index.set(None);
    }
    is_open
}

fn leave_out(controller: RoundController) -> bool {
    let index = controller.chosen_index.get_untracked();
    index.is_some_and(|index| controller.edit(|round| round.toggle_left_out(index)).is_some())
}

/// Moves the choice by `by` rows; if none is chosen, chooses the first row, or the last for the End
/// key.
fn choose_by(controller: RoundController, ranking: ShownRanking, by: isize) -> bool {
    let chosen = controller.chosen_index.get_untracked();
    ranking.with_untracked(|ranking| {
        let Some(ranking) = ranking.as_ref().map(|ranking| &ranking.0) else { return false };
        let Some(last) = ranking.indices.len().checked_sub(1) else { return false };
        let position = match chosen.and_then(|index| ranking.position(index)) {
            // Saturates: `isize::MIN` and `isize::MAX` lead to the first and the last row.
            Some(position) => position.saturating_add_signed(by).min(last),
            None => {
                if by == isize::MAX {
                    last
                } else {
                    0
                }
            }
        };
        if let Some(index) = ranking.indices.get(position) {
            controller.chosen_index.set(Some(*index));
            reveal(position, ranking.indices.len());
        }
        true
    })
}

/// Moves the chosen application by `ranks`; returns `false` if none is chosen.
pub fn move_by(controller: RoundController, ranking: ShownRanking, ranks: isize) -> bool {
    let Some(index) = controller.chosen_index.get_untracked() else { return false };
    controller.edit(|round| round.move_by(index, ranks));
    ranking.with_untracked(|ranking| {
        if let Some(ranking) = ranking.as_ref().map(|ranking| &ranking.0)
            && let Some(position) = ranking.position(index)
        {
            reveal(position, ranking.indices.len());
        }
    });
    true
}

/// Returns the list of keys while it is shown.
pub fn keys(controller: RoundController) -> impl IntoView {
    move || controller.shows_keys.get().then(|| key_list(controller))
}

fn key_list(controller: RoundController) -> Element {
    let keys = KEYS
        .map(|(keys, what)| html::div().child((html::dt().child(keys), html::dd().child(t(what)))));
    let close = move |_| {
        controller.shows_keys.set(false);
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
