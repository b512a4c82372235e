//! What a node can be, and how that is told: by colour, by shape, by letter, in words.

use crate::model::Layer;
use crate::show::catalogue::{Entry, page as words};

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

    /// Its name; without known holds, "free" would say too much.
    #[must_use]
    pub const fn name(self, layer: Layer) -> Entry {
        match self {
            Self::Free if matches!(layer, Layer::Nominal) => words::STATE_NOT_KNOWN,
            Self::Free => words::STATE_FREE,
            Self::Held => words::STATE_HELD,
            Self::Assumed => words::STATE_ASSUMED,
            Self::NotDelivered => words::STATE_NOT_YET,
            Self::Offered => words::STATE_OFFER,
        }
    }

    /// The letter that stands for it where there is room for one.
    #[must_use]
    pub const fn letter(self) -> Entry {
        match self {
            Self::Free => words::LETTER_FREE,
            Self::Held => words::LETTER_HELD,
            Self::Assumed => words::LETTER_ASSUMED,
            Self::NotDelivered => words::LETTER_NOT_YET,
            Self::Offered => words::LETTER_OFFER,
        }
    }
}
