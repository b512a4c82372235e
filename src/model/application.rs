//! A request in a round.

use super::request::Request;
use super::time::Instant;
use core::cmp::Ordering;

/// A request in a round, with what it is ranked by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Application {
    /// What it asks. The request's own id is that of the application.
    pub request: Request,
    /// What it is called; empty where it has no title.
    pub title: String,
    /// What the review gave it, the more the better; `None` where it has none.
    pub score: Option<Score>,
    /// When it was submitted, where that is known.
    pub submitted_at: Option<Instant>,
}

/// A score: a finite number, ordered as numbers are.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Score(f64);

impl Score {
    /// The score of a number; `None` where it is none, or without bounds.
    #[must_use]
    pub fn new(number: f64) -> Option<Self> {
        // A zero of either sign is the same score.
        number.is_finite().then_some(Self(number + 0.0))
    }

    /// The number.
    #[must_use]
    pub const fn number(self) -> f64 {
        self.0
    }
}

impl Eq for Score {}

impl PartialOrd for Score {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Score {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}
