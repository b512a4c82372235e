//! Nodes that are not free during an interval.

use super::nodes::NodeRanges;
use super::source::Citation;
use super::text::Text;
use super::time::Hour;

/// Nodes that are not free from `from` until `until` (exclusive).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hold {
    /// Index of the block in [`super::Snapshot::blocks`].
    pub block_index: usize,
    /// The nodes, by number or by count.
    pub nodes: HoldNodes,
    /// First hour that is held.
    pub from: Hour,
    /// First hour that is free again, after `from`.
    ///
    /// [`Hour::MAX`] is an open end, which for a published hold means that its end is not known.
    pub until: Hour,
    /// Name of whatever holds the nodes.
    pub label: Text,
    /// Provenance, for a published hold only.
    ///
    /// Boxed to keep `Hold` small, because a file may have a million holds of which none is
    /// published.
    pub published: Option<Box<Publication>>,
}

/// Provenance of a published hold.
///
/// No scheduler reported it; published facts and the rules of the calls imply it.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Publication {
    /// Source of the facts, and how sure they are.
    pub citation: Citation,
    /// Reason why the hold ends at its end, or why the end is not known.
    pub until_rule: Option<Text>,
}

/// Nodes of a hold; named ones are ordered before counted ones.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum HoldNodes {
    /// Numbered nodes, all within the block.
    Named(NodeRanges),
    /// Number of nodes, from 1 and at most that of the block; it is not known which ones.
    Counted(u32),
}

impl HoldNodes {
    /// Returns the number of nodes held.
    #[must_use]
    pub fn count(&self) -> u32 {
        match self {
            Self::Named(ranges) => ranges.count(),
            Self::Counted(count) => *count,
        }
    }
}
