//! The picture of the plan.

use super::decided::RoundResult;
use crate::fit::Calendars;
use crate::model::Scenario;
use crate::picture::plan::{self, GrantedNodes, PlanInput, PlanPicture};
use crate::picture::time_axis::TimeAxis;
use crate::words::lang::Lang;
use crate::words::table::Table;

/// Input of the picture of a round.
#[derive(Clone, Copy)]
pub struct Pictured<'a> {
    /// Scenario before the round.
    pub scenario: &'a Scenario,
    /// Calendars of that scenario.
    pub before: &'a Calendars,
    /// The round.
    pub decided: &'a RoundResult,
    /// Index of the only block shown; all of them if `None`.
    pub block_index: Option<usize>,
    /// Time window shown.
    pub axis: TimeAxis,
}

impl Pictured<'_> {
    /// Returns the picture.
    #[must_use]
    pub fn picture(self, lang: Lang) -> PlanPicture {
        self.with_asked(|asked| PlanPicture::new(asked, lang))
    }

    /// Returns the same as a table.
    #[must_use]
    pub fn table(self, lang: Lang) -> Table {
        self.with_asked(|asked| plan::table(asked, lang))
    }

    fn with_asked<T>(self, make: impl FnOnce(&PlanInput<'_>) -> T) -> T {
        let Self { scenario, before, decided, block_index, axis } = self;
        let mut given = Vec::with_capacity(decided.plan.decisions.len());
        for decision in &decided.plan.decisions {
            let application = decided.applications.get(decision.application_index);
            let index = decided.indices.get(decision.application_index);
            if let (Some(application), Some(index), Ok(grant)) =
                (application, index, &decision.result)
            {
                given.push(GrantedNodes {
                    application_index: *index,
                    id: &application.request.id,
                    grant,
                });
            }
        }
        let after = &decided.calendars;
        make(&PlanInput { scenario, before, after, given: &given, block_index, axis })
    }
}
