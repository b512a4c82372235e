//! Input of the picture of a plan.

use crate::fit::Calendars;
use crate::fit::plan::Grant;
use crate::model::Scenario;
use crate::picture::time_axis::TimeAxis;

/// Nodes granted to one application.
#[derive(Clone, Copy, Debug)]
pub struct GrantedNodes<'a> {
    /// Index of the application among all that were read.
    pub application_index: usize,
    /// Id of the application.
    pub id: &'a str,
    /// The grant.
    pub grant: &'a Grant,
}

/// Input of the picture: scenario, calendars, grants, blocks and axis.
#[derive(Clone, Copy)]
pub struct PlanInput<'a> {
    /// Scenario before the round.
    pub scenario: &'a Scenario,
    /// Calendars of the scenario, without the plan.
    pub before: &'a Calendars,
    /// Calendars with the plan.
    pub after: &'a Calendars,
    /// Grants, in the order in which they were decided.
    pub given: &'a [GrantedNodes<'a>],
    /// Index of the only block shown; `None` for all of them.
    pub block_index: Option<usize>,
    /// Axis of the time shown.
    pub axis: TimeAxis,
}

impl PlanInput<'_> {
    /// Returns the indices of the blocks shown.
    pub(super) fn block_indices(&self) -> Vec<usize> {
        match self.block_index {
            Some(index) => vec![index],
            None => (0..self.scenario.snapshot.blocks.len()).collect(),
        }
    }
}
