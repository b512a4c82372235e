//! Simulations of the three demand scenarios, run one after the other.

use super::demand::Demand;
use super::outcome::SimulatedOutcome;
use super::round::{PoolQueueing, PoolRound, TooLarge};
use super::simulation::Simulation;
use super::sums::RoundSums;

/// Simulated rounds like one with published sums, for each demand scenario.
#[derive(Clone, Debug)]
pub struct Prospect {
    /// Published sums of the round.
    pub sums: RoundSums,
    /// Seed of the random numbers.
    pub seed: u64,
    /// Simulations in the order of [`Demand::ALL`].
    simulations: [Simulation; 3],
}

impl Prospect {
    /// Creates the simulations without running any round.
    ///
    /// All scenarios use the same seed, so that their results differ by demand alone.
    ///
    /// # Errors
    ///
    /// Fails if a round would have too many projects or sizes.
    pub fn new(sums: RoundSums, rounds: u32, seed: u64) -> Result<Self, TooLarge> {
        let simulation = |demand| {
            let round = PoolRound::from_sums(&sums, demand, PoolQueueing::default())?;
            Simulation::new(round, rounds, seed)
        };
        let [same, more, less] = Demand::ALL.map(simulation);
        Ok(Self { sums, seed, simulations: [same?, more?, less?] })
    }

    /// Simulates one slice of the remaining rounds and returns `true` if more remain.
    pub fn step(&mut self) -> bool {
        if let Some(next) = self.simulations.iter_mut().find(|it| !it.is_done()) {
            next.step();
        }
        !self.simulations.iter().all(Simulation::is_done)
    }

    /// Simulates all remaining rounds.
    #[must_use]
    pub fn run(mut self) -> Self {
        while self.step() {}
        self
    }

    /// Returns the outcome so far of each demand scenario.
    pub fn outcomes(&self) -> impl Iterator<Item = (Demand, &SimulatedOutcome)> {
        Demand::ALL.into_iter().zip(self.simulations.iter().map(Simulation::outcome))
    }

    /// Returns the outcome so far for the same number of projects as before.
    #[must_use]
    pub const fn same(&self) -> &SimulatedOutcome {
        let [same, ..] = &self.simulations;
        same.outcome()
    }
}
