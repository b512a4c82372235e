//! Choice of one of a few values, all in sight.

use crate::page::context::t;
use crate::page::dom::{Element, html};
use crate::words::catalogue::Entry;
use leptos::ev;

/// Returns a choice of one of `choices`, pairs of value and words: each is a button that stays
/// down.
pub fn segments(
    id: &'static str,
    label: Entry,
    choices: Vec<(&'static str, Entry)>,
    chosen: impl Fn() -> &'static str + Copy + 'static,
    choose: impl Fn(&'static str) + Copy + 'static,
) -> Element {
    let choice = |(value, name): (&'static str, Entry)| {
        let input = html::input()
            .attr("type", "radio")
            .attr("name", id)
            .id(format!("{id}-{value}"))
            .prop("checked", move || chosen() == value)
            .on(ev::change, move |_| choose(value));
        html::label().class("choice").child((input, html::span().child(t(name))))
    };
    html::div()
        .class("segments")
        .attr("role", "radiogroup")
        .attr("aria-label", t(label))
        .child(choices.into_iter().map(choice).collect::<Vec<_>>())
}
