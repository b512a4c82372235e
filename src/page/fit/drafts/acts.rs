//! What a reader does with drafts.

use super::{Desk, Done};
use crate::exchange::drafts::{Draft, Drafts, Place, Saved, Tab};
use crate::words::catalogue::drafts as words;
use leptos::prelude::*;

impl Desk {
    /// Saves what there is, moves the tab elsewhere, and shows where it is then.
    fn go(self, go: &mut dyn FnMut(&mut Tab, &Drafts)) {
        self.save();
        let drafts = self.store.with_untracked(|store| store.drafts.clone());
        self.tab.update(|tab| go(tab, &drafts));
        self.note(&mut |store| store.done = Done::Nothing);
        self.show();
        self.save_soon();
    }

    /// Undoes or redoes a step; whether there was one.
    pub(super) fn step(self, back: bool) -> bool {
        let can = if back { Tab::can_undo } else { Tab::can_redo };
        let can = self.tab.with_untracked(can);
        if can {
            self.go(&mut |tab, drafts| {
                if back {
                    tab.undo(drafts)
                } else {
                    tab.redo(drafts)
                };
            });
        }
        can
    }

    pub(super) fn open_draft(self, id: u32) {
        self.go(&mut |tab, drafts| tab.open_draft(id, drafts));
        self.set_last(Some(id));
    }

    pub(super) fn begin_anew(self) {
        self.go(&mut |tab, _| tab.begin_anew());
        self.set_last(None);
    }

    fn set_last(self, id: Option<u32>) {
        self.act(&mut |_, drafts| {
            drafts.set_last(id);
            Saved::Written
        });
        self.save();
    }

    /// Saves the request as a new draft.
    pub(super) fn save_as_new(self) {
        let name = self.new_name();
        self.act(&mut |tab, drafts| tab.save_as(drafts, &name));
        self.save();
    }

    pub(super) fn take_theirs(self) {
        let (drafts, _) = self.load();
        self.tab.update(|tab| tab.take_theirs(&drafts));
        self.show();
        self.save();
    }

    pub(super) fn rename(self, id: u32, name: &str) {
        self.act(&mut |_, drafts| {
            drafts.rename(id, name);
            Saved::Written
        });
    }

    /// Makes another one of the same request, and stays with the one that is open.
    pub(super) fn duplicate(self, id: u32) {
        self.save();
        self.note(&mut |store| store.done = Done::Nothing);
        let lang = self.lang.get_untracked();
        self.act(&mut |_, drafts| {
            let Some(Draft { name, query, .. }) = drafts.get(id).cloned() else {
                return Saved::Nothing;
            };
            let last = drafts.last().map(|last| last.id);
            let name = words::COPY_OF.fill(lang, &[("name", &name)]);
            if drafts.add(&name, &query).is_err() {
                return Saved::Full;
            }
            drafts.set_last(last);
            Saved::Written
        });
    }

    pub(super) fn delete(self, id: u32) {
        self.save();
        let mut deleted = Done::Nothing;
        self.act(&mut |tab, drafts| {
            let Some((place, draft)) = drafts.remove(id) else { return Saved::Nothing };
            let was_open = tab.place() == Place::Draft(id);
            if was_open {
                tab.let_go();
            }
            deleted = Done::Deleted(place, draft, was_open);
            Saved::Written
        });
        self.note(&mut |store| {
            // It is still there where the store refused.
            if store.drafts.get(id).is_none() {
                store.done.clone_from(&deleted);
            }
        });
        self.save();
    }

    /// Puts the draft that was deleted last back to where it was.
    pub(super) fn put_back(self) {
        let done = self.store.with_untracked(|store| store.done.clone());
        let Done::Deleted(place, draft, was_open) = done else { return };
        self.act(&mut |tab, drafts| {
            if drafts.put_back(place, draft.clone()).is_err() {
                return Saved::Full;
            }
            if was_open {
                drafts.set_last(Some(draft.id));
                tab.take_back(draft.id, drafts);
            }
            Saved::Written
        });
        self.note(&mut |store| {
            if store.drafts.get(draft.id).is_some() {
                store.done = Done::Nothing;
            }
        });
        self.save();
    }
}
