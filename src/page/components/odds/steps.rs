//! Steps from the published figures to the chance, each closed until opened.

use crate::page::context::t;
use crate::page::dom::{Element, html};
use crate::show::odds::OddsStep;
use crate::words::catalogue::{Entry, size as words};

/// Returns the steps.
pub fn steps(steps: &[OddsStep]) -> Element {
    html::ol().class("steps").child(steps.iter().map(step).collect::<Vec<_>>())
}

fn step(step: &OddsStep) -> Element {
    let heading = html::summary().child((
        html::span().child(step.name),
        html::strong().class("number").child(step.value.clone()),
    ));
    let facts = html::dl().class("facts").child((
        fact(words::FORMULA, step.formula.to_owned()),
        fact(words::NUMBERS, step.numbers.clone()),
    ));
    let has_facts = !step.formula.is_empty() || !step.numbers.is_empty();
    let inside = (html::p().class("small").child(step.is), has_facts.then_some(facts));
    html::li().child(html::details().child((heading, inside)))
}

/// Returns a fact; `None` if its value is empty.
fn fact(name: Entry, value: String) -> Option<Element> {
    (!value.is_empty())
        .then(|| html::div().child((html::dt().child(t(name)), html::dd().child(value))))
}
