//! Simulated rounds, a slice at a time.

use super::outcome::SimulatedOutcome;
use super::round::{PoolQueueing, PoolRound, TooLarge};
use crate::model::SplitMix64;

/// Rounds that are simulated where nobody asks for another number: the standard error of a chance of
/// 31 % is then below two hundredths of a point.
pub const ROUNDS: u32 = 10_000;

/// The seed where nobody asks for another: the hour at which call 25-1 closed, as a number.
pub const SEED: u64 = 2_026_012_815;

/// Sizes that are drawn in one slice: about half a millisecond.
const DRAWS_A_SLICE: u32 = 100_000;

/// Rounds that are simulated in slices, so that whoever waits can do something else in between.
///
/// Each project draws a size of its own. As sizes don't depend on each other, the order in which they
/// are drawn is a random ranking, and no one behind the line need be drawn at all. One run answers for
/// every size and every rank: a request of `s` nodes at rank `r` is selected where those ranked before
/// it, the others, left `s` nodes; so counting for each size the places at which that is so is enough.
#[derive(Clone, Debug)]
pub struct Simulation {
    round: PoolRound,
    seed: u64,
    rounds: u32,
    outcome: SimulatedOutcome,
}

impl Simulation {
    /// Nothing is simulated yet. The round with index `i` depends on the seed and `i` alone.
    ///
    /// # Errors
    ///
    /// Where the round has too many projects or sizes.
    pub fn new(round: PoolRound, rounds: u32, seed: u64) -> Result<Self, TooLarge> {
        round.check()?;
        let outcome = SimulatedOutcome::new(&round);
        Ok(Self { round, seed, rounds, outcome })
    }

    /// Simulates some of the rounds that are left; whether there are more. Allocates nothing.
    pub fn step(&mut self) -> bool {
        let draws = self.round.most_given().max(1);
        let slice = (DRAWS_A_SLICE / draws).max(1);
        let until = self.outcome.rounds.saturating_add(slice).min(self.rounds);
        for index in self.outcome.rounds..until {
            self.simulate(index);
        }
        self.outcome.rounds = until;
        until < self.rounds
    }

    /// Whether all rounds were simulated.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        self.outcome.rounds >= self.rounds
    }

    /// Simulates all that is left.
    #[must_use]
    pub fn run(mut self) -> SimulatedOutcome {
        while self.step() {}
        self.outcome
    }

    /// What came of the rounds so far.
    #[must_use]
    pub const fn outcome(&self) -> &SimulatedOutcome {
        &self.outcome
    }

    fn simulate(&mut self, index: u32) {
        let Self { round, seed, outcome, .. } = self;
        let PoolRound { projects, pool, ref sizes, behind } = *round;
        let mut numbers = SplitMix64::of_round(*seed, index.into());
        let least = sizes.least();
        // The largest size that what is left would do for; larger ones were counted.
        let mut open = sizes.most();
        let (mut given, mut line, mut station) = (0, None, 0);
        let mut next_station = outcome.station(0);
        let mut rank = 0;
        // At each turn `rank` projects were decided, and `given` nodes given to them.
        while rank < projects {
            if next_station == Some(rank) {
                outcome.count_level(station, given);
                station += 1;
                next_station = outcome.station(station);
            }
            let left = pool - given;
            while open > left && open >= least {
                outcome.count_places(open, rank);
                open -= 1;
            }
            if open < least {
                break;
            }
            let size = sizes.size(numbers.next_u64());
            if size <= left {
                given += size;
                rank += 1;
                continue;
            }
            line = line.or(Some(rank));
            rank += 1;
            if behind == PoolQueueing::Stop {
                break;
            }
        }
        // Where all were decided there is no line, else nobody behind this place is given nodes.
        outcome.count_line(line.unwrap_or(rank));
        while open >= least {
            outcome.count_places(open, rank);
            open -= 1;
        }
        let end = if rank < projects || line.is_some() { pool } else { given };
        while outcome.station(station).is_some() {
            outcome.count_level(station, end);
            station += 1;
        }
    }
}
