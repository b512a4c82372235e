//! Cases whose answers came from elsewhere: another brute force, checked with a real scheduler.
//! They are not part of this repository; where they are absent, the test says so and passes.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use flate2::read::GzDecoder;
use jari::fit::{self, Calendars};
use jari::model::{Hold, Hour, NodeRange, NodeRanges, Placement, Request, Snapshot, Term, Text};
use serde::Deserialize;

use crate::{brute, cases, say};

#[derive(Deserialize)]
struct Cases {
    epoch: String,
    unit_hours: u32,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    clusters: Vec<Cluster>,
    reservations: Vec<Reservation>,
    requests: Vec<Asked>,
    brute: Vec<Answer>,
}

#[derive(Deserialize)]
struct Cluster {
    id: String,
    nodes: u32,
    leaf_size: u32,
}

#[derive(Deserialize)]
struct Reservation {
    cluster: String,
    nodes: Nodes,
    start: u32,
    end: u32,
}

/// `[first, last]`, from 0, or a list of such.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Nodes {
    One([u32; 2]),
    Many(Vec<[u32; 2]>),
}

impl Nodes {
    /// The same nodes, from 1.
    pub fn ranges(&self) -> NodeRanges {
        let ranges = match self {
            Self::One(range) => vec![*range],
            Self::Many(ranges) => ranges.clone(),
        };
        let from_1 = |[first, last]: [u32; 2]| NodeRange { first: first + 1, last: last + 1 };
        NodeRanges::from_ranges(ranges.into_iter().map(from_1).collect())
    }
}

#[derive(Deserialize)]
struct Asked {
    cluster: String,
    nodes: u32,
    hours: u32,
    not_before: u32,
    single_leaf: bool,
}

#[derive(Deserialize, PartialEq, Eq, Debug)]
struct Answer {
    fits: bool,
    earliest: Option<u32>,
    free: u32,
    free_best_leaf: u32,
}

/// The folder with the cases.
fn folder() -> PathBuf {
    let shared = std::env::var_os("JARI_SHARED").map(PathBuf::from);
    shared
        .unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"))
        .join("data/oracle")
}

/// The cases, or `None` with a line that says so.
fn read(name: &str) -> Option<Cases> {
    let path = folder().join(name);
    let Ok(file) = File::open(&path) else {
        say(&format!("skipped: shared cases not found ({name})"));
        return None;
    };
    let mut text = String::new();
    GzDecoder::new(file).read_to_string(&mut text).unwrap();
    let cases: Cases = serde_json::from_str(&text).unwrap();
    assert_eq!((cases.epoch.as_str(), cases.unit_hours), ("2027-01-01T00:00:00Z", 1));
    Some(cases)
}

fn snapshot(case: &Case) -> Snapshot {
    let mut snapshot = cases::empty_snapshot();
    let mut block_indices = BTreeMap::new();
    for cluster in &case.clusters {
        block_indices.insert(cluster.id.clone(), snapshot.blocks.len());
        let mut leaves = vec![cluster.leaf_size; (cluster.nodes / cluster.leaf_size) as usize];
        leaves.extend(Some(cluster.nodes % cluster.leaf_size).filter(|rest| *rest > 0));
        snapshot.blocks.push(cases::block(&cluster.id, "h200", &leaves, None));
    }
    for reservation in &case.reservations {
        snapshot.holds.push(Hold {
            block_index: block_indices[&reservation.cluster],
            nodes: jari::model::HoldNodes::Named(reservation.nodes.ranges()),
            from: cases::hour(reservation.start),
            until: cases::hour(reservation.end),
            label: Text::default(),
            published: None,
        });
    }
    snapshot
}

fn request(asked: &Asked) -> Request {
    let not_before = cases::hour(asked.not_before);
    let mut request = cases::request(asked.nodes, Term::Hours(asked.hours), not_before);
    request.blocks = Some(vec![asked.cluster.clone()]);
    request.placement = if asked.single_leaf { Placement::OneLeaf } else { Placement::Any };
    request
}

type Answering = fn(&Snapshot, &Calendars, &Request) -> Answer;

/// Every request of the file is answered like there; says how many.
fn agree(who: &str, name: &str, answer: Answering) {
    let Some(cases) = read(name) else { return };
    let mut agreed = 0;
    for case in cases.cases {
        let snapshot = snapshot(&case);
        let calendars = Calendars::new(&snapshot);
        assert_eq!(case.requests.len(), case.brute.len(), "{}", case.id);
        for (number, (asked, expected)) in case.requests.iter().zip(&case.brute).enumerate() {
            let got = answer(&snapshot, &calendars, &request(asked));
            assert_eq!(got, *expected, "case {}, request {number}", case.id);
            agreed += 1;
        }
    }
    say(&format!("{who}: {agreed} of {agreed} shared cases agree ({name})"));
}

fn since_epoch(hour: Hour) -> u32 {
    hour.since(cases::hour(0))
}

fn by_engine(snapshot: &Snapshot, calendars: &Calendars, request: &Request) -> Answer {
    let preview = |placement| {
        let request = Request { placement, ..request.clone() };
        fit::preview(snapshot, calendars, &request).unwrap().blocks.remove(0)
    };
    let got = preview(request.placement);
    Answer {
        fits: got.why_not.is_empty(),
        earliest: got.offer.map(|offer| since_epoch(offer.start)),
        free: preview(Placement::Any).most_nodes,
        free_best_leaf: preview(Placement::OneLeaf).most_nodes,
    }
}

fn by_brute_force(snapshot: &Snapshot, _: &Calendars, request: &Request) -> Answer {
    let name = &request.blocks.as_ref().unwrap()[0];
    let index = snapshot.blocks.iter().position(|block| block.id == *name).unwrap();
    let with = |placement| Request { placement, ..request.clone() };
    let got = brute::answer(snapshot, index, request);
    Answer {
        fits: got.offer.as_ref().is_some_and(|offer| offer.start == request.not_before),
        earliest: got.offer.map(|offer| since_epoch(offer.start)),
        free: brute::answer(snapshot, index, &with(Placement::Any)).most_nodes,
        free_best_leaf: brute::answer(snapshot, index, &with(Placement::OneLeaf)).most_nodes,
    }
}

#[test]
fn engine_agrees_with_the_small_shared_cases() {
    agree("engine", "cases_small.json.gz", by_engine);
}

#[test]
fn engine_agrees_with_the_full_shared_cases() {
    agree("engine", "cases_full.json.gz", by_engine);
}

/// The brute force that judges the engine is judged itself.
#[test]
fn brute_force_agrees_with_the_small_shared_cases() {
    agree("brute force", "cases_small.json.gz", by_brute_force);
}
