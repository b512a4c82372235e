//! Glossary of the page, one sentence per word.

use crate::page::context::{t, use_scenario};
use crate::page::dom::{Element, html};
use crate::show::glossary;
use crate::words::catalogue::{Entry, glossary as words};
use leptos::prelude::*;

/// Returns the words that the page uses, closed until opened.
pub fn glossary() -> Element {
    let scenario = use_scenario();
    let word = |(word, meaning): (Entry, Entry)| {
        html::div().child(html::dt().child(t(word))).child(html::dd().child(t(meaning)))
    };
    let content = move || {
        let explained = scenario
            .with(|scenario| scenario.as_ref().map(|it| glossary::glossary(&it.0.file.snapshot)));
        let explained = explained.unwrap_or_default();
        html::dl()
            .class("facts glossary")
            .child(explained.into_iter().map(word).collect::<Vec<_>>())
    };
    html::details()
        .class("fold no-print")
        .id("glossary")
        .child(html::summary().child(t(words::HEADING)))
        .child(content)
}
