//! Labelled fields with a hint and what is wrong with them.

use crate::page::context::t;
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::memo;
use crate::show::form::{date_shown, is_day};
use crate::words::catalogue::Entry;
use leptos::ev;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// A field: label, the control itself, hint, problem. The control has the id `id`; the element
/// with the id `id-about` describes it.
pub fn field(
    id: &str,
    label: Entry,
    hint: Option<Entry>,
    problem: impl Fn() -> Option<String> + 'static,
    control: impl IntoView,
) -> Element {
    let hint = hint.map(|hint| html::span().class("hint").child(t(hint)));
    field_with_hint(id, label, hint, problem, control)
}

/// The same with a hint that is made by whoever asks for it, because it changes.
pub fn field_with_hint(
    id: &str,
    label: Entry,
    hint: impl IntoView,
    problem: impl Fn() -> Option<String> + 'static,
    control: impl IntoView,
) -> Element {
    let about = html::div().id(about(id)).child(hint).child(move || problem().map(problem_line));
    html::div()
        .class("field")
        .child(html::label().attr("for", id).child(t(label)))
        .child(control)
        .child(about)
}

/// The id of what describes a control.
pub fn about(id: &str) -> String {
    [id, "-about"].concat()
}

/// What is wrong with a field.
pub fn problem_line(problem: String) -> Element {
    html::p().class("wrong").child(problem)
}

/// A control that is typed into, an input or a text area; `put` is called with what is typed.
pub fn text_control(
    control: Element,
    id: &str,
    text: impl Fn() -> String + 'static,
    problem: Signal<Option<String>>,
    put: impl Fn(String) + 'static,
) -> Element {
    invalid_where(control, problem)
        .id(id)
        .attr("autocomplete", "off")
        .attr("aria-describedby", about(id))
        .prop("value", text)
        .on(ev::input, move |event| put(event_target_value(&event)))
}

/// A control for a date. What no date field can show, an hour or a mistake, is shown as a text;
/// while it is typed into, it stays what it is. `make` adds what else the control has.
pub fn date_control(
    text: Signal<String>,
    make: impl Fn(Element) -> Element + 'static,
) -> impl IntoView {
    let is_focused = RwSignal::new(false);
    let is_text = memo(move |was: Option<&bool>| match was {
        Some(was) if is_focused.get() => *was,
        _ => !text.with(|text| is_day(&date_shown(text))),
    });
    let shown =
        move || text.with(|text| if is_focused.get() { text.clone() } else { date_shown(text) });
    move || {
        let control = html::input()
            .attr("type", if is_text.get() { "text" } else { "date" })
            .attr("autocomplete", "off")
            .prop("value", shown)
            .on(ev::focus, move |_| is_focused.set(true))
            .on(ev::blur, move |_| is_focused.set(false));
        make(control)
    }
}

/// Tells those who do not see it that a control has a problem.
pub fn invalid_where(control: Element, problem: Signal<Option<String>>) -> Element {
    control.attr("aria-invalid", move || problem.with(Option::is_some).then_some("true"))
}

/// A choice of one of `options`, which are values and words; `choose` is called with the value.
pub fn select(
    id: &str,
    options: impl Fn() -> Vec<(String, String)> + 'static,
    chosen: Signal<String>,
    choose: impl Fn(String) + 'static,
) -> Element {
    let is_chosen = move |value: &str| chosen.with(|chosen| chosen == value);
    let options =
        move || option_list(with_unknown(options(), chosen.get_untracked(), ""), is_chosen);
    html::select()
        .id(id)
        .attr("autocomplete", "off")
        .attr("aria-describedby", about(id))
        .on(ev::change, move |event| choose(event_target_value(&event)))
        .child(options)
}

/// The options of a choice, which are values and words; the one that `is_chosen` follows what it
/// reads.
pub fn option_list(
    options: Vec<(String, String)>,
    is_chosen: impl Fn(&str) -> bool + Copy + 'static,
) -> Vec<Element> {
    let item = |(value, words): (String, String)| {
        let option = html::option().attr("value", value.as_str());
        option.prop("selected", move || is_chosen(&value)).child(words)
    };
    options.into_iter().map(item).collect()
}

/// The options, and before them the value chosen where it is none of them, so that the control
/// shows it and another can be chosen; an empty one is shown as `none`.
pub fn with_unknown(
    mut options: Vec<(String, String)>,
    chosen: String,
    none: &str,
) -> Vec<(String, String)> {
    if options.iter().all(|(value, _)| *value != chosen) {
        let words = if chosen.is_empty() { none.to_owned() } else { chosen.clone() };
        options.insert(0, (chosen, words));
    }
    options
}

/// What the up and down arrows make of a whole number as typed, by steps of `step`; `None` for
/// other keys and texts.
pub fn step_by_arrows(event: &KeyboardEvent, typed: &str, step: u32) -> Option<String> {
    let number: u32 = typed.trim().parse().ok()?;
    let next = match event.key().as_str() {
        "ArrowUp" => number.saturating_add(step),
        "ArrowDown" => number.saturating_sub(step).max(step),
        _ => return None,
    };
    event.prevent_default();
    Some(next.to_string())
}
