//! Cases: by hand, and random ones from a seed.

pub mod next;
pub mod random;
pub mod round;
mod stage;

use jari::model::{
    Accelerator, Availability, Block, Call, Class, Hold, HoldNodes, Hour, NodeCount, NodeRanges,
    Placement, Request, SizeRule, Snapshot, Term, TermRule, Text,
};
use std::sync::Arc;

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
        sources: Arc::default(),
        accelerators: ["h200", "b200"].map(Accelerator::unlisted).into(),
        providers: Arc::default(),
        blocks: Vec::new(),
        holds: Vec::new(),
        purchases: Arc::default(),
        calls: Arc::default(),
        notices: Arc::default(),
        elsewhere: Arc::default(),
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

pub fn named(block_index: usize, nodes: &str, from: Hour, until: Hour) -> Hold {
    let nodes = HoldNodes::Named(NodeRanges::parse(nodes).unwrap());
    Hold { block_index, nodes, from, until, label: Text::default(), published: None }
}

pub fn counted(block_index: usize, count: u32, from: Hour, until: Hour) -> Hold {
    Hold {
        block_index,
        nodes: HoldNodes::Counted(count),
        from,
        until,
        label: Text::default(),
        published: None,
    }
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
        first_use: None,
        conditions: Vec::new(),
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
