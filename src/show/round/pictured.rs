//! The picture of what is decided.

use super::decided::Decided;
use crate::fit::Calendars;
use crate::model::Scenario;
use crate::picture::plan::{Asked, Given, PlanPicture};
use crate::picture::time_axis::TimeAxis;
use crate::words::lang::Lang;

/// The picture of a round, of one block or of all of them; `before` are the calendars of the scenario.
#[must_use]
pub fn pictured(
    scenario: &Scenario,
    before: &Calendars,
    decided: &Decided,
    block: Option<usize>,
    axis: TimeAxis,
    lang: Lang,
) -> PlanPicture {
    let given = decided.plan.decisions.iter().filter_map(|decision| {
        Some(Given {
            place: *decided.places.get(decision.application)?,
            id: &decided.applications.get(decision.application)?.request.id,
            grant: decision.result.as_ref().ok()?,
        })
    });
    let given: Vec<Given<'_>> = given.collect();
    let after = &decided.calendars;
    PlanPicture::new(&Asked { scenario, before, after, given: &given, block, axis }, lang)
}
