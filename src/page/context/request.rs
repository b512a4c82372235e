//! The request form, which several views read and some change.

use crate::exchange::link::{FormLink, Route};
use crate::page::state::{Shared, State};
use crate::session::FormAnswer;
use crate::show::form::FormDraft;
use leptos::prelude::*;

/// The request as typed, and its answer.
#[derive(Clone, Copy)]
pub struct RequestForm {
    /// The form as typed, or as it stands before anything was typed.
    pub draft: Memo<FormDraft>,
    /// What it comes to.
    pub answer: Memo<Shared<FormAnswer>>,
    /// What it comes to once typing has paused: for what is below the sentence, so that a key has
    /// less to paint.
    pub settled: RwSignal<Shared<FormAnswer>>,
    route: RwSignal<Route>,
}

impl RequestForm {
    /// Changes the form.
    pub fn edit(self, change: impl FnOnce(&mut FormDraft)) {
        let mut draft = self.draft.get_untracked();
        change(&mut draft);
        self.route.update(|route| route.form = FormLink::of(&draft));
    }
}

/// Returns the request form.
pub fn use_request_form() -> RequestForm {
    let State { draft, outcome: answer, settled, route, .. } = expect_context();
    RequestForm { draft, answer, settled, route }
}
