//! What requests are compared by.

use crate::words::catalogue::{Entry, compare as words, fit};

/// What is compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Aspect {
    /// The verdict.
    Result,
    /// What stands in the way.
    Obstacles,
    /// What is asked: which accelerators.
    Accelerators,
    /// How many nodes.
    Nodes,
    /// For how long.
    Term,
    /// From when on.
    From,
    /// How the nodes lie.
    Placement,
    /// Under which call, as whom.
    Applicant,
    /// What the answer rests on.
    Basis,
    /// What is offered: where.
    Block,
    /// When it begins.
    Start,
    /// How long that is after what was asked.
    Wait,
    /// Its last day.
    LastDay,
    /// How much it is.
    GpuHours,
    /// What it costs.
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

    /// Its name.
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
