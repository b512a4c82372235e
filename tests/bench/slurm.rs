//! The same questions asked of Slurm and of the engine: `cargo bench --bench slurm`.
//!
//! A `slurmctld` of this machine gets nodes that exist on paper alone, and reservations over the coming
//! year. Then each question (so many nodes, for so many hours, from a day on) goes to `sbatch
//! --test-only`, which asks the scheduler when such a job would start and submits nothing, and to
//! [`fit::preview`] with its answer as JSON. Both have to name the same hour. What starting `sbatch`
//! costs by itself is measured as well, and is taken off. Without Slurm, nothing is measured.
//!
//! `QUESTIONS=5000 cargo bench --bench slurm` asks more.
#![allow(clippy::expect_used, clippy::panic, reason = "no visitor runs this")]
#![expect(clippy::disallowed_methods, reason = "time is what is measured here")]

use jari::exchange::answer_json::{self, AnsweredRequest, Extras};
use jari::exchange::request_json;
use jari::fit::{self, Alternatives, Calendars};
use jari::model::SplitMix64;
use jari::model::{self, Hour, Occupancy, Scenario};
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const NODES: u32 = 512;
const RESERVATIONS: u32 = 300;
const DAYS: u32 = 365;
/// As many as are asked where nothing is said.
const QUESTIONS: u32 = 1_000;
/// How often a program that does nothing is started, to know what that costs.
const EMPTY_STARTS: u32 = 100;
const PATIENCE: Duration = Duration::from_secs(30);
/// That of the hours in files and requests.
const TIME_ZONE: &str = "UTC";

fn main() {
    let Some(slurm) = Slurm::start() else {
        println!("slurm: there is no slurmctld here (Debian: slurm-wlm); nothing is measured");
        return;
    };
    let questions = env::var("QUESTIONS").ok().and_then(|text| text.parse().ok());
    let mut random = SplitMix64::new(20_261_130);
    let today = slurm.today();
    let holds = reserve(&slurm, today, &mut random);
    let site = Site::new(&holds, today);
    let empty = median(&mut (0..EMPTY_STARTS).map(|_| slurm.empty_start()).collect::<Vec<_>>());
    let (mut ours, mut theirs, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    let mut same = 0;
    let mut unanswered = BTreeMap::new();
    for number in 0..questions.unwrap_or(QUESTIONS) {
        let question = Question::random(today, &mut random);
        let (their_start, their_time) = slurm.ask(&question);
        let (our_start, our_time) = site.ask(&question);
        match their_start {
            Ok(start) if Some(start) == our_start => same += 1,
            Ok(start) => println!("  {number}, {question:?}: {our_start:?}, Slurm {start:?}"),
            Err(why) => *unanswered.entry(why).or_insert(0) += 1,
        }
        let net = their_time.saturating_sub(empty);
        ratios.push(net.as_secs_f64() / our_time.as_secs_f64());
        theirs.push(net);
        ours.push(our_time);
    }
    println!("slurm: {} questions on {NODES} nodes with {} reservations", ours.len(), holds.len());
    let refused: usize = unanswered.values().sum();
    println!("  the same start: {same}, another: {}", ours.len() - refused - same);
    for (why, count) in &unanswered {
        println!("  without an answer of Slurm: {count}, {why}");
    }
    println!(
        "  sbatch --test-only, without its start of {empty:.1?}: median {:.1?}",
        median(&mut theirs)
    );
    println!("  preview with JSON: median {:.1?}", median(&mut ours));
    ratios.sort_by(f64::total_cmp);
    let at = |share: usize| ratios.get(ratios.len() * share / 100).copied().unwrap_or_default();
    println!(
        "  a question is answered {:.0} times as fast in the median ({:.0} to {:.0} between the 2nd and the 98th percentile)",
        at(50),
        at(2),
        at(98)
    );
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Nodes that are reserved: first and last node, from 1, first hour, and the hour after the last.
#[derive(Debug)]
struct Hold {
    nodes: (u32, u32),
    from: Hour,
    until: Hour,
}

#[derive(Debug)]
struct Question {
    nodes: u32,
    hours: u32,
    not_before: Hour,
}

impl Question {
    fn random(today: Hour, random: &mut SplitMix64) -> Self {
        let hours = [24, 72, 240, 720, 2_160][random.next_below(5) as usize];
        let not_before = today.plus(24 * (1 + random.next_below(200)));
        Self { nodes: 1 + random.next_below(NODES / 4), hours, not_before }
    }
}

/// Reserves nodes for times, those that Slurm takes: it refuses what overlaps.
fn reserve(slurm: &Slurm, today: Hour, random: &mut SplitMix64) -> Vec<Hold> {
    let mut holds = Vec::new();
    for _ in 0..RESERVATIONS {
        let first = 1 + random.next_below(NODES - 64);
        let last = first + random.next_below(64);
        let from = today.plus(24 * (1 + random.next_below(DAYS)));
        let until = from.plus(24 * (1 + random.next_below(90)));
        let hold = Hold { nodes: (first, last), from, until };
        if slurm.reserve(&hold) {
            holds.push(hold);
        }
    }
    assert!(holds.len() > 20, "Slurm took {} reservations", holds.len());
    holds
}

/// The site as the engine sees it.
struct Site {
    scenario: Scenario,
    calendars: Calendars,
    today: Hour,
}

impl Site {
    fn new(holds: &[Hold], today: Hour) -> Self {
        let time = |hour: Hour| hour.to_rfc3339();
        let holds: Vec<String> = holds
            .iter()
            .map(|Hold { nodes: (first, last), from, until }| {
                format!(
                    r#"{{"block":"all","nodes":"{first}-{last}","from":"{}","until":"{}"}}"#,
                    time(*from),
                    time(*until)
                )
            })
            .collect();
        let file = format!(
            r#"{{"schema":1,"as_of":"{}","availability":"complete",
                "accelerators":[{{"id":"h200","name":"H200"}}],
                "blocks":[{{"id":"all","accelerator":"h200","nodes":{NODES}}}],"holds":[{}]}}"#,
            time(today),
            holds.join(",")
        );
        let reading = model::read(file.as_bytes()).expect("a good file");
        assert!(reading.problems.is_empty(), "{:?}", reading.problems);
        let scenario = Scenario::new(&reading.snapshot, Occupancy::File, Vec::new());
        let calendars = Calendars::new(&scenario.snapshot);
        Self { scenario, calendars, today }
    }

    /// The start of the best offer, from the text of a request to that of its answer.
    fn ask(&self, question: &Question) -> (Option<Hour>, Duration) {
        let Question { nodes, hours, not_before } = question;
        let text = format!(
            r#"{{"id":"q","accelerators":["h200"],"nodes":{nodes},"term":{{"hours":{hours}}},"not_before":"{}"}}"#,
            not_before.to_rfc3339()
        );
        let begin = Instant::now();
        let asked = request_json::parse(&text).expect("a request");
        let snapshot = &self.scenario.snapshot;
        let preview = fit::preview(snapshot, &self.calendars, &asked.request).expect("an answer");
        let none = Alternatives { split: None, counterparts: Vec::new() };
        let line = answer_json::line(
            &AnsweredRequest {
                scenario: &self.scenario,
                request: &asked.request,
                preview: &preview,
                alternatives: &none,
                today: self.today,
            },
            &Extras::default(),
        );
        let took = begin.elapsed();
        assert!(line.starts_with('{'), "{line}");
        let offer = preview.best().and_then(|block| block.offer.as_ref());
        (offer.map(|offer| offer.start), took)
    }
}

/// A `slurmctld` with a configuration and a folder of its own, ended with it.
struct Slurm {
    folder: PathBuf,
    daemon: Child,
}

impl Slurm {
    fn start() -> Option<Self> {
        let daemon = program("slurmctld")?;
        let (_, _) = (program("sbatch")?, program("scontrol")?);
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("slurm");
        // What another run left there is not of this one.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("state")).expect("a folder");
        fs::write(folder.join("slurm.conf"), configuration(&folder)).expect("a configuration");
        let log = fs::File::create(folder.join("daemon.log")).expect("a log");
        let daemon = Command::new(daemon)
            .arg("-D")
            .env("SLURM_CONF", folder.join("slurm.conf"))
            .env("TZ", TIME_ZONE)
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .expect("slurmctld starts");
        let slurm = Self { folder, daemon };
        let begin = Instant::now();
        while !text(&slurm.run("scontrol", &["ping"]).stdout).contains("UP") {
            assert!(
                begin.elapsed() < PATIENCE,
                "slurmctld does not answer: see {:?}",
                slurm.folder
            );
            sleep(Duration::from_millis(100));
        }
        Some(slurm)
    }

    fn run(&self, name: &str, arguments: &[&str]) -> Output {
        let program = program(name).expect("it was there");
        Command::new(program)
            .args(arguments)
            .env("SLURM_CONF", self.folder.join("slurm.conf"))
            .env("TZ", TIME_ZONE)
            .output()
            .expect("it starts")
    }

    /// The last midnight.
    fn today(&self) -> Hour {
        let output = Command::new("date").arg("+%s").output().expect("a clock");
        let seconds = text(&output.stdout).trim().parse().expect("seconds");
        model::Instant::of_unix(seconds).expect("a date").floor().last_midnight()
    }

    fn reserve(&self, hold: &Hold) -> bool {
        let nodes = format!("Nodes=n[{}-{}]", hold.nodes.0, hold.nodes.1);
        let hours = hold.until.since(hold.from);
        let duration = format!("Duration={}-00:00:00", hours / 24);
        let start = format!("StartTime={}", slurm_time(hold.from));
        let user = "Users=nobody".to_owned();
        let arguments = ["create", "reservation", &start, &duration, &nodes, &user];
        self.run("scontrol", &arguments).status.success()
    }

    fn empty_start(&self) -> Duration {
        let begin = Instant::now();
        self.run("sbatch", &["--version"]);
        begin.elapsed()
    }

    /// The hour at which such a job would start, and how long the answer took.
    fn ask(&self, question: &Question) -> (Result<Hour, String>, Duration) {
        let nodes = format!("--nodes={}", question.nodes);
        let time = format!("--time={}", question.hours * 60);
        let from = format!("--begin={}", slurm_time(question.not_before));
        let begin = Instant::now();
        let answer = self
            .run("sbatch", &["--test-only", "--exclusive", &nodes, &time, &from, "--wrap=true"]);
        let took = begin.elapsed();
        let told = text(&answer.stderr);
        let start = told.split("to start at ").nth(1).and_then(|rest| rest.get(..19));
        let start = start.map(|start| {
            model::Instant::parse(&format!("{start}Z")).expect("a date of Slurm").floor()
        });
        (start.ok_or_else(|| told.trim().to_owned()), took)
    }
}

impl Drop for Slurm {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

fn slurm_time(hour: Hour) -> String {
    hour.to_rfc3339().trim_end_matches('Z').to_owned()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Where a program is: daemons lie where a reader's `PATH` may not look.
fn program(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = env::split_paths(&path).chain(["/usr/sbin".into(), "/usr/local/sbin".into()]);
    folders.map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// Nodes that are "in a cloud" need no daemon: they are free until somebody uses them.
fn configuration(folder: &Path) -> String {
    let folder = folder.display();
    format!(
        "ClusterName=bench
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort=16917
SlurmUser={user}
AuthType=auth/none
CredType=cred/none
StateSaveLocation={folder}/state
SlurmctldPidFile={folder}/slurmctld.pid
SlurmctldLogFile={folder}/slurmctld.log
ProctrackType=proctrack/linuxproc
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerType=sched/backfill
MpiDefault=none
ResumeProgram=/bin/true
SuspendProgram=/bin/true
SuspendTime=86400
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
NodeName=n[1-{NODES}] NodeAddr=127.0.0.1 CPUs=8 RealMemory=1000 State=CLOUD
PartitionName=all Nodes=ALL Default=YES MaxTime=UNLIMITED State=UP
",
        user = env::var("USER").unwrap_or_else(|_| "root".to_owned()),
    )
}
