//! Random cases from a seed.

use jari::model::{
    Accelerator, Availability, Block, Call, Class, Hold, HoldNodes, Hour, NodeCount, NodeRange,
    NodeRanges, Placement, Request, SizeRule, Snapshot, Term, TermRule, Text,
};

/// A snapshot and what is asked of it.
#[derive(Clone)]
pub struct Case {
    pub snapshot: Snapshot,
    pub request: Request,
}

/// What kind of case to make.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A few days; terms and edges in hours.
    Hours,
    /// A few weeks; terms in days, edges mostly at midnight.
    Days,
    /// A few months; terms in calendar months, starts near month ends.
    Months,
    /// Calendar months from the last days of a month, whose ends are cut to a shorter month: a
    /// later start can end earlier there. All that happens, happens near the start or the end.
    MonthEnds,
    /// The last days of the calendar that the model knows.
    LastDays,
}

/// SplitMix64: small, known, and the same everywhere.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From `least` to `most`, both included.
    pub fn within(&mut self, least: u32, most: u32) -> u32 {
        least + (self.next() % u64::from(most - least + 1)) as u32
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, times: u32) -> bool {
        self.within(1, 100) <= times
    }

    pub fn one_of<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.within(0, of.len() as u32 - 1) as usize]
    }
}

/// The hour so many after 2027-01-01T00:00:00Z, for cases written by hand.
pub fn hour(number: u32) -> Hour {
    Hour::new(499_656).plus(number)
}

pub fn empty_snapshot() -> Snapshot {
    Snapshot {
        as_of: hour(0),
        title: Text::default(),
        availability: Availability::Complete,
        sources: Vec::new(),
        accelerators: ["h200", "b200"].map(accelerator).into(),
        providers: Vec::new(),
        blocks: Vec::new(),
        holds: Vec::new(),
        purchases: Vec::new(),
        calls: Vec::new(),
    }
}

fn accelerator(id: &str) -> Accelerator {
    Accelerator {
        id: id.into(),
        name: Text { ko: id.into(), en: id.into() },
        memory_gb: None,
        bandwidth_tb_s: None,
        bf16_tflops: None,
        fp8_tflops: None,
        fp4_tflops: None,
        nvlink_gb_s: None,
        power_w: None,
        relative_throughput: None,
        source: None,
    }
}

pub fn block(id: &str, accelerator: &str, leaves: &[u32], available_from: Option<Hour>) -> Block {
    Block {
        id: id.into(),
        name: Text { ko: id.into(), en: id.into() },
        provider: None,
        accelerator: accelerator.into(),
        gpus_per_node: 8,
        leaves: leaves.into(),
        available_from,
        assumed: Vec::new(),
        source: None,
    }
}

pub fn named(block: usize, nodes: &str, from: Hour, until: Hour) -> Hold {
    let nodes = HoldNodes::Named(NodeRanges::parse(nodes).unwrap());
    Hold { block, nodes, from, until, label: Text::default() }
}

pub fn counted(block: usize, count: u32, from: Hour, until: Hour) -> Hold {
    Hold { block, nodes: HoldNodes::Counted(count), from, until, label: Text::default() }
}

/// A call that offers these accelerators in any number.
pub fn call(accelerators: &[&str], until: Option<Hour>) -> Call {
    let size = |accelerator: &&str| SizeRule {
        accelerator: accelerator.to_string(),
        min_nodes: 1,
        max_nodes: u32::MAX,
        large_from_nodes: None,
    };
    Call {
        id: "call".into(),
        name: Text::default(),
        opens: None,
        closes: None,
        classes: Vec::new(),
        sizes: accelerators.iter().map(size).collect(),
        term: TermRule { min: None, max: None, until },
        pool: Vec::new(),
        fees: Vec::new(),
        results: None,
        unknown: Vec::new(),
        source: None,
    }
}

pub fn request(nodes: u32, term: Term, not_before: Hour) -> Request {
    Request {
        id: "case".into(),
        accelerators: vec!["h200".into()],
        blocks: None,
        nodes: NodeCount::exactly(nodes),
        term,
        not_before,
        not_after: None,
        placement: Placement::Any,
        split: None,
        class: Class::Industry,
        call: None,
    }
}

/// Days and hours that a case plays in.
struct Stage {
    first: Hour,
    hours: u32,
    /// How often an edge lies at midnight, in percent.
    midnights: u32,
    /// Near these hours most edges lie, where there are any.
    near: Vec<Hour>,
}

/// An hour at most so many hours before or after.
fn around(random: &mut Random, hour: Hour, hours: u32) -> Hour {
    Hour::new(hour.number() - hours as i32).plus(random.within(0, 2 * hours))
}

impl Stage {
    fn new(kind: Kind, random: &mut Random) -> Self {
        let first = match kind {
            Kind::LastDays => Hour::new(Hour::LATEST.number() - random.within(24, 150) as i32),
            _ => {
                // Near the end of a month, of a leap February too.
                let month = random.within(1, 12) as u8;
                let first = Hour::of_date(random.within(2027, 2028) as i32, month, 1).unwrap();
                let days = if matches!(kind, Kind::MonthEnds) { 4 } else { 30 };
                let back = random.within(0, days * 24);
                Hour::new(first.number() - back as i32)
            }
        };
        let (hours, midnights) = match kind {
            Kind::Hours => (random.within(20, 200), 10),
            Kind::Days => (random.within(100, 700), 70),
            Kind::Months => (random.within(40, 100) * 24, 80),
            Kind::MonthEnds => (random.within(34, 70) * 24, 30),
            Kind::LastDays => (Hour::LATEST.since(first), 20),
        };
        let near = match kind {
            Kind::MonthEnds => {
                let months = Term::Months(random.within(1, 2));
                vec![first, months.end(first), months.end(first)]
            }
            _ => Vec::new(),
        };
        Self { first, hours, midnights, near }
    }

    /// By when a use must end that could end at `end`: sometimes too early, and by an hour too.
    fn latest_end(&self, random: &mut Random, end: Hour) -> Hour {
        let slack = random.within(0, 4) * random.within(0, self.hours / 3);
        let latest = if !self.near.is_empty() {
            around(random, end, 30)
        } else if random.percent(20) {
            Hour::new(end.plus(slack).number() - 1)
        } else {
            end.plus(slack)
        };
        latest.min(Hour::LATEST)
    }

    fn edge(&self, random: &mut Random) -> Hour {
        let edge = if self.near.is_empty() || random.percent(5) {
            self.first.plus(random.within(0, self.hours))
        } else {
            let near = *random.one_of(&self.near);
            around(random, near, 40)
        };
        let edge = if random.percent(self.midnights) { edge.next_midnight() } else { edge };
        edge.min(Hour::LATEST)
    }
}

/// The case of this kind with this seed.
pub fn case(kind: Kind, seed: u64) -> Case {
    let random = &mut Random::new(seed);
    let stage = Stage::new(kind, random);
    let mut snapshot = empty_snapshot();
    for index in 0..random.within(1, 3) {
        let accelerator = *random.one_of(&["h200", "h200", "h200", "b200"]);
        let most = match kind {
            Kind::Months => 12,
            Kind::MonthEnds => 6,
            Kind::Hours | Kind::Days | Kind::LastDays => 40,
        };
        let leaves = leaves(random, most);
        let available_from = random.percent(15).then(|| stage.edge(random));
        snapshot.blocks.push(block(
            &format!("block-{index}"),
            accelerator,
            &leaves,
            available_from,
        ));
    }
    // Named, counted, or both; few or many.
    let counted_percent = *random.one_of(&[0, 0, 0, 100, 100, 20, 60]);
    let largest_percent = *random.one_of(&[15, 40, 100]);
    for _ in 0..random.within(0, if matches!(kind, Kind::MonthEnds) { 8 } else { 30 }) {
        let hold = hold(random, &stage, &snapshot, counted_percent, largest_percent);
        snapshot.holds.extend(hold);
    }
    let request = ask(random, kind, &stage, &mut snapshot);
    Case { snapshot, request }
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
    let block = random.within(0, snapshot.blocks.len() as u32 - 1) as usize;
    let nodes = snapshot.blocks[block].nodes();
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
    let nodes = if random.percent(counted_percent) {
        HoldNodes::Counted(random.within(1, largest))
    } else {
        let ranges = (0..random.within(1, 3)).map(|_| {
            let first = random.within(1, nodes);
            NodeRange { first, last: (first + random.within(1, largest) - 1).min(nodes) }
        });
        HoldNodes::Named(NodeRanges::from_ranges(ranges.collect()))
    };
    let label = Text { ko: "점유".into(), en: "held".into() };
    (from < until).then_some(Hold { block, nodes, from, until, label })
}

fn ask(random: &mut Random, kind: Kind, stage: &Stage, snapshot: &mut Snapshot) -> Request {
    let term = |random: &mut Random| match kind {
        Kind::Hours | Kind::LastDays if random.percent(85) => {
            Term::Hours(random.within(1, stage.hours / 3 + 1))
        }
        Kind::Months => Term::Months(*random.one_of(&[1, 1, 1, 2, 3])),
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
        .one_of(&[&["h200"][..], &["h200"], &["b200"], &["h200", "b200"], &["b200", "h200"]])
        .iter()
        .map(ToString::to_string)
        .collect();
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
        let sizes = ["h200", "b200"].into_iter().filter(|_| random.percent(85));
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
        snapshot.calls.push(Call {
            classes,
            sizes,
            term: TermRule { min, max, until },
            ..call(&[], None)
        });
        request.call = Some("call".into());
    }
    request
}
