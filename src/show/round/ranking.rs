//! The ranking of a round: the list before it is put into words.

use super::decided::RoundResult;
use super::zone::Zone;
use crate::model::Application;

/// Ranked list of a round.
#[derive(Clone, PartialEq, Debug)]
pub struct RankedList {
    /// Indices among all applications that were read: first in the order in which they are decided,
    /// then those left out.
    pub indices: Vec<usize>,
    /// Number of them that are in the round.
    pub decided_with: usize,
    /// Index of the first application that finds no room.
    pub line: Option<usize>,
    /// Zone in which grants depend on small changes, if it was looked for.
    pub zone: Option<Zone>,
    /// Prefix sums: for each of `indices`, the nodes that it and all before it ask for.
    running: Vec<u64>,
}

impl RankedList {
    /// Ranks `indices`, of which the first `decided_with` are in the round; `application` returns
    /// the application at an index.
    #[must_use]
    pub fn new<'a>(
        indices: Vec<usize>,
        decided_with: usize,
        application: impl Fn(usize) -> Option<&'a Application>,
        decided: Option<&RoundResult>,
        zone: Option<Zone>,
    ) -> Self {
        let mut sum = 0_u64;
        let mut running = Vec::with_capacity(indices.len());
        for (number, index) in indices.iter().enumerate() {
            let nodes = application(*index).map_or(0, |application| application.request.nodes.max);
            // Applications that are left out ask for nothing of the pool, so the sum stops growing.
            if number < decided_with {
                sum = sum.saturating_add(nodes.into());
            }
            running.push(sum);
        }
        let line = decided.and_then(|decided| {
            let decision = decided.plan.decisions.get(decided.plan.line?)?;
            decided.indices.get(decision.application).copied()
        });
        Self { indices, decided_with, line, zone, running }
    }

    /// Returns the 0-based rank of the application at `index`.
    #[must_use]
    pub fn number(&self, index: usize) -> Option<usize> {
        self.indices.iter().position(|it| *it == index)
    }

    /// Returns the nodes that the application at this 0-based rank and all before it ask for.
    #[must_use]
    pub fn running(&self, number: usize) -> u64 {
        self.running.get(number).copied().unwrap_or_default()
    }

    /// Returns `true` if the grant at this 0-based rank depends on small changes.
    #[must_use]
    pub fn is_close(&self, number: usize) -> bool {
        self.zone.as_ref().is_some_and(|zone| zone.ranks.contains(&number))
    }
}
