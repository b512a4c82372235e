//! Odds of a round: what simulated rounds say, held against what can be counted exactly.

mod enumerated;
mod exact;
mod published;
mod shown;
mod simulated;
mod synthetic;
#[cfg(feature = "cli")]
mod tool;

use jari::model::{Snapshot, read};
use jari::odds::{
    Demand, PoolQueueing, PoolRound, ROUNDS, RoundSums, SEED, SimulatedOutcome, Simulation,
};

/// The published capacity file.
fn snapshot() -> Snapshot {
    read(include_bytes!("../../../public/capacity.json")).unwrap().snapshot
}

/// The published sums of call 25-1.
fn sums() -> RoundSums {
    RoundSums::latest(&snapshot()).unwrap().1
}

/// Simulated rounds of call 25-1.
fn outcome(demand: Demand, behind: PoolQueueing) -> SimulatedOutcome {
    let round = PoolRound::from_sums(&sums(), demand, behind).unwrap();
    Simulation::new(round, ROUNDS, SEED).unwrap().run()
}

/// Whether two chances differ by no more than four and a half of the standard errors of the
/// simulated one: one comparison in 150,000 does by chance.
fn agree(exact: f64, simulated: f64, error: f64) -> bool {
    (exact - simulated).abs() <= 4.5 * error + 1e-9
}

/// The standard error of a share of rounds.
fn share_error(chance: f64, rounds: u32) -> f64 {
    // A sum of chances may come out a little beyond 1.
    (chance * (1.0 - chance)).max(0.0).sqrt() / f64::from(rounds).sqrt()
}
