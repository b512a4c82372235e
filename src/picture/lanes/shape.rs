//! Shapes of lanes.

use crate::picture::node_map::NodeState;

/// Position of a leaf.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lane {
    /// Number of the leaf, 1-based.
    pub number: usize,
    /// Upper edge.
    pub y: u32,
    /// Height.
    pub height: u32,
    /// `true` if there is room for its name.
    pub is_labelled: bool,
}

/// Box of neighbouring nodes of one leaf, held by one hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HoldBox {
    /// State of the nodes.
    pub state: NodeState,
    /// Left edge.
    pub x: u32,
    /// Width.
    pub width: u32,
    /// Upper edge.
    pub y: u32,
    /// Height.
    pub height: u32,
    /// Title in words.
    pub title: String,
}

/// Shade of a leaf during a part of the axis.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shade {
    /// Held share: from 1 for some nodes to 4 for all of them.
    pub level: u8,
    /// Left edge.
    pub x: u32,
    /// Width.
    pub width: u32,
    /// Upper edge.
    pub y: u32,
    /// Height.
    pub height: u32,
}
