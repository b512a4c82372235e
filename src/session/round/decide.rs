//! Computation of a plan from the list, and of its robustness against small changes, in slices.

use super::pace::Pace;
use super::state::ListedApplications;
use crate::fit::plan::{Order, Perturbation, Planner, Robustness, RoundPlan, RoundPolicy, totals};
use crate::model::Application;
use crate::session::PreparedScenario;
use crate::show::round::{Chances, RoundResult};

/// Number of repetitions with changed scores.
const ROUNDS: u32 = 100;
/// Seed of the random changes, the same for every reader.
const SEED: u64 = 2026;
/// Maximum change of a score, as a share of the distance between the best and the worst score.
const PART: f64 = 0.02;
/// Minimum of the maximum change: the resolution of one decimal.
const LEAST: f64 = 0.1;

/// Computes the plan of a round, and passes the result so far to `so_far` after the first slice;
/// `None` if nobody waits for the rest any more.
pub async fn decide(
    prepared: &PreparedScenario,
    listed: &ListedApplications,
    policy: &RoundPolicy,
    pace: &impl Pace,
    so_far: impl FnOnce(RoundResult),
) -> Option<RoundResult> {
    let snapshot = &prepared.scenario.snapshot;
    let mut planner = Planner::new(snapshot, &prepared.calendars, &listed.applications, policy);
    let mut so_far = Some(so_far);
    while planner.step() {
        // Nothing is left to show early once all applications are decided.
        if pace.is_over() && planner.decided() < listed.applications.len() {
            if let Some(show) = so_far.take() {
                show(decided(prepared, listed, &planner));
            }
            if !pace.rest().await {
                return None;
            }
        }
    }
    Some(decided(prepared, listed, &planner))
}

fn decided(
    prepared: &PreparedScenario,
    listed: &ListedApplications,
    planner: &Planner<'_>,
) -> RoundResult {
    let ListedApplications { indices, applications } = listed;
    let plan = RoundPlan { decisions: planner.decisions().to_vec(), line: planner.line() };
    let before = &prepared.scenario.snapshot;
    let (snapshot, calendars) = planner.world();
    RoundResult {
        totals: totals(before, &prepared.calendars, applications, &plan),
        is_whole: plan.decisions.len() == applications.len(),
        plan,
        applications: applications.clone(),
        indices: indices.clone(),
        snapshot: snapshot.clone(),
        own_holds: planner.own_holds(),
        calendars: calendars.clone(),
    }
}

/// Computes the plan of a round by scores repeatedly with small random changes; `None` if the order
/// does not depend on scores, or nobody waits for it any more.
pub async fn check(
    prepared: &PreparedScenario,
    listed: &ListedApplications,
    policy: &RoundPolicy,
    pace: &impl Pace,
) -> Option<Chances> {
    let most = most_change(&listed.applications).filter(|_| policy.order == Order::Score)?;
    let changes = Perturbation { rounds: ROUNDS, most, seed: SEED };
    let ListedApplications { indices, applications } = listed;
    let snapshot = &prepared.scenario.snapshot;
    let mut robustness =
        Robustness::new(snapshot, &prepared.calendars, applications, policy, changes);
    while robustness.step() {
        if pace.is_over() && !pace.rest().await {
            return None;
        }
    }
    // Indexed by all applications that were ever read, of which only some take part.
    let mut given = vec![None; indices.iter().max().map_or(0, |most| most + 1)];
    for (index, count) in indices.iter().zip(robustness.given()) {
        if let Some(of_application) = given.get_mut(*index) {
            *of_application = Some(*count);
        }
    }
    Some(Chances { rounds: changes.rounds, most, given })
}

/// Returns the maximum change of a score, in whole tenths; `None` if all scores are equal.
fn most_change(applications: &[Application]) -> Option<f64> {
    let scores = applications.iter().filter_map(|application| application.score);
    let (least, most) = (scores.clone().min()?, scores.max()?);
    let distance = most.number() - least.number();
    (distance > 0.0).then(|| ((distance * PART * 10.0).round() / 10.0).max(LEAST))
}
