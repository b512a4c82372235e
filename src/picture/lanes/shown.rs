//! A hold among those that are shown.

use crate::model::{Hold, HoldNodes, NodeRanges};
use crate::picture::node_map::NodeState;

/// A hold that lies within what is shown.
pub(super) struct Shown<'a> {
    pub(super) hold: &'a Hold,
    pub(super) state: NodeState,
}

/// The named nodes of a hold.
pub(super) const fn named(hold: &Hold) -> Option<&NodeRanges> {
    match &hold.nodes {
        HoldNodes::Named(ranges) => Some(ranges),
        HoldNodes::Counted(_) => None,
    }
}
