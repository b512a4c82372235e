//! Whose place depends on small changes of the scores.

use super::planner::Planner;
use super::policy::RoundPolicy;
use crate::fit::calendar::Calendars;
use crate::model::{Application, Score, Snapshot, SplitMix64};

/// How scores are changed to see what depends on them.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Perturbation {
    /// How often the round is planned again.
    pub rounds: u32,
    /// The most that a score is changed by, either way.
    pub most: f64,
    /// What the changes are drawn from: the same number, the same changes.
    pub seed: u64,
}

/// A round that is planned again and again with other scores, to see whose place depends on them.
///
/// One step decides one application of one round, as [`Planner::step`] does. Only an order by score
/// makes rounds that differ: by arrival or by the list, all of them are alike.
#[derive(Clone, Debug)]
pub struct Robustness<'a> {
    snapshot: &'a Snapshot,
    calendars: &'a Calendars,
    applications: &'a [Application],
    policy: &'a RoundPolicy,
    perturbation: Perturbation,
    /// How many rounds are planned.
    planned: u32,
    /// The round that is being planned.
    planner: Option<Planner<'a>>,
    given: Vec<u32>,
}

impl<'a> Robustness<'a> {
    /// No round is planned yet; `calendars` are those of the snapshot.
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

    /// Decides the next application of a round; whether there was one.
    pub fn step(&mut self) -> bool {
        if self.planner.is_none() && self.planned < self.perturbation.rounds {
            let changed = self.perturbation.changed(self.applications, self.planned);
            self.planner = Some(Planner::new(self.snapshot, self.calendars, changed, self.policy));
        }
        let Some(planner) = &mut self.planner else { return false };
        if !planner.step() {
            let given = planner.decisions().iter().filter(|decision| decision.result.is_ok());
            for decision in given {
                if let Some(count) = self.given.get_mut(decision.application) {
                    *count += 1;
                }
            }
            self.planner = None;
            self.planned += 1;
        }
        true
    }

    /// Plans all rounds that are left: for each application, in how many of them it was given
    /// something.
    #[must_use]
    pub fn run(mut self) -> Vec<u32> {
        while self.step() {}
        self.given
    }

    /// For each application, in how many of the rounds so far it was given something.
    #[must_use]
    pub fn given(&self) -> &[u32] {
        &self.given
    }
}

impl Perturbation {
    /// The applications with other scores: each by an even chance anywhere within `most` of its own.
    /// A round depends on the seed and its number alone.
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
