//! Choice of the point of a curve to ask for, with its reason.

use super::point::{Legal, SizePoint};
use super::site::SizingTarget;
use super::workload::{Goal, Task, Workload};
use crate::model::Term;

/// A point to ask for.
///
/// ```
/// use jari::sizing::{SiteAnswer, SizingTarget, answer::Binds, hardware::H200, size};
/// use jari::sizing::recommend::RecommendationReason;
/// let asked = jari::exchange::workload_json::parse(r#"{"id":"w","within_days":30,
///   "task":{"kind":"gpu_hours","hours":20000,"on":"h200"}}"#).unwrap();
/// let on = |nodes| size(&asked.workload, &[SizingTarget::of_gpu(H200, nodes)]).unwrap();
/// let [large, small] = [on(16), on(2)].map(|mut answer| answer.sites.remove(0));
/// let why = |site: &SiteAnswer| site.recommended.as_ref().unwrap().why;
/// assert_eq!((why(&large), large.binds), (RecommendationReason::FewestSure, Binds::Time));
/// assert_eq!((why(&small), small.binds), (RecommendationReason::Nearest, Binds::BlockSize));
/// ```
#[derive(Clone, PartialEq, Debug)]
pub struct Recommended {
    /// Index of the point in the curve.
    pub index: usize,
    /// Reason for the choice.
    pub why: RecommendationReason,
    /// Days that it should take at most; `None` for a service.
    pub goal_days: Option<f64>,
    /// Term to ask for.
    pub term: Term,
    /// `true` if the term covers the high estimate too.
    pub covers_high: bool,
}

/// Reason for which a point is the one to ask for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RecommendationReason {
    /// Fewest nodes with which even the high estimate is in time, or the low one of a service is
    /// enough.
    FewestSure,
    /// Fewest nodes with which the central estimate is in time or enough.
    FewestLikely,
    /// Nearest point, as none is in time or enough.
    Nearest,
}

/// Binding constraint: the reason against fewer nodes, or against any.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Binds {
    /// None: one node is enough.
    Nothing,
    /// Memory: on fewer nodes it does not fit.
    Memory,
    /// Time: on fewer nodes it takes too long.
    Time,
    /// Rate: fewer nodes serve too few.
    Rate,
    /// Minimum of nodes of the call.
    CallLeast,
    /// Maximum of nodes of the call: it takes longer than asked.
    CallMost,
    /// Nodes of the largest block.
    BlockSize,
    /// Batch: more GPUs than sequences in a step would have nothing to do.
    Batch,
    /// Call that does not offer the accelerator.
    NotOffered,
}

/// Days that a run should take at most if the user gives none.
///
/// A judgement: a longer run is overtaken by better plans.
pub const USUAL_DAYS: f64 = 60.0;

/// Returns the point to ask for, if any, and the binding constraint.
///
/// The first point of the curve that is surely in time, else the first that is likely so, else the
/// nearest. `batch_ends_it` is `true` if the batch was too small for some node count of the curve.
pub(super) fn recommend(
    workload: &Workload,
    site: &SizingTarget,
    curve: &[SizePoint],
    batch_ends_it: bool,
) -> (Option<Recommended>, Binds) {
    let rules = &site.rules;
    if !rules.offered {
        return (None, Binds::NotOffered);
    }
    let goal = match workload.task {
        Task::Serve(_) => None,
        _ => Some(workload.within_days.unwrap_or(USUAL_DAYS).min(rules.max_days)),
    };
    let Some((index, point, why)) = choose(workload, site, goal, curve) else {
        let binds = match curve.first() {
            Some(first) if first.nodes > rules.max_nodes => Binds::Memory,
            None if batch_ends_it => Binds::Batch,
            None => Binds::Memory,
            Some(_) => Binds::CallLeast,
        };
        return (None, binds);
    };
    let binds = match (workload.task, why) {
        (_, RecommendationReason::Nearest) if batch_ends_it => Binds::Batch,
        (_, RecommendationReason::Nearest) if point.nodes >= rules.max_nodes => Binds::CallMost,
        (_, RecommendationReason::Nearest) if point.nodes >= site.most_nodes => Binds::BlockSize,
        (_, RecommendationReason::Nearest) => Binds::Time,
        _ if point.nodes == 1 => Binds::Nothing,
        // The curve holds only points that fit, so with fewer nodes than its first it does not fit.
        _ if index == 0 => Binds::Memory,
        _ if point.nodes == rules.min_nodes => Binds::CallLeast,
        (Task::Serve(_), _) => Binds::Rate,
        _ => Binds::Time,
    };
    let term = rules.term(point.days.high);
    // A judgement: half a day of grace, since months count with their average length.
    let covers = super::rules::days(term) + 0.5;
    let recommended =
        Recommended { index, why, goal_days: goal, term, covers_high: covers >= point.days.high };
    (Some(recommended), binds)
}

/// Returns the point of the curve to ask for, with its index and the reason for it; `None` if the
/// call allows no point.
fn choose<'a>(
    workload: &Workload,
    site: &SizingTarget,
    goal: Option<f64>,
    curve: &'a [SizePoint],
) -> Option<(usize, &'a SizePoint, RecommendationReason)> {
    let mut likely = None;
    let mut nearest: Option<(usize, &SizePoint)> = None;
    for (index, point) in curve.iter().enumerate() {
        // A point that takes too long stays in: it is the nearest one if none is in time.
        let is_legal = matches!(point.legal, Legal::Yes | Legal::TooLong);
        if !is_legal || !is_within(site, point) {
            continue;
        }
        if meets(workload, goal, point, true) {
            return Some((index, point, RecommendationReason::FewestSure));
        }
        if likely.is_none() && meets(workload, goal, point, false) {
            likely = Some((index, point));
        }
        if nearest.is_none_or(|(_, other)| is_nearer(workload, point, other)) {
            nearest = Some((index, point));
        }
    }
    match (likely, nearest) {
        (Some((index, point)), _) => Some((index, point, RecommendationReason::FewestLikely)),
        (None, Some((index, point))) => Some((index, point, RecommendationReason::Nearest)),
        (None, None) => None,
    }
}

/// Returns `true` if `point` comes nearer to the goal than `other`, where neither meets it: a
/// service with more nodes, a run with fewer days.
fn is_nearer(workload: &Workload, point: &SizePoint, other: &SizePoint) -> bool {
    match workload.task {
        Task::Serve(_) => point.nodes > other.nodes,
        _ => point.days.central < other.days.central,
    }
}

/// Returns `true` if the call allows the number of nodes.
fn is_within(site: &SizingTarget, point: &SizePoint) -> bool {
    (site.rules.min_nodes..=site.rules.max_nodes).contains(&point.nodes)
}

/// Returns `true` if the call allows `point`, and it meets the goal as surely as `found` does: it
/// is in time, or serves enough.
pub(super) fn also_meets(
    workload: &Workload,
    site: &SizingTarget,
    found: &Recommended,
    point: &SizePoint,
) -> bool {
    let careful = match found.why {
        RecommendationReason::FewestSure => true,
        RecommendationReason::FewestLikely => false,
        RecommendationReason::Nearest => return false,
    };
    is_within(site, point) && meets(workload, found.goal_days, point, careful)
}

/// Returns `true` if `point` meets the goal: by its pessimistic end if `careful`, else by the
/// central estimate.
fn meets(workload: &Workload, goal: Option<f64>, point: &SizePoint, careful: bool) -> bool {
    let end = |band: super::band::Band| if careful { band.low } else { band.central };
    match workload.task {
        Task::Serve(service) => match service.goal {
            Goal::TokensPerSecond(rate) => point.rate.is_some_and(|it| end(it) >= rate),
            Goal::Users { users, .. } => point.users.is_some_and(|it| end(it) >= users),
        },
        _ => {
            let days = if careful { point.days.high } else { point.days.central };
            goal.is_none_or(|goal| days <= goal)
        }
    }
}
