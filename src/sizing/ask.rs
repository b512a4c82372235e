//! From a recommended point to a request that `fit` can answer.

use super::answer::SiteAnswer;
use crate::model::{Class, Hour, NodeCount, Placement, Request};

/// What a request needs besides nodes and term.
#[derive(Clone, PartialEq, Debug)]
pub struct RequestFrame {
    /// The request's own name.
    pub id: String,
    /// The earliest start.
    pub not_before: Hour,
    /// Who applies.
    pub class: Class,
    /// Id of the call.
    pub call: Option<String>,
}

impl SiteAnswer {
    /// The request for the recommended point; `None` where there is none.
    #[must_use]
    pub fn request(&self, frame: &RequestFrame) -> Option<Request> {
        let recommended = self.recommended.as_ref()?;
        let point = self.curve.get(recommended.place)?;
        Some(Request {
            id: frame.id.clone(),
            accelerators: vec![self.accelerator.clone()],
            blocks: None,
            nodes: NodeCount::exactly(point.nodes),
            term: recommended.term,
            not_before: frame.not_before,
            not_after: None,
            placement: Placement::Any,
            split: None,
            class: frame.class,
            call: frame.call.clone(),
        })
    }
}
