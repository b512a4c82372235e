//! A round as far as it is decided.

use crate::fit::Calendars;
use crate::fit::plan::{Decision, RoundPlan, Totals};
use crate::model::{Application, Snapshot};

/// A round as far as it is decided, with all that its view tells of it.
#[derive(Clone, Debug)]
pub struct RoundResult {
    /// The applications that it is decided with, in the order of the list.
    pub applications: Vec<Application>,
    /// Where each is among all that were read.
    pub places: Vec<usize>,
    /// What they come to, those that come first at least.
    pub plan: RoundPlan,
    /// Whether all of them are decided.
    pub is_whole: bool,
    /// What is given in all.
    pub totals: Totals,
    /// The snapshot with what was given as holds, behind those that were there before.
    pub snapshot: Snapshot,
    /// How many holds were there before.
    pub own_holds: usize,
    /// The calendars of that snapshot.
    pub calendars: Calendars,
}

impl RoundResult {
    /// What the application at a place comes to, where it is decided.
    #[must_use]
    pub fn decision(&self, place: usize) -> Option<&Decision> {
        let decides = |decision: &&Decision| self.places.get(decision.application) == Some(&place);
        self.plan.decisions.iter().find(decides)
    }

    /// The decision of each place, where there is one.
    #[must_use]
    pub fn by_place(&self) -> Vec<Option<&Decision>> {
        let mut decisions = vec![None; self.places.iter().max().map_or(0, |most| most + 1)];
        for decision in &self.plan.decisions {
            let place = self.places.get(decision.application);
            if let Some(of_place) = place.and_then(|place| decisions.get_mut(*place)) {
                *of_place = Some(decision);
            }
        }
        decisions
    }
}

/// In how many rounds with slightly other scores each application has a place.
#[derive(Clone, PartialEq, Debug)]
pub struct Chances {
    /// How many rounds there are.
    pub rounds: u32,
    /// The most that a score was changed by, either way.
    pub most: f64,
    /// For each place among all that were read, in how many of the rounds its application was given
    /// something; `None` where it was in none of them.
    pub given: Vec<Option<u32>>,
}

impl Chances {
    /// In how many of the rounds the application at a place was given something.
    #[must_use]
    pub fn given_to(&self, place: usize) -> Option<u32> {
        self.given.get(place).copied().flatten()
    }

    /// Whether its place depends on the changes.
    #[must_use]
    pub fn is_close(&self, given: u32) -> bool {
        given > 0 && given < self.rounds
    }
}
