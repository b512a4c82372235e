//! What is measured: made snapshots, the same on every machine, and what is asked of them.

use crate::cases::{self, Random};
use jari::model::{
    Hold, HoldNodes, Hour, NodeRange, NodeRanges, Placement, Request, Snapshot, Term, Throughput,
};

const LEAF: u32 = 32;
const YEAR: u32 = 365 * 24;
/// Nodes of a block of the large snapshots.
const BLOCK: u32 = 500;
/// The same on every machine.
const SEED: u64 = 20_270_101;

/// The size of a snapshot.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Load {
    /// The programme's five blocks, 200 named holds a block.
    W1,
    /// So many blocks of 500 nodes, so many named holds in all.
    Grown { blocks: u32, holds: u32 },
}

impl Load {
    pub const W2: Self = Self::Grown { blocks: 200, holds: 1_000_000 };
    /// The first block of W2 alone: what brute force can do in a bearable time.
    pub const W2_BLOCK: Self = Self::Grown { blocks: 1, holds: 5_000 };

    pub fn name(self) -> String {
        match self {
            Self::W1 => "w1".into(),
            Self::Grown { blocks, holds } => format!("{}x{holds}", blocks * BLOCK),
        }
    }

    pub fn size(self) -> String {
        match self {
            Self::W1 => "1307 nodes, 1000 holds".into(),
            Self::Grown { blocks, holds } => format!("{} nodes, {holds} holds", blocks * BLOCK),
        }
    }

    pub fn snapshot(self) -> Snapshot {
        match self {
            Self::W1 => programme(),
            Self::Grown { blocks, holds } => lanes(blocks, holds),
        }
    }

    /// The name of the request that others are told apart from.
    pub const fn typical(self) -> &'static str {
        match self {
            Self::W1 => "any_32_14d",
            Self::Grown { .. } => "any_16_24h",
        }
    }

    /// Requests and their names, the typical one first.
    pub fn requests(self) -> Vec<(&'static str, Request)> {
        let within_the_year = |request| Request { not_after: Some(cases::hour(YEAR)), ..request };
        let (any, leaf, eights) = (Placement::Any, Placement::OneLeaf, Placement::SegmentsOf(8));
        // Two days are cut off at the end of February.
        let from_30_january = |request| Request { not_before: cases::hour(29 * 24), ..request };
        match self {
            Self::W1 => vec![
                ("any_32_14d", ask(32, Term::Days(14), any)),
                ("at_once_8_7d", ask(8, Term::Days(7), any)),
                ("later_96_60d", ask(96, Term::Days(60), any)),
                ("never_200_90d", within_the_year(ask(200, Term::Days(90), any))),
                ("too_many_600", ask(600, Term::Days(14), any)),
                ("leaf_16_3mo", ask(16, Term::Months(3), leaf)),
                ("leaves_3_96_7d", within_the_year(ask(96, Term::Days(7), Placement::Leaves(3)))),
                ("eights_64_30d", ask(64, Term::Days(30), eights)),
                ("months_64_1mo", from_30_january(ask(64, Term::Months(1), any))),
                ("elastic_split_128_30d", elastic_and_split(128, 16, Term::Days(30))),
            ],
            Self::Grown { .. } => vec![
                ("any_16_24h", ask(16, Term::Hours(24), any)),
                ("at_once_2_6h", ask(2, Term::Hours(6), any)),
                ("later_96_24h", ask(96, Term::Hours(24), any)),
                ("never_256_30d", within_the_year(ask(256, Term::Days(30), any))),
                ("too_many_600", ask(600, Term::Days(14), any)),
                ("leaf_16_24h", ask(16, Term::Hours(24), leaf)),
                ("eights_200_6h", ask(200, Term::Hours(6), eights)),
                ("months_64_1mo", from_30_january(ask(64, Term::Months(1), any))),
                ("elastic_split_256_48h", elastic_and_split(256, 16, Term::Hours(48))),
            ],
        }
    }
}

/// On any accelerator, from 1 March on: in the thick of the holds.
fn ask(nodes: u32, term: Term, placement: Placement) -> Request {
    let mut request = cases::request(nodes, term, cases::hour(59 * 24));
    request.accelerators.push("b200".into());
    request.placement = placement;
    request
}

/// Twice as many where they are to be had, in parts over several blocks if need be, on one
/// accelerator that has a counterpart.
fn elastic_and_split(nodes: u32, part: u32, term: Term) -> Request {
    let mut request = ask(nodes, term, Placement::Any);
    request.nodes.max = 2 * nodes;
    request.split = Some(part);
    request.accelerators.truncate(1);
    request
}

/// No blocks yet.
fn empty() -> Snapshot {
    let mut snapshot = cases::empty_snapshot();
    for (accelerator, value) in snapshot.accelerators.iter_mut().zip([1.0, 2.0]) {
        let throughput = Throughput { value, low: None, high: None, source: None };
        accelerator.relative_throughput = Some(throughput);
    }
    snapshot
}

/// The programme's blocks; holds anywhere, over each other.
fn programme() -> Snapshot {
    let mut snapshot = empty();
    let mut random = Random::new(SEED);
    let sizes = [("h200", 255), ("h200", 32), ("b200", 510), ("b200", 255), ("b200", 255)];
    for (block, (accelerator, nodes)) in sizes.into_iter().enumerate() {
        add_block(&mut snapshot, accelerator, nodes);
        for _ in 0..200 {
            let first = random.within(1, nodes);
            let last = (first + random.within(0, nodes / 8)).min(nodes);
            let from = cases::hour(random.within(0, YEAR));
            let until = from.plus(random.within(24, 60 * 24));
            snapshot.holds.push(hold(block, NodeRange { first, last }, from, until));
        }
    }
    snapshot
}

/// Blocks cut into lanes of 2 to 32 neighbouring nodes. Each lane is held by one hold after the
/// other, about 80 % of the year, whatever length of holds that takes; nothing is booked twice.
/// Holds come in the order of their beginnings, as a log of jobs has them.
fn lanes(blocks: u32, holds: u32) -> Snapshot {
    let mut snapshot = empty();
    snapshot.holds.reserve_exact(holds as usize);
    for block in 0..blocks {
        add_block(&mut snapshot, if block % 2 == 0 { "h200" } else { "b200" }, BLOCK);
        let mut random = Random::new(SEED + u64::from(block));
        let mut lanes = Vec::new();
        let mut first = 1;
        while first <= BLOCK {
            let last = (first + random.within(2, 32) - 1).min(BLOCK);
            lanes.push(NodeRange { first, last });
            first = last + 1;
        }
        let own = share(holds, blocks, block);
        for (lane_index, lane) in (0..).zip(&lanes) {
            let count = share(own, lanes.len() as u32, lane_index);
            // From the beginning of one hold to the beginning of the next, on average.
            let pace = YEAR / count.max(1);
            let mut from = cases::hour(0).plus(random.within(0, pace / 2));
            for _ in 0..count {
                let until = from.plus(random.within(1, pace * 8 / 5));
                snapshot.holds.push(hold(block as usize, *lane, from, until));
                // Often none; sometimes long enough to be of use.
                let gap = pace / 5 * random.one_of(&[0, 0, 0, 0, 1, 1, 2, 4]);
                from = until.plus(random.within(gap / 2, gap * 3 / 2));
            }
        }
    }
    // In place: what a sort borrows would count as memory of the snapshot.
    let first_node = |nodes: &HoldNodes| match nodes {
        HoldNodes::Named(ranges) => ranges.ranges().first().map(|range| range.first),
        HoldNodes::Counted(_) => None,
    };
    snapshot
        .holds
        .sort_unstable_by_key(|hold| (hold.from, hold.block_index, first_node(&hold.nodes)));
    snapshot
}

/// How many of `whole` fall to the part at `index`, shared out as evenly as can be.
fn share(whole: u32, parts: u32, index: u32) -> u32 {
    whole * (index + 1) / parts - whole * index / parts
}

fn add_block(snapshot: &mut Snapshot, accelerator: &str, nodes: u32) {
    let mut leaves = vec![LEAF; (nodes / LEAF) as usize];
    leaves.extend(Some(nodes % LEAF).filter(|rest| *rest > 0));
    let id = format!("block-{}", snapshot.blocks.len());
    snapshot.blocks.push(cases::block(&id, accelerator, &leaves, None));
}

fn hold(block_index: usize, nodes: NodeRange, from: Hour, until: Hour) -> Hold {
    let nodes = HoldNodes::Named(NodeRanges::from_ranges(vec![nodes]));
    Hold { block_index, nodes, from, until, label: Default::default(), published: None }
}
