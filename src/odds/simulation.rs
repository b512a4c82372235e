//! Monte Carlo simulation of rounds, run in slices.

use super::outcome::SimulatedOutcome;
use super::round::{PoolQueueing, PoolRound, TooLarge};
use crate::model::SplitMix64;

/// Default number of simulated rounds: the standard error of a chance of 31 % is then below two
/// hundredths of a percentage point.
pub const ROUNDS: u32 = 10_000;

/// Default seed: the hour at which call 25-1 closed, as a number.
pub const SEED: u64 = 2_026_012_815;

/// Sizes drawn in one slice: about half a millisecond.
const DRAWS_A_SLICE: u32 = 100_000;

/// Monte Carlo simulation that runs in slices, so that the caller can do other work in between.
///
/// Each project draws its size independently, so the order of drawing is already a random ranking,
/// and projects behind the line need not be drawn at all. One run answers for every size and rank:
/// a request of `s` nodes at rank `r` is selected if the projects ranked before it left `s` nodes.
/// The rest of the pool only shrinks along the ranking, so per size it is enough to count the ranks
/// at which the request would fit.
///
/// Cost per round: O(projects drawn + sizes), with at most `projects` draws.
#[derive(Clone, Debug)]
pub struct Simulation {
    round: PoolRound,
    seed: u64,
    rounds: u32,
    outcome: SimulatedOutcome,
}

impl Simulation {
    /// Creates a simulation without running any round; the round with index `i` depends on `seed`
    /// and `i` alone.
    ///
    /// # Errors
    ///
    /// Fails if the round has too many projects or sizes.
    pub fn new(round: PoolRound, rounds: u32, seed: u64) -> Result<Self, TooLarge> {
        round.check()?;
        let outcome = SimulatedOutcome::new(&round);
        Ok(Self { round, seed, rounds, outcome })
    }

    /// Simulates some of the remaining rounds and returns `true` if more remain. Allocates nothing.
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

    /// Returns `true` if all rounds have been simulated.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        self.outcome.rounds >= self.rounds
    }

    /// Simulates all remaining rounds.
    #[must_use]
    pub fn run(mut self) -> SimulatedOutcome {
        while self.step() {}
        self.outcome
    }

    /// Returns the outcome of the rounds simulated so far.
    #[must_use]
    pub const fn outcome(&self) -> &SimulatedOutcome {
        &self.outcome
    }

    fn simulate(&mut self, index: u32) {
        let Self { round, seed, outcome, .. } = self;
        let PoolRound { projects, pool, ref sizes, behind } = *round;
        let mut numbers = SplitMix64::of_round(*seed, index.into());
        let least = sizes.least();
        // Largest size that still fits; all larger sizes are already counted.
        let mut open = sizes.most();
        let (mut given, mut line, mut station) = (0, None, 0);
        let mut next_station = outcome.station(0);
        let mut rank = 0;
        // Loop invariant: `rank` projects are decided, and `given` nodes are awarded to them.
        while rank < projects {
            if next_station == Some(rank) {
                outcome.count_level(station, given);
                station += 1;
                next_station = outcome.station(station);
            }
            let left = pool - given;
            while open > left && open >= least {
                outcome.count_selected(open, rank);
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
        // If all projects were decided there is no line; otherwise nobody behind this rank is
        // awarded nodes.
        outcome.count_line(line.unwrap_or(rank));
        while open >= least {
            outcome.count_selected(open, rank);
            open -= 1;
        }
        let end = if rank < projects || line.is_some() { pool } else { given };
        while outcome.station(station).is_some() {
            outcome.count_level(station, end);
            station += 1;
        }
    }
}
