//! How much work the holds of a file make for whoever asks.
//!
//! A file of ordinary size can hold every node of a block a million times over, or cut a block
//! into pieces that every further hold meets again: then its calendar takes minutes or gigabytes.
//! What is left out of such a file would look free, so it is refused as a whole.

use crate::model::hold::HoldNodes;
use crate::model::limits::{MAX_HELD_NODES, MAX_PIECES};
use crate::model::problem::ProblemKind;

/// What the holds so far come to.
#[derive(Default)]
pub(super) struct Load {
    /// Nodes of all named holds together.
    nodes: u64,
    /// Ranges, and what each of them met where it was laid on earlier ones.
    pieces: usize,
}

impl Load {
    /// Takes in a hold.
    pub(super) fn add(&mut self, nodes: &HoldNodes) {
        if let HoldNodes::Named(ranges) = nodes {
            self.nodes = self.nodes.saturating_add(ranges.count().into());
            self.add_pieces(ranges.ranges().len());
        }
    }

    /// Takes in pieces that a range met.
    pub(super) const fn add_pieces(&mut self, pieces: usize) {
        self.pieces = self.pieces.saturating_add(pieces);
    }

    /// Whether that is bearable.
    ///
    /// # Errors
    /// What there is too much of.
    pub(super) const fn check(&self) -> Result<(), ProblemKind> {
        if self.nodes > MAX_HELD_NODES {
            return Err(ProblemKind::HeldTooOften { most: MAX_HELD_NODES });
        }
        if self.pieces > MAX_PIECES {
            return Err(ProblemKind::TooManyPieces { most: MAX_PIECES });
        }
        Ok(())
    }
}
