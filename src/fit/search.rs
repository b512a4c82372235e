//! When it fits: the earliest start, the longest run, the most nodes.

use super::calendar::{Calendar, Window};
use crate::model::{Hour, Placement, Term};

/// What is looked for in one block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ask {
    pub nodes: u32,
    pub term: Term,
    pub placement: Placement,
    pub not_before: Hour,
    /// The end may not be later than this.
    pub latest_end: Hour,
}

impl Calendar {
    /// The most nodes that `placement` can be sure of from `start` until `end`.
    pub(super) fn most_nodes(&self, start: Hour, end: Hour, placement: Placement) -> u32 {
        self.capacity(&self.window(start, end), placement)
    }

    /// The first hour from `start` on at which `nodes` nodes, free since `start`, are no longer
    /// to be had; `start` itself where they are not, [`Hour::MAX`] where they stay for ever.
    pub(super) fn free_until(&self, start: Hour, nodes: u32, placement: Placement) -> Hour {
        let first = self.slot_at(start);
        let mut window = Window::of_slot(self, first);
        if self.capacity(&window, placement) < nodes {
            return start;
        }
        for slot in first + 1..self.slots() {
            window.narrow(self, slot);
            if self.capacity(&window, placement) < nodes {
                return self.slot_start(slot);
            }
        }
        Hour::MAX
    }

    /// The earliest start that fits, or `None`.
    ///
    /// Exact, although it tries few hours: nodes that are free for a term from some hour were
    /// already free before it, unless one of them became free just then, so an earliest start is
    /// the first hour allowed or the beginning of a slot. Calendar months add one case: a month
    /// from 30 January 00:00 ends before a month from 29 January 05:00 does (both are cut to the
    /// end of February), so the next midnight is tried too where it ends earlier.
    pub(super) fn earliest(&self, ask: &Ask) -> Option<Hour> {
        let mut start = ask.not_before;
        while start < ask.latest_end {
            let midnight = start.next_midnight();
            let midnight_ends_earlier = ask.term.end(midnight) < ask.term.end(start);
            let next = match self.try_start(ask, start) {
                Ok(()) => return Some(start),
                Err(next) => next,
            };
            if midnight_ends_earlier && midnight < next && self.try_start(ask, midnight).is_ok() {
                return Some(midnight);
            }
            start = next;
        }
        None
    }

    /// Whether it fits at `start`; else the first later start that may fit, midnights aside.
    ///
    /// A start that is skipped lasts into the slot that failed. One that ends before it, as a
    /// month can, ends no earlier than from the next midnight on; and then that midnight fits,
    /// because everything was free up to the slot that failed.
    fn try_start(&self, ask: &Ask, start: Hour) -> Result<(), Hour> {
        let end = ask.term.end(start);
        let first = self.slot_at(start);
        if end > ask.latest_end {
            return Err(self.slot_start(first + 1));
        }
        let mut window = Window::of_slot(self, first);
        let mut slot = first;
        while self.capacity(&window, ask.placement) >= ask.nodes {
            slot += 1;
            if self.slot_start(slot) >= end {
                return Ok(());
            }
            window.narrow(self, slot);
        }
        Err(self.slot_start(self.last_clash(ask, slot) + 1))
    }

    /// The last slot that cannot be used together with all slots from it to `slot`: whatever
    /// starts in it or before, and lasts into `slot`, does not fit.
    fn last_clash(&self, ask: &Ask, slot: usize) -> usize {
        let mut window = Window::of_slot(self, slot);
        let mut clash = slot;
        while self.capacity(&window, ask.placement) >= ask.nodes && clash > 0 {
            clash -= 1;
            window.narrow(self, clash);
        }
        clash
    }
}
