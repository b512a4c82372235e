//! Holds known only by their number of nodes, summed over time.

use crate::model::{Hold, HoldNodes, Hour, order};

/// Number of nodes taken by counted holds at each hour, as a step function.
///
/// Invariant: `taken[i]` is in effect from `edges[i]` until `edges[i + 1]`, the last one without
/// end; before `edges[0]` it is 0. Cost: building sorts begins and ends and merges them, O(holds)
/// with a radix sort; adding in place is O(edges); a query is O(log edges) and the edges of its
/// interval.
///
/// ```text
/// 3 nodes at hours 2..6, 4 nodes from hour 4 on
/// edges: 2, 4, 6
/// taken: 3, 7, 4
/// ```
#[derive(Clone, Default, Debug)]
pub(super) struct CountedHolds {
    /// Change points: hours at which the number changes, ascending.
    edges: Vec<Hour>,
    /// Number of nodes taken from each change point on.
    taken: Vec<u32>,
}

impl CountedHolds {
    /// Sums up those of `holds` that are counted; named holds are left out.
    pub(super) fn new<'a>(holds: impl Iterator<Item = &'a Hold>) -> Self {
        let (mut begins, mut ends) = (Vec::new(), Vec::new());
        for hold in holds {
            if let HoldNodes::Counted(count) = hold.nodes {
                begins.push(order::pack(order::of_hour(hold.from), count));
                ends.push(order::pack(order::of_hour(hold.until), count));
            }
        }
        order::sort(&mut begins);
        order::sort(&mut ends);
        let mut counted = Self::default();
        let mut sum: u64 = 0;
        let (mut begins, mut ends) = (begins.into_iter().peekable(), ends.into_iter().peekable());
        while let Some(&next) = begins.peek().into_iter().chain(ends.peek()).min() {
            // All begins and ends of one hour come first, so each hour is one change point.
            let hour = order::unpack(next).0;
            let at_hour = |&event: &u64| order::unpack(event).0 == hour;
            while let Some(event) = begins.next_if(at_hour) {
                sum += u64::from(order::unpack(event).1);
            }
            while let Some(event) = ends.next_if(at_hour) {
                sum -= u64::from(order::unpack(event).1);
            }
            // A hold without end has no change point at its end.
            if order::to_hour(hour) < Hour::MAX {
                counted.edges.push(order::to_hour(hour));
                counted.taken.push(u32::try_from(sum).unwrap_or(u32::MAX));
            }
        }
        counted
    }

    /// Adds a hold of `count` nodes at `from..until`, in place.
    pub(super) fn add(&mut self, count: u32, from: Hour, until: Hour) {
        let first = self.edge(from);
        let end = if until < Hour::MAX { self.edge(until) } else { self.edges.len() };
        for taken in self.taken.iter_mut().take(end).skip(first) {
            *taken = taken.saturating_add(count);
        }
    }

    /// Returns the index of the change point at `hour`, which is inserted if it does not exist.
    fn edge(&mut self, hour: Hour) -> usize {
        let index = self.edges.partition_point(|&edge| edge < hour);
        if self.edges.get(index) != Some(&hour) {
            let before = index.checked_sub(1).and_then(|last| self.taken.get(last).copied());
            self.edges.insert(index, hour);
            self.taken.insert(index, before.unwrap_or(0));
        }
        index
    }

    /// Returns `true` if there is no counted hold at all.
    pub(super) fn is_empty(&self) -> bool {
        self.edges.is_empty()
    }

    /// Returns the change points: hours at which the number changes, ascending.
    pub(super) fn edges(&self) -> &[Hour] {
        &self.edges
    }

    /// Returns the number of nodes taken at `hour`.
    pub(super) fn taken_at(&self, hour: Hour) -> u32 {
        self.most(hour, hour.plus(1))
    }

    /// Returns the most nodes taken at any hour of `start..end`.
    pub(super) fn most(&self, start: Hour, end: Hour) -> u32 {
        self.during(start, end).map(|(_, taken)| taken).max().unwrap_or(0)
    }

    /// Returns the hour from which at most `most` nodes are taken for the rest of `start..end`.
    ///
    /// `None` if that is true of the whole range. The hour may lie at or after `end`.
    pub(super) fn clear_from(&self, start: Hour, end: Hour, most: u32) -> Option<Hour> {
        let last = self.during(start, end).filter(|&(_, taken)| taken > most).last()?;
        Some(self.edges.get(last.0 + 1).copied().unwrap_or(Hour::MAX))
    }

    /// Yields `(index, nodes taken)` for every change point whose value is in effect at some hour
    /// of `start..end`.
    fn during(&self, start: Hour, end: Hour) -> impl Iterator<Item = (usize, u32)> {
        let first = self.edges.partition_point(|&edge| edge <= start).saturating_sub(1);
        let edges = self.edges.iter().zip(&self.taken).enumerate().skip(first);
        edges.take_while(move |(_, (edge, _))| **edge < end).map(|(at, (_, taken))| (at, *taken))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;

    #[test]
    fn numbers_add_up_and_fall_again() {
        let hour = |number| Hour::EARLIEST.plus(number);
        let hold = |count, from, until| Hold {
            block_index: 0,
            nodes: HoldNodes::Counted(count),
            from,
            until,
            label: Text::default(),
            published: None,
        };
        let holds = [hold(3, hour(2), hour(6)), hold(4, hour(4), Hour::MAX)];
        let counted = CountedHolds::new(holds.iter());
        let at = [1, 2, 3, 4, 5, 6, 99].map(|number| counted.taken_at(hour(number)));
        assert_eq!(at, [0, 3, 3, 7, 7, 4, 4]);
        assert_eq!(counted.most(hour(0), hour(2)), 0);
        assert_eq!(counted.most(hour(0), hour(5)), 7);
        assert_eq!(counted.most(hour(6), Hour::MAX), 4);
        assert_eq!(counted.clear_from(hour(0), hour(9), 4), Some(hour(6)));
        assert_eq!(counted.clear_from(hour(0), hour(9), 3), Some(Hour::MAX));
        assert_eq!(counted.clear_from(hour(0), hour(9), 7), None);
        let mut in_place = CountedHolds::default();
        for hold in holds.iter().rev() {
            in_place.add(hold.nodes.count(), hold.from, hold.until);
        }
        assert_eq!((&in_place.edges, &in_place.taken), (&counted.edges, &counted.taken));
        assert!(
            CountedHolds::new([].iter()).is_empty()
                && CountedHolds::default().taken_at(hour(0)) == 0
        );
    }
}
