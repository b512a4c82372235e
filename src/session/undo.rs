//! Undo and redo of something that is edited.

/// Maximum number of steps in each direction.
const MAX_STEPS: usize = 100;
/// Maximum number of bytes in each direction: a small part of what browsers keep for a tab.
const MAX_BYTES: usize = 200_000;

/// Returns the direction of the step that a key asks for together with Ctrl or ⌘: `true` to undo,
/// `false` to redo.
///
/// `key` is the name that the browser gives: a Korean layout names the letter on the same key, and
/// Caps Lock gives a capital without Shift.
#[must_use]
pub fn undo_key(key: &str, with_shift: bool) -> Option<bool> {
    match key {
        "z" | "Z" | "ㅋ" => Some(!with_shift),
        "y" | "Y" | "ㅛ" if !with_shift => Some(false),
        _ => None,
    }
}

/// State that can be returned to.
pub trait UndoState: Clone {
    /// Returns the bytes that it takes in the browser's store; 0 if it is not kept there.
    fn stored_bytes(&self) -> usize {
        0
    }
}

/// States before the current one, and those after it that were undone; in both the nearest is last.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UndoHistory<S> {
    undo: Vec<S>,
    redo: Vec<S>,
}

impl<S> Default for UndoHistory<S> {
    fn default() -> Self {
        Self { undo: Vec::new(), redo: Vec::new() }
    }
}

impl<S: UndoState> UndoHistory<S> {
    /// Creates a history from its states.
    pub fn from_steps(
        undo: impl IntoIterator<Item = S>,
        redo: impl IntoIterator<Item = S>,
    ) -> Self {
        let mut history = Self::default();
        undo.into_iter().for_each(|step| push(&mut history.undo, step));
        redo.into_iter().for_each(|step| push(&mut history.redo, step));
        history
    }

    /// Returns `true` if there is a step to undo.
    pub const fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Returns `true` if there is a step to redo.
    pub const fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Returns the states that undo returns to, the nearest last.
    pub fn undo_steps(&self) -> &[S] {
        &self.undo
    }

    /// Returns the states that redo returns to, the nearest last.
    pub fn redo_steps(&self) -> &[S] {
        &self.redo
    }

    /// Adds the state before a change; nothing can be redone after it.
    pub fn record(&mut self, before: S) {
        push(&mut self.undo, before);
        self.redo.clear();
    }

    /// Adds a change to the last step, so that both are undone together.
    pub fn extend_last(&mut self) {
        self.redo.clear();
    }

    /// Removes the last step, because the change was taken back by hand.
    pub fn forget_last(&mut self) {
        self.undo.pop();
    }

    /// Returns the state before `now`, if there is one, and keeps `now` for redo.
    pub fn undo(&mut self, now: &S) -> Option<S> {
        let before = self.undo.pop()?;
        push(&mut self.redo, now.clone());
        Some(before)
    }

    /// Returns the state that was undone last, if any, and keeps `now` for undo.
    pub fn redo(&mut self, now: &S) -> Option<S> {
        let after = self.redo.pop()?;
        push(&mut self.undo, now.clone());
        Some(after)
    }

    /// Returns all states of both directions, to change them.
    pub fn steps_mut(&mut self) -> [&mut [S]; 2] {
        [&mut self.undo, &mut self.redo]
    }
}

/// Adds a step and drops the oldest ones beyond the limits.
fn push<S: UndoState>(steps: &mut Vec<S>, step: S) {
    steps.push(step);
    let bytes = |steps: &[S]| steps.iter().map(S::stored_bytes).sum::<usize>();
    // The latest step stays, however long it is.
    while steps.len() > MAX_STEPS || (steps.len() > 1 && bytes(steps) > MAX_BYTES) {
        steps.remove(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_undo_do_the_same_with_caps_lock_and_on_a_korean_layout() {
        for (key, with_shift, wanted) in [
            ("z", false, Some(true)),
            ("Z", false, Some(true)),
            ("ㅋ", false, Some(true)),
            ("Z", true, Some(false)),
            ("z", true, Some(false)),
            ("ㅋ", true, Some(false)),
            ("y", false, Some(false)),
            ("Y", false, Some(false)),
            ("ㅛ", false, Some(false)),
            ("Y", true, None),
            ("x", false, None),
        ] {
            assert_eq!(undo_key(key, with_shift), wanted, "{key} {with_shift}");
        }
    }
}
