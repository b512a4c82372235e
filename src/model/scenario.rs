//! A snapshot with the user's assumptions on top.

use super::busy_year::busy_year;
use super::hold::Hold;
use super::snapshot::{Availability, Snapshot};

/// Layer of evidence that an answer rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TruthLayer {
    /// Nodes published to exist; none counts as taken.
    Size,
    /// Nodes published to exist, with the published holds on top.
    Published,
    /// Holds of a file that does not claim to know all of them, and of which none is published.
    Known,
    /// A file of an operator or of the user, with its holds.
    Snapshot,
    /// The user's assumptions on top of any of these.
    Scenario,
}

impl TruthLayer {
    /// Returns the name used in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Size => "size",
            Self::Published => "published",
            Self::Known => "known",
            Self::Snapshot => "snapshot",
            Self::Scenario => "scenario",
        }
    }
}

/// Holds that count before the user assumes any.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Occupancy {
    /// The holds of the file.
    #[default]
    File,
    /// The holds of the file without the published ones: size alone if it has no others.
    Size,
    /// A synthetic busy year in place of the published holds.
    BusyYear,
}

/// A snapshot and assumed holds, combined into one snapshot.
#[derive(Clone, PartialEq, Debug)]
pub struct Scenario {
    /// Combined snapshot: its own holds come first, then the assumed ones.
    pub snapshot: Snapshot,
    /// Holds that count before any is assumed.
    pub occupancy: Occupancy,
    /// Number of holds that are the snapshot's own.
    own_holds: usize,
    /// Indices of the published holds.
    ///
    /// Kept because each answer asks for them, and a file may have a million holds of which none is
    /// published.
    published_indices: Vec<usize>,
    /// `true` if the file has published holds, even if they are left out.
    has_published: bool,
}

impl Scenario {
    /// Returns the scenario of a file without assumptions.
    #[must_use]
    pub fn of_file(snapshot: Snapshot) -> Self {
        let (own_holds, has_published) = (snapshot.holds.len(), snapshot.has_published_holds());
        Self::with_own_holds(snapshot, Occupancy::File, own_holds, has_published)
    }

    /// Returns the scenario of `base` with the holds of `occupancy` and the `assumed` ones on top.
    ///
    /// A busy year begins at the file's own `as_of`.
    #[must_use]
    pub fn new(
        base: &Snapshot,
        occupancy: Occupancy,
        assumed: impl IntoIterator<Item = Hold>,
    ) -> Self {
        let mut snapshot = base.clone();
        if occupancy != Occupancy::File {
            snapshot.holds.retain(|hold| hold.published.is_none());
        }
        let own_holds = snapshot.holds.len();
        if occupancy == Occupancy::BusyYear {
            // Added after `own_holds` is counted, so that synthetic holds count as assumed.
            snapshot.holds.extend(busy_year(base, base.as_of));
        }
        snapshot.holds.extend(assumed);
        Self::with_own_holds(snapshot, occupancy, own_holds, base.has_published_holds())
    }

    fn with_own_holds(
        snapshot: Snapshot,
        occupancy: Occupancy,
        own_holds: usize,
        has_published: bool,
    ) -> Self {
        let holds = snapshot.holds.iter().enumerate();
        let published = holds.filter(|(_, hold)| hold.published.is_some());
        let published_indices = published.map(|(index, _)| index).collect();
        Self { snapshot, occupancy, own_holds, published_indices, has_published }
    }

    /// Returns the published holds that are counted.
    pub fn published_holds(&self) -> impl Iterator<Item = &Hold> {
        self.published_indices.iter().filter_map(|index| self.snapshot.holds.get(*index))
    }

    /// Returns `true` if the holds are exactly those of the file.
    #[must_use]
    pub fn is_as_in_file(&self) -> bool {
        self.occupancy == Occupancy::File && !self.assumes_holds()
    }

    /// Returns `true` if the hold at this index is assumed.
    #[must_use]
    pub fn is_assumed(&self, hold_index: usize) -> bool {
        hold_index >= self.own_holds
    }

    /// Returns the layer of evidence that answers rest on.
    #[must_use]
    pub fn layer(&self) -> TruthLayer {
        if self.assumes_holds() {
            return TruthLayer::Scenario;
        }
        match (self.snapshot.availability, self.occupancy) {
            (Availability::Complete, _) => TruthLayer::Snapshot,
            // `has_published` describes the file: if its published holds are left out, the answer
            // rests on sizes alone, not on known holds.
            (Availability::Published, _) if !self.has_published => TruthLayer::Known,
            (Availability::Published, Occupancy::File) => TruthLayer::Published,
            (Availability::Published | Availability::Nominal, _) => TruthLayer::Size,
        }
    }

    fn assumes_holds(&self) -> bool {
        self.snapshot.holds.len() > self.own_holds
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::read;

    fn file(availability: &str, holds: &str) -> Snapshot {
        let text = format!(
            r#"{{"schema":1,"as_of":"2027-01-04","availability":"{availability}",
            "accelerators":[{{"id":"h200"}}],
            "blocks":[{{"id":"a","accelerator":"h200","nodes":4}}],"holds":[{holds}]}}"#
        );
        read(text.as_bytes()).unwrap().snapshot
    }

    const PUBLISHED: &str = r#"{"block":"a","nodes":"1-4","published":true,"surety":"inferred"}"#;
    const OWN: &str = r#"{"block":"a","nodes":"1"}"#;

    #[test]
    fn published_holds_count_until_they_are_left_out() {
        let base = file("published", PUBLISHED);
        let of = |occupancy| {
            let scenario = Scenario::new(&base, occupancy, []);
            (scenario.layer(), scenario.published_holds().count())
        };
        assert_eq!(of(Occupancy::File), (TruthLayer::Published, 1));
        assert_eq!(of(Occupancy::Size), (TruthLayer::Size, 0));
        assert_eq!(of(Occupancy::BusyYear), (TruthLayer::Scenario, 0));
    }

    #[test]
    fn a_hold_by_hand_lies_on_top_of_what_is_published() {
        let base = file("published", PUBLISHED);
        let by_hand = file("complete", OWN).holds;
        let scenario = Scenario::new(&base, Occupancy::File, by_hand);
        assert_eq!(scenario.layer(), TruthLayer::Scenario);
        assert_eq!((scenario.is_assumed(0), scenario.is_assumed(1)), (false, true));
        assert!(!scenario.is_as_in_file());
    }

    #[test]
    fn the_holds_of_an_operator_are_never_left_out() {
        let base = file("complete", OWN);
        for occupancy in [Occupancy::File, Occupancy::Size] {
            let scenario = Scenario::new(&base, occupancy, []);
            assert_eq!(
                (scenario.layer(), scenario.snapshot.holds.len()),
                (TruthLayer::Snapshot, 1)
            );
        }
        assert_eq!(
            Scenario::new(&file("nominal", ""), Occupancy::File, []).layer(),
            TruthLayer::Size
        );
    }

    #[test]
    fn holds_of_a_file_that_knows_not_all_of_them_are_no_published_facts() {
        for holds in [OWN, ""] {
            let base = file("published", holds);
            for occupancy in [Occupancy::File, Occupancy::Size] {
                assert_eq!(Scenario::new(&base, occupancy, []).layer(), TruthLayer::Known);
            }
            assert_eq!(Scenario::of_file(base).layer(), TruthLayer::Known);
        }
    }
}
