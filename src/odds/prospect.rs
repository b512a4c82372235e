//! The three answers to how many apply, simulated one after the other.

use super::demand::Demand;
use super::outcome::SimulatedOutcome;
use super::round::{PoolQueueing, PoolRound, TooLarge};
use super::simulation::Simulation;
use super::sums::RoundSums;

/// Rounds like one whose sums were published, for each demand.
#[derive(Clone, Debug)]
pub struct Prospect {
    /// What they were.
    pub sums: RoundSums,
    /// What the rounds are drawn from.
    pub seed: u64,
    /// In the order of [`Demand::ALL`].
    simulations: [Simulation; 3],
}

impl Prospect {
    /// Nothing is simulated yet. All demands draw from one seed, so that they differ by demand alone.
    ///
    /// # Errors
    ///
    /// Where a round would have too many projects or sizes.
    pub fn new(sums: RoundSums, rounds: u32, seed: u64) -> Result<Self, TooLarge> {
        let of = |demand| {
            let round = PoolRound::from_sums(&sums, demand, PoolQueueing::default())?;
            Simulation::new(round, rounds, seed)
        };
        let [same, more, less] = Demand::ALL.map(of);
        Ok(Self { sums, seed, simulations: [same?, more?, less?] })
    }

    /// Simulates a slice of what is left; whether there is more.
    pub fn step(&mut self) -> bool {
        if let Some(next) = self.simulations.iter_mut().find(|it| !it.is_done()) {
            next.step();
        }
        !self.simulations.iter().all(Simulation::is_done)
    }

    /// Simulates all that is left.
    #[must_use]
    pub fn run(mut self) -> Self {
        while self.step() {}
        self
    }

    /// What came of it so far, by demand.
    pub fn outcomes(&self) -> impl Iterator<Item = (Demand, &SimulatedOutcome)> {
        Demand::ALL.into_iter().zip(self.simulations.iter().map(Simulation::outcome))
    }

    /// What came of as many projects as before.
    #[must_use]
    pub const fn same(&self) -> &SimulatedOutcome {
        let [same, ..] = &self.simulations;
        same.outcome()
    }
}
