//! What is asked of a block.

use crate::model::{Block, Class, Hour, NodeCount, Placement, Request, Term};

/// What is asked of a block: a request without the names in it, so that a change costs nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Ask {
    /// Whether the block's accelerator is one of those accepted.
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

    /// When a use ends that begins as early as is asked.
    pub(super) fn end(&self) -> Hour {
        self.term.end(self.not_before)
    }
}
