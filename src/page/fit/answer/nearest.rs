//! The nearest requests that fit, each a button.

use crate::fit::Change;
use crate::page::components::{button, focus};
use crate::page::dom::{AnyView, Element, html};
use crate::page::fit::answer::answered;
use crate::page::state::State;
use crate::show::nearby::NearestView;
use crate::words::Lang;
use crate::words::catalogue::fit as words;

/// The nearest requests; nothing where this one fits at once.
pub fn view(state: State, lang: Lang) -> AnyView {
    answered(state, |_, answer| {
        let nearest = (!answer.nearest.is_empty()).then(|| list(state, &answer.nearest));
        nearest.map(|nearest| {
            html::section()
                .class("card no-print")
                .id("nearest")
                .attr("aria-labelledby", "nearest-title")
                .child(html::h2().id("nearest-title").child(answer.nearest_heading))
                .child(html::p().class("small quiet").child(words::NEAREST_HINT.get(lang)))
                .child(answer.nearest_caveat.map(|caveat| html::p().class("small").child(caveat)))
                .child(nearest)
        })
    })
}

fn list(state: State, nearest: &[NearestView]) -> Element {
    let change = |one: &NearestView| apply(state, &one.text, one.changes.clone());
    html::div().class("changes").child(nearest.iter().map(change).collect::<Vec<_>>())
}

/// A button that changes the request.
pub fn apply(state: State, words: &str, changes: Vec<Change>) -> Element {
    button(words, move |_| {
        state.edit(|draft| changes.iter().for_each(|change| draft.apply(change)));
        focus("verdict");
    })
}
