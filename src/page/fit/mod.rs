//! The fit view: the form beside the answer.

mod answer;
mod form;
mod scenario;

use super::element::{Fragment, el};
use super::parts::no_blocks;
use super::state::{Shared, State, World};
use crate::show::Lang;
use crate::show::catalogue::fit as words;
use leptos::prelude::*;

/// The view.
pub fn view(state: State, lang: Lang) -> Fragment {
    let is_empty = |world: &Option<Shared<World>>| {
        world.as_ref().is_some_and(|world| world.0.data.snapshot.blocks.is_empty())
    };
    let heading = el("h1").child(words::HEADING.get(lang));
    // A file that has blocks keeps them: no need to follow what is assumed.
    if state.world.with_untracked(is_empty) {
        return el("div").class("view").child(heading).child(no_blocks(lang)).view();
    }
    let inputs = el("div")
        .class("stack inputs")
        .child(form::view(state, lang))
        .child(scenario::view(state, lang));
    el("div")
        .class("view fit-view")
        .child(heading)
        .child(el("div").class("fit").child(inputs).child(answer::view(state, lang)))
        .view()
}
