//! How a round is decided.

use crate::model::Class;

/// How a round is decided.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RoundPolicy {
    /// Who comes before whom.
    pub order: Order,
    /// How many nodes an application is given.
    pub amount: Allotment,
    /// How many hours after its earliest start an application may begin at the latest; `None` for as
    /// long as it takes.
    pub longest_wait: Option<u32>,
    /// What happens behind the first application that finds no room.
    pub behind: RoundQueueing,
    /// The most that classes of applicants may have.
    pub shares: Vec<ClassShare>,
    /// Whether applications are held against the rules of the calls that they name.
    pub rules: CallRules,
}

/// Who comes before whom. What is equal stands by arrival, then by id, then as in the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Order {
    /// The higher score first; whoever has none comes last.
    #[default]
    Score,
    /// Whoever was submitted earlier first; where that is not known, last.
    Arrival,
    /// As the list stands.
    List,
}

/// How many nodes an application is given.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Allotment {
    /// The most that it wants, or none.
    #[default]
    Whole,
    /// As many as are free at its earliest start, from the fewest that are of use to it.
    Partial,
}

/// What happens behind the first application that finds no room.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum RoundQueueing {
    /// The others are still tried.
    #[default]
    Skip,
    /// Nobody behind it is given anything.
    Stop,
}

/// Whether the rules of calls count.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum CallRules {
    /// Each application is held against the call that it names.
    #[default]
    Kept,
    /// As if nobody named a call.
    LeftOut,
}

/// The most that a class of applicants may have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ClassShare {
    /// The class.
    pub class: Class,
    /// The most.
    pub most: Limit,
}

/// A limit of what may be given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// So many nodes at any hour.
    Nodes(u32),
    /// So many node-hours in all.
    NodeHours(u64),
}

impl Limit {
    /// The most, in what it counts.
    #[must_use]
    pub fn most(self) -> u64 {
        match self {
            Self::Nodes(nodes) => nodes.into(),
            Self::NodeHours(hours) => hours,
        }
    }
}
