//! The shapes of lanes.

use crate::picture::node_map::NodeState;

/// The place of a leaf.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lane {
    /// The leaf, counted from 1.
    pub number: usize,
    /// Its upper edge.
    pub y: u32,
    /// Its height.
    pub height: u32,
    /// Whether there is room for its name.
    pub is_labelled: bool,
}

/// Neighbouring nodes of one leaf, held by one hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HoldBox {
    /// What holds them.
    pub state: NodeState,
    /// Where it begins.
    pub x: u32,
    /// How wide it is.
    pub width: u32,
    /// Its upper edge.
    pub y: u32,
    /// Its height.
    pub height: u32,
    /// What it is, in words.
    pub title: String,
}

/// A part of the time of a leaf.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shade {
    /// How much is held: from 1 for some nodes to 4 for all of them.
    pub level: u8,
    /// Where it begins.
    pub x: u32,
    /// How wide it is.
    pub width: u32,
    /// Its upper edge.
    pub y: u32,
    /// Its height.
    pub height: u32,
}
