//! Undo and redo of the edits of a round.

use super::edits::Edits;
use super::state::RoundState;
use crate::session::undo::UndoState;

impl UndoState for Edits {}

impl RoundState {
    /// Returns `true` if there is a step to undo.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Returns `true` if there is a step to redo.
    #[must_use]
    pub const fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// Undoes the last step; returns `false` if there is none.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.history.undo(&self.now) else { return false };
        self.now = before;
        true
    }

    /// Redoes the step that was undone last; returns `false` if there is none.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.history.redo(&self.now) else { return false };
        self.now = after;
        true
    }

    /// Replaces the edits, as one step that can be undone.
    pub(super) fn go(&mut self, next: Edits) {
        // An edit without effect is not an undo step.
        if next == self.now {
            return;
        }
        self.history.record(core::mem::replace(&mut self.now, next));
    }
}
