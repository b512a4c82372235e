//! The drafts in the store, which is shared with other tabs and may refuse: nothing is written
//! without reading first, so that what others wrote stays.

use super::DraftController;
use crate::edge::file;
use crate::edge::storage::{self, Area, DRAFTS, StorageError};
use crate::exchange::drafts::{Drafts, read};
use crate::session::drafts::{Broken, Saved, Store, Tab, Trouble};
use leptos::prelude::*;

/// Where a store that could not be read is kept as it was.
const BROKEN: &str = "jari.drafts.broken";

impl DraftController {
    /// Reads the drafts, lets `act` change them, and writes them where it says so. What could not
    /// be written did not happen.
    pub(super) fn act(self, act: &mut dyn FnMut(&mut Tab, &mut Drafts) -> Saved) {
        let (mut drafts, can_write) = self.load();
        let mut tab = self.tab.get_untracked();
        let saved = act(&mut tab, &mut drafts);
        let refused = match saved {
            Saved::Written if can_write => {
                storage::write(Area::Kept, DRAFTS, &drafts.write()).err().map(trouble)
            }
            Saved::Written => Some(Trouble::Forbidden),
            Saved::Nothing | Saved::Clash | Saved::Full | Saved::TooLong => None,
        };
        if refused.is_none() {
            self.set_tab(&tab);
        }
        if saved == Saved::Written && refused.is_none() {
            self.watch.ask_soon();
        }
        self.note(&mut |store| store.note_saved(&drafts, &tab, saved, refused, can_write));
    }

    /// Changes what is known of the store; nothing follows where it stays the same.
    pub(super) fn note(self, change: &mut dyn FnMut(&mut Store)) {
        let mut store = self.store.get_untracked();
        change(&mut store);
        if self.store.with_untracked(|old| *old != store) {
            self.store.set(store);
        }
    }

    fn set_tab(self, tab: &Tab) {
        if self.tab.with_untracked(|old| old != tab) {
            self.tab.set(tab.clone());
        }
    }

    /// Reads the drafts, and whether they may be written.
    pub(super) fn load(self) -> (Drafts, bool) {
        let known = self.store.with_untracked(|store| store.drafts.clone());
        let stored = storage::read(Area::Kept, DRAFTS);
        let is_forbidden = stored.is_err();
        let mut broken = match storage::read(Area::Kept, BROKEN) {
            Ok(Some(_)) => Broken::Aside,
            _ => Broken::None,
        };
        let drafts = match stored {
            Err(_) => known,
            Ok(None) => Drafts::default(),
            Ok(Some(text)) => {
                let mut reading = read(&text);
                if !reading.is_whole {
                    reading.drafts.take_missing(&known);
                    broken = set_aside(&text, &reading.drafts);
                }
                reading.drafts
            }
        };
        self.note(&mut |store| store.note_read(&drafts, broken, is_forbidden));
        (drafts, !is_forbidden && broken != Broken::Stuck)
    }

    /// Looks what other tabs did.
    pub(super) fn look(self) {
        let (drafts, _) = self.load();
        let mut tab = self.tab.get_untracked();
        tab.look(&drafts);
        self.set_tab(&tab);
    }

    /// Gives the text that could not be read to the reader, as a file.
    pub fn download_broken(self) {
        let is_stuck = self.is_stuck();
        if let Ok(Some(text)) = storage::read(Area::Kept, if is_stuck { DRAFTS } else { BROKEN }) {
            file::save("jari-drafts.txt", "text/plain", &text);
        }
    }

    /// Forgets the text that could not be read; what could be read of it stays.
    pub fn discard_broken(self) {
        storage::remove(Area::Kept, BROKEN);
        if self.is_stuck() {
            let readable = self.store.with_untracked(|store| store.drafts.clone());
            storage::remove(Area::Kept, DRAFTS);
            self.act(&mut |_, drafts| {
                drafts.take_missing(&readable);
                Saved::Written
            });
        }
        self.look();
        self.save();
    }

    fn is_stuck(self) -> bool {
        self.store.with_untracked(Store::is_stuck)
    }
}

/// Why the store did not take the drafts.
const fn trouble(refused: StorageError) -> Trouble {
    match refused {
        StorageError::Full => Trouble::Quota,
        StorageError::Forbidden => Trouble::Forbidden,
    }
}

/// Keeps a store that could not be read as it was, and puts what could be read in its place.
fn set_aside(text: &str, readable: &Drafts) -> Broken {
    // After one that is kept already: neither is lost.
    let mut kept = storage::read(Area::Kept, BROKEN).ok().flatten().unwrap_or_default();
    if !kept.is_empty() {
        kept.push('\n');
    }
    kept.push_str(text);
    if storage::write(Area::Kept, BROKEN, &kept).is_err() {
        return Broken::Stuck;
    }
    storage::remove(Area::Kept, DRAFTS);
    if !readable.list().is_empty() {
        // It is all in the text that is kept; the next save tells where there is no room.
        let _ = storage::write(Area::Kept, DRAFTS, &readable.write());
    }
    Broken::Aside
}
