//! Question: one request, asked of one block.

use super::ask::Ask;
use super::availability_at::AvailabilityAt;
use super::bounds::Bounds;
use super::calendar::Calendar;
use super::rules::{self, Breach};
use super::search::BlockSearch;
use crate::model::{Block, Call, Hour, SizeRule, Snapshot};

/// One request, asked of one block.
#[derive(Clone, Copy)]
pub(super) struct Question<'a> {
    pub snapshot: &'a Snapshot,
    /// Index of the block in the snapshot.
    pub block_index: usize,
    pub block: &'a Block,
    pub calendar: &'a Calendar,
    pub call: Option<&'a Call>,
    pub ask: Ask,
}

impl<'a> Question<'a> {
    /// Returns the same question with other conditions.
    pub(super) const fn with(self, ask: Ask) -> Self {
        Self { ask, ..self }
    }

    /// Returns the call's sizes for this block's accelerator.
    pub(super) fn size_rule(&self) -> Option<&'a SizeRule> {
        self.call.and_then(|call| call.size(&self.block.accelerator))
    }

    pub(super) fn breaches(&self) -> Vec<Breach> {
        self.call.map_or(Vec::new(), |call| rules::breaches(call, self.block, &self.ask))
    }

    /// Returns `true` if the accelerator is accepted and no rule of the call is broken from the
    /// earliest start on.
    fn is_allowed(&self) -> bool {
        self.ask.accepted && self.breaches().is_empty()
    }

    /// Returns `false` if the request cannot be allowed from any start; decided without a search.
    pub(super) fn may_be_allowed(&self) -> bool {
        let may_pass = |breach: &Breach| match breach {
            Breach::TermTooShort { .. } | Breach::TermTooLong { .. } => {
                self.bounds().depend_on_date()
            }
            // Calendar months may end earlier when they begin later.
            Breach::EndsTooLate { .. } => true,
            _ => false,
        };
        self.ask.accepted && self.breaches().iter().all(may_pass)
    }

    /// Returns the shortest and longest term of the call, compared with the term asked.
    pub(super) fn bounds(&self) -> Bounds {
        Bounds::new(self.call, self.ask.term)
    }

    /// Returns the latest end (exclusive) that the request itself allows.
    pub(super) fn window_end(&self) -> Hour {
        rules::latest_end(None, self.ask.not_after)
    }

    /// Returns the latest end (exclusive) that the request and the call allow.
    pub(super) fn latest_end(&self) -> Hour {
        rules::latest_end(self.call, self.ask.not_after)
    }

    /// Returns the fewest nodes that meet the request and the call.
    ///
    /// If the call allows none of the numbers asked, the fewest asked: that is a rule violation,
    /// and not a lack of nodes.
    pub(super) fn fewest_nodes(&self) -> u32 {
        let asked = self.ask.nodes;
        let both = asked.min.max(self.size_rule().map_or(1, |size| size.min_nodes));
        if both <= asked.max { both } else { asked.min }
    }

    /// Returns the most nodes that meet the request and the call.
    pub(super) fn most_nodes(&self) -> u32 {
        self.ask.nodes.max.min(self.size_rule().map_or(u32::MAX, |size| size.max_nodes))
    }

    /// Returns `true` if it fits from the earliest start on; `opening` must be the holes open
    /// there.
    pub(super) fn fits_at_once(&self, opening: &AvailabilityAt<'_>) -> bool {
        self.ask.end() <= self.latest_end()
            && opening.usable_nodes(self.ask.end(), self.ask.placement) >= self.fewest_nodes()
            && self.is_allowed()
    }

    /// Returns a search for `nodes` nodes with a start before `before` (exclusive).
    pub(super) fn search(&self, nodes: u32, before: Hour) -> BlockSearch {
        BlockSearch {
            nodes,
            term: self.ask.term,
            placement: self.ask.placement,
            not_before: self.ask.not_before,
            before,
            latest_end: self.latest_end(),
            bounds: self.bounds(),
        }
    }

    /// Returns the earliest start of `nodes` nodes before `before` (exclusive).
    ///
    /// Only the rules about time are applied.
    pub(super) fn earliest(&self, nodes: u32, before: Hour) -> Option<Hour> {
        self.calendar.earliest(&self.search(nodes, before))
    }

    /// Returns the earliest start within the rules of the call.
    pub(super) fn earliest_start(&self) -> Option<Hour> {
        if self.may_be_allowed() { self.earliest(self.fewest_nodes(), Hour::MAX) } else { None }
    }
}
