//! The ranking of a round: the list before it is put into words.

use super::decided::RoundResult;
use super::zone::Zone;
use crate::model::Application;

/// Ranked list of a round.
///
/// A position in it is 0-based; the rank that readers see is 1-based.
#[derive(Clone, PartialEq, Debug)]
pub struct RankedList {
    /// Indices among all applications that were read: first in the order in which they are decided,
    /// then those left out.
    pub indices: Vec<usize>,
    /// Number of them that are in the round.
    pub decided_with: usize,
    /// Index of the first application that finds no room.
    pub line_index: Option<usize>,
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
        for (position, index) in indices.iter().enumerate() {
            let nodes = application(*index).map_or(0, |application| application.request.nodes.max);
            // Applications that are left out ask for nothing of the pool, so the sum stops growing.
            if position < decided_with {
                sum = sum.saturating_add(nodes.into());
            }
            running.push(sum);
        }
        let line_index = decided.and_then(|decided| {
            let decision = decided.plan.decisions.get(decided.plan.line?)?;
            decided.indices.get(decision.application_index).copied()
        });
        Self { indices, decided_with, line_index, zone, running }
    }

    /// Returns the position in the list of the application at `index`.
    #[must_use]
    pub fn position(&self, index: usize) -> Option<usize> {
        self.indices.iter().position(|it| *it == index)
    }

    /// Returns the nodes that the application at this position and all before it ask for.
    #[must_use]
    pub fn running(&self, position: usize) -> u64 {
        self.running.get(position).copied().unwrap_or_default()
    }

    /// Returns `true` if the grant at this position depends on small changes.
    #[must_use]
    pub fn is_close(&self, position: usize) -> bool {
        self.zone.as_ref().is_some_and(|zone| zone.positions.contains(&position))
    }
}
