//! Lists of facts and of sentences.

use crate::page::dom::{Element, dd, div, dl, dt, li, ul};
use crate::words::fact::Fact;

/// Facts as a list of names and values.
pub fn facts(class: &'static str, facts: &[Fact]) -> Element {
    let fact = |fact: &Fact| {
        let name = dt().child(fact.name.clone());
        div().child((name, dd().child(fact.value.clone())))
    };
    dl().class(class).child(facts.iter().map(fact).collect::<Vec<_>>())
}

/// Sentences as a list.
pub fn list(class: &'static str, sentences: &[String]) -> Element {
    let item = |sentence: &String| li().child(sentence.clone());
    ul().class(class).child(sentences.iter().map(item).collect::<Vec<_>>())
}
