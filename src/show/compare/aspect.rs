//! Aspects by which requests are compared.

use crate::words::catalogue::{Entry, compare as words, fit};

/// One aspect of the comparison, a row of its table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Aspect {
    /// The verdict.
    Result,
    /// The obstacles.
    Obstacles,
    /// Accelerators asked for.
    Accelerators,
    /// Number of nodes asked for.
    Nodes,
    /// Term asked for.
    Term,
    /// Earliest start asked for.
    From,
    /// Placement of the nodes.
    Placement,
    /// The call, and the class of the applicant.
    Applicant,
    /// Basis of the answer: its layer and what is assumed.
    Basis,
    /// Block of the offer.
    Block,
    /// Start of the offer.
    Start,
    /// Time from the start asked for until that of the offer.
    Wait,
    /// Last day of the offer.
    LastDay,
    /// GPU hours of the offer.
    GpuHours,
    /// Fee of the offer.
    Fee,
}

impl Aspect {
    /// All of them, in the order of the rows.
    pub const ALL: [Self; 15] = [
        Self::Result,
        Self::Obstacles,
        Self::Accelerators,
        Self::Nodes,
        Self::Term,
        Self::From,
        Self::Placement,
        Self::Applicant,
        Self::Basis,
        Self::Block,
        Self::Start,
        Self::Wait,
        Self::LastDay,
        Self::GpuHours,
        Self::Fee,
    ];

    /// Returns its name.
    #[must_use]
    pub const fn name(self) -> Entry {
        match self {
            Self::Result => words::RESULT,
            Self::Obstacles => fit::OBSTACLES,
            Self::Accelerators => fit::ACCELERATORS,
            Self::Nodes => fit::NODES,
            Self::Term => fit::TERM,
            Self::From => words::FROM,
            Self::Placement => fit::PLACEMENT,
            Self::Applicant => words::APPLICANT,
            Self::Basis => words::RESTS_ON,
            Self::Block => fit::OFFER_BLOCK,
            Self::Start => words::START,
            Self::Wait => fit::OFFER_WAIT,
            Self::LastDay => fit::OFFER_LAST_DAY,
            Self::GpuHours => fit::OFFER_GPU_HOURS,
            Self::Fee => fit::OFFER_FEE,
        }
    }
}
