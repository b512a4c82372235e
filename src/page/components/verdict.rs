//! What an answer comes to, at the top of it.

use super::focus;
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::effect;
use crate::show::spoken::news;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;

/// How long nothing has to change until the verdict is read out.
const QUIET: Duration = Duration::from_millis(700);

/// The verdict in sight, and read out to those who do not see it; `spoken` returns the sentences
/// that are read out, or `None` where they stay as they are.
pub fn verdict(
    content: impl IntoView,
    spoken: impl Fn() -> Option<Vec<String>> + 'static,
) -> Element {
    html::div().id("verdict").attr("tabindex", "-1").child((content, announcer(spoken)))
}

/// Reads out what has changed, once typing has paused.
fn announcer(spoken: impl Fn() -> Option<Vec<String>> + 'static) -> Element {
    let (now, before) = (RwSignal::new(String::new()), StoredValue::new(Vec::new()));
    let mut speak = debounce(QUIET, move |sentences: Vec<String>| {
        if before.with_value(|before| *before != sentences) {
            // Empty where something only went: when it comes back, it is read out again.
            now.set(before.with_value(|before| news(before, &sentences)));
            before.set_value(sentences);
        }
    });
    effect(move |_| {
        if let Some(sentences) = spoken() {
            speak(sentences);
        }
    });
    html::p().class("unseen").attr("role", "status").id("said").child(move || now.get())
}

/// The panel of a verdict, coloured by its kind.
pub fn verdict_panel(kind: &'static str, verdict: &'static str) -> Element {
    html::div().class("verdict").attr("data-kind", kind).attr("data-verdict", verdict)
}

/// What is wrong with a field, as a link to it.
pub fn link_to_field(id: String, words: String) -> Element {
    html::a()
        .attr("href", ["#", &id].concat())
        .on(ev::click, move |event| {
            // The address belongs to the route.
            event.prevent_default();
            focus(&id);
        })
        .child(words)
}
