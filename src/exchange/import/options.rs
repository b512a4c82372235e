//! What an import may be told.

use crate::model::Instant;

/// How a node of which a part is in use counts.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Partial {
    /// In use, until the last of its jobs ends. The safe one: requests are for whole nodes.
    #[default]
    Whole,
    /// In use where at least one of its GPUs is; jobs on processors alone hold nothing.
    Gpus,
    /// Free, unless all of its GPUs or all of its processors are in use.
    Free,
}

impl Partial {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 3] = [Self::Whole, Self::Gpus, Self::Free];

    /// The word of the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Gpus => "gpus",
            Self::Free => "free",
        }
    }
}

/// Days for which reservations that come again are written out, where nothing else is said.
pub const HORIZON_DAYS: u32 = 366;

/// What an import may be told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Options {
    /// How a node of which a part is in use counts.
    pub partial: Partial,
    /// Days from the answer's time for which reservations that come again are written out.
    pub horizon_days: u32,
    /// The time that counts where an answer has none of its own.
    pub now: Instant,
}
