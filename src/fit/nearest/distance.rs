//! Distance between a request and the one asked.

use crate::fit::ask::Ask;
use crate::model::{Request, Term};

/// Amount of change in each of five dimensions, each in its own unit: hours later, nodes, hours of
/// term, rungs of placement, 1 for another accelerator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Distance([u32; 5]);

impl Distance {
    pub(super) fn new(request: &Request, ask: &Ask, rung: u32, other_accelerator: bool) -> Self {
        // Every term is measured from the start asked; otherwise a month would be nearer in
        // February.
        let hours = |term: Term| term.end(request.not_before).since(request.not_before);
        // The distance counts only below the range asked or above it; one of the two is 0.
        let nodes = request.nodes.min.saturating_sub(ask.nodes.min)
            + ask.nodes.min.saturating_sub(request.nodes.max);
        Self([
            ask.not_before.since(request.not_before),
            nodes,
            hours(ask.term).abs_diff(hours(request.term)),
            rung,
            u32::from(other_accelerator),
        ])
    }

    /// Returns `true` if `self` dominates `other`: farther in no dimension, and nearer in at least
    /// one.
    pub(super) fn is_nearer(&self, other: &Self) -> bool {
        self != other && self.0.iter().zip(&other.0).all(|(own, other)| own <= other)
    }

    /// Returns `true` if the distances differ and `self` is farther in no dimension but the term.
    ///
    /// The term is left out because one in whole months (or days) may be a little farther in hours
    /// than another that is not.
    pub(super) fn goes_before(&self, other: &Self) -> bool {
        let but_for_term = |distance: &Self| {
            let [delay, nodes, _, rung, accelerator] = distance.0;
            [delay, nodes, rung, accelerator]
        };
        let [own, others] = [self, other].map(but_for_term);
        self != other && own.iter().zip(&others).all(|(own, other)| own <= other)
    }

    /// Returns a sort key: fewer changes first, then smaller ones.
    ///
    /// The number of changes is in the top 3 bits, below it the sum of the changes, each as a share
    /// of the request, in thousandths (saturating).
    pub(super) fn rank(&self, request: &Request) -> u32 {
        const MOST: u64 = (1 << 29) - 1;
        let [delay, nodes, term, rung, accelerator] = self.0.map(u64::from);
        let changes = self.0.iter().filter(|&&change| change > 0).count() as u32;
        let asked = u64::from(request.term.least_hours().max(1));
        let of_term = |hours: u64| hours * 1_000 / asked;
        let of_nodes = nodes * 1_000 / u64::from(request.nodes.min.max(1));
        // A rung of placement weighs a quarter of the request, another accelerator half of it.
        let sum = of_term(delay) + of_nodes + of_term(term) + rung * 250 + accelerator * 500;
        (changes << 29) | sum.min(MOST) as u32
    }
}
