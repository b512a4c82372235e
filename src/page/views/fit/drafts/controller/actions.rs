//! Actions on drafts.

use super::DraftController;
use crate::exchange::drafts::Drafts;
use crate::session::drafts::{self as session, Saved, Store, Tab};
use leptos::prelude::*;

impl DraftController {
    /// Saves the draft, moves the tab to another state by `go`, and shows that.
    fn go(self, go: &mut dyn FnMut(&mut Tab, &Drafts)) {
        // Moving elsewhere must not lose what was just typed.
        self.save();
        let drafts = self.store.with_untracked(|store| store.drafts.clone());
        self.tab.update(|tab| go(tab, &drafts));
        self.note(&mut Store::move_on);
        self.show();
        self.save_soon();
    }

    /// Undoes a step if `back`, else redoes one; returns `true` if there was one.
    pub fn step(self, back: bool) -> bool {
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

    /// Opens a draft in place of the request on the page.
    pub fn open_draft(self, id: u32) {
        self.go(&mut |tab, drafts| tab.open_draft(id, drafts));
        self.set_last(Some(id));
    }

    /// Starts with an empty request.
    pub fn begin_anew(self) {
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
    pub fn save_as_new(self) {
        let name = self.new_name();
        self.act(&mut |tab, drafts| tab.save_as(drafts, &name));
        self.save();
    }

    /// Takes over the draft as another tab has saved it.
    pub fn take_theirs(self) {
        let (drafts, _) = self.load();
        self.tab.update(|tab| tab.take_theirs(&drafts));
        self.show();
        self.save();
    }

    /// Renames a draft.
    pub fn rename(self, id: u32, name: &str) {
        self.act(&mut |_, drafts| {
            drafts.rename(id, name);
            Saved::Written
        });
    }

    /// Duplicates a draft; the one that is open stays open.
    pub fn duplicate(self, id: u32) {
        // The copy must have what was just typed.
        self.save();
        self.note(&mut Store::move_on);
        let lang = self.lang.get_untracked();
        self.act(&mut |_, drafts| {
            session::duplicate(drafts, id, |name| session::copy_name(name, lang))
        });
    }

    /// Deletes a draft, which can be put back.
    pub fn delete(self, id: u32) {
        // What was just typed comes back too if the draft is put back.
        self.save();
        let mut deleted = None;
        self.act(&mut |tab, drafts| {
            deleted = session::delete(tab, drafts, id);
            if deleted.is_some() { Saved::Written } else { Saved::Nothing }
        });
        self.note(&mut |store| store.note_deleted(deleted.as_ref()));
        self.save();
    }

    /// Puts the draft that was deleted last back to its former index.
    pub fn put_back(self) {
        let deleted = self.store.with_untracked(|store| store.deleted().cloned());
        let Some(deleted) = deleted else { return };
        self.act(&mut |tab, drafts| session::put_back(tab, drafts, &deleted));
        self.note(&mut |store| store.note_put_back(deleted.draft.id));
        self.save();
    }
}
