//! A request and its answer, before they are written.

use crate::fit::{Alternatives, Preview};
use crate::model::{Hour, Request, Scenario};

/// A request with its answer, and what that was worked out from.
pub struct AnsweredRequest<'a> {
    /// What it was asked of.
    pub scenario: &'a Scenario,
    /// The request.
    pub request: &'a Request,
    /// What it comes to.
    pub preview: &'a Preview,
    /// Other ways to do the same work.
    pub alternatives: &'a Alternatives,
    /// The hour at which it is read, which tells whether a call is open.
    pub today: Hour,
}
