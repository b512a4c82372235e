//! States of the nodes of some blocks at one hour.

use super::plan::Spot;
use super::state::NodeState;
use crate::fit::Offer;
use crate::model::{Hold, HoldNodes, Hour, NodeRanges, Scenario, Snapshot, TruthLayer};

/// Nodes of some blocks at one hour.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NodeMap {
    /// Hour of the map.
    pub hour: Hour,
    /// Layer of evidence, which decides what is known of nodes without a hold.
    pub layer: TruthLayer,
    /// Blocks shown, in the order of the snapshot.
    pub blocks: Vec<BlockMap>,
}

/// Nodes of one block at one hour.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BlockMap {
    /// Index of the block in the snapshot.
    pub block_index: usize,
    /// State of each node.
    pub states: Vec<NodeState>,
    /// Nodes taken by counted holds at that hour; it is not known which ones.
    pub counted: u32,
}

impl NodeMap {
    /// Returns the map of all blocks at `hour`, or of the one at this index.
    #[must_use]
    pub fn new(scenario: &Scenario, only_index: Option<usize>, hour: Hour) -> Self {
        let state = |index, hold: &Hold| NodeState::of_hold(scenario, index, hold);
        let map = Self::with_states(&scenario.snapshot, only_index, hour, state);
        Self { layer: scenario.layer(), ..map }
    }

    /// Returns the map of all blocks of a file at `hour`, without assumptions.
    #[must_use]
    pub fn of_file(snapshot: &Snapshot, hour: Hour) -> Self {
        Self::with_states(snapshot, None, hour, |_, hold| NodeState::of_file(hold))
    }

    /// Builds the map; `state` returns the state of the nodes of a hold, given the index of the
    /// hold.
    fn with_states(
        snapshot: &Snapshot,
        only_index: Option<usize>,
        hour: Hour,
        state: impl Fn(usize, &Hold) -> NodeState,
    ) -> Self {
        let shown = |index: &usize| only_index.is_none_or(|only| only == *index);
        let block = |index: usize| {
            let block = snapshot.blocks.get(index)?;
            let delivered = block.available_from.is_none_or(|from| from <= hour);
            let first = if delivered { NodeState::Free } else { NodeState::NotDelivered };
            Some(BlockMap {
                block_index: index,
                states: vec![first; block.nodes() as usize],
                counted: 0,
            })
        };
        let blocks = (0..snapshot.blocks.len()).filter(shown).filter_map(block).collect();
        let mut map = Self { hour, layer: TruthLayer::Snapshot, blocks };
        for (index, hold) in snapshot.holds.iter().enumerate() {
            if hold.from > hour || hold.until <= hour {
                continue;
            }
            let Some(of) = map.block_mut(hold.block_index) else { continue };
            match &hold.nodes {
                HoldNodes::Counted(count) => of.counted = of.counted.saturating_add(*count),
                // Later holds overwrite earlier ones, so an assumed hold lies on top of the file's.
                HoldNodes::Named(ranges) => mark(&mut of.states, ranges, state(index, hold)),
            }
        }
        map
    }

    /// Returns the map with the nodes of an offer marked in the block at this index.
    #[must_use]
    pub fn with_offer(mut self, block_index: usize, offer: &Offer) -> Self {
        if let Some(of) = self.block_mut(block_index) {
            mark(&mut of.states, &offer.node_ranges, NodeState::Offered);
        }
        self
    }

    fn block_mut(&mut self, index: usize) -> Option<&mut BlockMap> {
        // The map has one block, or all of them in order, so the offset to the first is the index.
        let first = self.blocks.first()?.block_index;
        self.blocks.get_mut(index.checked_sub(first)?)
    }

    /// Returns the state of the node at this spot.
    #[must_use]
    pub fn state_at(&self, spot: Spot) -> Option<NodeState> {
        self.blocks.get(spot.shown_index)?.states.get(spot.node_index as usize).copied()
    }

    /// Returns the number of nodes in each state, in the order of [`NodeState::ALL`], zeros
    /// included.
    #[must_use]
    pub fn totals(&self) -> [(NodeState, u32); 6] {
        NodeState::ALL
            .map(|state| (state, self.blocks.iter().map(|block| block.count(state)).sum()))
    }

    /// Returns the number of further nodes taken by counted holds; saturates.
    #[must_use]
    pub fn counted(&self) -> u32 {
        self.blocks.iter().fold(0, |sum, block| sum.saturating_add(block.counted))
    }
}

impl BlockMap {
    /// Returns the number of nodes in this state.
    #[must_use]
    pub fn count(&self, state: NodeState) -> u32 {
        count(&self.states, state)
    }
}

/// Returns the number of `states` equal to `state`.
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
