//! The measurements as tables in Markdown.

use crate::line::Line;
use crate::workload::Load;
use std::fmt::Write as _;

/// What a visitor has; ratios and growth are told of it.
const HOST: &str = "chromium";

/// The work that has a target in wasm: nanoseconds, or bytes of memory.
fn targets() -> [(&'static str, Load, &'static str, f64); 9] {
    [
        ("A workload sized, two accelerators", Load::W1, "size", 2e6),
        ("10,000 rounds simulated", Load::W1, "odds", 100e6),
        ("W1 earliest offer, five blocks", Load::W1, "earliest", 5e3),
        ("W1 whole preview and fit map", Load::W1, "whole", 1e6),
        ("W1 after a keystroke, calendars kept", Load::W1, "preview", 0.5e6),
        ("W2 index build", Load::W2, "index", 1e9),
        ("W2 earliest offer, 200 blocks", Load::W2, "earliest", 2e6),
        ("W2 whole preview and fit map", Load::W2, "preview", 16e6),
        ("W2 peak memory", Load::W2, "memory", 512.0 * 1024.0 * 1024.0),
    ]
}

/// All tables of these lines.
pub fn of(lines: &[Line]) -> String {
    let lines = Lines(lines);
    let mut text = String::new();
    against_targets(&lines, &mut text);
    rounds(&lines, &mut text);
    growth(&lines, &mut text);
    every_request(&lines, &mut text);
    text
}

struct Lines<'a>(&'a [Line]);

impl Lines<'_> {
    fn median(
        &self,
        platform: &str,
        load: Load,
        work: &str,
        request: &str,
        by: &str,
    ) -> Option<f64> {
        let is_it = |line: &&Line| {
            (&*line.platform, &*line.work, &*line.request, &*line.by)
                == (platform, work, request, by)
                && line.load == load.name()
        };
        self.0.iter().find(is_it).map(|line| line.median)
    }

    /// The requests that were measured of a work.
    fn requests(&self, load: Load, work: &str) -> Vec<&str> {
        let mut requests: Vec<&str> = Vec::new();
        for line in self.0.iter().filter(|line| line.load == load.name() && line.work == work) {
            if !requests.contains(&&*line.request) {
                requests.push(&line.request);
            }
        }
        requests
    }

    /// How many times as long a reference takes.
    fn ratio(&self, load: Load, work: &str, request: &str, by: &str) -> String {
        // Brute force stands against the engine on one block of W2.
        let load = if by == "brute" && load == Load::W2 { Load::W2_BLOCK } else { load };
        let of = |by| self.median(HOST, load, work, request, by);
        match (of(by), of("engine")) {
            (Some(reference), Some(engine)) if load == Load::W2_BLOCK => {
                format!("{} of one block", times(reference / engine))
            }
            (Some(reference), Some(engine)) => times(reference / engine),
            _ => "-".into(),
        }
    }
}

fn against_targets(lines: &Lines, text: &mut String) {
    let hosts = ["native", "Node", "Chromium", "target", "brute force", "naive"];
    row(text, &[&["work", "size", "request"], &hosts[..]].concat());
    row(text, &[&["---"; 3], &["--:"; 6][..]].concat());
    for (name, load, work, target) in targets() {
        let requests = lines.requests(load, work);
        let median =
            |platform, request: &str| lines.median(platform, load, work, request, "engine");
        let of = |request: &&str| median(HOST, request).unwrap_or(0.0);
        let worst = requests.iter().copied().max_by(|a, b| of(a).total_cmp(&of(b)));
        let typical = requests.into_iter().find(|request| *request == load.typical());
        let worst = worst.filter(|_| worst != typical);
        let show = if work == "memory" { bytes } else { time };
        for (kind, request) in [("typical", typical), ("worst", worst)] {
            let Some(request) = request else { continue };
            let wasm = |platform| match median(platform, request) {
                Some(median) if median > target => format!("**{}**", show(median)),
                median => median.map_or("-".into(), show),
            };
            let request_name = match request {
                "all" => "all".into(),
                request => format!("{kind}: {request}"),
            };
            row(
                text,
                &[
                    name,
                    &load.size(),
                    &request_name,
                    &median("native", request).map_or("-".into(), show),
                    &wasm("node"),
                    &wasm("chromium"),
                    &show(target),
                    &lines.ratio(load, work, request, "brute"),
                    &lines.ratio(load, work, request, "naive"),
                ],
            );
        }
    }
    text.push_str(
        "\nMedians; bold where a target in wasm is missed. The last two columns: how many times as \
         long brute force and the naive single pass take for the same (offers and fit map alone, \
         no reasons), in Chromium, in the same run. Brute force is too slow for W2: there both it and \
         the engine are given the first of its blocks alone.\n\n",
    );
}

/// Rounds of applications, each with its target in nanoseconds where it has one.
const ROUNDS: [(&str, Load, &str, Option<f64>); 4] = [
    ("20 applications on the programme's blocks", Load::W1, "20_on_the_programme", None),
    ("514 applications on the programme's blocks", Load::W1, "514_on_the_programme", Some(50e6)),
    ("2,000 applications on W1 (20,000 a second)", Load::W1, "2000_on_w1", Some(100e6)),
    ("10,000 applications on W2", Load::W2, "10000_on_w2", Some(5e9)),
];

fn rounds(lines: &Lines, text: &mut String) {
    let hosts = ["native", "Node", "Chromium", "target", "calendars anew", "brute force"];
    row(text, &[&["round"], &hosts[..]].concat());
    row(text, &[&["---"], &["--:"; 6][..]].concat());
    for (name, load, request, target) in ROUNDS {
        let median = |platform| lines.median(platform, load, "plan", request, "engine");
        let wasm = |platform| match (median(platform), target) {
            (Some(median), Some(target)) if median > target => format!("**{}**", time(median)),
            (median, _) => median.map_or("-".into(), time),
        };
        let ratio = |by| {
            let reference = lines.median(HOST, load, "plan", request, by);
            let ratio = reference.zip(median(HOST)).map(|(reference, engine)| reference / engine);
            ratio.map_or("-".into(), times)
        };
        row(
            text,
            &[
                name,
                &median("native").map_or("-".into(), time),
                &wasm("node"),
                &wasm("chromium"),
                &target.map_or("-".into(), time),
                &ratio("anew"),
                &ratio("brute"),
            ],
        );
    }
    text.push_str(
        "\nWhole rounds, planned in place. The last two columns: how many times as long it takes with \
         calendars that are built anew for each application, and by brute force, in Chromium, in the \
         same run; both come to the same plan.\n\n",
    );
}

fn growth(lines: &Lines, text: &mut String) {
    let grown = |blocks, holds| Load::Grown { blocks, holds };
    let loads = [
        ("nodes", vec![grown(2, 10_000), grown(20, 10_000), grown(200, 10_000)]),
        ("holds", vec![grown(200, 1_000), grown(200, 10_000), grown(200, 100_000), Load::W2]),
    ];
    let copied = lines.median(HOST, Load::W1, "copy", "64 MB", "engine");
    row(
        text,
        &["", "nodes", "holds", "snapshot", "with index", "index", "limit", "earliest", "preview"],
    );
    row(text, &["---", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "--:"]);
    for (what, loads) in loads {
        for load in loads {
            let Load::Grown { blocks, holds } = load else { continue };
            let median = |work, request| lines.median(HOST, load, work, request, "engine");
            let Some(memory) = median("memory", "all") else { continue };
            // Copying reads and writes every byte.
            let limit = copied.map(|copied| memory * copied / (2.0 * 64e6));
            let show = |value: Option<f64>, show: fn(f64) -> String| value.map_or("-".into(), show);
            row(
                text,
                &[
                    what,
                    &(blocks * 500).to_string(),
                    &holds.to_string(),
                    &show(median("snapshot", "all"), bytes),
                    &bytes(memory),
                    &show(median("index", "all"), time),
                    &show(limit, time),
                    &show(median("earliest", load.typical()), time),
                    &show(median("preview", load.typical()), time),
                ],
            );
        }
    }
    let rate = copied.map_or("-".into(), |copied| format!("{:.1} GB/s", 2.0 * 64e6 / copied));
    let _ = writeln!(
        text,
        "\nChromium. Limit: to touch each byte of the snapshot and of the index once, at the \
         {rate} that copying 64 MB reaches. Earliest and preview: the typical request.\n"
    );
}

fn every_request(lines: &Lines, text: &mut String) {
    let ratios = ["brute force", "naive"];
    let works = [&["earliest"], &ratios[..], &["preview"], &ratios, &["alternatives"]].concat();
    row(text, &[&["load", "request"], &works[..]].concat());
    row(text, &[&["---"; 2], &["--:"; 7][..]].concat());
    for (name, load) in [("W1", Load::W1), ("W2", Load::W2)] {
        for request in lines.requests(load, "earliest") {
            let median = |work| {
                let engine = lines.median(HOST, load, work, request, "engine");
                engine.map_or("-".into(), time)
            };
            let cells = ["earliest", "preview"].map(|work| {
                let ratio = |by| lines.ratio(load, work, request, by);
                [median(work), ratio("brute"), ratio("naive")]
            });
            let alternatives = median("alternatives");
            let cells = cells.as_flattened().iter().chain([&alternatives]).map(String::as_str);
            row(text, &[name, request].into_iter().chain(cells).collect::<Vec<_>>());
        }
    }
    text.push_str(
        "\nChromium, calendars kept. Preview: with its fit map. Alternatives (splits and \
         counterparts) are asked for by themselves.\n",
    );
}

fn row(text: &mut String, cells: &[&str]) {
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}

/// Three digits of nanoseconds, in the unit that suits.
fn time(nanoseconds: f64) -> String {
    let units = [(1e9, "s"), (1e6, "ms"), (1e3, "µs"), (1.0, "ns")];
    let (size, unit) = units.into_iter().find(|unit| nanoseconds >= unit.0).unwrap_or((1.0, "ns"));
    format!("{} {unit}", digits(nanoseconds / size))
}

fn bytes(bytes: f64) -> String {
    format!("{} MB", digits(bytes / (1024.0 * 1024.0)))
}

fn times(ratio: f64) -> String {
    format!("{} ×", digits(ratio))
}

/// Three digits, all of those before the point.
fn digits(value: f64) -> String {
    match value {
        100.0.. => format!("{value:.0}"),
        10.0..100.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}
