//! The fit view: the form beside the answer.

mod answer;
mod form;
mod scenario;

use super::element::{Fragment, el};
use super::state::State;
use crate::show::Lang;
use crate::show::catalogue::fit as words;

/// The view.
pub fn view(state: State, lang: Lang) -> Fragment {
    let inputs = el("div")
        .class("stack inputs")
        .child(form::view(state, lang))
        .child(scenario::view(state, lang));
    el("div")
        .class("view fit-view")
        .child(el("h1").child(words::HEADING.get(lang)))
        .child(el("div").class("fit").child(inputs).child(answer::view(state, lang)))
        .view()
}
