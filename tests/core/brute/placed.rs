//! Which nodes an offer may name.

use std::collections::BTreeMap;

use jari::model::{Hour, Placement};

use super::matrix::{Matrix, largest};

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
    if let Some(leaf) = tighter {
        return Some(format!("leaf {} is tighter than leaf {}", leaf + 1, last + 1));
    }
    wrong_within_leaves(matrix, nodes, &free, start)
}

/// On a leaf that gives only some of its free nodes, those are taken that are free for the
/// shortest time around the start, then those with the lowest numbers.
fn wrong_within_leaves(
    matrix: &Matrix,
    nodes: &[u32],
    free: &[u32],
    start: Hour,
) -> Option<String> {
    for taken in nodes {
        let same_leaf = |node: &&u32| matrix.leaf_of(**node) == matrix.leaf_of(*taken);
        for spared in free.iter().filter(|node| !nodes.contains(node)).filter(same_leaf) {
            let (hole, other) = (matrix.hole(*spared, start), matrix.hole(*taken, start));
            if is_tighter(hole, other) || (hole == other && spared < taken) {
                return Some(format!("node {spared} fits tighter than node {taken}"));
            }
        }
    }
    None
}

/// From when to when a node is free; `None` for ever.
type Hole = (Option<Hour>, Option<Hour>);

/// Whether one hole is shorter than another; of two that never begin the one that ends first.
fn is_tighter(hole: Hole, other: Hole) -> bool {
    let length = |hole: Hole| hole.0.zip(hole.1).map(|(from, until)| until.since(from));
    match (length(hole), length(other)) {
        (Some(hole), Some(other)) => hole < other,
        (Some(_), None) => true,
        (None, Some(_)) => false,
        (None, None) => match (hole, other) {
            ((None, Some(until)), (None, later)) => later.is_none_or(|later| until < later),
            ((Some(from), None), (earlier, None)) => earlier.is_none_or(|earlier| earlier < from),
            _ => false,
        },
    }
}

/// Nodes by leaf (from 1), leaves without any left out.
pub fn shares(matrix: &Matrix, nodes: &[u32]) -> BTreeMap<u32, u32> {
    (1..).zip(matrix.by_leaf(nodes)).filter(|(_, nodes)| *nodes > 0).collect()
}
