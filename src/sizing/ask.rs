//! Request that `fit` can answer, made from a recommended point.

use super::answer::SiteAnswer;
use crate::model::{Class, Hour, NodeCount, Placement, Request};

/// Fields of a request besides nodes and term.
#[derive(Clone, PartialEq, Debug)]
pub struct RequestFrame {
    /// Id of the request.
    pub id: String,
    /// Earliest start.
    pub not_before: Hour,
    /// Class of the applicant.
    pub class: Class,
    /// Id of the call.
    pub call: Option<String>,
}

impl SiteAnswer {
    /// Returns the request for the recommended point, or `None` if no point is recommended.
    ///
    /// ```
    /// use jari::exchange::workload_json::parse;
    /// use jari::sizing::{SizingTarget, ask::RequestFrame, hardware::H200, size};
    /// # use jari::model::{Class, Hour, NodeCount, Term};
    /// let asked = parse(r#"{"id":"w","within_days":30,
    ///   "task":{"kind":"gpu_hours","hours":20000,"on":"h200"}}"#).unwrap();
    /// let answer = size(&asked.workload, &[SizingTarget::of_gpu(H200, 16)]).unwrap();
    /// let not_before = Hour::of_date(2027, 1, 4).unwrap();
    /// let frame = RequestFrame { id: "r".into(), not_before, class: Class::Industry, call: None };
    /// let request = answer.sites[0].request(&frame).unwrap();
    /// assert_eq!((request.nodes, request.term), (NodeCount::exactly(4), Term::Days(27)));
    /// ```
    #[must_use]
    pub fn request(&self, frame: &RequestFrame) -> Option<Request> {
        let recommended = self.recommended.as_ref()?;
        let point = self.curve.get(recommended.index)?;
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
