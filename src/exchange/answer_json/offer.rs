//! An offer as JSON.

use serde::Serialize;

use crate::fit::{Certainty, Offer, Remainder};

#[derive(Serialize)]
pub(in crate::exchange) struct OfferJson {
    start: String,
    end: String,
    nodes: u32,
    node_ranges: Option<String>,
    leaves: Vec<Leaf>,
    gpu_hours: u64,
    certainty: &'static str,
    effect: EffectJson,
}

#[derive(Serialize)]
struct Leaf {
    leaf: u32,
    nodes: u32,
}

#[derive(Serialize)]
struct EffectJson {
    before: Left,
    after: Left,
}

/// Free capacity that remains, before or after the offer is taken.
#[derive(Serialize)]
struct Left {
    nodes: u32,
    leaves: u32,
    block: u32,
}

impl From<Remainder> for Left {
    fn from(left: Remainder) -> Self {
        Self { nodes: left.nodes, leaves: left.leaves, block: left.block }
    }
}

impl OfferJson {
    pub(in crate::exchange) fn new(offer: &Offer) -> Self {
        let named = !offer.node_ranges.is_empty();
        let leaves = offer.leaves.iter().map(|share| Leaf { leaf: share.leaf, nodes: share.nodes });
        Self {
            start: offer.start.to_rfc3339(),
            end: offer.end.to_rfc3339(),
            nodes: offer.nodes,
            node_ranges: named.then(|| offer.node_ranges.to_string()),
            // Without named nodes their leaves are unknown too.
            leaves: if named { leaves.collect() } else { Vec::new() },
            gpu_hours: offer.gpu_hours,
            certainty: match offer.certainty {
                Certainty::Exact => "exact",
                Certainty::Count => "count",
                Certainty::AtLeast => "at_least",
            },
            effect: EffectJson {
                before: offer.effect.before.into(),
                after: offer.effect.after.into(),
            },
        }
    }
}
