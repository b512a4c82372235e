//! Single changes of a request that would make it fit.

use super::ask::Ask;
use super::availability_at::AvailabilityAt;
use super::question::Question;
use crate::model::{Hour, NodeCount, Placement, Request, Term};

/// One change of a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RequestChange {
    /// Start no earlier than this.
    Start(Hour),
    /// Ask for exactly so many nodes.
    Nodes(u32),
    /// Ask for this term.
    Term(Term),
    /// Ask for this placement.
    Placement(Placement),
    /// Accept this accelerator.
    Accelerator(String),
}

impl RequestChange {
    /// The request with this change.
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

/// Every single change with which the request fits the block from its earliest start on, which a
/// change of the start moves. `offer_start` is the earliest start as the request stands, and
/// `opening` what is free at the earliest one asked.
///
/// Candidates are the nearest of their kind; each is tried before it is listed.
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
    // The nearest one that fits, and the loosest.
    for &placement in rungs.iter().find(fits).into_iter().chain(rungs.last()) {
        list(RequestChange::Placement(placement), Ask { placement, ..ask }, opening);
    }
    let accelerator = RequestChange::Accelerator(question.block.accelerator.clone());
    list(accelerator, Ask { accepted: true, ..ask }, opening);
    changes
}

/// The nearest number of nodes that is free and allowed.
fn nodes(question: &Question<'_>, opening: &AvailabilityAt<'_>) -> Option<u32> {
    let ask = question.ask;
    let free = opening.capacity(ask.end(), ask.placement);
    let (min, max) = question.size_rule().map_or((1, u32::MAX), |s| (s.min_nodes, s.max_nodes));
    let nearest = ask.nodes.min.clamp(min, max.max(min)).min(free);
    (nearest >= 1).then_some(nearest)
}

/// The nearest shorter term, and the call's shortest where the request is below it.
fn terms(question: &Question<'_>, opening: &AvailabilityAt<'_>) -> Vec<Term> {
    let ask = question.ask;
    let bounds = question.bounds();
    let (least, most) = bounds.ends(ask.not_before);
    let free_until = opening.free_until(question.fewest_nodes(), ask.placement);
    let latest = free_until.min(question.latest_end()).min(most).min(ask.end());
    let shorter = nearest_term(&ask, ask.not_before, (least, latest));
    shorter.into_iter().chain(bounds.min).collect()
}

/// The term nearest to the one asked with which a use from `start` on ends from `least` to `latest`:
/// in its unit, else in days, else in hours. How near it is counts from the start asked.
pub(super) fn nearest_term(ask: &Ask, start: Hour, (least, latest): (Hour, Hour)) -> Option<Term> {
    let (shortest, longest) = (least.since(start).max(1), latest.since(start));
    let asked = ask.end().since(ask.not_before);
    let in_unit = |unit: Term| {
        let (few, many, wanted) = match unit {
            Term::Hours(_) => (shortest, longest, asked),
            Term::Days(_) => (shortest.div_ceil(24), longest / 24, asked / 24),
            Term::Months(wanted) => {
                // A month has 28 to 31 days, so neither begins beyond what it looks for.
                let end = |months: &u32| Term::Months(*months).end(start);
                let few = (shortest.div_ceil(31 * 24)..).find(|months| end(months) >= least)?;
                let most = (longest / (28 * 24)).min(few.max(wanted));
                let many = (few..=most).rev().find(|months| end(months) <= latest)?;
                (few, many, wanted)
            }
        };
        (few <= many).then(|| unit.with_count(wanted.clamp(few, many)))
    };
    [ask.term, Term::Days(1), Term::Hours(1)].into_iter().find_map(in_unit)
}

/// Placements that are looser than this one, the nearest first, in a block of so many leaves.
pub(super) fn looser(placement: Placement, leaves: u32) -> Vec<Placement> {
    let from = match placement {
        Placement::Any => return Vec::new(),
        Placement::OneLeaf => 2,
        Placement::Leaves(most) => most.saturating_add(1),
        // A smaller segment is looser where it divides the larger one.
        Placement::SegmentsOf(size) => {
            let smaller = (2..=size / 2).rev().filter(|part| size % part == 0);
            return smaller.map(Placement::SegmentsOf).chain([Placement::Any]).collect();
        }
    };
    // As many leaves as there are is any placement at all.
    (from..leaves).map(Placement::Leaves).chain([Placement::Any]).collect()
}
