//! The answer once typing has paused.

use crate::model::Request;
use crate::page::context::use_request_form;
use crate::show::answer::AnswerView;
use leptos::prelude::*;

/// What `lay` makes of the answer once typing has paused, where there is one.
pub fn with_debounced_answer<T>(lay: impl FnOnce(&Request, &AnswerView) -> Option<T>) -> Option<T> {
    let answer = use_request_form().settled.get().0;
    let (request, answer) = answer.answered()?;
    lay(request, answer)
}
