//! The answer: for every block the earliest offer, or why there is none.

use super::bits;
use super::calendar::{Calendar, Calendars};
use super::placement::LeafShare;
use super::rules::{self, Breach};
use super::search::Ask;
use super::why_not::{self, WhyNot};
use crate::model::{
    Block, Call, HoldNodes, Hour, NodeRanges, Placement, Request, SizeRule, Snapshot,
};
use core::cmp::Reverse;

/// What a request comes to, block by block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Preview {
    /// One answer for each block that was asked about, in the order of the snapshot.
    pub blocks: Vec<BlockAnswer>,
    /// Places in `blocks` of those with an offer, the best first: the earliest start, then the
    /// most nodes, then the fewest whole free leaves broken, then the smaller block.
    pub ranking: Vec<usize>,
}

impl Preview {
    /// The answer with the best offer, or `None` where no block has one.
    #[must_use]
    pub fn best(&self) -> Option<&BlockAnswer> {
        self.ranking.first().and_then(|&place| self.blocks.get(place))
    }
}

/// What a request comes to in one block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BlockAnswer {
    /// Place of the block in [`Snapshot::blocks`].
    pub block: usize,
    /// The earliest offer, or `None`.
    pub offer: Option<Offer>,
    /// The most nodes that the placement can be sure of for the whole term, from the earliest
    /// start on; rules and the latest end do not count here.
    pub most_nodes: u32,
    /// The longest run in hours of the fewest nodes asked, from the earliest start on; `None`
    /// where it never ends.
    pub longest_hours: Option<u32>,
    /// Why the request does not fit from its earliest start on; empty where it does.
    pub why_not: Vec<WhyNot>,
}

/// One way to meet a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offer {
    /// The first hour.
    pub start: Hour,
    /// The first hour after it.
    pub end: Hour,
    /// How many nodes: as many as asked and free, at least the fewest asked.
    pub nodes: u32,
    /// What the offer rests on.
    pub certainty: Certainty,
    /// Which nodes; empty where counted holds leave that open.
    pub node_ranges: NodeRanges,
    /// How many of them on which leaf; empty where counted holds leave that open.
    pub leaves: Vec<LeafShare>,
    /// GPUs times hours.
    pub gpu_hours: u64,
    /// Leaves that are wholly free for the same time, before this offer is taken.
    pub whole_leaves_before: u32,
    /// The same, after it is taken; an upper bound where the nodes are not known.
    pub whole_leaves_after: u32,
}

/// What an offer rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Certainty {
    /// Named holds alone: these nodes are free at every hour.
    Exact,
    /// Counted holds alone: enough nodes are free at every hour; which ones is not known.
    Count,
    /// Named and counted holds: at least so many nodes are free, whichever the counted ones are.
    AtLeast,
}

/// Why a request cannot be answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RequestError {
    /// The snapshot has no block with this id.
    UnknownBlock(String),
    /// The snapshot has no call with this id.
    UnknownCall(String),
}

/// Answers a request for every block, or for those that it names.
///
/// # Errors
/// [`RequestError`], where it names a block or a call that the snapshot does not have.
pub fn preview(
    snapshot: &Snapshot,
    calendars: &Calendars,
    request: &Request,
) -> Result<Preview, RequestError> {
    let call = match &request.call {
        None => None,
        Some(id) => Some(snapshot.call(id).ok_or_else(|| RequestError::UnknownCall(id.clone()))?),
    };
    if let Some(id) = request.blocks.iter().flatten().find(|id| snapshot.block(id).is_none()) {
        return Err(RequestError::UnknownBlock(id.clone()));
    }
    let asked = |block: &Block| request.blocks.as_ref().is_none_or(|ids| ids.contains(&block.id));
    let mut blocks = Vec::new();
    for (place, block) in snapshot.blocks.iter().enumerate().filter(|(_, block)| asked(block)) {
        if let Some(calendar) = calendars.get(place) {
            let question = Question { snapshot, block, calendar, call, request };
            blocks.push(question.answer(place));
        }
    }
    let ranking = ranking(snapshot, &blocks);
    Ok(Preview { blocks, ranking })
}

fn ranking(snapshot: &Snapshot, blocks: &[BlockAnswer]) -> Vec<usize> {
    let key = |answer: &BlockAnswer| {
        let offer = answer.offer.as_ref()?;
        let broken = offer.whole_leaves_before - offer.whole_leaves_after;
        let nodes = snapshot.blocks.get(answer.block).map_or(0, Block::nodes);
        Some((offer.start, Reverse(offer.nodes), broken, nodes))
    };
    // By insertion: offers are few, and a sort of their own type would cost the page 3 kB.
    let mut offers = Vec::new();
    for (place, answer) in blocks.iter().enumerate() {
        if let Some(key) = key(answer) {
            let at = offers.partition_point(|offer| *offer < (key, place));
            offers.insert(at, (key, place));
        }
    }
    offers.into_iter().map(|(_, place)| place).collect()
}

/// One request, asked of one block.
#[derive(Clone, Copy)]
pub(super) struct Question<'a> {
    pub snapshot: &'a Snapshot,
    pub block: &'a Block,
    pub calendar: &'a Calendar,
    pub call: Option<&'a Call>,
    pub request: &'a Request,
}

impl<'a> Question<'a> {
    /// The same question about another request.
    pub(super) fn with<'b>(&'b self, request: &'b Request) -> Question<'b>
    where
        'a: 'b,
    {
        Question { request, ..*self }
    }

    pub(super) fn accepts_accelerator(&self) -> bool {
        self.request.accelerators.contains(&self.block.accelerator)
    }

    /// The call's sizes for this block's accelerator.
    pub(super) fn size_rule(&self) -> Option<&'a SizeRule> {
        self.call.and_then(|call| call.size(&self.block.accelerator))
    }

    pub(super) fn breaches(&self) -> Vec<Breach> {
        self.call.map_or(Vec::new(), |call| rules::breaches(call, self.block, self.request))
    }

    /// The latest end that the request itself allows.
    pub(super) fn window_end(&self) -> Hour {
        self.request.not_after.unwrap_or(Hour::LATEST).min(Hour::LATEST)
    }

    /// The latest end that the request and the call allow.
    pub(super) fn latest_end(&self) -> Hour {
        let until = self.call.and_then(|call| call.term.until);
        self.window_end().min(until.unwrap_or(Hour::MAX))
    }

    /// The fewest nodes that meet the request and the call; those asked where the call allows
    /// none of them, which is a breach and not a lack of nodes.
    pub(super) fn fewest_nodes(&self) -> u32 {
        let asked = self.request.nodes;
        let both = asked.min.max(self.size_rule().map_or(1, |size| size.min_nodes));
        if both <= asked.max { both } else { asked.min }
    }

    /// The most nodes free for the term from the earliest start on.
    pub(super) fn most_nodes(&self, placement: Placement) -> u32 {
        let start = self.request.not_before;
        self.calendar.most_nodes(start, self.request.term.end(start), placement)
    }

    /// How long the fewest nodes asked stay free from the earliest start on.
    pub(super) fn free_until(&self) -> Hour {
        let request = self.request;
        self.calendar.free_until(request.not_before, request.nodes.min, request.placement)
    }

    /// Whether the request fits from its earliest start on.
    pub(super) fn fits_at_once(&self) -> bool {
        self.accepts_accelerator()
            && self.breaches().is_empty()
            && self.request.term.end(self.request.not_before) <= self.latest_end()
            && self.most_nodes(self.request.placement) >= self.fewest_nodes()
    }

    fn answer(&self, place: usize) -> BlockAnswer {
        let request = self.request;
        let offer = self.offer();
        let until = self.free_until();
        BlockAnswer {
            block: place,
            most_nodes: self.most_nodes(request.placement),
            longest_hours: (until < Hour::MAX).then(|| until.since(request.not_before)),
            why_not: why_not::all(self, offer.as_ref().map(|offer| offer.start)),
            offer,
        }
    }

    /// The earliest offer.
    fn offer(&self) -> Option<Offer> {
        let request = self.request;
        if !self.accepts_accelerator() || !self.breaches().is_empty() {
            return None;
        }
        let start = self.calendar.earliest(&Ask {
            nodes: self.fewest_nodes(),
            term: request.term,
            placement: request.placement,
            not_before: request.not_before,
            latest_end: self.latest_end(),
        })?;
        let end = request.term.end(start);
        let window = self.calendar.window(start, end);
        let most = request.nodes.max.min(self.size_rule().map_or(u32::MAX, |size| size.max_nodes));
        let nodes = most.min(self.calendar.capacity(&window, request.placement));
        let whole_leaves_before = self.calendar.whole_leaves(&window.free);
        let mut offer = Offer {
            start,
            end,
            nodes,
            certainty: self.certainty(start, end),
            node_ranges: NodeRanges::default(),
            leaves: Vec::new(),
            gpu_hours: u64::from(nodes)
                * u64::from(self.block.gpus_per_node)
                * u64::from(end.since(start)),
            whole_leaves_before,
            whole_leaves_after: whole_leaves_before,
        };
        if offer.certainty == Certainty::Exact {
            let interval = (start, end);
            let choice = self.calendar.choose(&window.free, interval, nodes, request.placement);
            let mut after = window.free;
            for range in choice.nodes.ranges() {
                bits::clear(&mut after, range.first - 1, range.last);
            }
            offer.whole_leaves_after = self.calendar.whole_leaves(&after);
            offer.node_ranges = choice.nodes;
            offer.leaves = choice.leaves;
        }
        Some(offer)
    }

    /// Which kinds of hold touch the interval.
    fn certainty(&self, start: Hour, end: Hour) -> Certainty {
        let (mut named, mut counted) = (false, false);
        let holds = self.calendar.holds().iter().filter_map(|&i| self.snapshot.holds.get(i));
        for hold in holds.filter(|hold| hold.from < end && hold.until > start) {
            match hold.nodes {
                HoldNodes::Named(_) => named = true,
                HoldNodes::Counted(_) => counted = true,
            }
        }
        match (named, counted) {
            (_, false) => Certainty::Exact,
            (false, true) => Certainty::Count,
            (true, true) => Certainty::AtLeast,
        }
    }
}
