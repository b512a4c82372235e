//! Labelled fields with a hint and what is wrong with them.

use crate::page::context::t;
use crate::page::dom::{Element, html};
use crate::words::catalogue::Entry;
use leptos::ev;
use leptos::prelude::*;

/// A field: label, the control itself, hint, problem. The control has the id `id`; the element
/// with the id `id-about` describes it.
pub fn field(
    id: &str,
    label: Entry,
    hint: Option<Entry>,
    problem: impl Fn() -> Option<String> + Send + 'static,
    control: Element,
) -> Element {
    let hint = hint.map(|hint| html::span().class("hint").child(t(hint)));
    let problem = move || problem().map(|text| html::p().class("wrong").child(text));
    let label = html::label().attr("for", id.to_owned()).child(t(label));
    let about = html::div().id(about(id)).child((hint, problem));
    html::div().class("field").child((label, control, about))
}

/// The id of what describes a control.
pub fn about(id: &str) -> String {
    [id, "-about"].concat()
}

/// A choice of one: the options as values and words, the value chosen, and what to do with another.
pub fn select(
    id: &str,
    options: Signal<Vec<(String, String)>>,
    chosen: Signal<String>,
    is_invalid: Signal<bool>,
    choose: impl Fn(String) + 'static,
) -> Element {
    let options = move || with_unknown(options.get(), chosen.get_untracked());
    html::select()
        .id(id.to_owned())
        .attr("autocomplete", "off")
        .attr("aria-describedby", about(id))
        .attr("aria-invalid", move || is_invalid.get().then_some("true"))
        .on(ev::change, move |event| choose(event_target_value(&event)))
        .child(move || option_list(options(), chosen))
}

/// The options of a choice, as values and words.
pub fn option_list(options: Vec<(String, String)>, chosen: Signal<String>) -> Vec<Element> {
    let item = |(value, words): (String, String)| {
        let is_chosen = {
            let value = value.clone();
            move || chosen.with(|chosen| *chosen == value)
        };
        html::option().attr("value", value).prop("selected", is_chosen).child(words)
    };
    options.into_iter().map(item).collect()
}

/// The options, and before them the value chosen where it is none of them, so that the control
/// shows it and another can be chosen.
fn with_unknown(mut options: Vec<(String, String)>, chosen: String) -> Vec<(String, String)> {
    if options.iter().all(|(value, _)| *value != chosen) {
        options.insert(0, (chosen.clone(), chosen));
    }
    options
}
