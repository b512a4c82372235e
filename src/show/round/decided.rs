//! Result of a round as far as it is decided, and how often each application is granted something
//! if the scores change slightly.

use crate::fit::Calendars;
use crate::fit::plan::{Decision, RoundPlan, Totals};
use crate::model::{Application, Snapshot};

/// Round as far as it is decided, with everything that its view shows.
#[derive(Clone, Debug)]
pub struct RoundResult {
    /// Applications in the round, in the order of the list.
    pub applications: Vec<Application>,
    /// Index of each of them among all applications that were read.
    pub indices: Vec<usize>,
    /// Plan of the round, which covers at least the first of the applications.
    pub plan: RoundPlan,
    /// `true` if all of them are decided.
    pub is_whole: bool,
    /// Totals of what is granted.
    pub totals: Totals,
    /// Snapshot with the grants as holds, behind those that were there before.
    pub snapshot: Snapshot,
    /// Number of holds that were there before.
    pub own_holds: usize,
    /// Calendars of that snapshot.
    pub calendars: Calendars,
}

impl RoundResult {
    /// Returns the decision on the application at `index`, if there is one.
    #[must_use]
    pub fn decision(&self, index: usize) -> Option<&Decision> {
        let decides =
            |decision: &&Decision| self.indices.get(decision.application_index) == Some(&index);
        self.plan.decisions.iter().find(decides)
    }

    /// Returns the decision for each index among all applications, if there is one.
    #[must_use]
    pub fn by_index(&self) -> Vec<Option<&Decision>> {
        let mut decisions = vec![None; self.indices.iter().max().map_or(0, |most| most + 1)];
        for decision in &self.plan.decisions {
            let index = self.indices.get(decision.application_index);
            if let Some(of_application) = index.and_then(|index| decisions.get_mut(*index)) {
                *of_application = Some(decision);
            }
        }
        decisions
    }
}

/// Outcome of rounds with slightly different scores, by application.
#[derive(Clone, PartialEq, Debug)]
pub struct Chances {
    /// Number of rounds.
    pub rounds: u32,
    /// Largest change of a score, in either direction.
    pub most: f64,
    /// Number of rounds in which each application was granted something, by its index among all
    /// that were read; `None` if it took part in none of them.
    pub given: Vec<Option<u32>>,
}

impl Chances {
    /// Returns the number of rounds in which the application at `index` was granted
    /// something.
    #[must_use]
    pub fn given_to(&self, index: usize) -> Option<u32> {
        self.given.get(index).copied().flatten()
    }

    /// Returns `true` if an application granted something in `given` rounds depends on the changes.
    #[must_use]
    pub fn is_close(&self, given: u32) -> bool {
        given > 0 && given < self.rounds
    }
}
