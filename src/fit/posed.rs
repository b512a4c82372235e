//! Question with the holes open at the start that it asks for.

use super::availability_at::AvailabilityAt;
use super::offer::Offer;
use super::question::Question;

/// Question with the holes open at the earliest start that it asks for.
#[derive(Clone)]
pub(super) struct Posed<'a> {
    pub question: Question<'a>,
    pub opening: AvailabilityAt<'a>,
}

impl<'a> Posed<'a> {
    pub(super) fn new(question: Question<'a>) -> Self {
        let opening = question.calendar.opening(question.ask.not_before, 1);
        Self { question, opening }
    }

    /// Returns the earliest offer within the rules of the call.
    pub(super) fn offer(&self) -> Option<Offer> {
        let question = &self.question;
        let start = question.earliest_start()?;
        let most = question.most_nodes();
        // The holes open at the start asked are known already.
        Some(if start == self.opening.start {
            question.offer_at(&self.opening, most)
        } else {
            question.offer_from(start, most)
        })
    }
}
