//! A hold among those shown.

use crate::model::{Hold, HoldNodes, NodeRanges};
use crate::picture::node_map::NodeState;

/// A hold that overlaps the axis and the lanes.
pub(super) struct Shown<'a> {
    pub(super) hold: &'a Hold,
    pub(super) state: NodeState,
}

/// Returns the named nodes of a hold, or `None` for a counted one.
pub(super) const fn named(hold: &Hold) -> Option<&NodeRanges> {
    match &hold.nodes {
        HoldNodes::Named(ranges) => Some(ranges),
        HoldNodes::Counted(_) => None,
    }
}
