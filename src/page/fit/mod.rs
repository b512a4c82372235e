//! The fit view: the form beside the answer.

mod drafts;
mod submit;

use super::dom::{AnyView, IntoView, html};
use super::state::{Shared, State};
use crate::page::components::no_blocks;
use crate::page::views::fit::{Pins, answer, comparison, request_form, scenario_form};
use crate::session::PreparedScenario;
use crate::words::Lang;
use crate::words::catalogue::fit as words;
use leptos::prelude::*;

/// What the view keeps when it is left: made when it is first shown, for as long as the page lives.
#[derive(Clone, Copy)]
pub struct Kept {
    desk: drafts::Desk,
    pins: Pins,
    submission: submit::Submission,
}

impl Kept {
    fn of(state: State) -> Self {
        state.fit_kept.get_value().unwrap_or_else(|| {
            let owner = Owner::new_root(None);
            let kept = owner.with(|| {
                provide_context(state);
                Self {
                    desk: drafts::Desk::new(state.route, state.lang),
                    pins: Pins::new(),
                    submission: submit::Submission::new(state),
                }
            });
            core::mem::forget(owner);
            state.fit_kept.set_value(Some(kept));
            kept
        })
    }
}

/// The view.
pub fn view(state: State, lang: Lang) -> AnyView {
    let is_empty = |world: &Option<Shared<PreparedScenario>>| {
        world.as_ref().is_some_and(|world| world.0.file.snapshot.blocks.is_empty())
    };
    let heading = html::h1().child(words::HEADING.get(lang));
    // A file that has blocks keeps them: no need to follow what is assumed.
    if state.world.with_untracked(is_empty) {
        return html::div().class("view").child(heading).child(no_blocks()).into_view();
    }
    let kept = Kept::of(state);
    let inputs = html::div()
        .class("stack inputs")
        .child(drafts::view(kept.desk, lang))
        .child(request_form())
        .child(scenario_form());
    let answer = answer(submit::view(kept.submission, lang));
    html::div()
        .class("view fit-view")
        .child(heading)
        .child(html::div().class("fit").child(inputs).child(answer))
        .child(comparison(kept.pins))
        .into_view()
}
