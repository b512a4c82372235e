//! Splits of a request over blocks.

use super::ask::Ask;
use super::buckets::Buckets;
use super::offer::Offer;
use super::question::Question;
use super::search::BlockSearch;
use crate::model::{Hour, NodeCount, Request, order};
use core::ops::Range;

/// Way to meet a request with nodes of several blocks at the same time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Split {
    /// Id of the accelerator that all parts have.
    pub accelerator: String,
    /// First hour.
    pub start: Hour,
    /// End (exclusive).
    pub end: Hour,
    /// Number of nodes in all: the fewest asked.
    pub nodes: u32,
    /// Parts, the block with the most room first.
    pub parts: Vec<SplitPart>,
}

/// Part of a split request in one block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SplitPart {
    /// Index of the block in the snapshot.
    pub block_index: usize,
    /// Offer of this block.
    pub offer: Offer,
}

/// Returns the earliest split over blocks of one accelerator, in as few parts as possible.
///
/// `None` if the request asks for none, if there is none, or if at its start one block alone is
/// enough.
pub(super) fn split_over_blocks(questions: &[Question<'_>], request: &Request) -> Option<Split> {
    let least = request.split?;
    let mut best: Option<(Hour, Vec<BlockShare>, &String)> = None;
    for accelerator in &request.accelerators {
        let of_it = questions.iter().filter(|question| question.block.accelerator == *accelerator);
        let several = Several { questions: of_it.copied().collect(), least };
        // A later start than the one found already cannot win.
        let before = best.as_ref().map_or(Hour::MAX, |best| best.0.plus(1));
        let Some((start, shares)) = several.earliest(before) else { continue };
        if best.as_ref().is_none_or(|best| (start, shares.len()) < (best.0, best.1.len())) {
            best = Some((start, shares, accelerator));
        }
    }
    let (start, shares, accelerator) = best.filter(|best| best.1.len() > 1)?;
    let (mut nodes, mut parts) = (0, Vec::new());
    for BlockShare { question, nodes: share } in shares {
        let ask = Ask { nodes: NodeCount::exactly(share), ..question.ask };
        let offer = question.with(ask).offer_from(start, share);
        nodes += share;
        parts.push(SplitPart { block_index: question.block_index, offer });
    }
    let end = request.term.end(start);
    Some(Split { accelerator: accelerator.clone(), start, end, nodes, parts })
}

/// Number of nodes in one block.
struct BlockShare<'a> {
    question: Question<'a>,
    nodes: u32,
}

/// Same request, asked of several blocks of one accelerator together.
struct Several<'a> {
    questions: Vec<Question<'a>>,
    /// Minimum number of nodes of a part.
    least: u32,
}

impl<'a> Several<'a> {
    /// Returns the earliest start before `before` (exclusive), with the nodes of each block there.
    ///
    /// As for one block, buckets give an upper bound first: here the sum over the blocks of those
    /// that have room for a part.
    fn earliest(&self, before: Hour) -> Option<(Hour, Vec<BlockShare<'a>>)> {
        let question = self.questions.first()?;
        if !question.may_be_allowed() {
            return None;
        }
        let search = question.search(question.fewest_nodes(), before);
        if let Some(shares) = self.shares(&search, search.not_before) {
            return Some((search.not_before, shares));
        }
        // One `last_gain` for all, so that every block has the same buckets and they can be added
        // up.
        let last_gain = self.questions.iter().map(|q| q.calendar.last_gain()).max()?;
        let mut buckets: Vec<Buckets<'_>> = Vec::new();
        for question in &self.questions {
            buckets.push(Buckets::new(question.calendar, &search, last_gain)?);
        }
        let mut most_nodes: Vec<u32> = Vec::new();
        for of_block in &buckets {
            for (bucket, most) in of_block.capacities(search.placement).enumerate() {
                let most = if most >= self.least { most } else { 0 };
                match most_nodes.get_mut(bucket) {
                    Some(sum) => *sum = sum.saturating_add(most),
                    None => most_nodes.push(most),
                }
            }
        }
        let of_first = buckets.first()?;
        for (bucket, &most) in most_nodes.iter().enumerate() {
            if most < search.nodes {
                continue;
            }
            for start in self.candidates(&search, &of_first.hours_of(bucket)) {
                if let Some(shares) = self.shares(&search, start) {
                    return Some((start, shares));
                }
            }
        }
        None
    }

    /// Yields the starts within `hours` that can be the earliest in one of the blocks, ascending.
    fn candidates(&self, search: &BlockSearch, hours: &Range<Hour>) -> impl Iterator<Item = Hour> {
        let mut starts: Vec<u64> = Vec::new();
        for question in &self.questions {
            for start in question.calendar.candidates(search, hours) {
                starts.push(order::of_hour(start).into());
            }
        }
        order::sort(&mut starts);
        starts.into_iter().map(|start| order::to_hour(start as u32))
    }

    /// Returns the nodes of each block at `start`, in as few parts as possible.
    ///
    /// Greedy: the block with the most room gives all it can, then the next one. If the rest is
    /// smaller than a part may be, earlier parts give up nodes for it.
    fn shares(&self, search: &BlockSearch, start: Hour) -> Option<Vec<BlockShare<'a>>> {
        let end = search.end(start)?;
        let mut most: Vec<u32> = Vec::with_capacity(self.questions.len());
        for question in &self.questions {
            let opening = question.calendar.opening(start, end.since(start));
            most.push(opening.usable_nodes(end, search.placement));
        }
        let mut shares: Vec<BlockShare<'_>> = Vec::new();
        let mut left = search.nodes;
        for index in order::argsort(most.iter().map(|most| u32::MAX - most)) {
            let (Some(&question), Some(&most)) = (self.questions.get(index), most.get(index))
            else {
                continue;
            };
            if left == 0 || most < self.least {
                break;
            }
            let nodes = most.min(left);
            shares.push(BlockShare { question, nodes });
            left -= nodes;
        }
        if left > 0 {
            return None;
        }
        // The last part may be below the minimum: the parts before it give up nodes, none below the
        // minimum.
        let mut lacking = 0;
        for share in shares.iter_mut().rev() {
            let wanted = share.nodes.saturating_sub(lacking).max(self.least);
            lacking = (lacking + wanted).saturating_sub(share.nodes);
            share.nodes = wanted;
        }
        (lacking == 0).then_some(shares)
    }
}
