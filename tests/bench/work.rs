//! What is timed: the work of each way on each load, made ready.

use crate::brute::Matrix;
use crate::naive::Naive;
use crate::rounds::{self, RoundCase};
use crate::way::{Answer, Way};
use crate::workload::Load;
use jari::fit::{self, Calendars};
use jari::model::{Request, Snapshot};
use jari::odds::{self, Demand, PoolQueueing, RoundSums, Simulation};
use jari::sizing::hardware::Gpu;
use jari::sizing::states::Optimizer;
use jari::sizing::utilisation::Precision;
use jari::sizing::workload::{ShapeOrigin, Training, TrainingKind};
use jari::sizing::{self, SizingTarget, Workload, known};
use std::{cell::RefCell, hint::black_box};

/// What is measured together, in one process or one instance of WebAssembly.
pub struct Group {
    pub load: Load,
    with: References,
}

/// What the engine is held against.
#[derive(Clone, Copy, PartialEq)]
enum References {
    /// Nothing, and by the typical request alone: how time and memory grow.
    None,
    Naive,
    Brute,
    Both,
}

/// Everything that is timed, those first that are done in no time. Brute force is too slow for
/// W2: it is held against the engine on one block of it.
pub static GROUPS: [Group; 8] = [
    Group { load: Load::W1, with: References::Both },
    Group { load: Load::W2_BLOCK, with: References::Brute },
    Group { load: Load::Grown { blocks: 2, holds: 10_000 }, with: References::None },
    Group { load: Load::Grown { blocks: 20, holds: 10_000 }, with: References::None },
    Group { load: Load::Grown { blocks: 200, holds: 1_000 }, with: References::None },
    Group { load: Load::Grown { blocks: 200, holds: 10_000 }, with: References::None },
    Group { load: Load::Grown { blocks: 200, holds: 100_000 }, with: References::None },
    Group { load: Load::W2, with: References::Naive },
];

/// The groups that there is time for: where it is only to be seen that all works, the first few.
pub fn groups(quick: bool) -> &'static [Group] {
    if quick { &GROUPS[..3] } else { &GROUPS }
}

/// One thing to time.
pub struct Task {
    /// `size` (a workload on both accelerators), `index`, `earliest`, `preview` (calendars kept), `whole` (calendars built), `alternatives`
    /// (splits and counterparts), `plan` (a round), `odds` (10,000 rounds of the published sums).
    pub work: &'static str,
    /// Its name; `all` where the work depends on none.
    pub request: &'static str,
    /// Whose work.
    pub by: &'static str,
    pub run: Box<dyn Fn()>,
}

impl Group {
    /// Makes the load, holds the ways against each other, and lists what is to be timed.
    ///
    /// A load lives as long as the program, so that its tasks can be kept anywhere.
    pub fn tasks(&self, quick: bool) -> Vec<Task> {
        let subject = self.subject(quick);
        let (answers, mut tasks) = subject.by::<Calendars>();
        if self.with != References::None {
            tasks.extend(subject.alternatives());
        }
        tasks.extend(Task::rounds(self.load, quick));
        if self.load == Load::W1 {
            tasks.push(Task::copy());
            tasks.extend(Task::sizes());
            tasks.extend(Task::odds());
        }
        let mut add = |(others, more): (Vec<Answer>, Vec<Task>)| {
            assert_eq!(answers, others, "the engine and {}", more[0].by);
            tasks.extend(more);
        };
        if matches!(self.with, References::Naive | References::Both) {
            add(subject.by::<Vec<Naive>>());
        }
        if matches!(self.with, References::Brute | References::Both) {
            add(subject.by::<Vec<Matrix>>());
        }
        // One after the other what is compared: a machine is not equally fast all the time.
        tasks.sort_by_key(|task| (task.work, task.request));
        tasks
    }

    /// The engine's tasks alone.
    pub fn tasks_of_engine(&self) -> Vec<Task> {
        self.subject(false).by::<Calendars>().1
    }

    fn subject(&self, quick: bool) -> &'static Subject {
        let mut requests = self.requests();
        requests.truncate(if quick { 1 } else { usize::MAX });
        let subject = Subject { load: self.load, snapshot: self.load.snapshot(), requests };
        Box::leak(Box::new(subject))
    }

    /// What `used` says of memory: with the snapshot alone, and after every request was answered.
    pub fn memory(&self, used: impl Fn() -> Option<u64>) -> Option<[u64; 2]> {
        let snapshot = self.load.snapshot();
        let before = used()?;
        let calendars = Calendars::new(&snapshot);
        for (_, request) in self.requests() {
            black_box(calendars.preview(&snapshot, &request));
        }
        Some([before, used()?])
    }

    fn requests(&self) -> Vec<(&'static str, Request)> {
        let mut requests = self.load.requests();
        if self.with == References::None {
            requests.truncate(1);
        }
        requests
    }
}

struct Subject {
    load: Load,
    snapshot: Snapshot,
    requests: Vec<(&'static str, Request)>,
}

impl Subject {
    /// The answers and the tasks of one way.
    fn by<W: Way + 'static>(&'static self) -> (Vec<Answer>, Vec<Task>) {
        let Self { load, snapshot, requests } = self;
        let index: &'static W = Box::leak(Box::new(W::index(snapshot)));
        let (mut answers, mut tasks) = (Vec::new(), Vec::new());
        tasks.push(Task::new::<W, _>("index", "all", || W::index(snapshot)));
        for (name, request) in requests {
            let earliest = || index.earliest(snapshot, request);
            let preview = || index.preview(snapshot, request);
            answers.push(preview());
            assert_eq!(answers.last().map(|answer| &answer.starts), Some(&earliest()), "{name}");
            tasks.push(Task::new::<W, _>("earliest", name, earliest));
            tasks.push(Task::new::<W, _>("preview", name, preview));
            // W2 is asked with its calendars kept.
            if *load == Load::W1 {
                let whole = || W::index(snapshot).preview(snapshot, request);
                tasks.push(Task::new::<W, _>("whole", name, whole));
            }
        }
        (answers, tasks)
    }

    /// What is asked for by itself, and no reference does.
    fn alternatives(&'static self) -> impl Iterator<Item = Task> {
        let calendars: &Calendars = Box::leak(Box::new(Calendars::new(&self.snapshot)));
        self.requests.iter().map(move |(name, request)| {
            let alternatives = || fit::alternatives(&self.snapshot, calendars, request);
            Task::new::<Calendars, _>("alternatives", name, alternatives)
        })
    }
}

impl Task {
    fn new<W: Way, T>(
        work: &'static str,
        request: &'static str,
        run: impl Fn() -> T + 'static,
    ) -> Self {
        let run = move || drop(black_box(run()));
        Self { work, request, by: W::NAME, run: Box::new(run) }
    }

    /// Whole answers of sizing: both accelerators, their curves, a search of the layout at each point.
    fn sizes() -> impl Iterator<Item = Self> {
        let runs = [
            ("cpt_32b", "exaone-3.5-32b", TrainingKind::ContinuedPretrain, 8_192.0),
            ("pretrain_405b_32k", "llama-3.1-405b", TrainingKind::Pretrain, 32_768.0),
            ("finetune_671b", "deepseek-v3", TrainingKind::FullFineTune, 4_096.0),
        ];
        runs.into_iter().filter_map(|(name, id, kind, seq)| {
            let run = Training {
                kind,
                tokens: 2e11,
                seq,
                batch_tokens: None,
                precision: Precision::Bf16,
                optimizer: Optimizer::Adam,
                framework: None,
                recompute: None,
                layout: None,
                micro_batch: None,
                rank: 0,
                trials: 0.0,
            };
            let workload = Workload {
                network: known::find(id)?.arch.network(),
                origin: ShapeOrigin::Known(id),
                remarks: Vec::new(),
                stored: None,
                task: sizing::workload::Task::Train(run),
                within_days: None,
                utilisation: None,
                goodput: None,
            };
            let sites = ["h200", "b200"].into_iter().filter_map(Gpu::known);
            let sites: Vec<SizingTarget> =
                sites.map(|gpu| SizingTarget::of_gpu(gpu, 128)).collect();
            let size = move || sizing::size(black_box(&workload), &sites).is_ok();
            Some(Self::new::<Calendars, _>("size", name, size))
        })
    }

    /// Rounds of applications, planned by the engine in place, by one that builds its calendars anew
    /// for each application, and by brute force.
    fn rounds(load: Load, quick: bool) -> impl Iterator<Item = Self> {
        let rounds = rounds::of(load, quick);
        rounds.into_iter().flat_map(|round| {
            let round: &'static RoundCase = Box::leak(Box::new(round));
            let wanted = round.by_engine();
            round.ways().map(move |(by, way)| {
                assert_eq!(way(round), wanted, "{} by {by}", round.name);
                let run = move || drop(black_box(way(round)));
                Self { work: "plan", request: round.name, by, run: Box::new(run) }
            })
        })
    }

    /// Simulated rounds of call 25-1, as many as the page simulates, for each demand.
    fn odds() -> impl Iterator<Item = Self> {
        Demand::ALL.into_iter().filter_map(move |demand| {
            let round =
                odds::PoolRound::from_sums(&RoundSums::CALL_25_1, demand, PoolQueueing::Stop)
                    .ok()?;
            let run = move || {
                let simulation =
                    Simulation::new(black_box(round.clone()), odds::ROUNDS, odds::SEED);
                simulation.map(Simulation::run).is_ok()
            };
            Some(Self::new::<Calendars, _>("odds", demand.id(), run))
        })
    }

    /// How fast memory is: the limit of everything that touches much of it.
    fn copy() -> Self {
        let from = vec![1_u8; 64_000_000];
        let to = RefCell::new(from.clone());
        let copy = move || to.borrow_mut().copy_from_slice(black_box(&from));
        Self::new::<Calendars, _>("copy", "64 MB", copy)
    }
}
