//! How a round of applications may come out, from the sums that were published of one: the chance
//! of a request by its size, and the line in the ranking where the pool is used up.
//!
//! Nothing here knows how projects are judged. `docs/odds.md` has the method, what it assumes, and
//! what would refute it.

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
