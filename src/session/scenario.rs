//! Capacity file with assumptions on top, ready to be asked.

use std::sync::Arc;

use super::capacity_file::CapacityFile;
use crate::fit::{Calendars, World};
use crate::model::{Hold, Occupancy, Scenario, TruthLayer};
use crate::show::form::HoldDraft;

/// Capacity file with assumptions on top, and the calendars of its blocks.
///
/// ```
/// # use jari::model::{self, Occupancy, TruthLayer};
/// # use jari::{session::{CapacityFile, PreparedScenario}, show::form::HoldDraft};
/// let bytes = br#"{"schema":1,"as_of":"2027-01-04","availability":"complete",
///   "accelerators":[{"id":"h200"}],"blocks":[{"id":"a","accelerator":"h200","nodes":4}]}"#;
/// let file = CapacityFile::new(model::read(bytes).unwrap(), model::fingerprint(bytes));
/// let hold = HoldDraft { block: "a".into(), nodes: "1-2".into(), from: "2027-02-01".into(),
///     until: "2027-03-01".into() };
/// let prepared = PreparedScenario::new(file.into(), Occupancy::File, &[hold]);
/// assert_eq!(prepared.holds_by_hand, 1);
/// assert_eq!(prepared.scenario.layer(), TruthLayer::Scenario);
/// let day = model::Hour::of_date(2027, 2, 1).unwrap();
/// assert_eq!(prepared.calendars.get(0).unwrap().free_at(day), 2); // of 4 nodes
/// ```
pub struct PreparedScenario {
    /// The file.
    pub file: Arc<CapacityFile>,
    /// File and assumed holds as one snapshot.
    pub scenario: Scenario,
    /// Holds typed by hand, including invalid ones.
    pub holds: Vec<HoldDraft>,
    /// Number of valid holds typed by hand, which are part of the scenario.
    pub holds_by_hand: usize,
    /// Calendars of its blocks.
    pub calendars: Arc<Calendars>,
}

impl PreparedScenario {
    /// Prepares a scenario; if nothing is assumed, the calendars of the file are shared instead of
    /// built again.
    #[must_use]
    pub fn new(file: Arc<CapacityFile>, occupancy: Occupancy, holds: &[HoldDraft]) -> Self {
        // A hold that is still being typed counts from the moment it can be parsed.
        let understood = holds.iter().filter_map(|hold| hold.parse(&file.snapshot).ok());
        let understood: Vec<Hold> = understood.collect();
        let holds_by_hand = understood.len();
        let scenario = Scenario::new(&file.snapshot, occupancy, understood);
        let calendars = match scenario.is_as_in_file() {
            true => Arc::clone(&file.calendars),
            false => Arc::new(Calendars::new(&scenario.snapshot)),
        };
        Self { file, scenario, holds: holds.to_vec(), holds_by_hand, calendars }
    }

    /// Returns the snapshot with its calendars, for comparisons by the engine.
    #[must_use]
    pub fn world(&self) -> World<'_> {
        World { snapshot: &self.scenario.snapshot, calendars: &self.calendars }
    }

    /// Returns `true` if a node without a hold is free as far as is known or assumed.
    #[must_use]
    pub fn knows_what_is_free(&self) -> bool {
        matches!(self.scenario.layer(), TruthLayer::Snapshot | TruthLayer::Scenario)
    }

    /// Returns `true` if the scenario has exactly these assumptions.
    #[must_use]
    pub fn assumes(&self, occupancy: Occupancy, holds: &[HoldDraft]) -> bool {
        self.scenario.occupancy == occupancy && self.holds == holds
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{TruthLayer, read};

    fn prepared(occupancy: Occupancy, holds: &[HoldDraft]) -> PreparedScenario {
        let reading = read(include_bytes!("../../public/capacity.json")).unwrap();
        let file = Arc::new(CapacityFile::new(reading, "c0ffee".into()));
        PreparedScenario::new(file, occupancy, holds)
    }

    fn hold(nodes: &str) -> HoldDraft {
        HoldDraft {
            block: "kakao-b200".into(),
            nodes: nodes.into(),
            from: "2027-05-01".into(),
            until: "2027-06-01".into(),
        }
    }

    #[test]
    fn calendars_are_built_again_only_where_something_is_assumed() {
        let shares = |of: &PreparedScenario| Arc::ptr_eq(&of.calendars, &of.file.calendars);
        assert!(shares(&prepared(Occupancy::File, &[])));
        assert!(!shares(&prepared(Occupancy::Size, &[])));
        assert!(!shares(&prepared(Occupancy::File, &[hold("1-8")])));
        // An invalid hold is kept as typed, and changes nothing.
        let misread = prepared(Occupancy::File, &[hold("one")]);
        assert!(shares(&misread) && misread.scenario.layer() == TruthLayer::Published);
        assert_eq!((misread.holds.len(), misread.holds_by_hand), (1, 0));
    }

    #[test]
    fn it_knows_what_it_assumes() {
        let holds = [hold("1-8"), hold("one")];
        let prepared = prepared(Occupancy::Size, &holds);
        assert_eq!(prepared.holds_by_hand, 1);
        assert_eq!(prepared.scenario.layer(), TruthLayer::Scenario);
        assert!(prepared.assumes(Occupancy::Size, &holds));
        assert!(!prepared.assumes(Occupancy::File, &holds));
        assert!(!prepared.assumes(Occupancy::Size, &holds[..1]));
    }
}
