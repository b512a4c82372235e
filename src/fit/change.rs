//! Single changes of a request that would make it fit.

use super::ask::Ask;
use super::availability_at::AvailabilityAt;
use super::question::Question;
use crate::model::{Hour, NodeCount, Placement, Request, Term};

/// Single change of a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RequestChange {
    /// Earliest start to ask for instead.
    Start(Hour),
    /// Exact number of nodes to ask for instead.
    Nodes(u32),
    /// Term to ask for instead.
    Term(Term),
    /// Placement to ask for instead.
    Placement(Placement),
    /// Id of the accelerator to accept instead.
    Accelerator(String),
}

impl RequestChange {
    /// Returns a copy of `request` with this change.
    #[must_use]
    pub fn apply(&self, request: &Request) -> Request {
        let mut changed = request.clone();
        match self {
            Self::Start(hour) => changed.not_before = *hour,
            Self::Nodes(nodes) => changed.nodes = NodeCount::exactly(*nodes),
            Self::Term(term) => changed.term = *term,
            Self::Placement(placement) => changed.placement = *placement,
            Self::Accelerator(id) => changed.accelerators = vec![id.clone()],
        }
        changed
    }
}

/// Returns every single change with which the request fits the block from its earliest start on (a
/// change of the start moves that start).
///
/// `offer_start` is the earliest start of the unchanged request, and `opening` the holes open at
/// the start it asks for. Candidates are the nearest of their kind; each is tried before it is
/// listed.
pub(super) fn that_fit(
    question: &Question<'_>,
    opening: &AvailabilityAt<'_>,
    offer_start: Option<Hour>,
) -> Vec<RequestChange> {
    let ask = question.ask;
    let mut changes = Vec::new();
    let mut list = |change: RequestChange, changed: Ask, opening: &AvailabilityAt<'_>| {
        let fits = changed != ask && question.with(changed).fits_at_once(opening);
        if fits && !changes.contains(&change) {
            changes.push(change);
        }
    };
    if let Some(start) = offer_start {
        let later = question.calendar.opening(start, 1);
        list(RequestChange::Start(start), Ask { not_before: start, ..ask }, &later);
    }
    if let Some(nodes) = nodes(question, opening) {
        list(RequestChange::Nodes(nodes), Ask { nodes: NodeCount::exactly(nodes), ..ask }, opening);
    }
    for term in terms(question, opening) {
        list(RequestChange::Term(term), Ask { term, ..ask }, opening);
    }
    let rungs = looser(ask.placement, question.calendar.leaves().count() as u32);
    let fits =
        |&&placement: &&Placement| question.with(Ask { placement, ..ask }).fits_at_once(opening);
    // The nearest looser placement that fits, and the loosest.
    for &placement in rungs.iter().find(fits).into_iter().chain(rungs.last()) {
        list(RequestChange::Placement(placement), Ask { placement, ..ask }, opening);
    }
    let accelerator = RequestChange::Accelerator(question.block.accelerator.clone());
    list(accelerator, Ask { accepted: true, ..ask }, opening);
    changes
}

/// Returns the number of nodes nearest to the request that is free and that the call allows.
fn nodes(question: &Question<'_>, opening: &AvailabilityAt<'_>) -> Option<u32> {
    let ask = question.ask;
    let free = opening.usable_nodes(ask.end(), ask.placement);
    let (min, max) = question.size_rule().map_or((1, u32::MAX), |s| (s.min_nodes, s.max_nodes));
    let nearest = ask.nodes.min.clamp(min, max.max(min)).min(free);
    (nearest >= 1).then_some(nearest)
}

/// Returns candidates for the term: the nearest shorter one, and the call's shortest if there is
/// one.
fn terms(question: &Question<'_>, opening: &AvailabilityAt<'_>) -> Vec<Term> {
    let ask = question.ask;
    let bounds = question.bounds();
    let (least, most) = bounds.ends(ask.not_before);
    let free_until = opening.free_until(question.fewest_nodes(), ask.placement);
    let latest = free_until.min(question.latest_end()).min(most).min(ask.end());
    let shorter = nearest_term(&ask, ask.not_before, (least, latest));
    shorter.into_iter().chain(bounds.min).collect()
}

/// Returns the term nearest to the one asked with which a use from `start` on ends within
/// `least..=latest`.
///
/// It is in the unit asked if that works, else in days, else in hours. Distance is measured from
/// the start that the request asks for.
pub(super) fn nearest_term(ask: &Ask, start: Hour, (least, latest): (Hour, Hour)) -> Option<Term> {
    let (shortest, longest) = (least.since(start).max(1), latest.since(start));
    let asked = ask.end().since(ask.not_before);
    for unit in [ask.term, Term::Days(1), Term::Hours(1)] {
        let (few, many, wanted) = match unit {
            Term::Hours(_) => (shortest, longest, asked),
            Term::Days(_) => (shortest.div_ceil(24), longest / 24, asked / 24),
            Term::Months(wanted) => match months_within(start, (least, latest), wanted) {
                Some((few, many)) => (few, many, wanted),
                None => continue,
            },
        };
        if few <= many {
            return Some(unit.with_count(wanted.clamp(few, many)));
        }
    }
    None
}

/// Returns the fewest months, and the most up to `wanted`, with which a use from `start` on ends
/// within `least..=latest`; `None` if no number of months does.
fn months_within(start: Hour, (least, latest): (Hour, Hour), wanted: u32) -> Option<(u32, u32)> {
    let (shortest, longest) = (least.since(start).max(1), latest.since(start));
    // A month has 28 to 31 days, so these divisors start both searches on the safe side.
    let mut months = shortest.div_ceil(31 * 24)..;
    let few = months.find(|&months| Term::Months(months).end(start) >= least)?;
    let mut months = (few..=(longest / (28 * 24)).min(few.max(wanted))).rev();
    let many = months.find(|&months| Term::Months(months).end(start) <= latest)?;
    Some((few, many))
}

/// Returns the placements that are looser than this one in a block of `leaves` leaves, the nearest
/// first.
pub(super) fn looser(placement: Placement, leaves: u32) -> Vec<Placement> {
    let from = match placement {
        Placement::Any => return Vec::new(),
        Placement::OneLeaf => 2,
        Placement::Leaves(most) => most.saturating_add(1),
        // A smaller segment is looser only if it divides the larger one.
        Placement::SegmentsOf(size) => {
            let smaller = (2..=size / 2).rev().filter(|part| size % part == 0);
            return smaller.map(Placement::SegmentsOf).chain([Placement::Any]).collect();
        }
    };
    // `Leaves(leaves)` would allow every leaf, which is what `Any` means.
    (from..leaves).map(Placement::Leaves).chain([Placement::Any]).collect()
}
