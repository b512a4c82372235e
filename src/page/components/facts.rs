//! Lists of facts and of sentences.

use crate::page::dom::{Element, html};
use crate::words::fact::Fact;

/// Returns facts as a list of names and values.
pub fn facts(class: &'static str, facts: &[Fact]) -> Element {
    let fact = |fact: &Fact| {
        let name = html::dt().child(fact.name.clone());
        html::div()
            .class(fact.is_long.then_some("long"))
            .child((name, html::dd().child(fact.value.clone())))
    };
    html::dl().class(class).child(facts.iter().map(fact).collect::<Vec<_>>())
}

/// Returns sentences as a list.
pub fn list(class: &'static str, sentences: &[String]) -> Element {
    let item = |sentence: &String| html::li().child(sentence.clone());
    html::ul().class(class).child(sentences.iter().map(item).collect::<Vec<_>>())
}
