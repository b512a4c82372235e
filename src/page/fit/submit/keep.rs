//! The record in the store, which is shared with other tabs and may refuse: then it lives as long
//! as the page.

use super::Submission;
use crate::edge::storage::{self, Area};
use crate::exchange::submission::{Record, SENDING_SECONDS, State};
use leptos::prelude::set_timeout;
use std::time::Duration;

/// Where the record is stored.
const STORE: &str = "jari.submission";

impl Submission {
    /// Stores what is known, and tells it.
    pub(super) fn keep(self) {
        let mut known = self.known();
        known.is_kept = match known.record.write() {
            Some(text) => storage::write(Area::Kept, STORE, &text).is_ok(),
            None => {
                storage::remove(Area::Kept, STORE);
                true
            }
        };
        drop(known);
        self.tell();
    }

    /// Looks what other tabs did. What this page sends, or cannot store, it knows better itself.
    pub(super) fn look(self) {
        let mut known = self.known();
        if known.is_under_way || !known.is_kept {
            return;
        }
        let Ok(stored) = storage::read(Area::Kept, STORE) else { return };
        let record = stored.map(|text| Record::read(&text)).unwrap_or_default();
        if record == known.record {
            return;
        }
        if let Some(State::Sending(_)) = record.attempt.as_ref().map(|attempt| &attempt.state) {
            // By then the other tab has told its outcome, or is gone.
            set_timeout(move || self.tell(), Duration::from_secs(SENDING_SECONDS));
        }
        (known.record, known.doubt) = (record, None);
        drop(known);
        self.tell();
    }

    /// The page is left while it sends.
    pub(super) fn lose_sight(self) {
        let mut known = self.known();
        if known.is_under_way {
            known.record.lose_sight();
            drop(known);
            self.keep();
        }
    }
}
