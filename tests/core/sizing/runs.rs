//! GPU-hours of whole runs, by our own defaults.

use std::collections::BTreeMap;

use jari::sizing::activations::Framework;
use jari::sizing::arch::Arch;
use jari::sizing::band::Band;
use jari::sizing::flops::{self, Recompute, Trained};
use jari::sizing::hardware::{Generation, Gpu};
use jari::sizing::layout::{Layout, LayoutSearch};
use jari::sizing::memory::Setup;
use jari::sizing::params::params;
use jari::sizing::run_time::{Conditions, gpu_hours};
use jari::sizing::states::Optimizer;
use jari::sizing::typical;
use jari::sizing::utilisation::{Precision, goodput};

use super::table::{Models, Row, kind, median, percent, rows};
use crate::say;

/// The GPU of a row.
pub fn gpu(name: &str) -> Option<Gpu> {
    Gpu::known(match name {
        "A100-80" | "A800-80" | "8xA100" => "a100",
        "A100-40" => "a100-40",
        "H100" | "H100-80" | "GH200" => "h100",
        "H800" => "h800",
        "H200" => "h200",
        "B200" => "b200",
        "GB200" => "gb200",
        _ => return None,
    })
}

/// Shapes of runs that the table of architectures does not have.
fn shape(models: &Models, row: &Row) -> Option<Arch> {
    let name = row.text("name");
    if name.starts_with("DeepSeek-V2") {
        return typical::experts(236e9, 21e9);
    }
    let known = models.get(row.text("arch"));
    known.or_else(|| match (row.number("params_total")?, row.number("params_active")) {
        (total, Some(active)) if active < 0.9 * total => typical::experts(total, active),
        (total, _) => typical::dense(total),
    })
}

/// What a run took, and what `sizing` says of it.
pub struct Prediction {
    /// GPU-hours that were published.
    pub published: f64,
    /// GPU-hours as predicted.
    pub hours: Band,
    /// The default of utilisation in the prediction.
    pub base: Band,
    /// The kind of run that the default goes by.
    pub generation: Generation,
    pub has_experts: bool,
    pub framework: Framework,
}

pub fn predicted(models: &Models, row: &Row) -> Option<Prediction> {
    let tokens = row.number("tokens")?;
    let count = row.number("gpu_count");
    let hours = match row.number("gpu_hours") {
        Some(hours) => hours,
        None => row.number("days")? * 24.0 * count?,
    };
    let network = shape(models, row)?.network();
    let gpu = gpu(row.text("gpu"))?;
    let params = params(&network);
    let seq = row.number("seq_len")?;
    let recompute = match row.text("recompute") {
        "full" => Recompute::Full,
        _ => Recompute::Selective,
    };
    let full = flops::training(&network, &params, seq, Trained::All, 0.0, Recompute::Full);
    let fine = row.text("method") == "full-ft";
    let conditions = Conditions {
        network: &network,
        gpu: &gpu,
        precision: if row.text("precision").starts_with("fp8") {
            Precision::Fp8
        } else {
            Precision::Bf16
        },
        framework: if fine { Framework::HuggingFace } else { Framework::Megatron },
        adapters: false,
        four_bits: false,
        seq,
        flops: full,
        given: None,
    };
    let nodes = count.map_or(64, |count| (count / 8.0).ceil() as u32);
    // Without a batch and a count, nothing is known of how small the steps are.
    let batch = row.number("batch_tokens").filter(|_| count.is_some());
    let speed = match batch {
        None => conditions.speed(&Layout::ONE, recompute, 0.0, None, nodes),
        Some(batch) => {
            let search = LayoutSearch {
                network: &network,
                params: &params,
                setup: Setup {
                    optimizer: Optimizer::Adam,
                    framework: conditions.framework,
                    recompute,
                    seq,
                    micro_batch: 1.0,
                    adapter_rank: 0,
                    four_bits: false,
                    sequence_parallel: true,
                    train_tables: false,
                    reference: false,
                    offload: false,
                },
                recompute: Some(recompute),
                fixed: None,
                gpu: &gpu,
                gpus_per_node: 8,
                batch_tokens: batch,
                flops: full,
                speed: conditions.usual_speed(),
            };
            let choice = search.best(nodes);
            let (layout, exposed) =
                choice.map_or((Layout::ONE, 0.0), |choice| (choice.layout, choice.exposed));
            conditions.speed(&layout, recompute, exposed, Some(batch), nodes)
        }
    };
    let is_ideal = row.text("days_kind").starts_with("ideal");
    let goodput = if is_ideal { Band::exact(1.0) } else { goodput(nodes) };
    Some(Prediction {
        published: hours,
        hours: gpu_hours(tokens, &speed, goodput),
        base: speed.base,
        generation: gpu.generation,
        has_experts: network.experts().is_some(),
        framework: conditions.framework,
    })
}

#[test]
fn gpu_hours_of_whole_runs() {
    let (Some(models), Some(rows)) = (Models::read(), rows("training_runs.csv")) else { return };
    let mut by_kind: BTreeMap<String, Vec<(f64, bool)>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.text("kind") == "run") {
        let Some(Prediction { hours: predicted, published: hours, has_experts, .. }) =
            predicted(&models, row)
        else {
            continue;
        };
        let (ratio, held) = (predicted.central / hours, predicted.holds(hours));
        if std::env::var_os("JARI_ROWS").is_some() {
            let name = row.text("name");
            let [low, high] = [predicted.low, predicted.high].map(|it| it / hours);
            say(&format!("  {} {ratio:.2} ({low:.2} to {high:.2}) {name}", row.id()));
        }
        let of_kind = format!(
            "{} {}",
            if has_experts { "MoE" } else { "dense" },
            row.text("gpu").split('-').next().unwrap()
        );
        by_kind.entry(of_kind).or_default().push((ratio, held));
        by_kind.entry("all".to_owned()).or_default().push((ratio, held));
    }
    for (kind, found) in &by_kind {
        let ratios: Vec<f64> = found.iter().map(|it| it.0).collect();
        let errors: Vec<f64> = ratios.iter().map(|it| (it - 1.0).abs()).collect();
        let held = found.iter().filter(|it| it.1).count();
        say(&format!(
            "GPU-hours of whole runs, {kind}: {} rows, median ratio {:.2}, median error {:.0} %, \
             {:.0} % within low to high",
            found.len(),
            median(&ratios),
            100.0 * median(&errors),
            percent(held, found.len())
        ));
    }
    let all = &by_kind["all"];
    let ratios: Vec<f64> = all.iter().map(|it| it.0).collect();
    let errors: Vec<f64> = ratios.iter().map(|it| (it - 1.0).abs()).collect();
    assert!((0.9..=1.1).contains(&median(&ratios)));
    assert!(median(&errors) <= 0.20);
    assert!(percent(all.iter().filter(|it| it.1).count(), all.len()) >= 85.0);
}

/// At a fixed batch, more nodes leave each rank with less to do: measured by nanotron on H100.
#[test]
fn small_steps_starve_gpus() {
    let Some(rows) = rows("training_runs.csv") else { return };
    let gpu = Gpu::known("h100").unwrap();
    let (mut worst, mut count, mut sum): (f64, usize, f64) = (1.0, 0, 0.0);
    for row in rows.iter().filter(|row| row.text("source").contains("nanotron")) {
        let (Some(total), Some(gpus), Some(mfu)) =
            (row.number("params_total"), row.number("gpu_count"), row.number("mfu_pct"))
        else {
            continue;
        };
        if total > 5e10 {
            continue;
        }
        let tokens = row.number("batch_tokens").unwrap();
        let speed = 0.45 * gpu.bf16;
        // The best of many layouts was published; data parallel at least, tensor parallel 4 at most.
        let ratio = |tensor: f64| {
            let seconds = tokens / gpus * 6.2 * total / speed;
            let left = jari::sizing::utilisation::of_step(
                &gpu,
                speed,
                tokens / gpus * tensor,
                seconds,
                (gpus / 8.0) as u32,
            );
            45.0 * left / mfu
        };
        let off = ratio(1.0);
        count += 1;
        sum += off.ln().abs();
        worst = worst.max(off.max(1.0 / off));
    }
    let mean = (sum / count as f64).exp();
    say(&format!("strong scaling: {count} points, mean factor {mean:.2}, worst {worst:.2}"));
    assert!(mean < 1.35);
}

/// Benchmarks are tuned, and without failures: they should lie above the central default, and not
/// far above the high one. Reported by kind; the defaults are for whole runs.
#[test]
fn benchmarks_lie_above_the_defaults() {
    let (Some(models), Some(rows)) = (Models::read(), rows("training_runs.csv")) else { return };
    let mut by_kind: BTreeMap<String, Vec<(f64, f64)>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.text("kind") == "benchmark") {
        let (Some(arch), Some(gpu), Some(rate), Some(seq)) = (
            models.get(row.text("arch")),
            gpu(row.text("gpu")),
            row.number("tok_s_gpu"),
            row.number("seq_len"),
        ) else {
            continue;
        };
        let network = arch.network();
        let params = params(&network);
        let adapters = matches!(row.text("method"), "lora" | "qlora");
        let trained = if adapters { Trained::Adapters } else { Trained::All };
        let conditions = Conditions {
            network: &network,
            gpu: &gpu,
            precision: if row.text("precision").contains("fp8") {
                Precision::Fp8
            } else {
                Precision::Bf16
            },
            framework: match row.text("source") {
                it if it.contains("QwenLM") => Framework::HuggingFace,
                _ => Framework::Megatron,
            },
            adapters,
            four_bits: row.text("method") == "qlora",
            seq,
            flops: flops::training(&network, &params, seq, trained, 0.0, Recompute::Full),
            given: None,
        };
        let recompute = match row.text("recompute") {
            "full" => Recompute::Full,
            _ => Recompute::Selective,
        };
        let speed = conditions.speed(&Layout::ONE, recompute, 0.0, None, 1).tokens_per_second;
        let found = (rate / speed.central, rate / speed.high);
        by_kind.entry(kind(row, &arch)).or_default().push(found);
        by_kind.entry("all".to_owned()).or_default().push(found);
    }
    for (kind, found) in &by_kind {
        let [to_central, to_high] =
            [0, 1].map(|at| found.iter().map(|it| [it.0, it.1][at]).collect::<Vec<f64>>());
        let above = to_high.iter().filter(|it| **it > 1.25).count();
        say(&format!(
            "benchmarks, {kind}: {} rows, median {:.2} of the central default, {:.2} of the high \
             one, {above} above 1.25 of it",
            found.len(),
            median(&to_central),
            median(&to_high)
        ));
    }
    let to_high: Vec<f64> = by_kind["all"].iter().map(|it| it.1).collect();
    assert!((0.6..=1.15).contains(&median(&to_high)), "{}", median(&to_high));
}
