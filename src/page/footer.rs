//! The foot of the page: the words that it uses, what it is not, which file it shows.

use super::context::{t, use_feed, use_lang, use_scenario, use_today};
use super::dom::{Element, IntoView, html};
use crate::session::notice;
use crate::show::overview;
use crate::words::catalogue::{Entry, glossary as glossary_words, page as words};
use leptos::prelude::*;

/// The foot of the page.
pub fn footer() -> Element {
    let feed = use_feed();
    let disclaimer = move || feed.view.with(|view| view.identity.disclaimer.clone());
    let what_not = html::p()
        .child(html::strong().child(t(words::FOOTER_WHAT_NOT)))
        .child(" · ")
        .child(disclaimer);
    let about = html::p().class("number").child(shown_file()).child(t(words::FOOTER_LICENCE));
    html::footer().class("footer").child(html::div().class("page").child((
        glossary(),
        what_not,
        about,
    )))
}

/// Which file is shown, and how old it is.
fn shown_file() -> impl IntoView {
    let (lang, scenario, today) = (use_lang(), use_scenario(), use_today());
    move || {
        let file = scenario.with(|scenario| scenario.as_ref().map(|it| it.0.file.clone()))?;
        let as_of = overview::as_of(&file.snapshot, today.get(), lang.get());
        Some((as_of, " · ", notice::file_name(&file.fingerprint, lang.get()), " · "))
    }
}

/// The words that the page uses, each in a sentence.
fn glossary() -> Element {
    let word = |(word, meaning): &(Entry, Entry)| {
        html::div().child(html::dt().child(t(*word))).child(html::dd().child(t(*meaning)))
    };
    let words: Vec<Element> = glossary_words::WORDS.iter().map(word).collect();
    html::details()
        .class("fold no-print")
        .id("glossary")
        .child(html::summary().child(t(glossary_words::HEADING)))
        .child(html::dl().class("facts glossary").child(words))
}
