//! One request, asked of one block.

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
    /// The block's place in the snapshot.
    pub place: usize,
    pub block: &'a Block,
    pub calendar: &'a Calendar,
    pub call: Option<&'a Call>,
    pub ask: Ask,
}

impl<'a> Question<'a> {
    /// The same question about another ask.
    pub(super) const fn with(self, ask: Ask) -> Self {
        Self { ask, ..self }
    }

    /// The call's sizes for this block's accelerator.
    pub(super) fn size_rule(&self) -> Option<&'a SizeRule> {
        self.call.and_then(|call| call.size(&self.block.accelerator))
    }

    pub(super) fn breaches(&self) -> Vec<Breach> {
        self.call.map_or(Vec::new(), |call| rules::breaches(call, self.block, &self.ask))
    }

    /// Whether the accelerator is accepted and no rule of the call broken from the earliest start
    /// on.
    fn is_allowed(&self) -> bool {
        self.ask.accepted && self.breaches().is_empty()
    }

    /// The same from some start on, as far as that can be told without a search.
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

    /// How long the call lets a use last.
    pub(super) fn bounds(&self) -> Bounds {
        Bounds::new(self.call, self.ask.term)
    }

    /// The latest end that the request itself allows.
    pub(super) fn window_end(&self) -> Hour {
        rules::latest_end(None, self.ask.not_after)
    }

    /// The latest end that the request and the call allow.
    pub(super) fn latest_end(&self) -> Hour {
        rules::latest_end(self.call, self.ask.not_after)
    }

    /// The fewest nodes that meet the request and the call; those asked where the call allows
    /// none of them, which is a breach and not a lack of nodes.
    pub(super) fn fewest_nodes(&self) -> u32 {
        let asked = self.ask.nodes;
        let both = asked.min.max(self.size_rule().map_or(1, |size| size.min_nodes));
        if both <= asked.max { both } else { asked.min }
    }

    /// The most nodes that meet the request and the call.
    pub(super) fn most_nodes(&self) -> u32 {
        self.ask.nodes.max.min(self.size_rule().map_or(u32::MAX, |size| size.max_nodes))
    }

    /// Whether it fits from the earliest start on; `opening` is what is free there.
    pub(super) fn fits_at_once(&self, opening: &AvailabilityAt<'_>) -> bool {
        self.ask.end() <= self.latest_end()
            && opening.capacity(self.ask.end(), self.ask.placement) >= self.fewest_nodes()
            && self.is_allowed()
    }

    /// A search for so many nodes, with a start before `before`.
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

    /// The earliest start of so many nodes, before `before`; of the rules those of time alone count.
    pub(super) fn earliest(&self, nodes: u32, before: Hour) -> Option<Hour> {
        self.calendar.earliest(&self.search(nodes, before))
    }

    /// The earliest start, the call's rules kept.
    pub(super) fn earliest_start(&self) -> Option<Hour> {
        if self.may_be_allowed() { self.earliest(self.fewest_nodes(), Hour::MAX) } else { None }
    }
}
