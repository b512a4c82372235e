//! Whole rounds of real and of hard loads. They are not part of this repository; where they are
//! absent, the test says so and passes.

use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use flate2::read::GzDecoder;
use jari::fit::Calendars;
use jari::fit::plan::{
    Grant, Order, Perturbation, PlanRefusal, RoundPlan, RoundPolicy, plan, totals,
};
use jari::model::{
    Application, Hold, HoldNodes, Hour, NodeRanges, Placement, Request, Score, Snapshot, Term, Text,
};
use serde::Deserialize;

use crate::brute::matrix::numbers;
use crate::oracle::Nodes;
use crate::{cases, say};

/// The text of a shared file, or `None` with a line that says so.
fn read(name: &str) -> Option<String> {
    let shared = std::env::var_os("JARI_SHARED").map(PathBuf::from);
    let shared =
        shared.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"));
    let Ok(file) = File::open(shared.join("data").join(name)) else {
        say(&format!("skipped: shared load not found ({name})"));
        return None;
    };
    let mut text = String::new();
    GzDecoder::new(file).read_to_string(&mut text).unwrap();
    Some(text)
}

/// Rows of a table with headings.
fn rows<T: for<'de> Deserialize<'de>>(text: &str) -> Vec<T> {
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
}

fn application(id: usize, request: Request, score: f64) -> Application {
    let request = Request { id: id.to_string(), ..request };
    Application { request, title: String::new(), score: Score::new(score), submitted_at: None }
}

#[derive(Deserialize)]
struct Batch {
    cases: Vec<BatchCase>,
}

#[derive(Deserialize)]
struct BatchCase {
    id: String,
    horizon: u32,
    blocks: Vec<BatchBlock>,
    reservations: Vec<Reserved>,
    requests: Vec<Asked>,
}

#[derive(Deserialize)]
struct BatchBlock {
    id: String,
    kind: String,
    nodes: u32,
    leaf_size: u32,
}

#[derive(Deserialize)]
struct Reserved {
    cluster: String,
    nodes: Nodes,
    start: u32,
    end: u32,
}

#[derive(Deserialize)]
struct Asked {
    nodes: u32,
    hours: u32,
    window: [u32; 2],
    kind: String,
    weight: f64,
    single_leaf: bool,
}

impl BatchCase {
    fn snapshot(&self) -> Snapshot {
        let mut snapshot = cases::empty_snapshot();
        for block in &self.blocks {
            let mut leaves = vec![block.leaf_size; (block.nodes / block.leaf_size) as usize];
            leaves.extend(Some(block.nodes % block.leaf_size).filter(|rest| *rest > 0));
            snapshot.blocks.push(cases::block(&block.id, &block.kind, &leaves, None));
        }
        for reserved in &self.reservations {
            let block_index = self.blocks.iter().position(|it| it.id == reserved.cluster).unwrap();
            snapshot.holds.push(Hold {
                block_index,
                nodes: HoldNodes::Named(reserved.nodes.ranges()),
                from: cases::hour(reserved.start),
                until: cases::hour(reserved.end),
                label: Text::default(),
                published: None,
            });
        }
        snapshot
    }

    fn applications(&self) -> Vec<Application> {
        let made = self.requests.iter().enumerate().map(|(id, asked)| {
            let [start, end] = asked.window.map(cases::hour);
            let mut request = cases::request(asked.nodes, Term::Hours(asked.hours), start);
            request.not_after = Some(end);
            request.accelerators = vec![asked.kind.clone()];
            if asked.single_leaf {
                request.placement = Placement::OneLeaf;
            }
            application(id, request, asked.weight)
        });
        made.collect()
    }
}

/// The node-hours that a plan gives, times their weights.
fn worth(plan: &RoundPlan, case: &BatchCase) -> f64 {
    let given = plan.decisions.iter().filter(|decision| decision.result.is_ok());
    let asked = given.map(|decision| &case.requests[decision.application_index]);
    asked.map(|it| it.weight * f64::from(it.nodes) * f64::from(it.hours)).sum()
}

/// What is given keeps what was asked, and no node is given twice or while it is held.
fn is_valid(snapshot: &Snapshot, applications: &[Application], plan: &RoundPlan) {
    let mut given: Vec<(&Request, &Grant)> = Vec::new();
    for decision in &plan.decisions {
        let Ok(grant) = &decision.result else { continue };
        let request = &applications[decision.application_index].request;
        let (block, offer) = (&snapshot.blocks[grant.block_index], &grant.offer);
        assert!(request.accelerators.contains(&block.accelerator));
        assert!(offer.start >= request.not_before);
        assert_eq!(offer.end, request.term.end(offer.start));
        assert!(request.not_after.is_none_or(|latest| offer.end <= latest));
        let nodes = numbers(&offer.node_ranges);
        assert_eq!(nodes.len() as u32, request.nodes.max);
        if request.placement == Placement::OneLeaf {
            assert_eq!(offer.leaves.len(), 1);
        }
        let overlaps = |from: Hour, until: Hour| from < offer.end && offer.start < until;
        let free = |others: &NodeRanges| !numbers(others).iter().any(|it| nodes.contains(it));
        for hold in snapshot.holds.iter().filter(|hold| hold.block_index == grant.block_index) {
            if let HoldNodes::Named(ranges) = &hold.nodes {
                assert!(!overlaps(hold.from, hold.until) || free(ranges), "held");
            }
        }
        for (_, other) in given.iter().filter(|(_, other)| other.block_index == grant.block_index) {
            let other = &other.offer;
            assert!(!overlaps(other.start, other.end) || free(&other.node_ranges), "given twice");
        }
        given.push((request, grant));
    }
}

#[test]
fn plans_of_the_shared_batches_are_valid() {
    let Some(text) = read("oracle/cases_batch.json.gz") else { return };
    let Batch { cases } = serde_json::from_str(&text).unwrap();
    for case in &cases {
        let (snapshot, applications) = (case.snapshot(), case.applications());
        let calendars = Calendars::new(&snapshot);
        let policy = RoundPolicy::default();
        let by_weight = plan(&snapshot, &calendars, &applications, &policy);
        is_valid(&snapshot, &applications, &by_weight);
        // The best of three hundred orders is the best that is known here.
        let orders = Perturbation { rounds: 300, most: 3.0, seed: 1 };
        let mut best = worth(&by_weight, case);
        for round in 0..orders.rounds {
            let changed = orders.changed(&applications, round);
            let other = plan(&snapshot, &calendars, &changed, &policy);
            is_valid(&snapshot, &changed, &other);
            best = best.max(worth(&other, case));
        }
        let all: f64 = (case.requests.iter())
            .map(|it| it.weight * f64::from(it.nodes) * f64::from(it.hours))
            .sum();
        let own = worth(&by_weight, case);
        say(&format!(
            "batch {}: {} of {} given in {} hours, {:.1} % of all by weight; the best of 300 other \
             orders {:.1} %, {:.1} % more than by weight",
            case.id,
            by_weight.decisions.iter().filter(|it| it.result.is_ok()).count(),
            case.requests.len(),
            case.horizon,
            100.0 * own / all,
            100.0 * best / all,
            100.0 * (best / own - 1.0),
        ));
        assert!(own > 0.0);
    }
    assert_eq!(cases.len(), 14);
}

/// The model counts in hours; here one stands for a minute, so that nothing is rounded.
fn minute(number: u32) -> Hour {
    cases::hour(number)
}

#[derive(Deserialize)]
struct Interval {
    vc: String,
    start_minute: u32,
    end_minute: u32,
    nodes: u32,
}

#[derive(Deserialize)]
struct Occupied {
    vc: String,
    total_gpu: u32,
}

/// Five pools of a cluster in May 2020, by the minute: intervals that were derived from the measured
/// curve. Where they do not pass their pool, nobody waits; they do for some minutes of the month.
#[test]
fn a_month_of_helios_is_planned_as_it_was_measured() {
    let Some(text) = read("traces/helios_earth_reservations_DERIVED_2020-05.csv.gz") else {
        return;
    };
    let intervals: Vec<Interval> = rows(&text);
    let curve = read("traces/helios_earth_vc_occupancy_2020-05.csv.gz").unwrap();
    let occupied: Vec<Occupied> = rows(&curve);
    let mut snapshot = cases::empty_snapshot();
    for Occupied { vc, total_gpu } in &occupied {
        if !snapshot.blocks.iter().any(|block| block.id == *vc) {
            snapshot.blocks.push(cases::block(vc, "h200", &[total_gpu / 8], None));
        }
    }
    let mut applications: Vec<Application> = (intervals.iter().enumerate())
        .map(|(id, it)| {
            let term = Term::Hours(it.end_minute - it.start_minute);
            let mut request = cases::request(it.nodes, term, minute(it.start_minute));
            request.blocks = Some(vec![it.vc.clone()]);
            application(id, request, 0.0)
        })
        .collect();
    applications.sort_by_key(|application| application.request.not_before);
    let policy = RoundPolicy { order: Order::List, ..RoundPolicy::default() };
    let calendars = Calendars::new(&snapshot);
    let plan = plan(&snapshot, &calendars, &applications, &policy);
    is_valid(&snapshot, &applications, &plan);
    let waits: Vec<u32> =
        plan.decisions.iter().map(|it| it.result.as_ref().unwrap().wait).collect();
    let over = minutes_over(&snapshot, &intervals);
    let (waiting, longest) = (waits.iter().filter(|it| **it > 0).count(), waits.iter().max());
    assert!(longest.is_some_and(|longest| *longest <= over), "{longest:?} of {over} minutes");
    let totals = totals(&snapshot, &calendars, &applications, &plan);
    let measured = |it: &Interval| u64::from(it.nodes * (it.end_minute - it.start_minute));
    let measured: u64 = intervals.iter().map(measured).sum();
    assert_eq!(totals.given.node_hours, measured);
    say(&format!(
        "helios: {} intervals on {} nodes of 5 pools planned; they pass their pools in {over} minutes, \
         {waiting} wait, the longest {} minutes; {measured} node-minutes, as measured, are {:.1} % of \
         the month",
        applications.len(),
        snapshot.blocks.iter().map(|block| block.nodes()).sum::<u32>(),
        longest.unwrap(),
        100.0 * totals.utilisation(),
    ));
}

/// In how many minutes the intervals of a pool need more nodes than it has, over all pools.
fn minutes_over(snapshot: &Snapshot, intervals: &[Interval]) -> u32 {
    let of_pool = |block: &jari::model::Block| {
        let own: Vec<&Interval> = intervals.iter().filter(|it| it.vc == block.id).collect();
        let minutes = 0..own.iter().map(|it| it.end_minute).max().unwrap();
        let needed = |minute: u32| {
            let there = own.iter().filter(|it| (it.start_minute..it.end_minute).contains(&minute));
            there.map(|it| it.nodes).sum::<u32>()
        };
        minutes.filter(|minute| needed(*minute) > block.nodes()).count() as u32
    };
    snapshot.blocks.iter().map(of_pool).sum()
}

#[derive(Deserialize)]
struct Job {
    submit_s: f64,
    duration_s: f64,
    node_num: u32,
}

#[derive(Deserialize)]
struct Host {
    #[serde(rename = "DSW")]
    core: String,
    #[serde(rename = "PSW")]
    pod: String,
    #[serde(rename = "ASW")]
    rack: String,
}

/// Ninety days of a cluster for language models on the switches of another: by the minute, each job as
/// soon as it was submitted or there is room, anywhere and with groups of eight kept together.
#[test]
fn the_jobs_of_kalos_are_planned_on_the_switches_of_lingjun() {
    let (Some(jobs), Some(hosts)) =
        (read("traces/kalos_completed_319.csv.gz"), read("traces/lingjun_topo.csv.gz"))
    else {
        return;
    };
    let (jobs, hosts): (Vec<Job>, Vec<Host>) = (rows(&jobs), rows(&hosts));
    let mut racks: Vec<String> =
        hosts.iter().map(|it| format!("{}/{}/{}", it.core, it.pod, it.rack)).collect();
    racks.sort();
    let leaves: Vec<u32> = racks.chunk_by(|a, b| a == b).map(|rack| rack.len() as u32).collect();
    for (name, leaves) in [("its own 302 nodes", &vec![302][..]), ("lingjun", &leaves[..])] {
        let mut snapshot = cases::empty_snapshot();
        snapshot.blocks.push(cases::block(name, "h200", leaves, None));
        let calendars = Calendars::new(&snapshot);
        for placement in [Placement::Any, Placement::SegmentsOf(4)] {
            if placement != Placement::Any && leaves.len() == 1 {
                continue;
            }
            let asked = |(id, job): (usize, &Job)| {
                let term = Term::Hours(((job.duration_s / 60.0).ceil() as u32).max(1));
                let start = minute((job.submit_s / 60.0).floor() as u32);
                let request = cases::request(job.node_num, term, start);
                application(id, Request { placement, ..request }, 0.0)
            };
            let applications: Vec<Application> = jobs.iter().enumerate().map(asked).collect();
            let policy = RoundPolicy { order: Order::List, ..RoundPolicy::default() };
            let plan = plan(&snapshot, &calendars, &applications, &policy);
            is_valid(&snapshot, &applications, &plan);
            let refused: Vec<&PlanRefusal> =
                plan.decisions.iter().filter_map(|it| it.result.as_ref().err()).collect();
            assert_eq!(refused, Vec::<&PlanRefusal>::new());
            let waits = plan.decisions.iter().filter_map(|it| it.result.as_ref().ok());
            let mut waits: Vec<u32> = waits.map(|grant| grant.wait).collect();
            waits.sort_unstable();
            let totals = totals(&snapshot, &calendars, &applications, &plan);
            let ran: f64 = jobs.iter().map(|it| f64::from(it.node_num) * it.duration_s).sum();
            let planned = totals.given.node_hours as f64 * 60.0;
            assert!((1.0..1.01).contains(&(planned / ran)), "{planned} and {ran}");
            let window = totals.window.clone().unwrap();
            let possible = f64::from(window.end.since(window.start)) * 60.0;
            let nodes = f64::from(snapshot.blocks[0].nodes());
            say(&format!(
                "kalos on {name}, {placement:?}: {} jobs, {} wait, the longest {} minutes; {:.1} % of \
                 the nodes are used, and ran at {:.1} %",
                jobs.len(),
                waits.iter().filter(|wait| **wait > 0).count(),
                waits.last().unwrap(),
                100.0 * totals.utilisation(),
                100.0 * ran / (possible * nodes),
            ));
        }
    }
}
