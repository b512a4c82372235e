//! Nodes that are not free for an interval.

use super::nodes::NodeRanges;
use super::source::Citation;
use super::text::Text;
use super::time::Hour;

/// Nodes that are not free from `from` until `until`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hold {
    /// Place of its block in [`super::Snapshot::blocks`].
    pub block: usize,
    /// Which nodes, or how many.
    pub nodes: HoldNodes,
    /// The first hour that is held.
    pub from: Hour,
    /// The first hour that is free again, after `from`; [`Hour::MAX`] for an open end, which of a
    /// published hold means that its end is not known.
    pub until: Hour,
    /// What holds them.
    pub label: Text,
    /// What it rests on, where it is a published hold. Boxed, because a file may have a million
    /// holds of which none is one.
    pub published: Option<Box<Publication>>,
}

/// What a published hold rests on: no scheduler told it, but published facts and the calls' own
/// rules imply it.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Publication {
    /// Where that is read, and how sure it is.
    pub citation: Citation,
    /// Why it ends when it does, or why its end is not known.
    pub until_rule: Option<Text>,
}

/// The nodes of a hold; named ones are ordered before counted ones.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum HoldNodes {
    /// These nodes, all within the block.
    Named(NodeRanges),
    /// So many nodes, from 1 and at most the block's; which ones is not known.
    Counted(u32),
}

impl HoldNodes {
    /// How many nodes are held.
    #[must_use]
    pub fn count(&self) -> u32 {
        match self {
            Self::Named(ranges) => ranges.count(),
            Self::Counted(count) => *count,
        }
    }
}
