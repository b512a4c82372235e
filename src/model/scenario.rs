//! A snapshot with what the user assumes on top of it.

use super::busy_year::busy_year;
use super::snapshot::{Availability, Hold, Snapshot};

/// How much truth an answer rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Layer {
    /// What was published to exist; no hold is known.
    Nominal,
    /// An operator's file with its holds.
    Snapshot,
    /// The user's what-if on top of either.
    Scenario,
}

/// A snapshot and assumed holds, as one snapshot to ask.
#[derive(Clone, PartialEq, Debug)]
pub struct Scenario {
    /// The snapshot, its own holds first, then the assumed ones.
    pub snapshot: Snapshot,
    /// How many of the holds are the snapshot's own.
    own_holds: usize,
}

impl Scenario {
    /// `base`, with a made-up busy year from its own instant on where `busy` is set, and with
    /// the holds that the user assumes.
    #[must_use]
    pub fn new(base: &Snapshot, busy: bool, assumed: impl IntoIterator<Item = Hold>) -> Self {
        let mut snapshot = base.clone();
        let own_holds = snapshot.holds.len();
        if busy {
            snapshot.holds.extend(busy_year(base, base.as_of));
        }
        snapshot.holds.extend(assumed);
        Self { snapshot, own_holds }
    }

    /// Whether it is the snapshot as it is.
    #[must_use]
    pub fn is_as_published(&self) -> bool {
        self.snapshot.holds.len() == self.own_holds
    }

    /// Whether the hold at this place is assumed.
    #[must_use]
    pub fn is_assumed(&self, hold: usize) -> bool {
        hold >= self.own_holds
    }

    /// What answers rest on.
    #[must_use]
    pub fn layer(&self) -> Layer {
        if !self.is_as_published() {
            Layer::Scenario
        } else if self.snapshot.availability == Availability::Complete {
            Layer::Snapshot
        } else {
            Layer::Nominal
        }
    }
}
