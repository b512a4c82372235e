//! Policy of a round.

use super::decision_order::Order;
use crate::model::Class;

/// Policy by which a round is decided.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RoundPolicy {
    /// Order in which applications are decided.
    pub order: Order,
    /// Number of nodes that an application is given.
    pub amount: Allotment,
    /// Longest wait in hours, from an application's earliest start to the start of its offer;
    /// `None` for no limit.
    pub longest_wait: Option<u32>,
    /// Treatment of applications behind the first one for which there is no room.
    pub behind: RoundQueueing,
    /// Limits for classes of applicants.
    pub shares: Vec<ClassShare>,
    /// Use of the rules of the calls that applications name.
    pub rules: CallRules,
}

/// Number of nodes that an application is given.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Allotment {
    /// Most nodes that it wants, or none.
    #[default]
    Whole,
    /// As many nodes as are free at its earliest start, at least the fewest that it asks for.
    Partial,
}

/// Treatment of applications behind the first one for which there is no room.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum RoundQueueing {
    /// Each of them is still tried.
    #[default]
    Skip,
    /// None of them is given anything.
    Stop,
}

/// Use of the rules of the calls that applications name.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum CallRules {
    /// Each application is checked against the call that it names.
    #[default]
    Kept,
    /// Calls are left out, as if no application named one.
    LeftOut,
}

/// Limit for one class of applicants.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ClassShare {
    /// Class of applicants.
    pub class: Class,
    /// Most that the class may have.
    pub most: Limit,
}

/// Limit on what a class may be given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// Maximum number of nodes at any hour.
    Nodes(u32),
    /// Maximum of node-hours in all.
    NodeHours(u64),
}

impl Limit {
    /// Returns the limit as a number, in its own unit.
    #[must_use]
    pub fn most(self) -> u64 {
        match self {
            Self::Nodes(nodes) => nodes.into(),
            Self::NodeHours(hours) => hours,
        }
    }
}
