//! The part of a GPU's peak that training gets: model FLOPs, causal, over the dense BF16 peak.

use super::activations::Framework;
use super::band::Band;
use super::hardware::{Generation, Gpu};

/// The format of weights, and so of the matrices computed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Precision {
    /// BF16 or FP16.
    Bf16,
    /// FP8 matrices, the rest as BF16.
    Fp8,
    /// FP4 weights: for serving.
    Fp4,
    /// Four-bit weights that are widened to 16 bits for computing (GPTQ, AWQ): for serving.
    Int4,
    /// Eight-bit integers, as some files have them (GPTQ, bitsandbytes): for serving. Engines widen
    /// them to 16 bits, or compute in them at a rate that is not published for all GPUs; that of 16
    /// bits is taken.
    Int8,
}

impl Precision {
    /// Those to choose from; the others come with a file alone.
    pub const ALL: [Self; 4] = [Self::Bf16, Self::Fp8, Self::Fp4, Self::Int4];
    /// Those that are trained in, and that a cache is kept in.
    pub const WIDE: [Self; 2] = [Self::Bf16, Self::Fp8];

    /// The name in files and links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Bf16 => "bf16",
            Self::Fp8 => "fp8",
            Self::Fp4 => "fp4",
            Self::Int4 => "int4",
            Self::Int8 => "int8",
        }
    }
}

/// Utilisation of whole runs in BF16 before failures, with selective recomputation.
///
/// Low, central, high. Published: whole runs (tokens over GPU-hours, failures in it) A100 dense
/// 30 / 37 / 45 % (quartiles of 26), Hopper dense 27 / 30 / 38 % (14), Hopper mixture of experts
/// 15 / 20 / 31 % (5); tuned benchmarks of some steps H100 dense 46 % (median of 66), A100 54 %
/// (23), H100 experts 25 % (17), B200 dense 34 % and experts 19 %. A benchmark's median is what
/// a whole run reaches at best, so it is the high end. Fine-tuning scripts: A100 LoRA 33 to 37 %. Adapters in tuned software get
/// as much as all weights do (H100 LoRA 50 to 54 % of some steps).
#[must_use]
pub const fn base(generation: Generation, moe: bool, adapters: bool, framework: Framework) -> Band {
    let script = matches!(framework, Framework::HuggingFace);
    match (generation, moe, adapters, script) {
        (Generation::Ampere, true, _, _) => Band::new(0.18, 0.30, 0.44),
        (Generation::Ampere, _, true, true) => Band::new(0.22, 0.35, 0.47),
        (Generation::Ampere, _, false, true) => Band::new(0.18, 0.34, 0.46),
        (Generation::Ampere, ..) => Band::new(0.28, 0.42, 0.54),
        (Generation::Hopper, true, _, _) => Band::new(0.15, 0.25, 0.40),
        (Generation::Hopper, _, true, true) => Band::new(0.20, 0.32, 0.46),
        (Generation::Hopper, _, false, true) => Band::new(0.15, 0.30, 0.42),
        (Generation::Hopper, ..) => Band::new(0.26, 0.37, 0.48),
        (Generation::Blackwell, true, _, _) => Band::new(0.12, 0.19, 0.28),
        (Generation::Blackwell, _, true, true) => Band::new(0.16, 0.26, 0.36),
        (Generation::Blackwell, _, false, true) => Band::new(0.12, 0.25, 0.35),
        (Generation::Blackwell, ..) => Band::new(0.23, 0.32, 0.42),
    }
}

/// The factor by which FP8 is faster than BF16, as a whole.
///
/// Measured: 1.3 at a width of 4,096 (8B), 1.45 at 8,192 (70B), 1.6 at 16,384 (405B): larger
/// matrices hide more of the casts. Mixtures of experts 1.1 to 1.25. A GPU without FP8 gains nothing.
#[must_use]
pub fn speed_of_fp8(gpu: &Gpu, hidden: u32, moe: bool) -> f64 {
    if gpu.fp8 <= gpu.bf16 {
        1.0
    } else if moe {
        1.15
    } else {
        let doublings = f64::from(hidden.max(1).ilog2()) - 12.0;
        let within = f64::from(hidden.max(1)) / f64::from(1_u32 << hidden.max(1).ilog2()) - 1.0;
        (1.3 + 0.15 * (doublings + within)).clamp(1.0, 1.65)
    }
}

/// Fixed time of a step beyond what can be overlapped, seconds: launching, the loader, the step.
const STEP_SECONDS: f64 = 0.05;
/// The part of the gradients' reduction that is not hidden behind computing.
const UNHIDDEN: f64 = 0.5;

/// The part of its usual speed that is left at this many tokens per data-parallel rank and step.
///
/// A step reduces gradients between nodes, 4 bytes a parameter, while a rank computes 6 FLOPs a
/// parameter and token; at fixed batch, more ranks mean fewer tokens each. With half of it hidden
/// and 50 ms a step, what remains of 45 % is 19 % at 2,048 tokens (8.9B, 64 nodes), as measured.
#[must_use]
pub fn of_step(gpu: &Gpu, speed: f64, tokens_per_rank: f64, step_seconds: f64, nodes: u32) -> f64 {
    if tokens_per_rank <= 0.0 || step_seconds <= 0.0 {
        return 1.0;
    }
    let reduction = if nodes > 1 {
        UNHIDDEN * 4.0 * speed / (6.0 * gpu.network * tokens_per_rank)
    } else {
        0.0
    };
    1.0 / (1.0 + reduction + STEP_SECONDS / step_seconds)
}

/// The part of calendar time that moves a run on: failures, restarts, evaluation, checkpoints.
///
/// Llama 3 405B over 90 % in a good stretch, 86 % as a whole; Olmo 3 7B 91 %; BLOOM 90 %;
/// OPT-175B 59 %, a first large run. By nodes: the more, the more often one fails.
#[must_use]
pub const fn goodput(nodes: u32) -> Band {
    match nodes {
        0..=4 => Band::new(0.88, 0.95, 0.99),
        5..=16 => Band::new(0.84, 0.92, 0.98),
        17..=128 => Band::new(0.75, 0.88, 0.95),
        _ => Band::new(0.65, 0.85, 0.93),
    }
}
