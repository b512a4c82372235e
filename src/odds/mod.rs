//! Estimates of how a round of applications may come out, from the published sums of an earlier
//! one: the chance of a request by its size, and the rank at which the pool is used up.
//!
//! Nothing here models how projects are judged. `docs/odds.md` describes the method, its
//! assumptions, and the observations that would refute it.

mod accelerators;
mod demand;
mod interval;
mod outcome;
mod prospect;
mod round;
mod simulation;
mod sizes;
mod sums;
mod synthetic;

pub use accelerators::{AcceleratorBound, by_accelerator};
pub use demand::Demand;
pub use interval::{Interval, wilson};
pub use outcome::{Level, Proportion, SimulatedOutcome};
pub use prospect::Prospect;
pub use round::{MAX_PROJECTS, MAX_TABLE, PoolQueueing, PoolRound, TooLarge};
pub use simulation::{ROUNDS, SEED, Simulation};
pub use sizes::SizeDistribution;
pub use sums::RoundSums;
pub use synthetic::{GroupAsk, SyntheticApplication, synthetic_round};
