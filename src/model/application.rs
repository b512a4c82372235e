//! A request that takes part in a round.

use super::request::Request;
use super::time::Instant;
use core::cmp::Ordering;

/// A request in a round, with the data it is ranked by.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Application {
    /// The request; its id is the id of the application.
    pub request: Request,
    /// Title; empty if the application has none.
    pub title: String,
    /// Review score, higher is better; `None` if it has not been scored.
    pub score: Option<Score>,
    /// Time of submission, if known.
    pub submitted_at: Option<Instant>,
}

/// A review score: a finite number, ordered numerically.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Score(f64);

impl Score {
    /// Returns the score for `number`, or `None` if it is NaN or infinite.
    #[must_use]
    pub fn new(number: f64) -> Option<Self> {
        // Adding 0.0 turns -0.0 into 0.0, which `total_cmp` would otherwise order below it.
        number.is_finite().then_some(Self(number + 0.0))
    }

    /// Returns the score as a number.
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
