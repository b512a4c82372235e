//! The drafts as last read, and how saving goes.

use super::actions::Deleted;
use super::tab::{Clash, DraftPlace, Saved, Tab};
use crate::exchange::drafts::Drafts;

/// Why the request is not saved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// The store is forbidden or absent.
    Forbidden,
    /// The store has no room.
    Quota,
    /// There are as many drafts as there can be.
    Full,
    /// It is longer than a draft can be.
    TooLong,
}

/// What became of a store that could not be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Broken {
    /// There is none.
    #[default]
    None,
    /// It is kept aside.
    Aside,
    /// It is where it was, for want of room: nothing is written over it.
    Stuck,
}

/// What was done last, as far as it can be taken back.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
enum LastAct {
    /// Nothing to say.
    #[default]
    Nothing,
    /// The page opened with the last draft.
    Restored,
    /// A draft was deleted.
    Deleted(Deleted),
}

/// What is said beside the drafts: one thing at a time, what needs the reader first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Message<'a> {
    /// Nothing.
    None,
    /// The request is a link's, and can be made a draft.
    OfLink,
    /// A store cannot be read.
    Broken(Broken),
    /// Another tab came in between.
    Clash(Clash),
    /// The request is not saved.
    Trouble(Trouble),
    /// A draft was deleted.
    Deleted(&'a Deleted),
    /// The page opened with the last draft.
    Restored,
}

/// The drafts as last read, and how saving goes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Store {
    /// The drafts.
    pub drafts: Drafts,
    trouble: Option<Trouble>,
    broken: Broken,
    done: LastAct,
}

impl Store {
    /// Notes what was read; `is_forbidden` where nothing could be.
    pub fn note_read(&mut self, drafts: &Drafts, broken: Broken, is_forbidden: bool) {
        self.drafts.clone_from(drafts);
        self.broken = broken;
        self.trouble = match is_forbidden {
            true => Some(Trouble::Forbidden),
            false => self.trouble.filter(|trouble| *trouble != Trouble::Forbidden),
        };
    }

    /// Notes what came of a change that gave these drafts: how `saved` them, and why the browser
    /// `refused` them. What could not be written did not happen. Where the store may not be written
    /// (not `can_write`), it was noted why when it was read.
    pub fn note_saved(
        &mut self,
        drafts: &Drafts,
        tab: &Tab,
        saved: Saved,
        refused: Option<Trouble>,
        can_write: bool,
    ) {
        self.trouble = match (saved, refused) {
            (Saved::Written, None) => None,
            (Saved::Written, Some(trouble)) if can_write => Some(trouble),
            (Saved::Full, _) => Some(Trouble::Full),
            (Saved::TooLong, _) => Some(Trouble::TooLong),
            _ if can_write && tab.is_saved() => None,
            _ => self.trouble,
        };
        if refused.is_none() {
            self.drafts.clone_from(drafts);
        }
    }

    /// Notes that the page opened with the last draft.
    pub fn note_restored(&mut self) {
        self.done = LastAct::Restored;
    }

    /// Notes which draft was deleted, if any, unless the store refused and has it still.
    pub fn note_deleted(&mut self, deleted: Option<&Deleted>) {
        match deleted {
            None => self.done = LastAct::Nothing,
            Some(deleted) if self.drafts.get(deleted.draft.id).is_none() => {
                self.done = LastAct::Deleted(deleted.clone());
            }
            Some(_) => {}
        }
    }

    /// Notes that the draft with this id was put back, unless the store refused.
    pub fn note_put_back(&mut self, id: u32) {
        if self.drafts.get(id).is_some() {
            self.done = LastAct::Nothing;
        }
    }

    /// Forgets what was done last: something else was done since.
    pub fn move_on(&mut self) {
        self.done = LastAct::Nothing;
    }

    /// The draft that was deleted last.
    #[must_use]
    pub const fn deleted(&self) -> Option<&Deleted> {
        match &self.done {
            LastAct::Deleted(deleted) => Some(deleted),
            LastAct::Nothing | LastAct::Restored => None,
        }
    }

    /// Whether a store that cannot be read stays where it was, and nothing is written over it.
    #[must_use]
    pub fn is_stuck(&self) -> bool {
        self.broken == Broken::Stuck
    }

    /// Whether something is in the way of saving.
    #[must_use]
    pub fn is_in_trouble(&self) -> bool {
        self.trouble.is_some() || self.is_stuck()
    }

    /// What is said beside the drafts.
    #[must_use]
    pub fn message(&self, tab: &Tab) -> Message<'_> {
        match (self.broken, tab.clash(), self.trouble, &self.done) {
            (Broken::Stuck, ..) => Message::Broken(self.broken),
            (_, Some(clash), ..) => Message::Clash(clash),
            (_, _, Some(trouble), _) => Message::Trouble(trouble),
            (_, _, _, LastAct::Deleted(deleted)) => Message::Deleted(deleted),
            (Broken::Aside, ..) => Message::Broken(self.broken),
            (_, _, _, LastAct::Restored) => Message::Restored,
            _ if tab.place() == DraftPlace::Link => Message::OfLink,
            _ => Message::None,
        }
    }
}
