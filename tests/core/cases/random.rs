//! Random cases from a seed.

use jari::model::{
    Accelerator, Block, Call, Class, Hold, HoldNodes, Hour, NodeRange, NodeRanges, Placement,
    Request, SizeRule, Snapshot, Term, TermRule, Text, Throughput,
};
use std::sync::Arc;

use super::stage::Stage;
use super::{Case, Kind, Random, block, call, empty_snapshot, request};

/// What blocks are of, the first most of the time.
const ACCELERATORS: [&str; 3] = ["h200", "b200", "b300"];

/// The case of this kind with this seed.
pub fn case(kind: Kind, seed: u64) -> Case {
    let random = &mut Random::new(seed);
    let (stage, mut snapshot) = world(kind, random);
    let request = ask(random, kind, &stage, &mut snapshot);
    Case { snapshot, request }
}

/// Several requests of one snapshot, each with a call of its own where it has one.
pub fn asked_of_one(kind: Kind, random: &mut Random, requests: u32) -> (Snapshot, Vec<Request>) {
    let (stage, mut snapshot) = world(kind, random);
    let asked = (0..requests).map(|number| {
        let mut request = ask(random, kind, &stage, &mut snapshot);
        if let (Some(_), Some(call)) =
            (&request.call, Arc::make_mut(&mut snapshot.calls).last_mut())
        {
            call.id = format!("call-{number}");
            request.call = Some(call.id.clone());
        }
        request
    });
    let asked = asked.collect();
    (snapshot, asked)
}

/// Blocks and what holds them, without anything that is asked.
fn world(kind: Kind, random: &mut Random) -> (Stage, Snapshot) {
    let stage = Stage::new(kind, random);
    let mut snapshot = empty_snapshot();
    snapshot.accelerators = ACCELERATORS.map(|id| accelerator(random, id)).into();
    let most_blocks = *random.one_of(&[3, 3, 3, 3, 3, 5]);
    for index in 0..random.within(1, most_blocks) {
        let of = *random.one_of(&["h200", "h200", "h200", "b200", "b300"]);
        let most = match kind {
            Kind::Months => 12,
            Kind::MonthEnds => 6,
            Kind::Hours | Kind::Days | Kind::LastDays => 40,
        };
        let leaves = leaves(random, most);
        let available_from = random.percent(15).then(|| stage.edge(random));
        let mut block = block(&format!("block-{index}"), of, &leaves, available_from);
        block.gpus_per_node = *random.one_of(&[8, 8, 8, 4, 1]);
        snapshot.blocks.push(block);
    }
    // Named, counted, or both; few or many.
    let counted_percent = *random.one_of(&[0, 0, 0, 100, 100, 20, 60]);
    let largest_percent = *random.one_of(&[15, 40, 100]);
    for _ in 0..random.within(0, if matches!(kind, Kind::MonthEnds) { 8 } else { 30 }) {
        let hold = hold(random, &stage, &snapshot, counted_percent, largest_percent);
        snapshot.holds.extend(hold);
    }
    (stage, snapshot)
}

/// A case of any kind, those that are quick to judge more often.
pub fn any(seed: u64) -> Case {
    let kind = match seed % 20 {
        0..=8 => Kind::Hours,
        9..=14 => Kind::Days,
        15 | 16 => Kind::Months,
        17 | 18 => Kind::MonthEnds,
        _ => Kind::LastDays,
    };
    case(kind, seed)
}

/// A case whose request takes from few to many nodes.
pub fn elastic(seed: u64) -> Case {
    let Case { snapshot, mut request } = any(seed);
    let random = &mut Random::new(!seed);
    let most = random.one_of(&snapshot.blocks).nodes();
    request.nodes.max = request.nodes.min + random.within(0, most);
    Case { snapshot, request }
}

/// A case whose request asks for more than most blocks have, and nearly always may be split.
pub fn to_be_split(seed: u64) -> Case {
    let case = any(seed);
    let random = &mut Random::new(!seed);
    let mut split = splittable(random, case);
    if random.percent(70) {
        (split.request.call, split.request.blocks) = (None, None);
    }
    split
}

/// The same, where the date decides whether its call allows it.
pub fn split_by_date(seed: u64) -> Case {
    splittable(&mut Random::new(!seed), by_date(seed))
}

fn splittable(random: &mut Random, case: Case) -> Case {
    let Case { mut snapshot, mut request } = case;
    if random.percent(60) {
        let mut another = snapshot.blocks[0].clone();
        another.id = "another".into();
        snapshot.blocks.push(another);
    }
    for block in &mut snapshot.blocks {
        if random.percent(80) {
            block.accelerator.clone_from(&request.accelerators[0]);
        }
    }
    let sizes = || snapshot.blocks.iter().map(Block::nodes);
    let (largest, all) = (sizes().max().unwrap_or(1), sizes().sum::<u32>());
    let least = *random.one_of(&[1, largest / 2 + 1, largest]);
    request.nodes.min = random.within(least, all);
    request.nodes.max = request.nodes.min + random.within(0, 3) * random.within(0, all);
    request.split = random.percent(95).then(|| *random.one_of(&[1, 1, 2, 3, 5, 9]));
    for size in Arc::make_mut(&mut snapshot.calls).iter_mut().flat_map(|call| &mut call.sizes) {
        size.max_nodes = size.min_nodes + all * random.within(0, 2);
    }
    Case { snapshot, request }
}

/// A case whose call bounds the term in other units, so that the date decides whether it is allowed.
pub fn by_date(seed: u64) -> Case {
    let kind = if seed.is_multiple_of(4) { Kind::Months } else { Kind::MonthEnds };
    let Case { mut snapshot, mut request } = case(kind, seed);
    let random = &mut Random::new(!seed);
    let months = random.within(1, 2);
    let days = |random: &mut Random| random.within(28 * months, 31 * months + 1);
    let fixed = |random: &mut Random| match random.within(1, 3) {
        1 => Term::Hours(24 * days(random) - random.within(0, 30)),
        _ => Term::Days(days(random)),
    };
    let in_months = random.percent(50);
    request.term = if in_months { Term::Months(months) } else { fixed(random) };
    let bound = |random: &mut Random| {
        if in_months == random.percent(90) { fixed(random) } else { Term::Months(months) }
    };
    let which = random.within(1, 10);
    let min = (which <= 5).then(|| bound(random));
    let max = (which >= 4).then(|| bound(random));
    if snapshot.calls.is_empty() {
        Arc::make_mut(&mut snapshot.calls).push(call(&ACCELERATORS, None));
        request.call = Some("call".into());
    }
    for call in Arc::make_mut(&mut snapshot.calls) {
        (call.term.min, call.term.max) = (min, max);
        call.term.until = call.term.until.filter(|_| random.percent(50));
        call.classes.clear();
    }
    if random.percent(60) {
        request.not_after = None;
    }
    Case { snapshot, request }
}

/// Throughput in tenths, so that it can be reckoned with in whole numbers too.
fn accelerator(random: &mut Random, id: &str) -> Accelerator {
    let value = f64::from(random.within(1, 40)) / 10.0;
    let stated = Throughput { value, low: None, high: None, source: None };
    Accelerator {
        relative_throughput: random.percent(80).then_some(stated),
        ..Accelerator::unlisted(id)
    }
}

fn leaves(random: &mut Random, most: u32) -> Vec<u32> {
    let nodes = random.within(1, most);
    let size = random.within(1, 12);
    let uneven = random.percent(40);
    let mut leaves = Vec::new();
    let mut left = nodes;
    while left > 0 {
        let leaf = if uneven { random.within(1, size) } else { size }.min(left);
        leaves.push(leaf);
        left -= leaf;
    }
    leaves
}

fn hold(
    random: &mut Random,
    stage: &Stage,
    snapshot: &Snapshot,
    counted_percent: u32,
    largest_percent: u32,
) -> Option<Hold> {
    let block_index = random.within(0, snapshot.blocks.len() as u32 - 1) as usize;
    let nodes = snapshot.blocks[block_index].nodes();
    let largest = (nodes * largest_percent / 100).max(1);
    let mut from = stage.edge(random);
    let mut until = if random.percent(50) {
        from.plus(random.within(1, stage.hours / 4 + 1)).min(Hour::LATEST)
    } else {
        stage.edge(random)
    };
    if from > until {
        (from, until) = (until, from);
    }
    match random.within(1, 40) {
        1 | 2 => until = Hour::MAX,
        3 => from = Hour::MIN,
        _ => {}
    }
    let counted = random.percent(counted_percent);
    let nodes = hold_nodes(random, nodes, largest, counted);
    let label = Text { ko: "점유".into(), en: "held".into() };
    (from < until).then_some(Hold { block_index, nodes, from, until, label, published: None })
}

/// At most `largest` nodes by count, or by name in each of a few ranges.
pub fn hold_nodes(random: &mut Random, nodes: u32, largest: u32, counted: bool) -> HoldNodes {
    if counted {
        return HoldNodes::Counted(random.within(1, largest));
    }
    let ranges = (0..random.within(1, 3)).map(|_| {
        let first = random.within(1, nodes);
        NodeRange { first, last: (first + random.within(1, largest) - 1).min(nodes) }
    });
    HoldNodes::Named(NodeRanges::from_ranges(ranges.collect()))
}

fn ask(random: &mut Random, kind: Kind, stage: &Stage, snapshot: &mut Snapshot) -> Request {
    let term = |random: &mut Random| match kind {
        Kind::Hours | Kind::LastDays if random.percent(85) => {
            Term::Hours(random.within(1, stage.hours / 3 + 1))
        }
        Kind::Months => Term::Months(*random.one_of(&[1, 1, 2, 3, 4])),
        Kind::MonthEnds => Term::Months(random.within(1, 2)),
        _ if random.percent(5) => Term::Months(1),
        _ => Term::Days(random.within(1, stage.hours / 72 + 1)),
    };
    let most = random.one_of(&snapshot.blocks).nodes();
    let min = match random.within(1, 10) {
        1 => random.within(1, most + 5),
        2..=7 => random.within(1, most.div_ceil(4)),
        _ => random.within(1, most),
    };
    let max = if random.percent(40) { min + random.within(0, most) } else { min };
    let not_before = match kind {
        Kind::Months => stage.first.plus(random.within(0, stage.hours / 2)),
        Kind::MonthEnds => stage.first,
        _ => stage.first.plus(random.within(0, stage.hours)).min(Hour::LATEST),
    };
    let placement = match random.within(1, 8) {
        1..=3 => Placement::Any,
        4 | 5 => Placement::OneLeaf,
        6 => Placement::Leaves(random.within(1, 4)),
        _ => Placement::SegmentsOf(random.within(1, 9)),
    };
    let term_asked = term(random);
    let mut request = request(min, term_asked, not_before);
    request.nodes.max = max;
    request.placement = placement;
    request.accelerators = random
        .one_of(&[
            &["h200"][..],
            &["h200"],
            &["b200"],
            &["b300"],
            &["h200", "b200"],
            &["b200", "h200"],
            &["b300", "h200", "b200"],
        ])
        .iter()
        .map(ToString::to_string)
        .collect();
    request.split = random.percent(20).then(|| random.within(1, 4));
    request.class = *random.one_of(&Class::ALL);
    if random.percent(30) {
        request.not_after = Some(stage.latest_end(random, term_asked.end(not_before)));
    }
    if random.percent(15) {
        let blocks = snapshot.blocks.iter().filter(|_| random.percent(60));
        let blocks: Vec<String> = blocks.map(|block| block.id.clone()).collect();
        request.blocks = (!blocks.is_empty()).then_some(blocks);
    }
    if random.percent(25) {
        let sizes = ACCELERATORS.into_iter().filter(|_| random.percent(85));
        let sizes: Vec<&str> = sizes.collect();
        let sizes = sizes.into_iter().map(|accelerator| {
            let min_nodes = random.within(1, 4);
            let max_nodes = min_nodes + random.within(0, most);
            let accelerator = accelerator.into();
            SizeRule { accelerator, min_nodes, max_nodes, large_from_nodes: None }
        });
        let sizes = sizes.collect();
        let until =
            random.percent(40).then(|| stage.latest_end(random, term_asked.end(not_before)));
        let mut bounds = [term(random), term(random)];
        if bounds[0].end(not_before) > bounds[1].end(not_before) {
            bounds.reverse();
        }
        let min = random.percent(30).then_some(bounds[0]);
        let max = random.percent(40).then_some(bounds[1]);
        let classes = if random.percent(70) {
            Vec::new()
        } else {
            Class::ALL.into_iter().filter(|_| random.percent(50)).collect()
        };
        Arc::make_mut(&mut snapshot.calls).push(Call {
            classes,
            sizes,
            term: TermRule { min, max, until },
            ..call(&[], None)
        });
        request.call = Some("call".into());
    }
    request
}
