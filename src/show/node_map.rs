//! The nodes of a block at one hour, leaf by leaf, as plain shapes.
//!
//! A state is told by its shape as much as by its colour: an open square, a full one, a struck
//! one, a dot, a ring.

use crate::fit::Offer;
use crate::model::{HoldNodes, Hour, NodeRanges, Scenario};
use core::fmt::Write;

/// What a node is at one hour.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum NodeState {
    /// No hold is known.
    Free,
    /// A hold of the snapshot.
    Held,
    /// A hold that is assumed.
    Assumed,
    /// The block is not there yet.
    NotDelivered,
    /// Part of the offer.
    Offered,
}

impl NodeState {
    /// All of them, in the order of a legend.
    pub const ALL: [Self; 5] =
        [Self::Offered, Self::Free, Self::Held, Self::Assumed, Self::NotDelivered];

    /// The class that colours it.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Free => "node-free",
            Self::Held => "node-held",
            Self::Assumed => "node-assumed",
            Self::NotDelivered => "node-not-delivered",
            Self::Offered => "node-offered",
        }
    }

    /// Its shape as SVG path data, in a cell whose corner is at (`x`, `y`).
    fn draw(self, path: &mut String, x: u32, y: u32) {
        // Writing to a string cannot fail.
        let _ = match self {
            Self::Free | Self::Held => write!(path, "M{x} {y}h8v8h-8z"),
            Self::Assumed => write!(path, "M{x} {y}h8v8h-8zM{x} {}l8-8", y + 8),
            Self::NotDelivered => write!(path, "M{} {}h2v2h-2z", x + 3, y + 3),
            Self::Offered => {
                write!(path, "M{x} {y}h8v8h-8zM{} {}v4h4v-4z", x + 2, y + 2)
            }
        };
    }
}

/// Width and height of a cell, the gap behind it included.
const PITCH: u32 = 10;
/// Nodes side by side on a leaf of the usual 32 nodes.
const COLUMNS: u32 = 8;

/// The nodes of one block at one hour.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NodeMap {
    /// One map a leaf.
    pub leaves: Vec<LeafMap>,
    /// Nodes that counted holds take at that hour; which ones is not known.
    pub counted: u32,
    /// How many nodes are in each state, in the order of [`NodeState::ALL`], none left out.
    pub totals: Vec<(NodeState, u32)>,
}

/// The nodes of one leaf.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LeafMap {
    /// The leaf, counted from 1.
    pub number: usize,
    /// The state of each node.
    pub states: Vec<NodeState>,
}

impl NodeMap {
    /// The block at this place of the snapshot at `hour`, with the nodes of `offer` marked.
    #[must_use]
    pub fn new(scenario: &Scenario, block: usize, hour: Hour, offer: Option<&Offer>) -> Self {
        let snapshot = &scenario.snapshot;
        let Some(of) = snapshot.blocks.get(block) else {
            return Self { leaves: Vec::new(), counted: 0, totals: Vec::new() };
        };
        let delivered = of.available_from.is_none_or(|from| from <= hour);
        let first = if delivered { NodeState::Free } else { NodeState::NotDelivered };
        let mut states = vec![first; of.nodes() as usize];
        let mut counted: u32 = 0;
        for (place, hold) in snapshot.holds.iter().enumerate() {
            if hold.block != block || hold.from > hour || hold.until <= hour {
                continue;
            }
            let assumed = scenario.is_assumed(place);
            match &hold.nodes {
                HoldNodes::Counted(count) => counted = counted.saturating_add(*count),
                HoldNodes::Named(ranges) => {
                    mark(
                        &mut states,
                        ranges,
                        if assumed { NodeState::Assumed } else { NodeState::Held },
                    );
                }
            }
        }
        if let Some(offer) = offer {
            mark(&mut states, &offer.node_ranges, NodeState::Offered);
        }
        let count = |state| states.iter().filter(|&&other| other == state).count() as u32;
        let totals = NodeState::ALL.into_iter().map(|state| (state, count(state))).collect();
        let mut rest = states.as_slice();
        let leaf = |(place, &size): (usize, &u32)| {
            let (own, others) = rest.split_at_checked(size as usize)?;
            rest = others;
            Some(LeafMap { number: place + 1, states: own.to_vec() })
        };
        let leaves = of.leaves.iter().enumerate().filter_map(leaf).collect();
        Self { leaves, counted, totals }
    }

    /// How many nodes are in this state.
    #[must_use]
    pub fn total(&self, state: NodeState) -> u32 {
        self.totals.iter().find(|total| total.0 == state).map_or(0, |total| total.1)
    }
}

/// Sets the state of all nodes in `ranges`.
fn mark(states: &mut [NodeState], ranges: &NodeRanges, state: NodeState) {
    for range in ranges.ranges() {
        let nodes = (range.first as usize).saturating_sub(1)..range.last as usize;
        for node in states.get_mut(nodes).unwrap_or_default() {
            *node = state;
        }
    }
}

impl LeafMap {
    /// Nodes side by side: twice as wide as high where a leaf is larger than usual.
    fn columns(&self) -> u32 {
        let nodes = self.states.len() as u32;
        let wide = (nodes * 2).isqrt().next_multiple_of(COLUMNS);
        wide.max(COLUMNS).min(nodes.max(1))
    }

    /// Width and height of the drawing.
    #[must_use]
    pub fn size(&self) -> (u32, u32) {
        let columns = self.columns();
        (columns * PITCH, (self.states.len() as u32).div_ceil(columns) * PITCH)
    }

    /// One SVG path for each state that occurs.
    #[must_use]
    pub fn paths(&self) -> Vec<(NodeState, String)> {
        let columns = self.columns();
        let mut paths: Vec<(NodeState, String)> = Vec::new();
        for (node, &state) in self.states.iter().enumerate() {
            let (x, y) = (node as u32 % columns * PITCH + 1, node as u32 / columns * PITCH + 1);
            let place = paths.iter().position(|path| path.0 == state).unwrap_or_else(|| {
                paths.push((state, String::new()));
                paths.len() - 1
            });
            if let Some(path) = paths.get_mut(place) {
                state.draw(&mut path.1, x, y);
            }
        }
        paths
    }
}
