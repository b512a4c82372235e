//! The edge of what fits: the most for each start.

use super::barrier::Barrier;

/// How much fits, start by start.
pub(super) struct Edge {
    /// For each day: nodes, or how many of the terms; 0 where nothing does.
    pub(super) tops: Vec<u32>,
    /// For each day: what rules out every size there is, before any node is counted.
    pub(super) barriers: Vec<Option<Barrier>>,
}

impl Edge {
    /// How much fits on this day.
    pub(super) fn at(&self, day: u32) -> u32 {
        self.tops.get(day as usize).copied().unwrap_or(0)
    }

    /// What rules out every size on this day.
    pub(super) fn barrier(&self, day: u32) -> Option<Barrier> {
        self.barriers.get(day as usize).copied().flatten()
    }

    /// The first days of runs of equal tops, for the same reason where they are 0.
    pub(super) fn runs(&self) -> Vec<(u32, u32)> {
        let mut runs: Vec<(u32, u32)> = Vec::new();
        for (day, &top) in (0..).zip(&self.tops) {
            let is_alike =
                |run: &(u32, u32)| run.1 == top && self.barrier(run.0) == self.barrier(day);
            if !runs.last().is_some_and(is_alike) {
                runs.push((day, top));
            }
        }
        runs
    }

    /// The first day from `day` on at which so much fits.
    pub(super) fn first_fit(&self, day: u32, value: u32) -> Option<u32> {
        let later = self.tops.get(day as usize..)?.iter();
        later.zip(day..).find(|(top, _)| **top >= value).map(|(_, day)| day)
    }

    /// The first day after `day` at which less fits than on it.
    pub(super) fn falls(&self, day: u32) -> Option<u32> {
        let top = self.at(day);
        let later = self.tops.get(day as usize..)?.iter();
        later.zip(day..).find(|(other, _)| **other < top).map(|(_, day)| day)
    }
}
