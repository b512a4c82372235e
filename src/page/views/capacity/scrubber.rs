//! Slider for the date shown.

use super::axis::use_axis;
use crate::page::components::button;
use crate::page::components::chart::{axis_row, spans};
use crate::page::context::{t, use_lang, use_shown_date};
use crate::page::dom::{Element, html};
use crate::words::catalogue::{Entry, pictures as words};
use crate::words::format;
use leptos::ev;
use leptos::prelude::*;

/// Returns the slider for the date, which moves the node map and all pictures.
pub fn scrubber() -> Element {
    let (lang, shown, axis) = (use_lang(), use_shown_date(), use_axis());
    let day = move || axis.get().day_of(shown.hour.get());
    let slider = html::input()
        .attr("type", "range")
        .id("scrub")
        .attr("min", "0")
        .attr("aria-label", t(words::SCRUB))
        .attr("max", move || (axis.get().days() - 1).to_string())
        .attr("aria-valuetext", move || format::date(axis.get().day(day()), lang.get()))
        .prop("value", move || day().to_string())
        .on(ev::input, move |event| {
            if let Ok(day) = event_target_value(&event).parse() {
                shown.choose(axis.get_untracked().day(day));
            }
        });
    let step = move |name: Entry, sign: &'static str, is_later: bool| {
        let go = move |_| {
            let here = shown.hour.get_untracked();
            shown.choose(axis.get_untracked().neighbour(here, is_later));
        };
        button(sign, go).attr("aria-label", t(name)).class("button slim step")
    };
    let ticks = move || axis_row(&axis.get().ticks(lang.get()));
    html::div().class("scrubber no-print").child((
        spans(),
        step(words::EARLIER, "‹", false),
        html::div().class("rail").child((slider, ticks)),
        step(words::LATER, "›", true),
    ))
}
