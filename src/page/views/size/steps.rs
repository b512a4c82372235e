//! Steps of the arithmetic, closed until opened, and made only then.

use super::answer::{SizeSignals, read};
use crate::page::components::{disclosure, link_out};
use crate::page::context::t;
use crate::page::dom::{Element, IntoView, html};
use crate::page::shared::Shared;
use crate::session::TargetSize;
use crate::show::size::{Reference, StepView};
use crate::words::catalogue::{Entry, size as words};
use leptos::prelude::*;

/// Returns the steps that are the same for every accelerator.
pub fn of_model(answer: SizeSignals) -> Element {
    disclosure("card twin", words::STEPS_MODEL, move || answer.sizes(|sizes| steps(&sizes.steps)))
}

/// Returns the steps of one accelerator.
pub fn of_site(site: Memo<Option<Shared<TargetSize>>>) -> Element {
    disclosure("twin", words::STEPS, move || read(site, |site| steps(&site.view.steps)))
}

fn steps(steps: &[StepView]) -> Element {
    let items: Vec<_> = steps.iter().map(step).collect();
    html::ol().class("steps").child(items)
}

fn step(step: &StepView) -> Element {
    let heading = html::summary().child((
        html::span().child(step.name),
        html::strong().class("number").child(step.value.clone()),
    ));
    let source = html::dd().child((
        step.origin.map(|origin| html::span().child(origin)),
        step.references.iter().map(reference).collect::<Vec<_>>(),
    ));
    let facts = html::dl().class("facts").child((
        fact(words::FORMULA, step.formula.to_owned()),
        fact(words::NUMBERS, step.numbers.clone()),
        html::div().child((html::dt().child(t(words::SOURCE)), source)),
    ));
    let inside = (html::p().class("small").child(step.is), facts);
    html::li().child(html::details().child((heading, inside)))
}

/// Returns a fact; `None` if its value is empty.
fn fact(name: Entry, value: String) -> Option<impl IntoView> {
    (!value.is_empty()).then(|| {
        let name = html::dt().child(t(name));
        html::div().child((name, html::dd().child(value)))
    })
}

/// Returns a reference as a link, with its date.
fn reference(reference: &Reference) -> Element {
    let date = (!reference.date.is_empty()).then(|| [" (", reference.date, ")"].concat());
    let date = date.map(|date| html::span().child(date));
    html::p().child((link_out(reference.url, reference.title), date))
}
