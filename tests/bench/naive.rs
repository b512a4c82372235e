//! The naive single-pass form: slots cut at the edges of holds, each with the bitset of its free
//! nodes; one pass over the starts, and from each a running intersection with a count of bits.
//!
//! The measure for everything cleverer. It knows named holds only, as the benchmarks do.

use jari::model::{Block, Hold, HoldNodes, Hour, Placement, Request, Term};
use std::ops::Range;

pub struct Naive {
    /// Slot `i` lasts from `edges[i]` until `edges[i + 1]`; the last one has no end.
    edges: Vec<Hour>,
    /// The free nodes of each slot, `words` words a slot.
    free: Vec<u64>,
    words: usize,
    leaves: Vec<Range<u32>>,
}

impl Naive {
    pub fn new(block: &Block, holds: &[&Hold]) -> Self {
        let mut edges: Vec<Hour> = holds.iter().flat_map(|hold| [hold.from, hold.until]).collect();
        edges.push(Hour::MIN);
        edges.sort_unstable();
        edges.dedup();

        let words = block.nodes().div_ceil(64) as usize;
        let mut free = vec![0; words * edges.len()];
        for slot in free.chunks_exact_mut(words) {
            for_each_word(0..block.nodes(), |word, mask| slot[word] |= mask);
        }
        for hold in holds {
            let HoldNodes::Named(nodes) = &hold.nodes else { continue };
            let slot = |hour| edges.partition_point(|edge| *edge < hour) * words;
            for slot in free[slot(hold.from)..slot(hold.until)].chunks_exact_mut(words) {
                for range in nodes.ranges() {
                    for_each_word(range.first - 1..range.last, |word, mask| slot[word] &= !mask);
                }
            }
        }
        let mut end = 0;
        let leaf = |size: &u32| {
            end += size;
            end - size..end
        };
        let leaves = block.leaves.iter().map(leaf).collect();
        Self { edges, free, words, leaves }
    }

    /// The most nodes that `placement` can use from `start` until `end`.
    pub fn most_nodes(&self, start: Hour, end: Hour, placement: Placement) -> u32 {
        self.most_nodes_or_below(0, start, end, placement)
    }

    /// The same where it is `enough` or more; else it may stop early with less.
    fn most_nodes_or_below(
        &self,
        enough: u32,
        start: Hour,
        end: Hour,
        placement: Placement,
    ) -> u32 {
        let first = self.edges.partition_point(|edge| *edge <= start) - 1;
        let slots = self.free[first * self.words..].chunks_exact(self.words);
        let mut free = vec![u64::MAX; self.words];
        let mut most = 0;
        for (edge, slot) in self.edges[first..].iter().zip(slots) {
            if *edge >= end && *edge > start {
                break;
            }
            for (word, slot) in free.iter_mut().zip(slot) {
                *word &= slot;
            }
            most = self.capacity(&free, placement);
            if most < enough {
                break;
            }
        }
        most
    }

    /// The earliest start that fits and ends by `latest_end`.
    pub fn earliest(&self, request: &Request, latest_end: Hour) -> Option<Hour> {
        let fits = |start: &Hour| {
            let (end, nodes) = (request.term.end(*start), request.nodes.min);
            let most = |enough| self.most_nodes_or_below(enough, *start, end, request.placement);
            end <= latest_end && most(nodes) >= nodes
        };
        let later = self.edges.iter().copied().filter(|edge| *edge > request.not_before);
        let mut starts: Vec<Hour> = Some(request.not_before).into_iter().chain(later).collect();
        // A month from midnight can end earlier than one from some hours before.
        if let Term::Months(_) = request.term {
            starts = starts.iter().flat_map(|start| [*start, start.next_midnight()]).collect();
            starts.sort_unstable();
        }
        starts.into_iter().find(fits)
    }

    fn capacity(&self, free: &[u64], placement: Placement) -> u32 {
        let leaf = |leaf: &Range<u32>| {
            let mut count = 0;
            for_each_word(leaf.clone(), |word, mask| count += (free[word] & mask).count_ones());
            count
        };
        let leaves = self.leaves.iter().map(leaf);
        match placement {
            Placement::Any => free.iter().map(|word| word.count_ones()).sum(),
            Placement::OneLeaf => leaves.max().unwrap_or(0),
            Placement::Leaves(most) => {
                let mut counts: Vec<u32> = leaves.collect();
                counts.sort_unstable();
                counts.iter().rev().take(most as usize).sum()
            }
            Placement::SegmentsOf(size) => leaves.map(|count| count / size * size).sum(),
        }
    }
}

/// Calls `act` with each word of a bitset that `nodes` touch, and the mask of them in it.
fn for_each_word(nodes: Range<u32>, mut act: impl FnMut(usize, u64)) {
    let mut node = nodes.start;
    while node < nodes.end {
        let stop = nodes.end.min((node / 64 + 1) * 64);
        act((node / 64) as usize, (u64::MAX >> (64 - (stop - node))) << (node % 64));
        node = stop;
    }
}
