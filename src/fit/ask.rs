//! Conditions that a request puts to one block.

use crate::model::{Block, Class, Hour, NodeCount, Placement, Request, Term};

/// Conditions that a request puts to one block.
///
/// It is a request without the ids in it, and `Copy`, so that trying a changed one costs nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Ask {
    /// `true` if the request accepts the block's accelerator.
    pub accepted: bool,
    pub class: Class,
    pub nodes: NodeCount,
    pub term: Term,
    pub placement: Placement,
    pub not_before: Hour,
    pub not_after: Option<Hour>,
}

impl Ask {
    pub(super) fn new(request: &Request, block: &Block) -> Self {
        Self {
            accepted: request.accelerators.contains(&block.accelerator),
            class: request.class,
            nodes: request.nodes,
            term: request.term,
            placement: request.placement,
            not_before: request.not_before,
            not_after: request.not_after,
        }
    }

    /// Returns the end (exclusive) of a use that begins at `not_before`.
    pub(super) fn end(&self) -> Hour {
        self.term.end(self.not_before)
    }
}
