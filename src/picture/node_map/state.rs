//! State of a node, with its colour, shape, letter and words.

use crate::model::{Hold, Scenario, TruthLayer};
use crate::words::catalogue::{Entry, page as words};

/// State of a node at one hour.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum NodeState {
    /// Node without a known hold.
    Free,
    /// Node of a hold of the snapshot.
    Held,
    /// Node of a published hold.
    Published,
    /// Node of an assumed hold.
    Assumed,
    /// Node of a block that is not delivered yet.
    NotDelivered,
    /// Node of the offer.
    Offered,
}

impl NodeState {
    /// All states, in the order of a legend.
    pub const ALL: [Self; 6] =
        [Self::Offered, Self::Free, Self::Held, Self::Published, Self::Assumed, Self::NotDelivered];

    /// Returns the state of the nodes of a hold of the file.
    #[must_use]
    pub const fn of_file(hold: &Hold) -> Self {
        if hold.published.is_some() { Self::Published } else { Self::Held }
    }

    /// Returns the state of the nodes of the hold at `index` of a scenario.
    #[must_use]
    pub fn of_hold(scenario: &Scenario, index: usize, hold: &Hold) -> Self {
        if scenario.is_assumed(index) { Self::Assumed } else { Self::of_file(hold) }
    }

    /// Returns the CSS class that colours it.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Free => "node-free",
            Self::Held => "node-held",
            Self::Published => "node-published",
            Self::Assumed => "node-assumed",
            Self::NotDelivered => "node-not-delivered",
            Self::Offered => "node-offered",
        }
    }

    /// Returns its name, which is not "free" if the holds are not all known.
    #[must_use]
    pub const fn name(self, layer: TruthLayer) -> Entry {
        match self {
            Self::Free if !is_free_known(layer) => words::STATE_NOT_KNOWN,
            Self::Free => words::STATE_FREE,
            Self::Held => words::STATE_HELD,
            Self::Published => words::STATE_PUBLISHED,
            Self::Assumed => words::STATE_ASSUMED,
            Self::NotDelivered => words::STATE_NOT_YET,
            Self::Offered => words::STATE_OFFER,
        }
    }

    /// Returns the letter for it, drawn if there is room.
    #[must_use]
    pub const fn letter(self, layer: TruthLayer) -> Entry {
        match self {
            Self::Free if !is_free_known(layer) => words::LETTER_NOT_KNOWN,
            Self::Free => words::LETTER_FREE,
            Self::Held => words::LETTER_HELD,
            Self::Published => words::LETTER_PUBLISHED,
            Self::Assumed => words::LETTER_ASSUMED,
            Self::NotDelivered => words::LETTER_NOT_YET,
            Self::Offered => words::LETTER_OFFER,
        }
    }
}

/// Returns `true` if a node without a hold is known to be free.
const fn is_free_known(layer: TruthLayer) -> bool {
    match layer {
        TruthLayer::Snapshot | TruthLayer::Scenario => true,
        TruthLayer::Size | TruthLayer::Published | TruthLayer::Known => false,
    }
}
