//! Labelled fields with a hint and the problem of what was typed.

use crate::page::context::t;
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::memo;
use crate::show::form::{date_shown, is_day};
use crate::words::catalogue::Entry;
use leptos::ev;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// Returns a field: label, control, hint, problem.
///
/// `control` has the id `id`; the element with the id `id` plus `-about` describes it.
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

/// Returns a field whose hint is made by the caller, because it changes.
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

/// Returns the id of the element that describes a control.
pub fn about(id: &str) -> String {
    [id, "-about"].concat()
}

/// Returns the line with the problem of a field.
pub fn problem_line(problem: String) -> Element {
    html::p().class("wrong").child(problem)
}

/// Sets up `control`, an input or a text area, as a text field; `set` is called with the text
/// typed.
pub fn text_control(
    control: Element,
    id: &str,
    text: impl Fn() -> String + 'static,
    problem: Signal<Option<String>>,
    set: impl Fn(String) + 'static,
) -> Element {
    invalid_where(control, problem)
        .id(id)
        .attr("autocomplete", "off")
        .attr("aria-describedby", about(id))
        .prop("value", text)
        .on(ev::input, move |event| set(event_target_value(&event)))
}

/// Returns a control for a date.
///
/// A text that no date field can show, such as an hour or a mistake, is shown in a text field; the
/// kind of field stays while it has the focus. `make` adds the rest of the control.
pub fn date_control(
    text: Signal<String>,
    make: impl Fn(Element) -> Element + 'static,
) -> impl IntoView {
    let is_focused = RwSignal::new(false);
    let is_text = memo(move |was: Option<&bool>| match was {
        Some(was) if is_focused.get() => *was,
        _ => !text.with(|text| is_day(&date_shown(text))),
    });
    // What somebody is typing stays as it is typed.
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

/// Marks a control as invalid for screen readers while it has a problem.
pub fn invalid_where(control: Element, problem: Signal<Option<String>>) -> Element {
    control.attr("aria-invalid", move || problem.with(Option::is_some).then_some("true"))
}

/// Returns a choice of one of `options`, pairs of value and words; `choose` is called with the
/// value.
pub fn select(
    id: &str,
    options: impl Fn() -> Vec<(String, String)> + 'static,
    chosen: Signal<String>,
    choose: impl Fn(String) + 'static,
) -> Element {
    let is_chosen = move |value: &str| chosen.with(|chosen| chosen == value);
    // Untracked: choosing another option must not make all of them anew.
    let options =
        move || option_list(with_unknown(options(), chosen.get_untracked(), ""), is_chosen);
    html::select()
        .id(id)
        .attr("autocomplete", "off")
        .attr("aria-describedby", about(id))
        .on(ev::change, move |event| choose(event_target_value(&event)))
        .child(options)
}

/// Returns the options of a choice, from pairs of value and words; the selected one follows the
/// signals that `is_chosen` reads.
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

/// Puts the chosen value before the options if it is none of them, so that the control shows it and
/// another can be chosen; an empty one is shown as `none`.
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

/// Returns the whole number `typed`, changed by `step` with the up and down arrows, but not below
/// `step`; `None` for other keys and texts.
pub fn step_by_arrows(event: &KeyboardEvent, typed: &str, step: u32) -> Option<String> {
    let number: u32 = typed.trim().parse().ok()?;
    let next = match event.key().as_str() {
        "ArrowUp" => number.saturating_add(step),
        "ArrowDown" => number.saturating_sub(step).max(step),
        _ => return None,
    };
    // Otherwise the browser would move the caret.
    event.prevent_default();
    Some(next.to_string())
}
