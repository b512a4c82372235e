//! Effects of single changes on a point: one change at a time, at the same number of nodes.

use super::band::ratio;
use super::flops::Recompute;
use super::params::Params;
use super::point::SizePoint;
use super::serve::Server;
use super::site::SizingTarget;
use super::states::Optimizer;
use super::train::Trainer;
use super::utilisation::Precision;
use super::workload::{MAX_SEQ, Serving, Training, Workload};

/// A change and its effect.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct ChangeEffect {
    /// The change.
    pub change: TrainingChange,
    /// GPU-hours relative to those without the change, of a service for the same rate; `None` if it
    /// does not fit on these nodes.
    pub gpu_hours: Option<f64>,
    /// Memory of the fullest GPU relative to that without the change, by the central estimates.
    pub memory: Option<f64>,
}

/// A change to a training run or a service.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum TrainingChange {
    /// Another precision.
    Precision(Precision),
    /// Another batch, tokens of a step.
    Batch(f64),
    /// Another level of recomputation.
    Recompute(Recompute),
    /// Another sequence length, tokens.
    Sequence(f64),
    /// Another prompt length of a service, tokens.
    Prompt(f64),
    /// Another optimizer.
    Optimizer(Optimizer),
}

/// Returns the effects of single changes to a training run at this point.
pub(super) fn effects(
    workload: &Workload,
    run: Training,
    params: &Params,
    site: &SizingTarget,
    point: &SizePoint,
) -> Vec<ChangeEffect> {
    let Some(now) = &point.choice else { return Vec::new() };
    let batch = run.batch(params.active());
    let other_precision = match run.precision {
        Precision::Bf16 if site.gpu.fp8 > site.gpu.bf16 => Some(Precision::Fp8),
        Precision::Bf16 => None,
        _ => Some(Precision::Bf16),
    };
    let other_level = match now.recompute {
        Recompute::Full => Recompute::Selective,
        _ => Recompute::Full,
    };
    let other_optimizer = match run.optimizer {
        Optimizer::Adam8Bit => Optimizer::Adam,
        _ => Optimizer::Adam8Bit,
    };
    let changes = [
        other_precision.map(TrainingChange::Precision),
        Some(TrainingChange::Batch(2.0 * batch)),
        // Half a batch must still hold one sequence.
        (batch / 2.0 >= run.seq).then_some(TrainingChange::Batch(batch / 2.0)),
        Some(TrainingChange::Recompute(other_level)),
        Some(TrainingChange::Sequence((2.0 * run.seq).min(MAX_SEQ))),
        (run.seq >= 2.0).then_some(TrainingChange::Sequence((run.seq / 2.0).floor())),
        Some(TrainingChange::Optimizer(other_optimizer)),
    ];
    let effect = |change: TrainingChange| {
        // The default batch depends on the sequence length; it is fixed here, so that one thing
        // changes.
        let mut run = Training { batch_tokens: Some(batch), ..run };
        match change {
            TrainingChange::Precision(precision) => run.precision = precision,
            TrainingChange::Batch(tokens) => run.batch_tokens = Some(tokens),
            TrainingChange::Recompute(level) => run.recompute = Some(level),
            TrainingChange::Sequence(tokens) => run.seq = tokens,
            TrainingChange::Optimizer(optimizer) => run.optimizer = optimizer,
            // Only services have prompts.
            TrainingChange::Prompt(_) => {}
        }
        let changed = Trainer::new(workload, run, params, site).point_at(point.nodes);
        let hours = changed.as_ref().map(|it| it.gpu_hours.central);
        let memory = changed.and_then(|it| it.choice).map(|it| it.memory.total().central);
        ChangeEffect {
            change,
            gpu_hours: hours.map(|it| ratio(it, point.gpu_hours.central)),
            memory: memory.map(|it| ratio(it, now.memory.total().central)),
        }
    };
    changes.into_iter().flatten().map(effect).collect()
}

/// Returns the effects of single changes to a service at this point.
pub(super) fn of_service(
    workload: &Workload,
    service: Serving,
    params: &Params,
    site: &SizingTarget,
    point: &SizePoint,
) -> Vec<ChangeEffect> {
    let now = service.precision(workload.stored.as_ref());
    let precisions = Precision::ALL.into_iter().filter(|it| *it != now);
    let prompts = [2.0 * service.prompt, (service.prompt / 2.0).floor()];
    let prompts = prompts.into_iter().filter(|it| (1.0..=MAX_SEQ).contains(it));
    let does = |point: &SizePoint| point.users.or(point.rate).map_or(0.0, |it| it.central);
    let effect = |change: TrainingChange| {
        let mut service = service;
        match change {
            TrainingChange::Precision(precision) => service.precision = Some(precision),
            TrainingChange::Prompt(tokens) => service.prompt = tokens,
            _ => {}
        }
        let changed = Server::new(workload, service, params, site).point_at(point.nodes);
        // Twice the rate on the same nodes is half the GPU-hours for the same rate.
        let gpu_hours = changed.map(|it| ratio(does(point), does(&it)));
        ChangeEffect { change, gpu_hours, memory: None }
    };
    precisions
        .map(TrainingChange::Precision)
        .chain(prompts.map(TrainingChange::Prompt))
        .map(effect)
        .collect()
}
