//! Whose place depends on small changes of the scores.

use super::planner::Planner;
use super::policy::Policy;
use crate::fit::calendar::Calendars;
use crate::model::{Application, Score, Snapshot};

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
        let mut numbers = SplitMix64(self.seed ^ u64::from(round).wrapping_mul(GOLDEN_GAMMA));
        let change = |application: &Application| {
            let by = (2.0 * numbers.next_unit() - 1.0) * self.most;
            let score = application.score.map(|score| score.number() + by).and_then(Score::new);
            Application { score: score.or(application.score), ..application.clone() }
        };
        applications.iter().map(change).collect()
    }
}

/// Two to the 64th divided by the golden ratio, made odd.
const GOLDEN_GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;

/// The generator of Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014),
/// with the constants of Stafford's variant 13.
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN_GAMMA);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, and without, 1: of the 53 bits that a float holds.
    fn next_unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_the_reference() {
        // The first three of java.util.SplittableRandom and of the authors' C program for seed 0.
        let mut numbers = SplitMix64(0);
        let wanted = [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F];
        assert_eq!([numbers.next(), numbers.next(), numbers.next()], wanted);
        let mut units = SplitMix64(7);
        assert!((0..1_000).all(|_| (0.0..1.0).contains(&units.next_unit())));
    }
}
