//! Kinds of placement, as the form offers them.

use crate::words::catalogue::{Entry, fit};

/// Kind of a placement; its number is typed separately.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PlacementKind {
    /// Anywhere in one block.
    Any,
    /// On one leaf.
    OneLeaf,
    /// On at most a given number of leaves.
    Leaves,
    /// In groups of a given number of nodes.
    SegmentsOf,
}

impl PlacementKind {
    /// All of them, in the order shown.
    pub const ALL: [Self; 4] = [Self::Any, Self::OneLeaf, Self::Leaves, Self::SegmentsOf];

    /// Returns the name in links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::OneLeaf => "one-leaf",
            Self::Leaves => "leaves",
            Self::SegmentsOf => "segments",
        }
    }

    /// Parses a placement as links write it (`any`, `one-leaf`, `leaves-2`) into its kind and its
    /// number, which is empty if none is given.
    #[must_use]
    pub fn read(text: &str) -> Option<(Self, &str)> {
        Self::ALL.into_iter().find_map(|kind| {
            let number = match text.strip_prefix(kind.id())? {
                "" => "",
                rest => rest.strip_prefix('-')?,
            };
            Some((kind, number))
        })
    }

    /// Returns the text of the choice on the page.
    #[must_use]
    pub const fn label(self) -> Entry {
        match self {
            Self::Any => fit::PLACE_OPTION_ANY,
            Self::OneLeaf => fit::PLACE_OPTION_ONE_LEAF,
            Self::Leaves => fit::PLACE_OPTION_LEAVES,
            Self::SegmentsOf => fit::PLACE_OPTION_SEGMENTS,
        }
    }

    /// Returns the label of the number that belongs to it, if it has one.
    #[must_use]
    pub const fn number_label(self) -> Option<Entry> {
        match self {
            Self::Any | Self::OneLeaf => None,
            Self::Leaves => Some(fit::PLACE_LEAVES_NUMBER),
            Self::SegmentsOf => Some(fit::PLACE_SEGMENTS_NUMBER),
        }
    }
}
