//! What a search looks for.

use crate::model::{Hour, Placement, Term};

/// What is looked for in one block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Search {
    pub nodes: u32,
    pub term: Term,
    pub placement: Placement,
    /// The first start that is allowed.
    pub not_before: Hour,
    /// The start has to be before this.
    pub before: Hour,
    /// The end may not be later than this.
    pub latest_end: Hour,
}
