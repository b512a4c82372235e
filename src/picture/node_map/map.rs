//! What the nodes of some blocks are at one hour.

use super::plan::Spot;
use super::state::NodeState;
use crate::fit::Offer;
use crate::model::{Hold, HoldNodes, Hour, NodeRanges, Scenario, Snapshot, TruthLayer};

/// The nodes of some blocks at one hour.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NodeMap {
    /// The hour.
    pub hour: Hour,
    /// What is known of nodes without a hold.
    pub layer: TruthLayer,
    /// The blocks shown, in the order of the snapshot.
    pub blocks: Vec<BlockMap>,
}

/// The nodes of one block at one hour.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BlockMap {
    /// Its place in the snapshot.
    pub block: usize,
    /// The state of each node.
    pub states: Vec<NodeState>,
    /// Nodes that counted holds take at that hour; which ones is not known.
    pub counted: u32,
}

impl NodeMap {
    /// All blocks at `hour`, or the one at this place of the snapshot.
    #[must_use]
    pub fn new(scenario: &Scenario, only: Option<usize>, hour: Hour) -> Self {
        let state = |place, hold: &Hold| NodeState::of_hold(scenario, place, hold);
        let map = Self::with_states(&scenario.snapshot, only, hour, state);
        Self { layer: scenario.layer(), ..map }
    }

    /// All blocks of a file at `hour`, with nothing assumed.
    #[must_use]
    pub fn of_file(snapshot: &Snapshot, hour: Hour) -> Self {
        Self::with_states(snapshot, None, hour, |_, hold| NodeState::of_file(hold))
    }

    /// `state` tells what the hold at a place makes of its nodes.
    fn with_states(
        snapshot: &Snapshot,
        only: Option<usize>,
        hour: Hour,
        state: impl Fn(usize, &Hold) -> NodeState,
    ) -> Self {
        let shown = |place: &usize| only.is_none_or(|only| only == *place);
        let block = |place: usize| {
            let of = snapshot.blocks.get(place)?;
            let delivered = of.available_from.is_none_or(|from| from <= hour);
            let first = if delivered { NodeState::Free } else { NodeState::NotDelivered };
            Some(BlockMap { block: place, states: vec![first; of.nodes() as usize], counted: 0 })
        };
        let blocks = (0..snapshot.blocks.len()).filter(shown).filter_map(block).collect();
        let mut map = Self { hour, layer: TruthLayer::Snapshot, blocks };
        for (place, hold) in snapshot.holds.iter().enumerate() {
            if hold.from > hour || hold.until <= hour {
                continue;
            }
            let Some(of) = map.block_mut(hold.block) else { continue };
            match &hold.nodes {
                HoldNodes::Counted(count) => of.counted = of.counted.saturating_add(*count),
                HoldNodes::Named(ranges) => mark(&mut of.states, ranges, state(place, hold)),
            }
        }
        map
    }

    /// The same with the nodes of an offer marked, which lies in the block at this place.
    #[must_use]
    pub fn with_offer(mut self, block: usize, offer: &Offer) -> Self {
        if let Some(of) = self.block_mut(block) {
            mark(&mut of.states, &offer.node_ranges, NodeState::Offered);
        }
        self
    }

    fn block_mut(&mut self, place: usize) -> Option<&mut BlockMap> {
        // One block, or all of them in order.
        let first = self.blocks.first()?.block;
        self.blocks.get_mut(place.checked_sub(first)?)
    }

    /// The state of the node at this spot.
    #[must_use]
    pub fn state_at(&self, spot: Spot) -> Option<NodeState> {
        self.blocks.get(spot.block)?.states.get(spot.node as usize).copied()
    }

    /// How many nodes are in each state, in the order of [`NodeState::ALL`], none left out.
    #[must_use]
    pub fn totals(&self) -> [(NodeState, u32); 6] {
        NodeState::ALL
            .map(|state| (state, self.blocks.iter().map(|block| block.count(state)).sum()))
    }

    /// How many nodes more are taken by counted holds.
    #[must_use]
    pub fn counted(&self) -> u32 {
        self.blocks.iter().fold(0, |sum, block| sum.saturating_add(block.counted))
    }
}

impl BlockMap {
    /// How many nodes are in this state.
    #[must_use]
    pub fn count(&self, state: NodeState) -> u32 {
        count(&self.states, state)
    }
}

/// How many of these are in this state.
pub(super) fn count(states: &[NodeState], state: NodeState) -> u32 {
    states.iter().filter(|&&other| other == state).count() as u32
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
