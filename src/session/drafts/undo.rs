//! Undo and redo of the request in a browser tab.

use super::tab::{DraftPlace, Tab, UndoStep};
use crate::exchange::drafts::Drafts;
use crate::session::undo::UndoState;

impl UndoState for UndoStep {
    fn stored_bytes(&self) -> usize {
        self.query.len()
    }
}

impl Tab {
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

    /// Changes the request to `query`; `field` is the field that was typed into, if any.
    ///
    /// Consecutive keys in one field are a single undo step.
    pub fn change(&mut self, query: &str, field: Option<&str>) {
        if query == self.now.query {
            return;
        }
        self.changes = self.changes.wrapping_add(1);
        // A step of another draft must not be extended.
        let last = self.history.undo_steps().last().filter(|step| step.place == self.now.place);
        let is_same_field = field.is_some() && field == self.field.as_deref();
        match last {
            Some(before) if is_same_field => {
                // Typed back to the original text: there is nothing left to undo.
                let is_typed_back = before.query == query;
                self.history.extend_last();
                if is_typed_back {
                    self.history.forget_last();
                    self.field = None;
                }
            }
            _ => {
                self.history.record(self.now.clone());
                self.field = field.map(str::to_owned);
            }
        }
        query.clone_into(&mut self.now.query);
    }

    /// Returns `true` if keys in this field extend the current undo step.
    #[must_use]
    pub fn is_typing(&self, field: &str) -> bool {
        self.field.as_deref() == Some(field)
    }

    /// Starts a new undo step for further typing, even in the same field.
    pub fn end_typing(&mut self) {
        self.field = None;
    }

    /// Undoes one step and returns `true` if there was one.
    pub fn undo(&mut self, drafts: &Drafts) -> bool {
        let Some(step) = self.history.undo(&self.now) else { return false };
        self.go(step, drafts);
        true
    }

    /// Redoes one step and returns `true` if there was one.
    pub fn redo(&mut self, drafts: &Drafts) -> bool {
        let Some(step) = self.history.redo(&self.now) else { return false };
        self.go(step, drafts);
        true
    }

    /// Returns to a step, which may be of another draft.
    fn go(&mut self, step: UndoStep, drafts: &Drafts) {
        self.changes = self.changes.wrapping_add(1);
        self.field = None;
        let moves = step.place != self.now.place;
        self.now = step;
        if moves {
            self.clash = None;
            if let DraftPlace::Draft(id) = self.now.place {
                match drafts.get(id) {
                    // The tab's request when it left the draft is the base: if the store differs,
                    // another tab wrote it.
                    Some(_) => {
                        self.base.clone_from(&self.now.query);
                        self.look(drafts);
                    }
                    None => self.now.place = DraftPlace::Link,
                }
            }
        }
    }

    /// Goes on with another request; the one until now can be restored by undo.
    pub(super) fn switch(&mut self, place: DraftPlace, query: &str) {
        self.history.record(self.now.clone());
        let history = core::mem::take(&mut self.history);
        let changes = self.changes.wrapping_add(1);
        *self = Self { history, changes, ..Self::starting_at(place, query) };
    }
}
