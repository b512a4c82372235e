//! The record in the store, which is shared with other tabs and may refuse: then it lives as long
//! as the page.

use super::Submitter;
use crate::edge::storage::{self, Area};
use crate::exchange::submission::Record;
use crate::session::submission::{SENDING_SECONDS, StoreState};
use leptos::prelude::*;
use std::time::Duration;

/// Where the record is stored.
const STORE: &str = "jari.submission";

impl Submitter {
    /// Stores what is known.
    pub(super) fn keep(self) {
        let is_kept = match self.known.with_untracked(|known| known.record().write()) {
            Some(text) => storage::write(Area::Kept, STORE, &text).is_ok(),
            None => {
                storage::remove(Area::Kept, STORE);
                true
            }
        };
        self.change(&mut |known| known.note_kept(is_kept));
    }

    /// Looks what other tabs did.
    pub(super) fn look(self) {
        let Ok(stored) = storage::read(Area::Kept, STORE) else { return };
        let record = stored.map(|text| Record::read(&text)).unwrap_or_default();
        let mut seen = StoreState::Same;
        self.change(&mut |known| seen = known.look(record.clone()));
        if seen == StoreState::Sending {
            // What was shown as sending is not known by then.
            set_timeout(move || self.change(&mut |_| ()), Duration::from_secs(SENDING_SECONDS));
        }
    }

    /// The page is left while it sends.
    pub(super) fn lose_sight(self) {
        let mut was_sending = false;
        self.change(&mut |known| was_sending = known.lose_sight());
        if was_sending {
            self.keep();
        }
    }
}
