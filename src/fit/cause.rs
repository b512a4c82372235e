//! Which holds stand in the way.

use super::bits;
use super::calendar::{Calendar, Window};
use crate::model::{Block, Hold, HoldNodes, Hour, Placement, Snapshot, order};

/// What keeps nodes from being free.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cause {
    /// The hold at this place in [`Snapshot::holds`].
    Hold(usize),
    /// The block is not there yet: [`Block::available_from`].
    NotDelivered,
}

/// What is blocked throughout an interval and by what, with `nodes` nodes asked.
pub(super) struct Blockage<'a> {
    pub snapshot: &'a Snapshot,
    pub block: &'a Block,
    pub calendar: &'a Calendar,
    pub interval: (Hour, Hour),
    pub placement: Placement,
    pub nodes: u32,
}

impl Blockage<'_> {
    /// The fewest, largest causes: without all of them the request fits in the interval, and
    /// none of them can stay. Empty where it fits anyway, or where causes are not the reason.
    pub(super) fn causes(&self) -> Vec<Cause> {
        let causes = self.overlapping();
        // Largest first; equals in the order of the file.
        let smallness = causes.iter().map(|&cause| u32::MAX - self.size(cause));
        let order = order::places(smallness).filter_map(|place| causes.get(place).copied());
        let mut causes: Vec<Cause> = order.collect();

        // The more causes go, the more is free: the shortest list that is enough can be halved to.
        let enough = |gone: usize| self.capacity(causes.get(gone..).unwrap_or_default());
        let (mut few, mut many) = (0, causes.len());
        while few < many {
            let middle = few.midpoint(many);
            if enough(middle) >= self.nodes {
                many = middle;
            } else {
                few = middle + 1;
            }
        }
        let staying = causes.split_off(few);
        self.without_superfluous(causes, staying)
    }

    /// Lets stay whatever may, the smallest first.
    fn without_superfluous(&self, mut going: Vec<Cause>, mut staying: Vec<Cause>) -> Vec<Cause> {
        for place in (0..going.len()).rev() {
            let cause = going.remove(place);
            staying.push(cause);
            if self.capacity(&staying) < self.nodes {
                staying.pop();
                going.insert(place, cause);
            }
        }
        going
    }

    /// From when to when the causes stand in the way, within the interval.
    pub(super) fn span(&self, causes: &[Cause]) -> (Hour, Hour) {
        let (start, end) = self.interval;
        let spans = || causes.iter().map(|&cause| self.times(cause));
        let from = spans().map(|(from, _)| from).min().unwrap_or(start);
        let until = spans().map(|(_, until)| until).max().unwrap_or(end);
        (from.max(start), until.min(end))
    }

    fn overlapping(&self) -> Vec<Cause> {
        let holds = self.calendar.holds().iter().map(|&index| Cause::Hold(index));
        let overlaps = |&cause: &Cause| {
            let (from, until) = self.times(cause);
            from < self.interval.1 && until > self.interval.0
        };
        core::iter::once(Cause::NotDelivered).chain(holds).filter(overlaps).collect()
    }

    fn hold(&self, cause: Cause) -> Option<&Hold> {
        match cause {
            Cause::Hold(index) => self.snapshot.holds.get(index),
            Cause::NotDelivered => None,
        }
    }

    fn times(&self, cause: Cause) -> (Hour, Hour) {
        match self.hold(cause) {
            Some(hold) => (hold.from, hold.until),
            None => (Hour::MIN, self.block.available_from.unwrap_or(Hour::MIN)),
        }
    }

    fn size(&self, cause: Cause) -> u32 {
        self.hold(cause).map_or(self.calendar.nodes(), |hold| hold.nodes.count())
    }

    /// What the placement can be sure of while only these causes stand.
    fn capacity(&self, causes: &[Cause]) -> u32 {
        let mut free = bits::all(self.calendar.nodes());
        let mut counted = Vec::new();
        for &cause in causes {
            match self.hold(cause).map(|hold| (hold, &hold.nodes)) {
                None => return 0,
                Some((_, HoldNodes::Named(ranges))) => {
                    for range in ranges.ranges() {
                        bits::clear(&mut free, range.first.saturating_sub(1), range.last);
                    }
                }
                Some((hold, HoldNodes::Counted(count))) => {
                    counted.push((hold.from, hold.until, *count));
                }
            }
        }
        let counted = most_at_once(&counted, self.interval);
        self.calendar.capacity(&Window { free, counted }, self.placement)
    }
}

/// The most nodes that counted holds take at one hour of the interval.
fn most_at_once(holds: &[(Hour, Hour, u32)], (start, end): (Hour, Hour)) -> u32 {
    // The sum rises only where a hold begins, or at the start.
    let begins = holds.iter().map(|hold| hold.0.max(start)).filter(|&hour| hour < end);
    let at = |hour: Hour| {
        let running = holds.iter().filter(|hold| hold.0 <= hour && hour < hold.1);
        running.fold(0, |sum: u32, hold| sum.saturating_add(hold.2))
    };
    begins.map(at).max().unwrap_or(0)
}
