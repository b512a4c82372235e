//! Foot of the page: glossary, disclaimer, file shown.

use super::context::{t, use_chunks, use_feed, use_lang, use_phases, use_scenario, use_today};
use super::dom::{Element, IntoView, html};
use crate::session::notice;
use crate::show::overview;
use crate::words::catalogue::page as words;
use leptos::prelude::*;

/// Returns the foot of the page.
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

/// Returns which file is shown, and how old it is.
fn shown_file() -> impl IntoView {
    let (lang, scenario, today) = (use_lang(), use_scenario(), use_today());
    move || {
        let file = scenario.with(|scenario| scenario.as_ref().map(|it| it.0.file.clone()))?;
        let as_of = overview::as_of(&file.snapshot, today.get(), lang.get());
        Some((as_of, " · ", notice::file_name(&file.fingerprint, lang.get()), " · "))
    }
}

/// Returns the glossary. Its code comes with that of each view, so whichever is loaded provides it.
fn glossary() -> impl IntoView {
    let (chunks, rest) = (use_chunks(), use_phases().rest);
    move || {
        let of_pictures = chunks.pictures.ready().map(|it| it.glossary);
        let of_fit = chunks.fit.ready().map(|it| it.glossary);
        let of_size = chunks.size.ready().map(|it| it.glossary);
        let of_round = chunks.round.ready().map(|it| it.glossary);
        let of_data = chunks.data.ready().map(|it| it.glossary);
        let glossary = of_pictures.or(of_fit).or(of_size).or(of_round).or(of_data);
        let glossary = glossary.filter(|_| rest.get());
        glossary.map(|glossary| glossary())
    }
}
