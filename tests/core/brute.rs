//! What fits, by brute force: a matrix of nodes by hours, and every start tried in turn.
//!
//! Written from the specification alone, to be seen to be right at a glance. It shares the plain
//! data of `model` (and the calendar arithmetic of [`Term::end`]) with the engine, nothing else.

use std::collections::BTreeMap;

use jari::model::{
    Block, Call, Hold, HoldNodes, Hour, NodeCount, NodeRanges, Placement, Request, Snapshot,
};

/// One block from `first` on, hour by hour. In its last hour everything has come to rest: that
/// hour stands for all later ones.
pub struct Matrix {
    first: Hour,
    hours: usize,
    leaves: Vec<u32>,
    /// By node: the leaf it is on, from 0.
    leaf_of: Vec<usize>,
    /// By node and hour: whether it is free.
    free: Vec<Vec<bool>>,
    /// By node and hour: the first hour from here on (a column) at which it is not free.
    free_until: Vec<Vec<usize>>,
    /// By hour: nodes held by count.
    counted: Vec<u32>,
    /// By hour: the next hour (a column) at which another number is held by count.
    counted_until: Vec<usize>,
}

/// A column after all others: never.
const NEVER: usize = usize::MAX;

impl Matrix {
    /// The block at place `index`, as held by those `holds` that are its own.
    pub fn new<'a>(
        block: &Block,
        index: usize,
        holds: impl Iterator<Item = &'a Hold> + Clone,
        first: Hour,
    ) -> Self {
        let own = holds.filter(|hold| hold.block == index);
        let edges = own
            .clone()
            .flat_map(|hold| [hold.from, hold.until])
            .chain(block.available_from)
            .filter(|edge| (Hour::EARLIEST..=Hour::LATEST).contains(edge));
        // One hour past the last edge nothing changes any more.
        let hours = edges.map(|edge| edge.since(first) as usize).max().unwrap_or(0) + 2;
        let nodes = block.nodes() as usize;
        let leaf_of: Vec<usize> = (block.leaves.iter().enumerate())
            .flat_map(|(leaf, nodes)| vec![leaf; *nodes as usize])
            .collect();

        let mut free = vec![vec![true; hours]; nodes];
        let mut counted = vec![0; hours];
        let column = |hour: Hour| (hour.since(first) as usize).min(hours);
        for hold in own {
            let held = column(hold.from)..column(hold.until);
            match &hold.nodes {
                HoldNodes::Counted(count) => {
                    counted[held].iter_mut().for_each(|sum| *sum += count);
                }
                HoldNodes::Named(ranges) => {
                    for node in numbers(ranges) {
                        free[node as usize - 1][held.clone()].fill(false);
                    }
                }
            }
        }
        let not_delivered = 0..column(block.available_from.unwrap_or(Hour::MIN));
        for row in &mut free {
            row[not_delivered.clone()].fill(false);
        }

        let free_until = free.iter().map(|row| first_false_from(row)).collect();
        let same: Vec<bool> =
            (0..hours).map(|at| at + 1 < hours && counted[at] == counted[at + 1]).collect();
        let counted_until = first_false_from(&same)
            .into_iter()
            .map(|last| if last + 1 < hours { last + 1 } else { NEVER })
            .collect();
        Self {
            first,
            hours,
            leaves: block.leaves.clone(),
            leaf_of,
            free,
            free_until,
            counted,
            counted_until,
        }
    }

    fn column(&self, hour: Hour) -> usize {
        (hour.since(self.first) as usize).min(self.hours - 1)
    }

    /// Nodes (from 1) that are free in every hour from `start` until `end`.
    pub fn free(&self, start: Hour, end: Hour) -> Vec<u32> {
        let (from, length) = (self.column(start), end.since(start) as usize);
        (0..self.free.len())
            .filter(|node| {
                let until = self.free_until[*node][from];
                until == NEVER || until - from >= length
            })
            .map(|node| node as u32 + 1)
            .collect()
    }

    /// The most nodes that are held by count in any hour from `start` until `end`.
    pub fn counted(&self, start: Hour, end: Hour) -> u32 {
        let (mut at, last) = (self.column(start), self.column(start) + end.since(start) as usize);
        let mut most = 0;
        while at < last.min(self.hours) {
            most = most.max(self.counted[at]);
            at = self.counted_until[at];
        }
        most
    }

    /// How many of `nodes` are on each leaf.
    pub fn by_leaf(&self, nodes: &[u32]) -> Vec<u32> {
        let mut counts = vec![0; self.leaves.len()];
        for node in nodes {
            counts[self.leaf_of[*node as usize - 1]] += 1;
        }
        counts
    }

    /// How many leaves have all their nodes among `nodes`.
    pub fn whole_leaves(&self, nodes: &[u32]) -> u32 {
        let counts = self.by_leaf(nodes);
        counts.iter().zip(&self.leaves).filter(|(there, all)| there == all).count() as u32
    }

    /// How many nodes are sure to be had from `start` until `end` under `placement`.
    pub fn capacity(&self, start: Hour, end: Hour, placement: Placement) -> u32 {
        let by_leaf = self.by_leaf(&self.free(start, end));
        let taken = self.counted(start, end);
        match placement {
            Placement::Any => by_leaf.iter().sum::<u32>().saturating_sub(taken),
            Placement::OneLeaf => largest(&by_leaf, 1).saturating_sub(taken),
            Placement::Leaves(leaves) => largest(&by_leaf, leaves).saturating_sub(taken),
            Placement::SegmentsOf(group) => group * fewest_groups(&by_leaf, group, taken),
        }
    }

    /// The longest whole number of hours from `start` on for which `nodes` fit; `None` for ever.
    pub fn longest(&self, start: Hour, nodes: u32, placement: Placement) -> Option<u32> {
        let at_rest = self.hours as u32;
        let fits = |hours: u32| self.capacity(start, start.plus(hours), placement) >= nodes;
        (0..at_rest).find(|hours| !fits(hours + 1))
    }

    /// Every start that may matter, in order: once nothing changes any more, a start that is a
    /// month later ends later and has the same nodes.
    pub fn starts(&self, not_before: Hour) -> impl Iterator<Item = Hour> {
        let at_rest = self.first.plus(self.hours as u32).since(not_before);
        (0..=at_rest + 32 * 24).map(move |hours| not_before.plus(hours))
    }
}

/// For every place in `row`, the first place from there on that is false, or [`NEVER`].
fn first_false_from(row: &[bool]) -> Vec<usize> {
    let mut next = NEVER;
    let mut found = vec![NEVER; row.len()];
    for (at, (place, yes)) in found.iter_mut().zip(row).enumerate().rev() {
        if !yes {
            next = at;
        }
        *place = next;
    }
    found
}

/// The numbers that `ranges` hold.
pub fn numbers(ranges: &NodeRanges) -> Vec<u32> {
    ranges.ranges().iter().flat_map(|range| range.first..=range.last).collect()
}

/// The sum of the `leaves` largest counts.
pub fn largest(counts: &[u32], leaves: u32) -> u32 {
    let mut sorted = counts.to_vec();
    sorted.sort_unstable();
    sorted.iter().rev().take(leaves as usize).sum()
}

/// The fewest whole groups that can be left when any `taken` nodes go: every split of them over
/// the leaves is tried (`fewest[n]`: the fewest groups so far, `n` nodes having gone).
pub fn fewest_groups(by_leaf: &[u32], group: u32, taken: u32) -> u32 {
    let taken = taken.min(by_leaf.iter().sum()) as usize;
    let mut fewest: Vec<Option<u32>> = vec![None; taken + 1];
    fewest[0] = Some(0);
    for free in by_leaf {
        let mut next = vec![None; taken + 1];
        for gone in 0..=taken {
            for here in 0..=(*free as usize).min(gone) {
                let Some(before) = fewest[gone - here] else { continue };
                let groups = before + (free - here as u32) / group;
                if next[gone].is_none_or(|least| groups < least) {
                    next[gone] = Some(groups);
                }
            }
        }
        fewest = next;
    }
    fewest[taken].unwrap_or(0)
}

/// What the engine should answer for one block.
#[derive(Debug, PartialEq, Eq)]
pub struct Expected {
    pub offer: Option<ExpectedOffer>,
    pub most_nodes: u32,
    pub longest_hours: Option<u32>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct ExpectedOffer {
    pub start: Hour,
    pub end: Hour,
    pub nodes: u32,
    pub named: bool,
    pub counted: bool,
}

/// The block's matrix from the request's `not_before` on, with those holds for which `keep` says
/// so.
pub fn matrix(
    snapshot: &Snapshot,
    index: usize,
    request: &Request,
    keep: impl Fn(usize) -> bool + Clone,
) -> Matrix {
    let kept = snapshot.holds.iter().enumerate().filter(move |(hold, _)| keep(*hold));
    let holds = kept.map(|(_, hold)| hold);
    Matrix::new(&snapshot.blocks[index], index, holds, request.not_before)
}

/// The answer for one block.
pub fn answer(snapshot: &Snapshot, index: usize, request: &Request) -> Expected {
    let matrix = matrix(snapshot, index, request, |_| true);
    answer_on(&matrix, snapshot, index, request)
}

/// The answer for one block whose matrix is there already.
pub fn answer_on(
    matrix: &Matrix,
    snapshot: &Snapshot,
    index: usize,
    request: &Request,
) -> Expected {
    let start = request.not_before;
    let end = request.term.end(start);
    Expected {
        offer: offer(matrix, snapshot, index, request),
        most_nodes: matrix.capacity(start, end, request.placement),
        longest_hours: matrix.longest(start, request.nodes.min, request.placement),
    }
}

fn offer(
    matrix: &Matrix,
    snapshot: &Snapshot,
    index: usize,
    request: &Request,
) -> Option<ExpectedOffer> {
    let block = &snapshot.blocks[index];
    let call = request.call.as_ref().map(|id| snapshot.call(id).unwrap());
    if !request.accelerators.contains(&block.accelerator)
        || call.is_some_and(|call| breaks_a_rule(call, &block.accelerator, request))
    {
        return None;
    }
    let by = [Some(Hour::LATEST), request.not_after, call.and_then(|call| call.term.until)];
    let latest_end = by.into_iter().flatten().min().unwrap();
    let size = call.and_then(|call| call.size(&block.accelerator));
    let least = fewest_nodes(snapshot, index, request);
    let most = size.map_or(request.nodes.max, |size| size.max_nodes.min(request.nodes.max));
    for start in matrix.starts(request.not_before) {
        let end = request.term.end(start);
        if end > latest_end {
            continue;
        }
        let capacity = matrix.capacity(start, end, request.placement);
        if capacity >= least {
            let overlaps =
                |hold: &&Hold| hold.block == index && hold.from < end && hold.until > start;
            let named = |hold: &Hold| matches!(hold.nodes, HoldNodes::Named(_));
            let during: Vec<&Hold> = snapshot.holds.iter().filter(overlaps).collect();
            return Some(ExpectedOffer {
                start,
                end,
                nodes: most.min(capacity),
                named: during.iter().any(|hold| named(hold)),
                counted: during.iter().any(|hold| !named(hold)),
            });
        }
    }
    None
}

/// The fewest nodes that meet both the request and the call; the request alone where they have no
/// number in common.
pub fn fewest_nodes(snapshot: &Snapshot, index: usize, request: &Request) -> u32 {
    let NodeCount { min, max } = request.nodes;
    let call = request.call.as_ref().map(|id| snapshot.call(id).unwrap());
    let size = call.and_then(|call| call.size(&snapshot.blocks[index].accelerator));
    size.map(|size| size.min_nodes.max(min)).filter(|both| *both <= max).unwrap_or(min)
}

/// Whether a request that starts at `not_before` breaks a rule of the call. The numbers asked and
/// allowed must have one in common, and some start must end in time (calendar months can end
/// earlier when begun a little later).
pub fn breaks_a_rule(call: &Call, accelerator: &str, request: &Request) -> bool {
    let Some(size) = call.size(accelerator) else { return true };
    let start = request.not_before;
    let end = request.term.end(start);
    request.nodes.max < size.min_nodes
        || request.nodes.min > size.max_nodes
        || !call.admits(request.class)
        || call.term.min.is_some_and(|min| end < min.end(start))
        || call.term.max.is_some_and(|max| end > max.end(start))
        || call.term.until.is_some_and(|until| {
            (0..32 * 24).all(|later| request.term.end(start.plus(later)) > until)
        })
}

/// What is wrong with `nodes` as an offer under `placement` from `start` until `end`.
pub fn wrong_with_nodes(
    matrix: &Matrix,
    nodes: &[u32],
    start: Hour,
    end: Hour,
    placement: Placement,
) -> Option<String> {
    let free = matrix.free(start, end);
    if let Some(held) = nodes.iter().find(|node| !free.contains(node)) {
        return Some(format!("node {held} is not free all the time"));
    }
    let (there, used) = (matrix.by_leaf(&free), matrix.by_leaf(nodes));
    let wanted = nodes.len() as u32;
    // What a leaf can give at most, and so the fewest leaves that can give enough.
    let (give, groups): (Vec<u32>, u32) = match placement {
        Placement::SegmentsOf(group) => {
            (there.iter().map(|free| free / group * group).collect(), wanted.div_ceil(group))
        }
        _ => (there.clone(), 0),
    };
    let fewest = (1..).find(|leaves| largest(&give, *leaves) >= wanted).unwrap();
    let on: Vec<usize> = (0..used.len()).filter(|leaf| used[*leaf] > 0).collect();
    if on.len() as u32 != fewest {
        return Some(format!("on {} leaves, {fewest} would do", on.len()));
    }
    match placement {
        Placement::OneLeaf if on.len() > 1 => return Some("not on one leaf".into()),
        Placement::Leaves(most) if on.len() as u32 > most => {
            return Some(format!("on more than {most} leaves"));
        }
        Placement::SegmentsOf(group) => {
            // Whole groups, but for the one that the last few nodes do not fill.
            let begun: u32 = used.iter().map(|nodes| nodes.div_ceil(group)).sum();
            if begun != groups || on.iter().any(|leaf| used[*leaf] > give[*leaf]) {
                return Some(format!("not in whole groups of {group}: {used:?}"));
            }
        }
        _ => {}
    }
    // The last leaf is the tightest: no leaf left out could take its place with less to spare.
    let spare = |leaf: usize| give[leaf] - used[leaf];
    let last = on.iter().copied().max_by_key(|leaf| spare(*leaf)).unwrap();
    let left_out = (0..used.len()).filter(|leaf| used[*leaf] == 0);
    let tighter = left_out
        .filter(|leaf| give[*leaf] >= used[last] && give[*leaf] < give[last])
        .min_by_key(|leaf| give[*leaf]);
    tighter.map(|leaf| format!("leaf {} is tighter than leaf {}", leaf + 1, last + 1))
}

/// Nodes by leaf (from 1), leaves without any left out.
pub fn shares(matrix: &Matrix, nodes: &[u32]) -> BTreeMap<u32, u32> {
    (1..).zip(matrix.by_leaf(nodes)).filter(|(_, nodes)| *nodes > 0).collect()
}

#[test]
fn an_adversary_takes_whole_groups_first() {
    // Leaves of 5 and 4 in groups of 4: one node of the second leaf ends its group.
    assert_eq!(fewest_groups(&[5, 4], 4, 0), 2);
    assert_eq!(fewest_groups(&[5, 4], 4, 1), 1);
    assert_eq!(fewest_groups(&[5, 4], 4, 2), 1);
    assert_eq!(fewest_groups(&[5, 4], 4, 3), 0);
    assert_eq!(fewest_groups(&[5, 4], 4, 100), 0);
    assert_eq!(fewest_groups(&[], 4, 1), 0);
}

#[test]
fn a_small_block_by_hand() {
    use crate::cases::{self, hour};
    // Two leaves of 2. Node 1 is held in hours 2 and 3, one node by count in hour 5.
    let mut snapshot = cases::empty_snapshot();
    snapshot.blocks.push(cases::block("a", "h200", &[2, 2], None));
    snapshot.holds.push(cases::named(0, "1", hour(2), hour(4)));
    snapshot.holds.push(cases::counted(0, 1, hour(5), hour(6)));
    let matrix = Matrix::new(&snapshot.blocks[0], 0, snapshot.holds.iter(), hour(0));
    let capacity = |start, end, placement| matrix.capacity(hour(start), hour(end), placement);
    assert_eq!(matrix.free(hour(0), hour(2)), [1, 2, 3, 4]);
    assert_eq!(matrix.free(hour(1), hour(3)), [2, 3, 4]);
    assert_eq!(capacity(0, 2, Placement::Any), 4);
    assert_eq!(capacity(0, 4, Placement::Any), 3);
    assert_eq!(capacity(0, 6, Placement::Any), 2);
    assert_eq!(capacity(4, 5, Placement::Any), 4);
    assert_eq!(capacity(4, 6, Placement::OneLeaf), 1);
    assert_eq!(capacity(4, 6, Placement::Leaves(2)), 3);
    assert_eq!(capacity(0, 3, Placement::SegmentsOf(2)), 2);
    assert_eq!(capacity(5, 6, Placement::SegmentsOf(2)), 2);
    assert_eq!(capacity(6, 9_000, Placement::Any), 4);
    assert_eq!(matrix.longest(hour(0), 4, Placement::Any), Some(2));
    assert_eq!(matrix.longest(hour(2), 4, Placement::Any), Some(0));
    assert_eq!(matrix.longest(hour(0), 3, Placement::Any), Some(5));
    assert_eq!(matrix.longest(hour(0), 2, Placement::Any), None);
}
