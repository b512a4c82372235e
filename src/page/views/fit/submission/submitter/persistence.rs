//! Persistence of the record in a store that is shared with other tabs and may refuse; the record
//! then lives as long as the page.

use super::Submitter;
use crate::edge::storage::{self, Area};
use crate::exchange::submission::Record;
use crate::session::submission::{SENDING_SECONDS, StoreState};
use leptos::prelude::*;
use std::time::Duration;

/// Storage key of the record.
const STORE: &str = "jari.submission";

impl Submitter {
    /// Stores the record.
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

    /// Takes note of what other tabs have stored.
    pub(super) fn look(self) {
        let Ok(stored) = storage::read(Area::Kept, STORE) else { return };
        let record = stored.map(|text| Record::read(&text)).unwrap_or_default();
        let mut seen = StoreState::Same;
        self.change(&mut |known| seen = known.look(record.clone()));
        if seen == StoreState::Sending {
            // The status "sending" is outdated by then, so that its readers are run again.
            set_timeout(move || self.change(&mut |_| ()), Duration::from_secs(SENDING_SECONDS));
        }
    }

    /// Records that the page is being left while it sends.
    pub(super) fn lose_sight(self) {
        let mut was_sending = false;
        self.change(&mut |known| was_sending = known.lose_sight());
        if was_sending {
            self.keep();
        }
    }
}
