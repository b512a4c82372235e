//! Persistence of drafts in a store that is shared with other tabs and may refuse.
//!
//! Nothing is written without reading first, so that what others wrote stays.

use super::DraftController;
use crate::edge::save;
use crate::edge::storage::{self, Area, DRAFTS, StorageError};
use crate::exchange::drafts::{Drafts, read};
use crate::session::drafts::{Broken, SaveError, Saved, Store, Tab};
use leptos::prelude::*;

/// Storage key of the text of a store that could not be read.
const BROKEN: &str = "jari.drafts.broken";

impl DraftController {
    /// Reads the drafts, lets `act` change them, and writes them if it returns [`Saved::Written`].
    /// If they cannot be written, the tab stays as before.
    pub(super) fn act(self, act: &mut dyn FnMut(&mut Tab, &mut Drafts) -> Saved) {
        let (mut drafts, can_write) = self.load();
        let mut tab = self.tab.get_untracked();
        let saved = act(&mut tab, &mut drafts);
        let refused = match saved {
            Saved::Written if can_write => {
                storage::write(Area::Kept, DRAFTS, &drafts.write()).err().map(save_error)
            }
            Saved::Written => Some(SaveError::Forbidden),
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

    /// Changes what is known of the store by `change`; no signal fires if that is nothing new.
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

    /// Reads the drafts; the second value is `true` if they may be written.
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
                    // Drafts that this tab still knows are not lost with the text that could not be
                    // read.
                    reading.drafts.take_missing(&known);
                    broken = set_aside(&text, &reading.drafts);
                }
                reading.drafts
            }
        };
        self.note(&mut |store| store.note_read(&drafts, broken, is_forbidden));
        (drafts, !is_forbidden && broken != Broken::Stuck)
    }

    /// Takes note of what other tabs have stored.
    pub(super) fn look(self) {
        let (drafts, _) = self.load();
        let mut tab = self.tab.get_untracked();
        tab.look(&drafts);
        self.set_tab(&tab);
    }

    /// Saves the text that could not be read as a file for the reader.
    pub fn download_broken(self) {
        let is_stuck = self.is_stuck();
        if let Ok(Some(text)) = storage::read(Area::Kept, if is_stuck { DRAFTS } else { BROKEN }) {
            save::text("jari-drafts.txt", "text/plain", &text);
        }
    }

    /// Removes the text that could not be read; the drafts that could be read of it stay.
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

/// Converts the store's refusal into the error that is reported.
const fn save_error(refused: StorageError) -> SaveError {
    match refused {
        StorageError::Full => SaveError::Quota,
        StorageError::Forbidden => SaveError::Forbidden,
    }
}

/// Sets aside the text of a store that could not be read, and writes the readable drafts in its
/// place.
fn set_aside(text: &str, readable: &Drafts) -> Broken {
    // Appended to a text that was set aside before, so that neither is lost.
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
        // Everything is in the text set aside; the next save reports it if there is no room.
        let _ = storage::write(Area::Kept, DRAFTS, &readable.write());
    }
    Broken::Aside
}
