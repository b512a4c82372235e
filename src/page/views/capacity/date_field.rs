//! Field for the date shown.

use crate::page::context::{t, use_shown_date};
use crate::page::dom::{Element, html};
use crate::words::catalogue::capacity as words;
use crate::words::format;
use leptos::ev;
use leptos::prelude::*;

/// Returns the field for the day that node maps and pictures of time show.
pub fn date_field() -> Element {
    let shown = use_shown_date();
    // A day that is still being typed, such as one in the year 2, stays as typed.
    let text = move || shown.unread().unwrap_or_else(|| format::date_input(shown.hour.get()));
    let input = html::input()
        .attr("type", "date")
        .id("at")
        .attr("min", "2000-01-01")
        .attr("max", "2099-12-31")
        .attr("aria-describedby", "at-about")
        .prop("value", text)
        .on(ev::input, move |event| shown.choose_text(event_target_value(&event)));
    html::div().class("row").child((
        html::label().attr("for", "at").child(t(words::AT)),
        input,
        html::span().id("at-about").class("hint").child(t(words::AT_HINT)),
    ))
}
