//! Known GPU-hours, converted to another accelerator.

use super::activations::Framework;
use super::band::{Band, ratio};
use super::hardware::{Gpu, H200};
use super::point::{Legal, SizePoint, days_step};
use super::site::SizingTarget;
use super::source::FigureSource;
use super::step::{ArithmeticStep, StepResult, StepUnit};
use super::utilisation;

/// Returns the throughput of one GPU of `site` relative to one of `on`.
///
/// It takes the file's own figures if it has them for H200 as `on`; otherwise dense BF16 peaks and
/// default utilisations, with a band of a seventh either way. A judgement: published ratios of B200
/// to H200 go from 1.7 to 2.3 (benchmarks as collected in November 2026; MLPerf Training 4.1 to
/// 5.1), which is 15 % either way of 2.0.
fn ratio_to(on: &Gpu, site: &SizingTarget) -> Band {
    // GPUs built from a file's own figures all have an empty id, which proves nothing.
    if on.id == site.gpu.id && !on.id.is_empty() {
        return Band::exact(1.0);
    }
    let usual = |gpu: &Gpu| {
        let framework = Framework::Megatron;
        gpu.bf16 * utilisation::base(gpu.generation, false, false, framework).central
    };
    let usual = ratio(usual(&site.gpu), usual(on));
    match site.relative {
        // Figures in the file are relative to an H200.
        Some(relative) if on.id == H200.id => relative,
        _ => Band::new(0.86 * usual, usual, 1.15 * usual),
    }
}

/// Returns the point at `nodes` nodes.
pub(super) fn point_at(hours: f64, on: &Gpu, site: &SizingTarget, nodes: u32) -> SizePoint {
    let here = ratio_to(on, site).divide(hours);
    let gpus = f64::from(nodes) * f64::from(site.gpus_per_node);
    let days = here.times(1.0 / (24.0 * gpus.max(1.0)));
    SizePoint {
        nodes,
        days,
        gpu_hours: here,
        rate: None,
        users: None,
        choice: None,
        speed: None,
        verdict: None,
        legal: Legal::for_target(site, nodes, days.central),
        warnings: Vec::new(),
    }
}

/// Returns the arithmetic steps of a point of known hours.
pub(super) fn steps(
    hours: f64,
    on: &Gpu,
    site: &SizingTarget,
    point: &SizePoint,
) -> Vec<ArithmeticStep> {
    let ratio = ratio_to(on, site);
    let gpus = f64::from(point.nodes) * f64::from(site.gpus_per_node);
    vec![
        ArithmeticStep::new(
            StepResult::AcceleratorRatio,
            "",
            &[],
            ratio.central,
            StepUnit::Factor,
            FigureSource::Ratio,
        )
        .between(ratio.low, ratio.high),
        ArithmeticStep::new(
            StepResult::GpuHours,
            "H / r",
            &[("H", hours), ("r", ratio.central)],
            point.gpu_hours.central,
            StepUnit::GpuHours,
            FigureSource::Arithmetic,
        )
        .between(point.gpu_hours.low, point.gpu_hours.high),
        days_step(point, gpus),
    ]
}
