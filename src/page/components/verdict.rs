//! Verdict of an answer, at the top of it.

use super::focus;
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::effect;
use crate::show::spoken::news;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;

/// Time without a change until the verdict is read out.
const QUIET: Duration = Duration::from_millis(700);

/// Returns the verdict, both visible and announced to screen readers.
///
/// `spoken` returns the sentences to announce, or `None` to leave them as they are.
pub fn verdict(
    content: impl IntoView,
    spoken: impl Fn() -> Option<Vec<String>> + 'static,
) -> Element {
    html::div().id("verdict").attr("tabindex", "-1").child((content, announcer(spoken)))
}

/// Returns the live region that announces what has changed, debounced while the reader types.
fn announcer(spoken: impl Fn() -> Option<Vec<String>> + 'static) -> Element {
    let (now, before) = (RwSignal::new(String::new()), StoredValue::new(Vec::new()));
    let mut speak = debounce(QUIET, move |sentences: Vec<String>| {
        if before.with_value(|before| *before != sentences) {
            // Empty if sentences only went: when they come back, they are announced again.
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

/// Returns the panel of a verdict, coloured by its kind.
pub fn verdict_panel(kind: &'static str, verdict: &'static str) -> Element {
    html::div().class("verdict").attr("data-kind", kind).attr("data-verdict", verdict)
}

/// Returns a link to a field, with the problem of that field as its words.
pub fn link_to_field(id: String, words: String) -> Element {
    html::a()
        .attr("href", ["#", &id].concat())
        .on(ev::click, move |event| {
            // The route owns the address, so the link does not change it.
            event.prevent_default();
            focus(&id);
        })
        .child(words)
}
