//! Debounced answer.

use crate::model::Request;
use crate::page::context::use_request_form;
use crate::show::answer::AnswerView;
use leptos::prelude::*;

/// Returns the result of `lay` for the debounced answer, if there is one.
pub fn with_debounced_answer<T>(lay: impl FnOnce(&Request, &AnswerView) -> Option<T>) -> Option<T> {
    let answer = use_request_form().debounced.get().0;
    let (request, answer) = answer.answered()?;
    lay(request, answer)
}
