//! One way to meet a request.

use super::availability_at::AvailabilityAt;
use super::choice::LeafShare;
use super::effect::Fragmentation;
use super::question::Question;
use crate::model::{Hour, NodeRanges};

/// One way to meet a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offer {
    /// The first hour.
    pub start: Hour,
    /// The first hour after it.
    pub end: Hour,
    /// How many nodes: as many as asked and free, at least the fewest asked.
    pub nodes: u32,
    /// What the offer rests on.
    pub certainty: Certainty,
    /// Which nodes; empty where counted holds leave that open.
    pub node_ranges: NodeRanges,
    /// How many of them on which leaf; empty where counted holds leave that open.
    pub leaves: Vec<LeafShare>,
    /// GPUs times hours.
    pub gpu_hours: u64,
    /// What it leaves to others.
    pub effect: Fragmentation,
}

/// What an offer rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Certainty {
    /// Named holds alone: these nodes are free at every hour.
    Exact,
    /// Counted holds alone: enough nodes are free at every hour; which ones is not known.
    Count,
    /// Named and counted holds: at least so many nodes are free, whichever the counted ones are.
    AtLeast,
}

impl Offer {
    /// Nodes times hours.
    #[must_use]
    pub fn node_hours(&self) -> u64 {
        u64::from(self.nodes) * u64::from(self.end.since(self.start))
    }
}

impl Question<'_> {
    /// The offer at the hour of the opening, of as many nodes as there are, up to `most`.
    pub(super) fn offer_at(&self, opening: &AvailabilityAt<'_>, most: u32) -> Offer {
        let (start, end) = (opening.start, self.ask.term.end(opening.start));
        let placement = self.ask.placement;
        let nodes = most.min(opening.capacity(end, placement));
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

    /// The offer at a start that fits.
    pub(super) fn offer_from(&self, start: Hour, most: u32) -> Offer {
        self.offer_at(&self.calendar.opening(start, 1), most)
    }

    /// The earliest offer of the most nodes that the block can ever give, where these are more
    /// than the earliest offer of all has.
    pub(super) fn largest_offer(&self, earliest: &Offer) -> Option<Offer> {
        let most = self.most_nodes();
        let (mut few, mut many) = (earliest.nodes, most);
        let mut start = None;
        // The more nodes, the later: what fits is a range. Mostly it has its end at `most`.
        let mut middle = most;
        while few < many {
            match self.earliest(middle, Hour::MAX) {
                Some(hour) => (few, start) = (middle, Some(hour)),
                None => many = middle - 1,
            }
            middle = many - (many - few) / 2;
        }
        start.map(|start| self.offer_from(start, few))
    }
}

/// Which kinds of hold touch the time from the opening until `end`.
fn certainty(opening: &AvailabilityAt<'_>, end: Hour) -> Certainty {
    // Whatever is not free all the time is held by name: a block with an offer is delivered.
    let named = opening.free(end) < opening.calendar.nodes();
    let counted = opening.calendar.counted().most(opening.start, end) > 0;
    match (named, counted) {
        (_, false) => Certainty::Exact,
        (false, true) => Certainty::Count,
        (true, true) => Certainty::AtLeast,
    }
}
