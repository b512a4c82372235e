//! The costliest files that may be read, up to the limits: what reading them, laying them out in time and answering
//! a request takes of time and memory. `cargo run --release -p fuzz --bin hostile [NAME]…`

use std::env;
use std::fmt::{self, Display, Write as _};
use std::hint::black_box;
use std::time::Instant;

use jari::fit::{self, Calendars};
use jari::model::{self, Hour, NodeCount, Placement, Request, Scenario, Snapshot, Term};
use jari::picture::node_map::NodeMap;
use jari::show::form;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// As many holds as the largest files of use have.
const HOLDS: u32 = 1_000_000;

/// Writes a part of a file.
type Write = fn(&mut String);

/// Their names, what is in `blocks`, and what is in `holds`.
const FILES: [(&str, Write, Write); 11] = [
    // The largest file of use that is stated: 1,000,000 holds one after the other.
    (
        "use",
        |out| blocks(out, 200, 500, 32),
        |out| {
            let nodes = |lane: u32| format!("\"{}-{}\"", lane * 20 + 1, lane * 20 + 20);
            let block = |i: u32| (i % 200).to_string();
            each(out, HOLDS, |i| {
                (block(i), nodes(i / 200 % 25), i / 5_000 * 40, i / 5_000 * 40 + 33)
            });
        },
    ),
    // Every node is held, again and again.
    ("whole", one_block, |out| {
        each(out, 2_000, |i| ("0".into(), "\"1-100000\"".into(), i * 400, i * 400 + 600));
    }),
    // Every second node is held for good: each further hold meets all of those.
    ("comb", one_block, |out| {
        each(out, 1, |_| ("0".into(), odd(100_000), 0, 870_000));
        each(out, 48, |i| ("0".into(), "\"1-100000\"".into(), i * 8_000 + 1, i * 8_000 + 2));
    }),
    // Every node is held for longer than the one before it.
    ("stairs", one_block, |out| {
        each(out, 100_000, |i| ("0".into(), format!("\"{}\"", i + 1), 0, 600_000 + i));
        each(out, 46, |i| ("0".into(), "\"1-100000\"".into(), i * 8_000 + 1, i * 8_000 + 2));
    }),
    // Holds of many ranges.
    (
        "ranges",
        |out| blocks(out, 100, 99, 32),
        |out| {
            each(out, 49_000, |i| ((i % 100).to_string(), odd(99), i * 16, i * 16 + 9));
        },
    ),
    // Counted holds, long and over each other, or short and one after the other.
    ("counted", one_block, |out| {
        each(out, HOLDS, |i| ("0".into(), "1".into(), i * 4 / 5, 870_000 + i % 5_000));
    }),
    ("short", one_block, |out| {
        each(out, HOLDS, |i| ("0".into(), "90000".into(), i * 4 / 5, i * 4 / 5 + 1 + i % 2));
    }),
    // As large and as long as each other, the last node first.
    ("equal", one_block, |out| {
        each(out, HOLDS, |i| ("0".into(), format!("\"{}\"", 100_000 - i / 10), 0, 800_000));
    }),
    // As many leaves as may be.
    (
        "leaves",
        |out| blocks(out, 1, 100_000, 25),
        |out| {
            let node = |i: u32| format!("\"{}\"", i % 100_000 + 1);
            each(out, HOLDS, |i| ("0".into(), node(i), i / 5, i / 5 + 99_000));
        },
    ),
    // One node, held from both sides.
    ("nested", one_block, |out| {
        each(out, HOLDS, |i| ("0".into(), "\"1\"".into(), i / 5, 860_000 - i / 5));
    }),
    // As many blocks as may be.
    (
        "blocks",
        |out| blocks(out, 10_000, 100, 1),
        |out| {
            let block = |i: u32| (i % 10_000).to_string();
            each(out, HOLDS, |i| (block(i), "\"1-50\"".into(), i / 5, 860_000 - i / 5));
        },
    ),
];

fn main() {
    let wanted: Vec<String> = env::args().skip(1).collect();
    println!(
        "{:<8} {:>6} {:>8} {:>8} {:>8} {:>8}  slowest preview",
        "file", "MB", "read", "index", "map", "peak MB"
    );
    for (name, blocks, holds) in FILES {
        if wanted.is_empty() || wanted.iter().any(|it| it == name) {
            let mut file = String::from("{\"schema\":1,\"as_of\":\"2000-01-01\",\"blocks\":[");
            blocks(&mut file);
            file.push_str("],\"holds\":[");
            holds(&mut file);
            // The comma after the last one.
            file.pop();
            file.push_str("]}");
            measure(name, file);
        }
    }
}

fn measure(name: &str, file: String) {
    let megabytes = file.len() / 1_000_000;
    MEMORY.reset_peak_usage();
    let peak = || MEMORY.peak_usage() / 1_000_000;
    let (reading, read) = timed(|| model::read(file.as_bytes()));
    let reading = match reading {
        Ok(reading) => reading,
        Err(problem) => {
            let what = problem.kind;
            println!("{name:<8} {megabytes:>6} {read:>8} refused with {} MB: {what:?}", peak());
            return;
        }
    };
    drop(file);
    let scenario = Scenario::of_file(reading.snapshot);
    let snapshot = &scenario.snapshot;
    let (calendars, index) = timed(|| Calendars::new(snapshot));
    let (_, map) = timed(|| NodeMap::new(&scenario, None, Hour::EARLIEST.plus(200_000)));
    let preview = |(name, request): (&'static str, Request)| {
        (timed(|| fit::preview(snapshot, &calendars, &request).is_ok()).1, name)
    };
    let (slowest, asked) = requests(snapshot).map(preview).into_iter().max().unwrap_or_default();
    println!(
        "{name:<8} {megabytes:>6} {read:>8} {index:>8} {map:>8} {:>8}  {slowest} ({asked})",
        peak()
    );
}

/// Requests that send a search far.
fn requests(snapshot: &Snapshot) -> [(&'static str, Request); 6] {
    let usual = form::default_draft(snapshot, snapshot.as_of).parse(snapshot).expect("a request");
    let later = Request { not_before: Hour::EARLIEST.plus(200_000), ..usual.clone() };
    let with = |nodes: u32, term: Term, placement: Placement| Request {
        nodes: NodeCount::exactly(nodes),
        term,
        placement,
        ..later.clone()
    };
    [
        ("usual", usual),
        ("one leaf", with(24, Term::Months(3), Placement::OneLeaf)),
        ("leaves", with(60, Term::Days(14), Placement::Leaves(3))),
        ("segments", with(96, Term::Hours(6), Placement::SegmentsOf(8))),
        ("half of it", with(50_000, Term::Days(30), Placement::Any)),
        ("for ever", with(99, Term::Months(600), Placement::Any)),
    ]
}

/// Milliseconds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Ms(u128);

impl Display for Ms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{} ms", self.0))
    }
}

#[expect(clippy::disallowed_methods, reason = "time is what is measured here")]
fn timed<T>(run: impl FnOnce() -> T) -> (T, Ms) {
    let start = Instant::now();
    let done = black_box(run());
    (done, Ms(start.elapsed().as_millis()))
}

fn one_block(out: &mut String) {
    blocks(out, 1, 100_000, 32);
}

fn blocks(out: &mut String, count: u32, nodes: u32, leaf: u32) {
    for block in 0..count {
        let comma = if block == 0 { "" } else { "," };
        let _ = write!(
            out,
            "{comma}{{\"id\":\"{block}\",\"accelerator\":\"h200\",\"nodes\":{nodes},\"leaf_nodes\":{leaf}}}"
        );
    }
}

/// Holds: their block, nodes, and first and last hour.
fn each(out: &mut String, count: u32, hold: impl Fn(u32) -> (String, String, u32, u32)) {
    for i in 0..count {
        let (block, nodes, from, until) = hold(i);
        let [from, until] = [from, until].map(|hour| Hour::EARLIEST.plus(hour).to_rfc3339());
        let _ = write!(
            out,
            "{{\"block\":\"{block}\",\"nodes\":{nodes},\"from\":\"{from}\",\"until\":\"{until}\"}},"
        );
    }
}

fn odd(nodes: u32) -> String {
    let nodes: Vec<String> = (1..=nodes).step_by(2).map(|node| node.to_string()).collect();
    format!("\"{}\"", nodes.join(","))
}
