//! Serving on one accelerator: GPUs for one copy of the model, and the number of copies.

use super::band::{Band, ratio};
use super::kv;
use super::layer::attention::Keys;
use super::layer::mixing::STATE_BYTES;
use super::params::Params;
use super::point::{Legal, SizePoint};
use super::serving::{Rate, SPREAD, Service};
use super::site::SizingTarget;
use super::source::FigureSource;
use super::step::{ArithmeticStep, StepResult, StepUnit};
use super::workload::{Goal, Serving, Workload};

/// A service on a site, with the ways to hold a copy of the model.
#[derive(Clone, Debug)]
pub(super) struct Server<'a> {
    site: &'a SizingTarget,
    task: Serving,
    ways: Vec<Way<'a>>,
}

/// A way to hold a copy of the model, with the rate of one copy.
#[derive(Clone, Copy, Debug)]
struct Way<'a> {
    service: Service<'a>,
    rate: Rate,
}

/// GPUs that may hold a copy. A judgement: doublings up to 64, eight nodes of 8.
const COPY_GPUS: [u32; 7] = [1, 2, 4, 8, 16, 32, 64];

impl<'a> Server<'a> {
    pub(super) fn new(
        workload: &'a Workload,
        task: Serving,
        params: &'a Params,
        site: &'a SizingTarget,
    ) -> Self {
        let stored = workload.stored.as_ref();
        let precision = task.precision(stored);
        let mut ways = Vec::new();
        for gpus in COPY_GPUS {
            for copied_attention in [false, true] {
                let is_moe = workload.network.experts().is_some();
                if copied_attention && (!is_moe || gpus == 1) {
                    continue;
                }
                // Engines refuse ranks that do not divide heads, or experts.
                let network = &workload.network;
                let divides = match copied_attention {
                    true => network.shares_experts(gpus),
                    false => network.undivided(gpus).is_none(),
                };
                if !divides {
                    continue;
                }
                // Tensor parallelism stays within a node unless nothing else is left.
                if gpus > site.gpus_per_node && !copied_attention && !ways.is_empty() {
                    continue;
                }
                let service = Service {
                    network: &workload.network,
                    params,
                    gpu: &site.gpu,
                    gpus,
                    precision,
                    // In a precision other than the stored one, all weights count alike.
                    stored: stored.filter(|it| it.precision == precision),
                    cache_bytes: task.cache_bytes(stored),
                    copied_attention,
                    prompt: task.prompt,
                    answer: task.answer,
                };
                let rate = match task.goal {
                    Goal::TokensPerSecond(_) => service.fastest(),
                    Goal::Users { tokens_per_second, .. } => {
                        service.within(1.0 / tokens_per_second)
                    }
                };
                if let Some(rate) = rate {
                    ways.push(Way { service, rate });
                }
            }
        }
        Self { site, task, ways }
    }

    fn gpus(&self, nodes: u32) -> u32 {
        nodes.saturating_mul(self.site.gpus_per_node)
    }

    /// Returns the way with the highest total on `nodes` nodes, with its number of copies.
    ///
    /// Returns `None` if no copy fits, or none is as fast as asked.
    fn best(&self, nodes: u32) -> Option<(&Way<'a>, f64)> {
        let mut best: Option<(&Way<'a>, f64, f64)> = None;
        for way in &self.ways {
            let copies = self.gpus(nodes) / way.service.gpus.max(1);
            let one = match self.task.goal {
                Goal::TokensPerSecond(_) => way.rate.tokens_per_second,
                Goal::Users { .. } => way.rate.sequences,
            };
            let all = f64::from(copies) * one;
            // Strictly less, so of equal ways the one with the fewest GPUs a copy stays.
            if copies > 0 && best.is_none_or(|best| best.2 < all) {
                best = Some((way, f64::from(copies), all));
            }
        }
        best.map(|(way, copies, _)| (way, copies))
    }

    /// Returns the point at `nodes` nodes, or `None` if they hold no copy.
    pub(super) fn point_at(&self, nodes: u32) -> Option<SizePoint> {
        let (way, copies) = self.best(nodes)?;
        let around = |value: f64| Band::new(value / SPREAD, value, value * SPREAD);
        let days = self.task.days;
        let users = match self.task.goal {
            Goal::TokensPerSecond(_) => None,
            Goal::Users { .. } => Some(around(copies * way.rate.sequences)),
        };
        Some(SizePoint {
            nodes,
            days: Band::exact(days),
            gpu_hours: Band::exact(24.0 * days * f64::from(self.gpus(nodes))),
            rate: Some(around(copies * way.rate.tokens_per_second)),
            users,
            choice: None,
            speed: None,
            verdict: None,
            legal: Legal::for_target(self.site, nodes, days),
            warnings: Vec::new(),
        })
    }

    /// Returns the arithmetic steps of a point of this service.
    pub(super) fn steps(&self, point: &SizePoint) -> Vec<ArithmeticStep> {
        let Some((way, copies)) = self.best(point.nodes) else { return Vec::new() };
        let mut steps = Vec::new();
        self.room_steps(way, &mut steps);
        speed_steps(&way.rate, &mut steps);
        self.total_steps(point, way, copies, &mut steps);
        steps
    }

    /// Adds the steps of the sequences that one copy holds at once.
    fn room_steps(&self, Way { service, rate }: &Way<'_>, steps: &mut Vec<ArithmeticStep>) {
        let gpus = f64::from(service.gpus);
        steps.push(ArithmeticStep::new(
            StepResult::CacheRoom,
            "G (0.9 M − 3.5 GiB) − W",
            &[("G", gpus), ("M", self.site.gpu.memory), ("W", service.all_weights())],
            service.cache_room().max(0.0),
            StepUnit::Bytes,
            FigureSource::Throughput,
        ));
        steps.push(cache_step(service));
        steps.push(ArithmeticStep::new(
            StepResult::SequencesAtOnce,
            "",
            &[],
            rate.sequences,
            StepUnit::Count,
            FigureSource::Arithmetic,
        ));
    }

    /// Adds the steps of all copies together, from their number to GPU-hours.
    fn total_steps(
        &self,
        point: &SizePoint,
        way: &Way<'_>,
        copies: f64,
        steps: &mut Vec<ArithmeticStep>,
    ) {
        let numbers = [
            ("g", f64::from(self.site.gpus_per_node)),
            ("n", f64::from(point.nodes)),
            ("G", f64::from(way.service.gpus)),
        ];
        steps.push(ArithmeticStep::new(
            StepResult::Copies,
            "⌊g n / G⌋",
            &numbers,
            copies,
            StepUnit::Count,
            FigureSource::Arithmetic,
        ));
        if let Some(rate) = point.rate {
            steps.push(of_all(StepResult::Rate, rate, StepUnit::TokensPerSecond));
        }
        if let Some(users) = point.users {
            steps.push(of_all(StepResult::Users, users, StepUnit::Count));
        }
        let gpus = f64::from(self.gpus(point.nodes));
        steps.push(ArithmeticStep::new(
            StepResult::GpuHours,
            "24 d G",
            &[("d", self.task.days), ("G", gpus)],
            point.gpu_hours.central,
            StepUnit::GpuHours,
            FigureSource::Arithmetic,
        ));
    }
}

/// Adds the steps of the speed of one copy.
fn speed_steps(rate: &Rate, steps: &mut Vec<ArithmeticStep>) {
    let numbers = [
        ("R", rate.reading),
        ("C", rate.computing),
        ("t₀", rate.fixed),
        ("B", rate.sequences),
        ("u", rate.moved),
        ("P", rate.prompts),
    ];
    steps.push(ArithmeticStep::new(
        StepResult::TokenTime,
        "max(R, C) + t₀ + B u + P",
        &numbers,
        rate.token_seconds,
        StepUnit::Seconds,
        FigureSource::Throughput,
    ));
    steps.push(ArithmeticStep::new(
        StepResult::PromptTime,
        "",
        &[],
        rate.prompt_seconds,
        StepUnit::Seconds,
        FigureSource::Throughput,
    ));
    steps.push(ArithmeticStep::new(
        StepResult::CopyRate,
        "B / t",
        &[("B", rate.sequences), ("t", rate.token_seconds)],
        rate.tokens_per_second,
        StepUnit::TokensPerSecond,
        FigureSource::Arithmetic,
    ));
}

/// Returns the step of a figure of all copies together.
fn of_all(result: StepResult, all: Band, unit: StepUnit) -> ArithmeticStep {
    let step = ArithmeticStep::new(result, "", &[], all.central, unit, FigureSource::Throughput);
    step.between(all.low, all.high)
}

/// Returns the step for the cache of a sequence half way through its answer.
///
/// If GPUs cannot share its heads out, some hold the same ones.
fn cache_step(service: &Service<'_>) -> ArithmeticStep {
    let tokens = service.mean_tokens();
    let (cached, state) = kv::sequence_numbers(service.network, tokens);
    let once = service.cache_bytes * cached + STATE_BYTES * state;
    let numbers = [
        ("r", ratio(service.sequence_bytes(), once)),
        ("b_kv", service.cache_bytes),
        ("c", cached),
        ("S", state),
        ("s_in", service.prompt),
        ("s_out", service.answer),
    ];
    // Windows, compressed or shared keys and indexers keep other numbers than this formula, which
    // is then not printed.
    let plain = tokens
        * service.network.sum(|layer| match layer.mixer.attention().map(|it| it.keys) {
            Some(Keys::Grouped(it)) => 2.0 * f64::from(it.heads) * f64::from(it.width),
            _ => 0.0,
        });
    let (formula, numbers) = if plain > 0.0 && (cached - plain).abs() <= 1e-9 * plain {
        ("r (b_kv c + 4 S), c = Σ 2 K d s, s = s_in + s_out / 2", &numbers[..])
    } else {
        ("r (b_kv c + 4 S)", &numbers[..4])
    };
    let value = service.sequence_bytes();
    ArithmeticStep::new(
        StepResult::CachePerSequence,
        formula,
        numbers,
        value,
        StepUnit::Bytes,
        FigureSource::Config,
    )
}
