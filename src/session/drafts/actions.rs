//! Actions of the reader on the list of drafts.

use super::tab::{DraftPlace, Saved, Tab};
use crate::exchange::drafts::{Draft, Drafts};

/// Deleted draft, with the data needed to restore it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Deleted {
    /// Index in the list.
    pub index: usize,
    /// The draft itself.
    pub draft: Draft,
    /// `true` if it was the draft open on the page.
    pub was_open: bool,
}

/// Adds a copy of a draft, named by `name` from the old name. The last-opened draft stays the one
/// that a page without a request opens.
///
/// ```
/// use jari::{exchange::drafts::Drafts, session::drafts::{Saved, duplicate}};
/// let mut drafts = Drafts::default();
/// let id = drafts.add("Spring", "nodes=4").unwrap();
/// let saved = duplicate(&mut drafts, id, |old| format!("Copy of {old}"));
/// assert_eq!((saved, drafts.last().unwrap().id), (Saved::Written, id));
/// let copy = drafts.get(2).unwrap();
/// assert_eq!((copy.name.as_str(), copy.query.as_str()), ("Copy of Spring", "nodes=4"));
/// ```
pub fn duplicate(drafts: &mut Drafts, id: u32, name: impl Fn(&str) -> String) -> Saved {
    let Some(Draft { name: old, query, .. }) = drafts.get(id).cloned() else {
        return Saved::Nothing;
    };
    let last = drafts.last().map(|last| last.id);
    if drafts.add(&name(&old), &query).is_err() {
        return Saved::Full;
    }
    // `add` has made the copy the last-opened draft.
    drafts.set_last(last);
    Saved::Written
}

/// Deletes a draft; if it was open, its request stays on the page without a draft.
pub fn delete(tab: &mut Tab, drafts: &mut Drafts, id: u32) -> Option<Deleted> {
    let (index, draft) = drafts.remove(id)?;
    let was_open = tab.place() == DraftPlace::Draft(id);
    if was_open {
        tab.let_go();
    }
    Some(Deleted { index, draft, was_open })
}

/// Restores a deleted draft to its index.
///
/// ```
/// use jari::{exchange::drafts::Drafts, session::drafts::{DraftPlace, Tab, delete, put_back}};
/// let mut drafts = Drafts::default();
/// let id = drafts.add("Spring", "nodes=4").unwrap();
/// let mut tab = Tab::open("", None, &drafts);
/// let deleted = delete(&mut tab, &mut drafts, id).unwrap();
/// // The request stays on the page, without a draft.
/// assert_eq!((tab.place(), tab.query()), (DraftPlace::Link, "nodes=4"));
/// put_back(&mut tab, &mut drafts, &deleted);
/// assert_eq!((tab.place(), drafts.list().len()), (DraftPlace::Draft(id), 1));
/// ```
pub fn put_back(tab: &mut Tab, drafts: &mut Drafts, deleted: &Deleted) -> Saved {
    let Deleted { index, draft, was_open } = deleted;
    if drafts.put_back(*index, draft.clone()).is_err() {
        return Saved::Full;
    }
    if *was_open {
        drafts.set_last(Some(draft.id));
        tab.take_back(draft.id, drafts);
    }
    Saved::Written
}
