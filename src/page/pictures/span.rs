//! How much time is shown, and the date on it.

use super::{axis_row, show_date};
use crate::model::Hour;
use crate::page::components::button;
use crate::page::dom::{Element, IntoView, html};
use crate::page::state::State;
use crate::picture::time_axis::{Span, TimeAxis, horizon};
use crate::words::catalogue::{Entry, pictures as words};
use crate::words::{Lang, format};
use core::ops::Range;
use leptos::ev;
use leptos::prelude::*;

/// From the first to the last change, which all of the time is made of; looked for only where all
/// of it is shown.
pub(super) fn whole_time(state: State) -> Range<Hour> {
    let is_all = state.route.with(|route| route.span == Span::All);
    let today = state.today..state.today;
    state.world.with(|world| match world {
        Some(world) if is_all => horizon(&world.0.scenario.snapshot),
        _ => today,
    })
}

/// The axis that the pictures of the capacity view share.
pub(super) fn axis(state: State) -> Memo<TimeAxis> {
    Memo::new(move |_| {
        let span = state.route.with(|route| route.span);
        TimeAxis::of_calendar(span, state.today, &whole_time(state), state.shown_hour())
    })
}

const fn name(span: Span) -> Entry {
    match span {
        Span::Week => words::SPAN_WEEK,
        Span::Month => words::SPAN_MONTH,
        Span::Quarter => words::SPAN_QUARTER,
        Span::Year => words::SPAN_YEAR,
        Span::All => words::SPAN_ALL,
    }
}

/// One of several, each a button that stays down.
pub(super) fn one_of(
    id: &'static str,
    label: Entry,
    choices: Vec<(&'static str, Entry)>,
    chosen: impl Fn() -> &'static str + Copy + 'static,
    choose: impl Fn(&'static str) + Copy + 'static,
    lang: Lang,
) -> Element {
    let choice = |(value, name): (&'static str, Entry)| {
        let input = html::input()
            .attr("type", "radio")
            .attr("name", id)
            .id(format!("{id}-{value}"))
            .prop("checked", move || chosen() == value)
            .on(ev::change, move |_| choose(value));
        html::label().class("choice").child(input).child(html::span().child(name.get(lang)))
    };
    html::div()
        .class("segments")
        .attr("role", "radiogroup")
        .attr("aria-label", label.get(lang))
        .child(choices.into_iter().map(choice).collect::<Vec<_>>())
}

/// The choice of how much time is shown.
pub(super) fn spans(state: State, lang: Lang) -> Element {
    let choices = Span::ALL.map(|span| (span.id(), name(span)));
    one_of(
        "span",
        words::SPAN,
        choices.into(),
        move || state.route.with(|route| route.span.id()),
        move |id| {
            let span = Span::from_id(id).unwrap_or_default();
            state.route.update(|route| route.span = span);
        },
        lang,
    )
}

/// The date shown, on a line of time: it moves node maps and all pictures.
pub fn scrubber(state: State, lang: Lang) -> Element {
    let axis = axis(state);
    let day = move || axis.get().day_of(state.shown_hour());
    let slider = html::input()
        .attr("type", "range")
        .id("scrub")
        .attr("min", "0")
        .attr("aria-label", words::SCRUB.get(lang))
        .attr("max", move || Some((axis.get().days() - 1).to_string()))
        .attr("aria-valuetext", move || Some(format::date(axis.get().day(day()), lang)))
        .prop("value", move || day().to_string())
        .on(ev::input, move |event| {
            if let Ok(day) = event_target_value(&event).parse() {
                show_date(state, axis.get_untracked().day(day));
            }
        });
    let step = move |name: Entry, sign: &'static str, is_later: bool| {
        let there = move |_| {
            let here = state.shown_hour();
            show_date(state, axis.get_untracked().neighbour(here, is_later));
        };
        button(sign, there).attr("aria-label", name.get(lang)).class("button slim step")
    };
    let ticks = move || axis_row(&axis.get().ticks(lang)).into_view();
    html::div()
        .class("scrubber no-print")
        .child(spans(state, lang))
        .child(step(words::EARLIER, "‹", false))
        .child(html::div().class("rail").child(slider).child(ticks))
        .child(step(words::LATER, "›", true))
}
