//! A labelled field with its hint and what is wrong with it.

use crate::page::dom::{AnyView, Element, IntoView, html};
use crate::show::form::{Field, FieldProblem};
use crate::words::Lang;
use crate::words::catalogue::Entry;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, KeyboardEvent};

/// A field: label, the control itself, hint, problem. The control has the id `id`; the element
/// with the id `id-about` describes it.
pub fn field(
    id: &str,
    label: Entry,
    hint: Option<Entry>,
    wrong: impl Fn() -> Option<String> + Send + Sync + 'static,
    lang: Lang,
    control: Element,
) -> Element {
    let about = html::div()
        .id(format!("{id}-about"))
        .child(hint.map(|hint| html::span().class("hint").child(hint.get(lang))))
        .child(move || wrong_text(wrong()));
    html::div()
        .class("field")
        .child(html::label().attr("for", id).child(label.get(lang)))
        .child(control)
        .child(about)
}

/// What is wrong, where something is.
pub fn wrong_text(wrong: Option<String>) -> AnyView {
    wrong.map_or_else(AnyView::empty, |text| html::p().class("wrong").child(text).into_view())
}

/// The options of a choice: value and words. The one that `is_chosen` follows the state.
pub fn options(
    choices: Vec<(String, String)>,
    is_chosen: impl Fn(&str) -> bool + Copy + Send + Sync + 'static,
) -> Vec<Element> {
    let option = |(value, words): (String, String)| {
        let id = value.clone();
        html::option().attr("value", value).prop("selected", move || is_chosen(&id)).child(words)
    };
    choices.into_iter().map(option).collect()
}

/// `choices`, and before them the one made where it is none of them, so that the control shows
/// it and another can be chosen; an empty one is shown as `none`.
pub fn with_unknown(
    mut choices: Vec<(String, String)>,
    made: String,
    none: &str,
) -> Vec<(String, String)> {
    if choices.iter().all(|(id, _)| *id != made) {
        let words = if made.is_empty() { none.to_owned() } else { made.clone() };
        choices.insert(0, (made, words));
    }
    choices
}

/// The first problem of a field, in words.
pub fn problem_at(problems: &[FieldProblem], field: Field, lang: Lang) -> Option<String> {
    problems.iter().find(|problem| problem.field == field).map(|problem| problem.text(lang))
}

/// What stands in the field that the event is about.
pub fn typed(event: &Event) -> String {
    event_target_value(event)
}

/// What the up and down arrows make of a whole number as typed; `None` for other keys and texts.
pub fn step_by_arrows(event: &KeyboardEvent, typed: &str) -> Option<String> {
    let key = event.key();
    let number: u32 = typed.trim().parse().ok()?;
    let next = match key.as_str() {
        "ArrowUp" => number.saturating_add(1),
        "ArrowDown" => number.saturating_sub(1).max(1),
        _ => return None,
    };
    event.prevent_default();
    Some(next.to_string())
}

/// Moves the focus to the element with this id, where there is one.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Moves the focus to the heading of a section, and the section to the upper edge of the window. The
/// heading alone takes the focus: a whole section would be centred by it.
pub fn go_to_section(id: &str) {
    focus(&[id, "-title"].concat());
    if let Some(section) = document().get_element_by_id(id) {
        section.scroll_into_view();
    }
}
