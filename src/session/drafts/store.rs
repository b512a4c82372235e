//! Drafts as last read, and the state of saving.

use super::actions::Deleted;
use super::tab::{Clash, DraftPlace, Saved, Tab};
use crate::exchange::drafts::Drafts;

/// Reason why the request is not saved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SaveError {
    /// The store is forbidden or absent.
    Forbidden,
    /// The store has no room.
    Quota,
    /// The maximum number of drafts is reached.
    Full,
    /// The request is longer than a draft may be.
    TooLong,
}

/// Treatment of a store that could not be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Broken {
    /// There is no such store.
    #[default]
    None,
    /// It was moved aside.
    Aside,
    /// It is still in its place for lack of room, so nothing is written over it.
    Stuck,
}

/// Last action, if it can be undone or mentioned.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
enum LastAct {
    /// Nothing to report.
    #[default]
    Nothing,
    /// The page opened with the last draft.
    Restored,
    /// A draft was deleted.
    Deleted(Deleted),
}

/// Message beside the drafts: one at a time, the most urgent first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Message<'a> {
    /// No message.
    None,
    /// The request came from a link, and can be saved as a draft.
    OfLink,
    /// A store cannot be read.
    Broken(Broken),
    /// Another tab changed the draft.
    Clash(Clash),
    /// The request is not saved.
    SaveError(SaveError),
    /// A draft was deleted.
    Deleted(&'a Deleted),
    /// The page opened with the last draft.
    Restored,
}

/// Drafts as last read, and the state of saving.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Store {
    /// Drafts as last read or written.
    pub drafts: Drafts,
    save_error: Option<SaveError>,
    broken: Broken,
    done: LastAct,
}

impl Store {
    /// Records the drafts that were read; `is_forbidden` if the browser denied access.
    pub fn note_read(&mut self, drafts: &Drafts, broken: Broken, is_forbidden: bool) {
        self.drafts.clone_from(drafts);
        self.broken = broken;
        self.save_error = match is_forbidden {
            true => Some(SaveError::Forbidden),
            // That the store can be read again says nothing of the other errors.
            false => self.save_error.filter(|save_error| *save_error != SaveError::Forbidden),
        };
    }

    /// Records the result of a change that gave `drafts`: how they were `saved`, and why the
    /// browser `refused` them.
    ///
    /// A change that could not be written is not taken over. If the store may not be written (not
    /// `can_write`), the reason was recorded when it was read.
    pub fn note_saved(
        &mut self,
        drafts: &Drafts,
        tab: &Tab,
        saved: Saved,
        refused: Option<SaveError>,
        can_write: bool,
    ) {
        self.save_error = match (saved, refused) {
            (Saved::Written, None) => None,
            (Saved::Written, Some(save_error)) if can_write => Some(save_error),
            (Saved::Full, _) => Some(SaveError::Full),
            (Saved::TooLong, _) => Some(SaveError::TooLong),
            // Nothing had to be written: an error of before is over if all is saved by now.
            _ if can_write && tab.is_saved() => None,
            _ => self.save_error,
        };
        if refused.is_none() {
            self.drafts.clone_from(drafts);
        }
    }

    /// Records that the page opened with the last draft.
    pub fn note_restored(&mut self) {
        self.done = LastAct::Restored;
    }

    /// Records which draft was deleted, if any, unless the store refused and still has it.
    pub fn note_deleted(&mut self, deleted: Option<&Deleted>) {
        match deleted {
            None => self.done = LastAct::Nothing,
            Some(deleted) if self.drafts.get(deleted.draft.id).is_none() => {
                self.done = LastAct::Deleted(deleted.clone());
            }
            Some(_) => {}
        }
    }

    /// Records that the draft with this `id` was restored, unless the store refused.
    pub fn note_put_back(&mut self, id: u32) {
        if self.drafts.get(id).is_some() {
            self.done = LastAct::Nothing;
        }
    }

    /// Forgets the last action, because another one followed.
    pub fn move_on(&mut self) {
        self.done = LastAct::Nothing;
    }

    /// Returns the draft that was deleted last.
    #[must_use]
    pub const fn deleted(&self) -> Option<&Deleted> {
        match &self.done {
            LastAct::Deleted(deleted) => Some(deleted),
            LastAct::Nothing | LastAct::Restored => None,
        }
    }

    /// Returns `true` if an unreadable store is still in its place, so that nothing is written over
    /// it.
    #[must_use]
    pub fn is_stuck(&self) -> bool {
        self.broken == Broken::Stuck
    }

    /// Returns `true` if something prevents saving.
    #[must_use]
    pub fn has_problem(&self) -> bool {
        self.save_error.is_some() || self.is_stuck()
    }

    /// Returns the message to show beside the drafts, the most urgent first.
    #[must_use]
    pub fn message(&self, tab: &Tab) -> Message<'_> {
        match (self.broken, tab.clash(), self.save_error, &self.done) {
            (Broken::Stuck, ..) => Message::Broken(self.broken),
            (_, Some(clash), ..) => Message::Clash(clash),
            (_, _, Some(save_error), _) => Message::SaveError(save_error),
            // The next action withdraws this offer, while a store that was moved aside can wait.
            (_, _, _, LastAct::Deleted(deleted)) => Message::Deleted(deleted),
            (Broken::Aside, ..) => Message::Broken(self.broken),
            (_, _, _, LastAct::Restored) => Message::Restored,
            _ if tab.place() == DraftPlace::Link => Message::OfLink,
            _ => Message::None,
        }
    }
}
