//! Options of an import.

use crate::model::Instant;

/// Treatment of a node that is partly in use.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Partial {
    /// In use until the last of its jobs ends. The safe choice, as requests are for whole nodes.
    #[default]
    Whole,
    /// In use if at least one of its GPUs is; jobs without GPUs hold nothing.
    Gpus,
    /// Free, unless all of its GPUs or all of its processors are in use.
    Free,
}

impl Partial {
    /// All choices, in display order.
    pub const ALL: [Self; 3] = [Self::Whole, Self::Gpus, Self::Free];

    /// Returns the word of the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Gpus => "gpus",
            Self::Free => "free",
        }
    }
}

/// Default number of days for which recurring reservations are expanded.
pub const HORIZON_DAYS: u32 = 366;

/// Options of an import.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportOptions {
    /// Treatment of a node that is partly in use.
    pub partial: Partial,
    /// Days from the time of the answer for which recurring reservations are expanded.
    pub horizon_days: u32,
    /// Time used for an answer that contains none.
    pub now: Instant,
}
