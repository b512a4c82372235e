//! How long the engine takes: the programme's five blocks, one year by hours, 200 named holds a
//! block.
#![allow(missing_docs, reason = "criterion's macros make public functions")]

use criterion::{Criterion, criterion_group, criterion_main};
use jari::fit::{self, Calendars};
use jari::model::{HoldNodes, NodeRange, NodeRanges, Placement, Request, Snapshot, Term};

// The brute force and the cases of the tests: what is measured there is used here.
#[path = "../core/brute/mod.rs"]
#[allow(dead_code, clippy::unwrap_used, reason = "made for the tests")]
mod brute;
#[path = "../core/cases/mod.rs"]
#[allow(dead_code, clippy::unwrap_used, reason = "made for the tests")]
mod cases;

const BLOCKS: [(&str, &str, u32); 5] = [
    ("naver-h200-a", "h200", 255),
    ("naver-h200-b", "h200", 32),
    ("nhn-b200-a", "b200", 510),
    ("nhn-b200-b", "b200", 255),
    ("kakao-b200-a", "b200", 255),
];
const LEAF: u32 = 32;
const HOLDS: u32 = 200;
const YEAR: u32 = 365 * 24;

fn year() -> Snapshot {
    let mut snapshot = cases::empty_snapshot();
    let mut random = cases::Random::new(20_270_101);
    for (index, (id, accelerator, nodes)) in BLOCKS.into_iter().enumerate() {
        let mut leaves = vec![LEAF; (nodes / LEAF) as usize];
        leaves.extend(Some(nodes % LEAF).filter(|rest| *rest > 0));
        snapshot.blocks.push(cases::block(id, accelerator, &leaves, None));
        for _ in 0..HOLDS {
            let first = random.within(1, nodes);
            let last = (first + random.within(0, nodes / 8)).min(nodes);
            let from = cases::hour(random.within(0, YEAR));
            let range = NodeRange { first, last };
            let mut hold = cases::counted(index, 1, from, from.plus(random.within(24, 60 * 24)));
            hold.nodes = HoldNodes::Named(NodeRanges::from_ranges(vec![range]));
            snapshot.holds.push(hold);
        }
    }
    snapshot
}

fn ask(nodes: u32, term: Term, placement: Placement) -> Request {
    let mut request = cases::request(nodes, term, cases::hour(0));
    request.accelerators.push("b200".into());
    request.placement = placement;
    request
}

fn engine(criterion: &mut Criterion) {
    let snapshot = year();
    let calendars = Calendars::new(&snapshot);
    criterion.bench_function("calendars", |bench| bench.iter(|| Calendars::new(&snapshot)));

    let asks = [
        ("any_32_for_14_days", ask(32, Term::Days(14), Placement::Any)),
        ("leaf_16_for_3_months", ask(16, Term::Months(3), Placement::OneLeaf)),
        ("segments_64_for_30_days", ask(64, Term::Days(30), Placement::SegmentsOf(8))),
        ("any_255_for_6_months", ask(255, Term::Months(6), Placement::Any)),
    ];
    for (name, request) in &asks {
        let preview = || fit::preview(&snapshot, &calendars, request);
        criterion.bench_function(&format!("preview/{name}"), |bench| bench.iter(preview));
    }

    // One block each way, so that the two can be compared.
    let mut one = asks[0].1.clone();
    one.blocks = Some(vec!["naver-h200-a".into()]);
    criterion.bench_function("one_block/engine", |bench| {
        bench.iter(|| fit::preview(&snapshot, &calendars, &one));
    });
    criterion.bench_function("one_block/brute_force", |bench| {
        bench.iter(|| brute::answer(&snapshot, 0, &one));
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = engine
}
criterion_main!(benches);
