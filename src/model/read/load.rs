//! Cost of the holds of a file for whoever queries them.
//!
//! A file of ordinary size can hold every node of a block a million times over, or cut a block into
//! pieces that every further hold meets again; its calendar would then take minutes or gigabytes.
//! Leaving holds out would make nodes look free, so such a file is refused as a whole.

use crate::model::hold::HoldNodes;
use crate::model::limits::{MAX_HELD_NODES, MAX_PIECES};
use crate::model::problem::ProblemKind;

/// Totals of the holds so far.
#[derive(Default)]
pub(super) struct Load {
    /// Nodes of all named holds, each counted as often as it is held.
    nodes: u64,
    /// Ranges of holds, plus the pieces of earlier holds that each of them meets.
    pieces: usize,
}

impl Load {
    /// Adds the nodes of a hold.
    pub(super) fn add(&mut self, nodes: &HoldNodes) {
        if let HoldNodes::Named(ranges) = nodes {
            self.nodes = self.nodes.saturating_add(ranges.count().into());
            self.add_pieces(ranges.ranges().len());
        }
    }

    /// Adds the number of pieces that a range met.
    pub(super) const fn add_pieces(&mut self, pieces: usize) {
        self.pieces = self.pieces.saturating_add(pieces);
    }

    /// Checks that the totals are within the limits.
    ///
    /// # Errors
    /// [`ProblemKind::HeldTooOften`] or [`ProblemKind::TooManyPieces`] if they are not.
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
