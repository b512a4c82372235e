//! Who stands where in a round: the list before it is put into words.

use super::decided::RoundResult;
use super::zone::Zone;
use crate::model::Application;

/// The list of a round, ranked.
#[derive(Clone, PartialEq, Debug)]
pub struct RankedList {
    /// Places among all that were read: in the order in which they are decided, and then those left
    /// out.
    pub places: Vec<usize>,
    /// How many of them are decided.
    pub decided_with: usize,
    /// The place of the first that finds no room.
    pub line: Option<usize>,
    /// Where places depend on small changes, as far as that was looked for.
    pub zone: Option<Zone>,
    /// For each in turn, the nodes that it and all before it ask for.
    running: Vec<u64>,
}

impl RankedList {
    /// Ranks `places`, of which the first `decided_with` are in the round; `application` returns what
    /// is at a place.
    #[must_use]
    pub fn new<'a>(
        places: Vec<usize>,
        decided_with: usize,
        application: impl Fn(usize) -> Option<&'a Application>,
        decided: Option<&RoundResult>,
        zone: Option<Zone>,
    ) -> Self {
        let mut sum = 0_u64;
        let mut running = Vec::with_capacity(places.len());
        for (number, place) in places.iter().enumerate() {
            let nodes = application(*place).map_or(0, |application| application.request.nodes.max);
            if number < decided_with {
                sum = sum.saturating_add(nodes.into());
            }
            running.push(sum);
        }
        let line = decided.and_then(|decided| {
            let decision = decided.plan.decisions.get(decided.plan.line?)?;
            decided.places.get(decision.application).copied()
        });
        Self { places, decided_with, line, zone, running }
    }

    /// Where the application at a place stands, counted from 0.
    #[must_use]
    pub fn number(&self, place: usize) -> Option<usize> {
        self.places.iter().position(|it| *it == place)
    }

    /// The nodes that the application of this number and all before it ask for.
    #[must_use]
    pub fn running(&self, number: usize) -> u64 {
        self.running.get(number).copied().unwrap_or_default()
    }

    /// Whether its place depends on small changes.
    #[must_use]
    pub fn is_close(&self, number: usize) -> bool {
        self.zone.as_ref().is_some_and(|zone| zone.ranks.contains(&number))
    }
}
