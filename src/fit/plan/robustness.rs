//! Robustness of a round against small changes of the scores.

use super::planner::Planner;
use super::policy::RoundPolicy;
use crate::fit::calendar::Calendars;
use crate::model::{Application, Score, Snapshot, SplitMix64};

/// Random change of scores.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Perturbation {
    /// Number of rounds that are planned again.
    pub rounds: u32,
    /// Largest change of a score, either way.
    pub most: f64,
    /// Seed of the changes: the same seed gives the same changes.
    pub seed: u64,
}

/// Round that is planned again and again with other scores, to see whose grant depends on them.
///
/// One step decides one application of one round, as [`Planner::step`] does; one more step ends
/// each round. Only an order by score makes rounds that differ: by arrival or by the list they are
/// all alike.
#[derive(Clone, Debug)]
pub struct Robustness<'a> {
    snapshot: &'a Snapshot,
    calendars: &'a Calendars,
    applications: &'a [Application],
    policy: &'a RoundPolicy,
    perturbation: Perturbation,
    /// Number of rounds planned so far.
    planned: u32,
    /// Planner of the current round.
    planner: Option<Planner<'a>>,
    given: Vec<u32>,
}

impl<'a> Robustness<'a> {
    /// Creates the series with no round planned yet; `calendars` must be those of `snapshot`.
    #[must_use]
    pub fn new(
        snapshot: &'a Snapshot,
        calendars: &'a Calendars,
        applications: &'a [Application],
        policy: &'a RoundPolicy,
        perturbation: Perturbation,
    ) -> Self {
        let given = vec![0; applications.len()];
        Self {
            snapshot,
            calendars,
            applications,
            policy,
            perturbation,
            planned: 0,
            planner: None,
            given,
        }
    }

    /// Decides the next application of a round, or ends the round after its last one.
    ///
    /// Returns `false` once all rounds are planned.
    pub fn step(&mut self) -> bool {
        if self.planner.is_none() && self.planned < self.perturbation.rounds {
            let changed = self.perturbation.changed(self.applications, self.planned);
            self.planner = Some(Planner::new(self.snapshot, self.calendars, changed, self.policy));
        }
        let Some(planner) = &mut self.planner else { return false };
        if !planner.step() {
            let given = planner.decisions().iter().filter(|decision| decision.result.is_ok());
            for decision in given {
                if let Some(count) = self.given.get_mut(decision.application_index) {
                    *count += 1;
                }
            }
            self.planner = None;
            self.planned += 1;
        }
        true
    }

    /// Plans all rounds that are left, and returns for each application the number of rounds in
    /// which it was given something.
    #[must_use]
    pub fn run(mut self) -> Vec<u32> {
        while self.step() {}
        self.given
    }

    /// Returns for each application the number of finished rounds in which it was given something.
    #[must_use]
    pub fn given(&self) -> &[u32] {
        &self.given
    }
}

impl Perturbation {
    /// Returns the applications with other scores, each uniformly distributed within `most` of its
    /// own.
    ///
    /// The result depends on the seed, the number of the round and the list alone.
    #[must_use]
    pub fn changed(&self, applications: &[Application], round: u32) -> Vec<Application> {
        let mut numbers = SplitMix64::of_round(self.seed, round.into());
        let change = |application: &Application| {
            let by = (2.0 * numbers.next_unit() - 1.0) * self.most;
            let score = application.score.map(|score| score.number() + by).and_then(Score::new);
            Application { score: score.or(application.score), ..application.clone() }
        };
        applications.iter().map(change).collect()
    }
}
