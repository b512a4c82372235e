//! What an offer leaves to others, and which of two offers is the better one.

use std::cmp::Reverse;

use jari::model::Hour;

use super::{Matrix, Times};

/// What is free in one hour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Remainder {
    /// The longest run of neighbouring free nodes.
    pub nodes: u32,
    /// The longest run of neighbouring leaves that are wholly free.
    pub leaves: u32,
    /// Free nodes in all.
    pub block: u32,
}

/// What is free in the first hour of an offer, before and after it takes its nodes, which are
/// `named` where it is known which ones they are.
pub fn effect(matrix: &Matrix, offer: Times, named: Option<&[u32]>) -> (Remainder, Remainder) {
    let before = remainder(matrix, offer.start, &[]);
    let after = match named {
        Some(nodes) => remainder(matrix, offer.start, nodes),
        None => Remainder { block: before.block.saturating_sub(offer.nodes), ..before },
    };
    (before, after)
}

fn remainder(matrix: &Matrix, hour: Hour, taken: &[u32]) -> Remainder {
    let mut free = matrix.free(hour, hour.plus(1));
    free.retain(|node| !taken.contains(node));
    let all: u32 = matrix.leaves().iter().sum();
    let by_leaf = matrix.by_leaf(&free);
    let whole = by_leaf.iter().zip(matrix.leaves()).map(|(there, all)| there == all);
    Remainder {
        nodes: longest_run((1..=all).map(|node| free.contains(&node))),
        leaves: longest_run(whole),
        block: (free.len() as u32).saturating_sub(matrix.counted(hour, hour.plus(1))),
    }
}

/// The most neighbours that are all true.
fn longest_run(all: impl Iterator<Item = bool>) -> u32 {
    let (mut run, mut longest) = (0, 0);
    for yes in all {
        run = if yes { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

/// What offers are ranked by, the first first: the start, the most nodes, leaves and nodes by
/// which the longest runs get shorter, the size of the block, its index in the file.
pub type Rank = (Hour, Reverse<u32>, u32, u32, u32, usize);

/// Which criterion, from 0, tells the two apart.
pub fn first_difference(one: &Rank, other: &Rank) -> usize {
    let differ = [
        one.0 != other.0,
        one.1 != other.1,
        one.2 != other.2,
        one.3 != other.3,
        one.4 != other.4,
        one.5 != other.5,
    ];
    differ.iter().position(|differ| *differ).unwrap_or(differ.len())
}

#[test]
fn runs_by_hand() {
    use crate::cases::{self, hour};
    // Leaves of 2, 2, 3 and 2 nodes; node 4 is held, one more node by count.
    let mut snapshot = cases::empty_snapshot();
    snapshot.blocks.push(cases::block("a", "h200", &[2, 2, 3, 2], None));
    snapshot.holds.push(cases::named(0, "4", hour(0), hour(1)));
    snapshot.holds.push(cases::counted(0, 1, hour(0), hour(1)));
    let matrix = Matrix::new(&snapshot.blocks[0], 0, snapshot.holds.iter(), hour(0));
    let run = |nodes, leaves, block| Remainder { nodes, leaves, block };
    let offer = Times { start: hour(0), end: hour(1), nodes: 3 };
    assert_eq!(effect(&matrix, offer, None), (run(5, 2, 7), run(5, 2, 4)));
    let nodes = Some(&[1, 6, 7][..]);
    assert_eq!(effect(&matrix, offer, nodes), (run(5, 2, 7), run(2, 1, 4)));
}
