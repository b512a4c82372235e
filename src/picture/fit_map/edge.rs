//! The edge of the fitting sizes: the largest one for each start.

use super::barrier::Barrier;

/// Largest fitting size, start by start.
pub(super) struct Edge {
    /// Largest number of nodes, or of terms, for each day; 0 if none fits.
    pub(super) tops: Vec<u32>,
    /// For each day, the reason that rules out every size before any node is counted.
    pub(super) barriers: Vec<Option<Barrier>>,
}

impl Edge {
    /// Returns the largest size that fits on this day.
    pub(super) fn top(&self, day: u32) -> u32 {
        self.tops.get(day as usize).copied().unwrap_or(0)
    }

    /// Returns the reason that rules out every size on this day.
    pub(super) fn barrier(&self, day: u32) -> Option<Barrier> {
        self.barriers.get(day as usize).copied().flatten()
    }

    /// Returns `(first day, top)` of each run of equal tops that also have the same barrier.
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

    /// Returns the first day from `day` on at which at least `value` fits.
    pub(super) fn first_fit(&self, day: u32, value: u32) -> Option<u32> {
        let later = self.tops.get(day as usize..)?.iter();
        later.zip(day..).find(|(top, _)| **top >= value).map(|(_, day)| day)
    }

    /// Returns the first day after `day` on which less fits than on `day`.
    pub(super) fn falls(&self, day: u32) -> Option<u32> {
        let top = self.top(day);
        let later = self.tops.get(day as usize..)?.iter();
        later.zip(day..).find(|(other, _)| **other < top).map(|(_, day)| day)
    }
}
