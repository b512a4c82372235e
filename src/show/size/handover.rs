//! Handover between the size form and the request form: the call and the start come from the
//! request form, and the size goes back to it.

use crate::model::{Hour, Instant, Snapshot};
use crate::show::form::{CountUnit, FormDraft, TermUnit, read_date};
use crate::sizing::SizingTarget;
use crate::sizing::answer::SiteAnswer;

/// Returns the accelerators of a file under the call and from the start that the request form
/// names.
#[must_use]
pub fn sites(snapshot: &Snapshot, form: &FormDraft, today: Hour) -> Vec<SizingTarget> {
    let start = read_date(&form.from).map_or(today, Instant::floor);
    SizingTarget::all(snapshot, snapshot.call(&form.call), Some(start))
}

/// Returns the request form with the suggested size in it; `None` if there is no suggestion.
#[must_use]
pub fn handed_over(answer: &SiteAnswer, form: &FormDraft) -> Option<FormDraft> {
    let found = answer.recommended.as_ref()?;
    let point = answer.curve.get(found.index)?;
    Some(FormDraft {
        accelerators: vec![answer.accelerator.clone()],
        nodes: point.nodes.to_string(),
        // The suggestion is one size, and an upper bound from before could lie below it.
        nodes_max: String::new(),
        count: CountUnit::Nodes,
        term: found.term.count().to_string(),
        unit: TermUnit::from_term(found.term),
        ..form.clone()
    })
}
