//! What a picture of a plan is made of.

use crate::fit::Calendars;
use crate::fit::plan::Grant;
use crate::model::Scenario;
use crate::picture::time_axis::TimeAxis;

/// What is given to one application.
#[derive(Clone, Copy, Debug)]
pub struct GrantedNodes<'a> {
    /// The place of the application among all that were read.
    pub place: usize,
    /// Its id.
    pub id: &'a str,
    /// What it is given.
    pub grant: &'a Grant,
}

/// What a picture is made of.
#[derive(Clone, Copy)]
pub struct PlanInput<'a> {
    /// The scenario before the round.
    pub scenario: &'a Scenario,
    /// The calendars of it.
    pub before: &'a Calendars,
    /// The calendars with the plan.
    pub after: &'a Calendars,
    /// What is given, in the order in which it was decided.
    pub given: &'a [GrantedNodes<'a>],
    /// The one block that is shown; `None` for all of them.
    pub block: Option<usize>,
    /// The time that is shown.
    pub axis: TimeAxis,
}

impl PlanInput<'_> {
    /// The blocks that are shown, by their places in the snapshot.
    pub(super) fn blocks(&self) -> Vec<usize> {
        match self.block {
            Some(block) => vec![block],
            None => (0..self.scenario.snapshot.blocks.len()).collect(),
        }
    }
}
