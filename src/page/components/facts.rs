//! Lists of facts and of sentences.

use super::{ElementProperties as _, Text};
use crate::show::fact::Fact;
use leptos::html::{dd, div, dl, dt, li, ul};
use leptos::prelude::*;

/// Facts as a list of names and values.
pub fn facts(class: &'static str, facts: &[Fact]) -> impl IntoView + use<> {
    let fact = |fact: &Fact| {
        let name = dt().text(Text::from(fact.name.clone()));
        div().child((name, dd().text(Text::from(fact.value.clone()))))
    };
    dl().class(class).child(facts.iter().map(fact).collect::<Vec<_>>())
}

/// Sentences as a list.
pub fn list(class: &'static str, sentences: &[String]) -> impl IntoView + use<> {
    let item = |sentence: &String| li().text(Text::from(sentence.clone()));
    ul().class(class).child(sentences.iter().map(item).collect::<Vec<_>>())
}
