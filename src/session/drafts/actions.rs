//! What a reader does with the list of drafts.

use super::tab::{DraftPlace, Saved, Tab};
use crate::exchange::drafts::{Draft, Drafts};

/// A draft that was deleted, as far as it can be put back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Deleted {
    /// Its place in the list.
    pub place: usize,
    /// The draft.
    pub draft: Draft,
    /// Whether the request on the page was its.
    pub was_open: bool,
}

/// Adds another draft of the same request, by the name that `name` makes of the old one. The draft
/// that is open stays the one that a page without a request opens with.
pub fn duplicate(drafts: &mut Drafts, id: u32, name: impl Fn(&str) -> String) -> Saved {
    let Some(Draft { name: old, query, .. }) = drafts.get(id).cloned() else {
        return Saved::Nothing;
    };
    let last = drafts.last().map(|last| last.id);
    if drafts.add(&name(&old), &query).is_err() {
        return Saved::Full;
    }
    drafts.set_last(last);
    Saved::Written
}

/// Deletes a draft; the request on the page stays, but belongs to none where it was its.
pub fn delete(tab: &mut Tab, drafts: &mut Drafts, id: u32) -> Option<Deleted> {
    let (place, draft) = drafts.remove(id)?;
    let was_open = tab.place() == DraftPlace::Draft(id);
    if was_open {
        tab.let_go();
    }
    Some(Deleted { place, draft, was_open })
}

/// Puts a deleted draft back to where it was.
pub fn put_back(tab: &mut Tab, drafts: &mut Drafts, deleted: &Deleted) -> Saved {
    let Deleted { place, draft, was_open } = deleted;
    if drafts.put_back(*place, draft.clone()).is_err() {
        return Saved::Full;
    }
    if *was_open {
        drafts.set_last(Some(draft.id));
        tab.take_back(draft.id, drafts);
    }
    Saved::Written
}
