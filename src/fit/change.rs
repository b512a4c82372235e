//! Single changes of a request that would make it fit.

use super::preview::Question;
use crate::model::{Hour, NodeCount, Placement, Request, Term};

/// One change of a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
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

impl Change {
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
/// change of the start moves. `offer_start` is the earliest start as the request stands.
///
/// Candidates are the nearest of their kind; each is tried before it is listed.
pub(super) fn that_fit(question: &Question<'_>, offer_start: Option<Hour>) -> Vec<Change> {
    let request = question.request;
    let mut changes = Vec::new();
    if let Some(start) = offer_start {
        changes.push(Change::Start(start));
    }
    changes.extend(nodes(question).map(Change::Nodes));
    changes.extend(terms(question).into_iter().map(Change::Term));
    if request.placement != Placement::Any {
        changes.push(Change::Placement(Placement::Any));
    }
    changes.push(Change::Accelerator(question.block.accelerator.clone()));

    let mut fitting = Vec::new();
    for change in changes {
        let changed = change.apply(request);
        let fits = changed != *request && question.with(&changed).fits_at_once();
        if fits && !fitting.contains(&change) {
            fitting.push(change);
        }
    }
    fitting
}

/// The nearest number of nodes that is free and allowed.
fn nodes(question: &Question<'_>) -> Option<u32> {
    let request = question.request;
    let free = question.most_nodes(request.placement);
    let (min, max) = question.size_rule().map_or((1, u32::MAX), |s| (s.min_nodes, s.max_nodes));
    let nearest = request.nodes.min.clamp(min, max.max(min)).min(free);
    (nearest >= 1).then_some(nearest)
}

/// The nearest shorter term, and the call's shortest where the request is below it.
fn terms(question: &Question<'_>) -> Vec<Term> {
    let request = question.request;
    let start = request.not_before;
    let rule = question.call.map(|call| &call.term);
    let mut latest = question.free_until().min(question.latest_end());
    if let Some(max) = rule.and_then(|rule| rule.max) {
        latest = latest.min(max.end(start));
    }
    let shorter = longest_in_unit(request.term, start, latest);
    let longer = rule.and_then(|rule| rule.min);
    shorter.into_iter().chain(longer).collect()
}

/// The longest term below `term` that ends by `latest`: in its unit, else in days.
fn longest_in_unit(term: Term, start: Hour, latest: Hour) -> Option<Term> {
    let hours = latest.since(start);
    let shorter = match term {
        Term::Hours(count) => Term::Hours(hours.min(count)),
        Term::Days(count) => Term::Days((hours / 24).min(count)),
        Term::Months(count) => {
            // A month has at least 28 days, so this never begins too low.
            let most = (hours / (28 * 24)).min(count);
            let fits = |n: &u32| Term::Months(*n).end(start) <= latest;
            (1..=most).rev().find(fits).map_or(Term::Days(hours / 24), Term::Months)
        }
    };
    (shorter.count() >= 1).then_some(shorter)
}
