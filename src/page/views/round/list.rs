//! Virtual list of the ranking: only the rows in sight are in the document, however many there are.

use super::controller::{RoundController, ShownRanking};
use super::keys::key;
use super::row::row;
use super::rows_in_sight::{row_height, row_id};
use crate::page::context::{t, use_lang};
use crate::page::dom::{Element, html, svg};
use crate::page::reactive::memo;
use crate::words::catalogue::round as words;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// Height of a row, in rem: that of `.round-row`.
const ROW_REM: usize = 4;
/// Rows in the document, more than fit in sight.
const ROWS: usize = 40;
/// Rows in the document above those in sight.
const ABOVE: usize = 10;

/// Returns the list with its heading.
pub fn list(controller: RoundController, ranking: ShownRanking) -> Element {
    let first = RwSignal::new(0_usize);
    html::section().class("stack").attr("aria-labelledby", "ranked-title").child((
        html::h2().id("ranked-title").class("no-print").child(t(words::RANKED)),
        html::p().id("list-keys").class("small quiet no-print").child(t(words::LIST_KEYS)),
        about_zone(controller, ranking),
        frame(controller, ranking, first),
    ))
}

/// Returns which places in the ranking depend on little, and how that was found.
fn about_zone(controller: RoundController, ranking: ShownRanking) -> Element {
    let lang = use_lang();
    let by_score = move || controller.round.with(|round| round.is_by_score());
    let text = move || match &ranking.get()?.0.zone {
        Some(zone) => Some(zone.how.clone()),
        None if !by_score() => Some(words::CHANCE_NONE.get(lang.get()).to_owned()),
        None => Some(words::CHANCE_LATER.get(lang.get()).to_owned()),
    };
    html::p().id("zone").class("small quiet").child(text)
}

/// Returns the scrolling frame.
fn frame(controller: RoundController, ranking: ShownRanking, first: RwSignal<usize>) -> Element {
    let all =
        memo(move |_| ranking.with(|ranking| ranking.as_ref().map_or(0, |it| it.0.indices.len())));
    // The list may have become shorter than what was in sight.
    let start = memo(move |_| first.get().min(all.get().saturating_sub(ROWS)));
    let rows_of = controller.use_rows();
    let rows = move || {
        let in_sight = start.get()..start.get() + ROWS;
        let shown = ranking.get().map(|ranking| rows_of(&ranking.0, in_sight)).unwrap_or_default();
        shown.into_iter().map(|it| row(controller, it, all.get())).collect::<Vec<_>>()
    };
    let below = move || all.get().saturating_sub(start.get() + ROWS);
    let active = move || {
        let index = controller.chosen_index.get()?;
        let position = ranking.with(|ranking| ranking.as_ref()?.0.position(index))?;
        (start.get()..start.get() + ROWS).contains(&position).then(|| row_id(index))
    };
    let follow = move |frame: &web_sys::Element| {
        let row = row_height(frame, all.get_untracked());
        let top = (f64::from(frame.scroll_top()) / row) as usize;
        // In steps of four rows, so that scrolling makes few of them anew.
        let from = top.saturating_sub(ABOVE) / 4 * 4;
        if from != first.get_untracked() {
            first.set(from);
        }
    };
    html::div()
        .class("round-list no-print")
        .id("round-list")
        .attr("role", "listbox")
        .attr("tabindex", "0")
        .attr("aria-labelledby", "ranked-title")
        .attr("aria-describedby", "list-keys")
        // The focus stays on the frame, because the chosen row may leave the document by scrolling.
        .attr("aria-activedescendant", active)
        .attr("aria-busy", move || controller.is_busy.get().then_some("true"))
        .on(ev::scroll, move |event| {
            if let Some(frame) = target(&event) {
                follow(&frame);
            }
        })
        .on(ev::keydown, move |event| key(controller, ranking, &event))
        .child((spacer(move || start.get()), rows, spacer(below)))
}

/// Returns a spacer as high as the rows that are not in the document. It is in `em` of its own,
/// because Safari knows no `rem` in an attribute.
fn spacer(rows: impl Fn() -> usize + 'static) -> Element {
    let height = move || [&(rows() * ROW_REM).to_string(), "em"].concat();
    svg::svg().class("spacer").attr("width", "1").attr("aria-hidden", "true").attr("height", height)
}

fn target(event: &web_sys::Event) -> Option<web_sys::Element> {
    event.current_target()?.dyn_into().ok()
}
