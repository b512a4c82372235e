//! How far a request is from the one asked.

use crate::fit::ask::Ask;
use crate::model::{Request, Term};

/// How much is changed, each in its own unit: hours later, nodes, hours of term, rungs of
/// placement, 1 for another accelerator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Distance([u32; 5]);

impl Distance {
    pub(super) fn new(request: &Request, ask: &Ask, rung: u32, other_accelerator: bool) -> Self {
        // By the start asked for all: else a month would be nearer in February.
        let hours = |term: Term| term.end(request.not_before).since(request.not_before);
        // Fewer than the fewest asked, or more than the most.
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

    /// Whether nothing is farther than in `other`, and something nearer.
    pub(super) fn is_nearer(&self, other: &Self) -> bool {
        self != other && self.0.iter().zip(&other.0).all(|(own, other)| own <= other)
    }

    /// Whether it is nearer, or as near but for a term that is in whole months (or days) where the
    /// other one is not.
    pub(super) fn goes_before(&self, other: &Self) -> bool {
        let but_for_term = |distance: &Self| {
            let [delay, nodes, _, rung, accelerator] = distance.0;
            [delay, nodes, rung, accelerator]
        };
        let [own, others] = [self, other].map(but_for_term);
        self != other && own.iter().zip(&others).all(|(own, other)| own <= other)
    }

    /// A number that is the smaller, the fewer things are changed, and the less they are: each
    /// as a share of what was asked, in thousandths.
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
