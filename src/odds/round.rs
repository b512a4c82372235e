//! A round that is simulated: who asks for how much, of how much.

use super::demand::Demand;
use super::sizes::SizeDistribution;
use super::sums::RoundSums;

/// The most projects of a round: a hundred times those of the first call and more.
pub const MAX_PROJECTS: u32 = 100_000;

/// The most entries of the table of an outcome, which has one for each size and place in the ranking:
/// 16 megabytes.
pub const MAX_TABLE: u64 = 4_000_000;

/// A round: projects that ask for nodes of one pool, ranked in an order that nobody knows yet.
#[derive(Clone, PartialEq, Debug)]
pub struct PoolRound {
    /// Projects that apply, each of a size of its own; at least 1.
    pub projects: u32,
    /// Nodes on offer.
    pub pool: u32,
    /// The sizes that they ask for.
    pub sizes: SizeDistribution,
    /// What happens behind the first that does not fit.
    pub behind: PoolQueueing,
}

/// What happens behind the first project that does not fit into what is left of the pool.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum PoolQueueing {
    /// Nobody else is given nodes. The default: had smaller ones behind it been let in, none of the
    /// published round could have been turned away with 14 nodes left, and yet 355 were, of 3.3 nodes
    /// on average.
    #[default]
    Stop,
    /// Whoever fits into what is left is given nodes.
    Skip,
}

/// A round with too many projects or sizes to be simulated, or with sums that no round can have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TooLarge;

impl PoolRound {
    /// A round like the one of these sums, for which as many apply as `demand` says.
    ///
    /// # Errors
    ///
    /// Where it would have too many projects or sizes.
    pub fn from_sums(
        sums: &RoundSums,
        demand: Demand,
        behind: PoolQueueing,
    ) -> Result<Self, TooLarge> {
        let projects = demand.projects(sums.projects_asked).max(1);
        let sizes = SizeDistribution::new(sums.least, sums.most, sums.mean_asked());
        let sizes = sizes.ok_or(TooLarge)?;
        let round = Self { projects, pool: sums.pool, sizes, behind };
        round.check()?;
        Ok(round)
    }

    /// Whether it can be simulated.
    pub(super) fn check(&self) -> Result<(), TooLarge> {
        let sizes = u64::from(self.sizes.most() - self.sizes.least()) + 1;
        let fits = (1..=MAX_PROJECTS).contains(&self.projects)
            && self.sizes.least() > 0
            && sizes * (u64::from(self.projects) + 1) <= MAX_TABLE;
        if fits { Ok(()) } else { Err(TooLarge) }
    }

    /// The most projects that the pool has room for.
    pub(super) fn most_given(&self) -> u32 {
        (self.pool / self.sizes.least().max(1)).min(self.projects)
    }
}
