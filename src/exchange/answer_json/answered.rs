//! A request and its answer, input of the JSON writer.

use crate::fit::{Alternatives, Preview};
use crate::model::{Hour, Request, Scenario};

/// A request, its answer and the inputs from which the answer was computed.
pub struct AnsweredRequest<'a> {
    /// The scenario that the request was checked against.
    pub scenario: &'a Scenario,
    /// The request.
    pub request: &'a Request,
    /// The answer: an offer or a why-not per block.
    pub preview: &'a Preview,
    /// Other ways to do the same work.
    pub alternatives: &'a Alternatives,
    /// The hour at which the answer is read, which decides whether a call is open.
    pub today: Hour,
}
