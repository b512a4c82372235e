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

/// Utilisation of whole dense runs in BF16 before failures, with selective recomputation, that
/// published runs set (`docs/sizing.md`, "How the bands are set"; `tests/core/sizing/bands.rs` fails
/// where these are not what the runs give).
const DENSE_AMPERE: Band = Band::new(0.37, 0.47, 0.56);
const DENSE_HOPPER: Band = Band::new(0.19, 0.35, 0.47);
/// Utilisation next to its centre, of kinds with few published runs: as far as any run of any kind
/// lies from the centre of its own, and a tenth further.
pub const FEW: Band = Band::new(0.51, 1.0, 1.48);

/// Published whole runs of the kind that is sized.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RunEvidence {
    /// How many there are.
    pub runs: u32,
    /// How many of them lie in the band that the others set; `None` where they are too few to set one.
    pub held: Option<u32>,
}

/// Published whole runs of this kind, as counted by `tests/core/sizing/bands.rs`.
#[must_use]
pub const fn published(
    generation: Generation,
    moe: bool,
    adapters: bool,
    framework: Framework,
) -> RunEvidence {
    let script = matches!(framework, Framework::HuggingFace);
    let (runs, held) = match (generation, moe, adapters, script) {
        (Generation::Ampere, false, false, false) => (19, Some(17)),
        (Generation::Hopper, false, false, false) => (10, Some(8)),
        (Generation::Hopper, true, false, false) => (3, None),
        (Generation::Ampere, false, false, true) => (1, None),
        _ => (0, None),
    };
    RunEvidence { runs, held }
}

/// Utilisation of whole runs in BF16 before failures, with selective recomputation.
///
/// Where few runs are published, the centre is what benchmarks and the ratios of accelerators tell:
/// tuned benchmarks of some steps H100 dense 46 % (median of 66), A100 54 % (23), H100 experts 25 %
/// (17), B200 dense 34 % and experts 19 %; fine-tuning scripts A100 LoRA 33 to 37 %. Adapters in
/// tuned software get as much as all weights do (H100 LoRA 50 to 54 % of some steps).
#[must_use]
pub const fn base(generation: Generation, moe: bool, adapters: bool, framework: Framework) -> Band {
    let script = matches!(framework, Framework::HuggingFace);
    let centre = match (generation, moe, adapters, script) {
        (Generation::Ampere, false, false, false) => return DENSE_AMPERE,
        (Generation::Hopper, false, false, false) => return DENSE_HOPPER,
        (Generation::Ampere, true, _, _) => 0.30,
        (Generation::Ampere, _, true, true) => 0.35,
        (Generation::Ampere, _, false, true) => 0.34,
        (Generation::Ampere, ..) => DENSE_AMPERE.central,
        (Generation::Hopper, true, _, _) => 0.25,
        (Generation::Hopper, _, true, true) => 0.32,
        (Generation::Hopper, _, false, true) => 0.30,
        (Generation::Hopper, ..) => DENSE_HOPPER.central,
        (Generation::Blackwell, true, _, _) => 0.19,
        (Generation::Blackwell, _, true, true) => 0.26,
        (Generation::Blackwell, _, false, true) => 0.25,
        (Generation::Blackwell, ..) => 0.32,
    };
    FEW.times(centre)
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
