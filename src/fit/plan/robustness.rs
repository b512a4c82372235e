//! Whose place depends on small changes of the scores.

use super::planner::Planner;
use super::policy::Policy;
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

/// For each application, in how many of the rounds it was given something. Rounds of scores: with
/// an order by arrival or by the list, all of them are alike.
#[must_use]
pub fn robustness(
    snapshot: &Snapshot,
    calendars: &Calendars,
    applications: &[Application],
    policy: &Policy,
    perturbation: &Perturbation,
) -> Vec<u32> {
    let mut given = vec![0_u32; applications.len()];
    for round in 0..perturbation.rounds {
        let changed = perturbation.changed(applications, round);
        let mut planner = Planner::new(snapshot, calendars, &changed, policy);
        while planner.step() {}
        for decision in planner.decisions().iter().filter(|decision| decision.result.is_ok()) {
            if let Some(count) = given.get_mut(decision.application) {
                *count += 1;
            }
        }
    }
    given
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
