//! Three ways to the same answers: the engine, and the two references that it is held against.

use crate::{brute::Matrix, cases, naive::Naive};
use jari::fit::{self, Calendars, MapAsk};
use jari::model::{Block, Hour, Placement, Request, Snapshot};

/// Days of a fit map.
const DAYS: u32 = 365;
/// A fit map is of all blocks where they are so few, else of the best one.
const FEW_BLOCKS: usize = 5;

/// What the ways have in common of a preview; the engine's says much more.
#[derive(PartialEq, Debug)]
pub struct Answer {
    /// By block: when it first fits.
    pub starts: Vec<Option<Hour>>,
    /// By block: the most nodes from the earliest start asked.
    pub most_nodes: Vec<u32>,
    /// By day: the most nodes in one block.
    pub map: Vec<u32>,
}

/// Blocks laid out in time, and how they are asked.
pub trait Way {
    const NAME: &str;
    fn index(snapshot: &Snapshot) -> Self;
    /// By block: when it first fits.
    fn earliest(&self, snapshot: &Snapshot, request: &Request) -> Vec<Option<Hour>>;
    /// What the page needs to show all of a request.
    fn preview(&self, snapshot: &Snapshot, request: &Request) -> Answer;
}

impl Way for Calendars {
    const NAME: &str = "engine";

    fn index(snapshot: &Snapshot) -> Self {
        Self::new(snapshot)
    }

    fn earliest(&self, snapshot: &Snapshot, request: &Request) -> Vec<Option<Hour>> {
        let starts = fit::earliest_starts(snapshot, self, request);
        starts.expect("a request without mistakes").into_iter().map(|(_, start)| start).collect()
    }

    fn preview(&self, snapshot: &Snapshot, request: &Request) -> Answer {
        let preview = fit::preview(snapshot, self, request).expect("a request without mistakes");
        let start = |block: &fit::BlockAnswer| block.offer.as_ref().map(|offer| offer.start);
        let starts: Vec<Option<Hour>> = preview.blocks.iter().map(start).collect();
        let map = fit::fit_map(self, &map_of(&starts), &MapAsk::new(snapshot, request, DAYS));
        Answer {
            most_nodes: preview.blocks.iter().map(|block| block.most_nodes).collect(),
            map: (0..DAYS).map(|day| map.most_nodes(day, 0)).collect(),
            starts,
        }
    }
}

impl Way for Vec<Naive> {
    const NAME: &str = "naive";

    fn index(snapshot: &Snapshot) -> Self {
        let mut holds = vec![Vec::new(); snapshot.blocks.len()];
        for hold in &snapshot.holds {
            holds[hold.block_index].push(hold);
        }
        snapshot.blocks.iter().zip(&holds).map(|(block, own)| Naive::new(block, own)).collect()
    }

    fn earliest(&self, snapshot: &Snapshot, request: &Request) -> Vec<Option<Hour>> {
        accepted(self, snapshot, request, |block| block.earliest(request, latest_end(request)))
    }

    fn preview(&self, snapshot: &Snapshot, request: &Request) -> Answer {
        answer(self, self.earliest(snapshot, request), request, Naive::most_nodes)
    }
}

impl Way for Vec<Matrix> {
    const NAME: &str = "brute";

    fn index(snapshot: &Snapshot) -> Self {
        let holds = snapshot.holds.iter();
        let block = |(index, block)| Matrix::new(block, index, holds.clone(), cases::hour(0));
        snapshot.blocks.iter().enumerate().map(block).collect()
    }

    fn earliest(&self, snapshot: &Snapshot, request: &Request) -> Vec<Option<Hour>> {
        let fits = |block: &Matrix, start: Hour| {
            let end = request.term.end(start);
            end <= latest_end(request)
                && block.capacity(start, end, request.placement) >= request.nodes.min
        };
        accepted(self, snapshot, request, |block| {
            block.starts(request.not_before).find(|start| fits(block, *start))
        })
    }

    fn preview(&self, snapshot: &Snapshot, request: &Request) -> Answer {
        answer(self, self.earliest(snapshot, request), request, Matrix::capacity)
    }
}

/// By block of a reference: when it first fits, where its accelerator is accepted.
fn accepted<T>(
    blocks: &[T],
    snapshot: &Snapshot,
    request: &Request,
    earliest: impl Fn(&T) -> Option<Hour>,
) -> Vec<Option<Hour>> {
    let is_accepted = |block: &Block| request.accelerators.contains(&block.accelerator);
    let start = |(block, of)| if is_accepted(block) { earliest(of) } else { None };
    snapshot.blocks.iter().zip(blocks).map(start).collect()
}

/// The answer of a reference that knows when it first fits, and the most nodes of an interval.
fn answer<T>(
    blocks: &[T],
    starts: Vec<Option<Hour>>,
    request: &Request,
    most_nodes: impl Fn(&T, Hour, Hour, Placement) -> u32,
) -> Answer {
    let most =
        |block: &T, start| most_nodes(block, start, request.term.end(start), request.placement);
    let of = map_of(&starts);
    let day = |day| {
        let start = request.not_before.plus(24 * day);
        match request.term.end(start) <= latest_end(request) {
            true => of.iter().map(|&block| most(&blocks[block], start)).max().unwrap_or(0),
            false => 0,
        }
    };
    Answer {
        most_nodes: blocks.iter().map(|block| most(block, request.not_before)).collect(),
        map: (0..DAYS).map(day).collect(),
        starts,
    }
}

/// The blocks that a fit map is of.
fn map_of(starts: &[Option<Hour>]) -> Vec<usize> {
    if starts.len() <= FEW_BLOCKS {
        return (0..starts.len()).collect();
    }
    let best = (0..starts.len()).min_by_key(|block| starts[*block].unwrap_or(Hour::MAX));
    best.into_iter().collect()
}

fn latest_end(request: &Request) -> Hour {
    request.not_after.unwrap_or(Hour::LATEST)
}
