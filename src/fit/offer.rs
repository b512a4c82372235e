//! Offer: nodes and hours that meet a request.

use super::ask::Ask;
use super::availability_at::AvailabilityAt;
use super::choice::LeafShare;
use super::effect::Fragmentation;
use super::question::Question;
use crate::model::{Hour, NodeRanges};

/// Nodes and hours that meet a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offer {
    /// First hour.
    pub start: Hour,
    /// End (exclusive).
    pub end: Hour,
    /// Number of nodes: as many as are asked and free, at least the fewest asked.
    pub nodes: u32,
    /// Kinds of hold that the offer rests on.
    pub certainty: Certainty,
    /// Nodes of the offer; empty if counted holds leave them open.
    pub node_ranges: NodeRanges,
    /// Number of these nodes on each leaf; empty if counted holds leave them open.
    pub leaves: Vec<LeafShare>,
    /// GPU-hours: GPUs times hours.
    pub gpu_hours: u64,
    /// Effect on the free nodes that are left for others.
    pub effect: Fragmentation,
}

/// Kinds of hold that an offer rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Certainty {
    /// Named holds alone: these nodes are free at every hour.
    Exact,
    /// Counted holds alone: enough nodes are free at every hour, but not known ones.
    Count,
    /// Named and counted holds: at least this many nodes are free, whichever the counted ones are.
    AtLeast,
}

impl Offer {
    /// Returns the node-hours: nodes times hours.
    #[must_use]
    pub fn node_hours(&self) -> u64 {
        u64::from(self.nodes) * u64::from(self.end.since(self.start))
    }
}

impl Question<'_> {
    /// Returns the offer at the start of `opening`, of as many nodes as can be had, up to `most`.
    pub(super) fn offer_at(&self, opening: &AvailabilityAt<'_>, most: u32) -> Offer {
        let (start, end) = (opening.start, self.ask.term.end(opening.start));
        let placement = self.ask.placement;
        let nodes = most.min(opening.usable_nodes(end, placement));
        let certainty = certainty(opening, end);
        let (mut node_ranges, mut leaves) = (NodeRanges::default(), Vec::new());
        if certainty == Certainty::Exact {
            let choice = opening.choose(end, nodes, placement);
            (node_ranges, leaves) = (choice.nodes, choice.leaves);
        }
        let gpus = u64::from(nodes) * u64::from(self.block.gpus_per_node);
        Offer {
            start,
            end,
            nodes,
            certainty,
            effect: Fragmentation::new(opening, nodes, &node_ranges),
            node_ranges,
            leaves,
            gpu_hours: gpus * u64::from(end.since(start)),
        }
    }

    /// Returns the offer at `start`, where the request must fit, of up to `most` nodes.
    pub(super) fn offer_from(&self, start: Hour, most: u32) -> Offer {
        self.offer_at(&self.calendar.opening(start, 1), most)
    }

    /// Returns the earliest offer of the most nodes that the block can ever give; `None` if these
    /// are not more than `earliest` has.
    ///
    /// Each search asks for one node more than was found so far, and begins where the last one
    /// ended, because before that no more are to be had. Cost: one search through all time, and a
    /// count wherever the number grows.
    pub(super) fn largest_offer(&self, earliest: &Offer) -> Option<Offer> {
        let (most, mut nodes, mut largest) = (self.most_nodes(), earliest.nodes, None);
        let mut ask = Ask { not_before: earliest.start, ..self.ask };
        while nodes < most
            && let Some(start) = self.with(ask).earliest(nodes + 1, Hour::MAX)
        {
            let opening = self.calendar.opening(start, 1);
            nodes = most.min(opening.usable_nodes(ask.term.end(start), ask.placement));
            ask.not_before = start;
            largest = Some(opening);
        }
        largest.map(|opening| self.offer_at(&opening, nodes))
    }
}

/// Returns which kinds of hold touch the hours from the opening until `end`.
fn certainty(opening: &AvailabilityAt<'_>, end: Hour) -> Certainty {
    // Nodes that are not free all the time are held by name: a block with an offer is delivered.
    let named = opening.free(end) < opening.calendar.nodes();
    let counted = opening.calendar.counted().most(opening.start, end) > 0;
    match (named, counted) {
        (_, false) => Certainty::Exact,
        (false, true) => Certainty::Count,
        (true, true) => Certainty::AtLeast,
    }
}
