//! What a node can be, and how that is told: by colour, by shape, by letter, in words.

use crate::model::{Hold, Scenario, TruthLayer};
use crate::words::catalogue::{Entry, page as words};

/// What a node is at one hour.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum NodeState {
    /// No hold is known.
    Free,
    /// A hold of the snapshot.
    Held,
    /// A published hold.
    Published,
    /// A hold that is assumed.
    Assumed,
    /// The block is not there yet.
    NotDelivered,
    /// Part of the offer.
    Offered,
}

impl NodeState {
    /// All of them, in the order of a legend.
    pub const ALL: [Self; 6] =
        [Self::Offered, Self::Free, Self::Held, Self::Published, Self::Assumed, Self::NotDelivered];

    /// What a hold of the file makes of its nodes.
    #[must_use]
    pub const fn of_file(hold: &Hold) -> Self {
        if hold.published.is_some() { Self::Published } else { Self::Held }
    }

    /// What the hold at this place of a scenario makes of its nodes.
    #[must_use]
    pub fn of_hold(scenario: &Scenario, place: usize, hold: &Hold) -> Self {
        if scenario.is_assumed(place) { Self::Assumed } else { Self::of_file(hold) }
    }

    /// The class that colours it.
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

    /// Its name; without known holds, "free" would say too much.
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

    /// The letter that stands for it where there is room for one.
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

/// Whether a node without a hold is known to be free.
const fn is_free_known(layer: TruthLayer) -> bool {
    match layer {
        TruthLayer::Snapshot | TruthLayer::Scenario => true,
        TruthLayer::Size | TruthLayer::Published | TruthLayer::Known => false,
    }
}
