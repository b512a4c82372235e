//! The task of a workload.

use super::reading::WorkloadReader;
use crate::sizing::activations::Framework;
use crate::sizing::band::whole;
use crate::sizing::flops::Recompute;
use crate::sizing::hardware::{GPUS, Gpu};
use crate::sizing::layout::FixedLayout;
use crate::sizing::states::Optimizer;
use crate::sizing::utilisation::Precision;
use crate::sizing::workload::{Goal, Serving, Task, Training, TrainingKind};

pub(super) fn read(outer: &mut WorkloadReader<'_>) -> Option<Task> {
    let map = outer.object("task")?;
    let mut reading = WorkloadReader::new("task.", map);
    let kind = reading.needed_text("kind", 40);
    let task = kind.as_deref().and_then(|kind| match kind {
        "serve" => Some(serve(&mut reading)),
        "gpu_hours" => gpu_hours(&mut reading),
        _ => {
            let found = TrainingKind::ALL.into_iter().find(|it| it.id() == kind);
            if found.is_none() {
                let mut names: Vec<&str> = TrainingKind::ALL.iter().map(|it| it.id()).collect();
                names.extend(["serve", "gpu_hours"]);
                reading.wrong("kind", &format!("must be one of {}", names.join(", ")));
            }
            found.map(|kind| train(&mut reading, kind))
        }
    });
    outer.problems.append(&mut reading.problems);
    task
}

fn train(reading: &mut WorkloadReader<'_>, kind: TrainingKind) -> Task {
    reading.only(&[
        "kind",
        "tokens",
        "seq_len",
        "batch_tokens",
        "precision",
        "optimizer",
        "framework",
        "recompute",
        "layout",
        "micro_batch",
        "rank",
        "trials",
    ]);
    Task::Train(Training {
        kind,
        tokens: reading.needed_number("tokens"),
        seq: reading.maybe_number("seq_len").unwrap_or(4_096.0),
        batch_tokens: reading.maybe_number("batch_tokens"),
        precision: reading
            .maybe_one_of("precision", &Precision::WIDE, Precision::id)
            .unwrap_or(Precision::Bf16),
        optimizer: reading
            .maybe_one_of("optimizer", &Optimizer::ALL, Optimizer::id)
            .unwrap_or(Optimizer::Adam),
        framework: reading.maybe_one_of("framework", &Framework::ALL, Framework::id),
        recompute: reading.maybe_one_of("recompute", &Recompute::ALL, Recompute::id),
        layout: layout(reading),
        micro_batch: reading.maybe_number("micro_batch"),
        rank: whole(reading.maybe_number("rank").unwrap_or(16.0)),
        trials: reading.maybe_number("trials").unwrap_or(0.0),
    })
}

/// Parses fixed parallel ranks; missing ones are 1, and so is the ZeRO stage.
fn layout(outer: &mut WorkloadReader<'_>) -> Option<FixedLayout> {
    outer.value("layout")?;
    let map = outer.object("layout")?;
    let mut reading = WorkloadReader::new("task.layout.", map);
    reading.only(&["tensor", "pipeline", "context", "expert", "zero"]);
    let mut ranks = |name| whole(reading.maybe_number(name).unwrap_or(1.0));
    let [tp, pp, cp, ep] = ["tensor", "pipeline", "context", "expert"].map(&mut ranks);
    let zero = u8::try_from(ranks("zero")).unwrap_or(u8::MAX);
    outer.problems.append(&mut reading.problems);
    Some(FixedLayout { tp, pp, cp, ep, zero })
}

fn serve(reading: &mut WorkloadReader<'_>) -> Task {
    reading.only(&[
        "kind",
        "prompt",
        "answer",
        "precision",
        "cache",
        "tokens_per_second",
        "users",
        "tokens_per_second_each",
        "days",
    ]);
    let goal = match (reading.value("users"), reading.value("tokens_per_second")) {
        (Some(_), None) => Goal::Users {
            users: reading.needed_number("users"),
            tokens_per_second: reading.maybe_number("tokens_per_second_each").unwrap_or(20.0),
        },
        (None, Some(_)) => Goal::TokensPerSecond(reading.needed_number("tokens_per_second")),
        _ => {
            reading.wrong("users", "give either users or tokens_per_second");
            // A placeholder: the recorded problem refuses the workload.
            Goal::TokensPerSecond(1.0)
        }
    };
    Task::Serve(Serving {
        prompt: reading.needed_number("prompt"),
        answer: reading.needed_number("answer"),
        precision: reading.maybe_one_of("precision", &Precision::ALL, Precision::id),
        cache: reading.maybe_one_of("cache", &Precision::WIDE, Precision::id),
        goal,
        days: reading.needed_number("days"),
    })
}

fn gpu_hours(reading: &mut WorkloadReader<'_>) -> Option<Task> {
    reading.only(&["kind", "hours", "on"]);
    let hours = reading.needed_number("hours");
    let ids: Vec<&'static str> = GPUS.iter().map(|gpu| gpu.id).collect();
    let on = reading.maybe_one_of("on", &ids, |id| id).unwrap_or("h200");
    Some(Task::GpuHours { hours, on: Gpu::known(on)? })
}
