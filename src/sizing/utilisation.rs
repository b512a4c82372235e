//! Utilisation: the share of a GPU's peak that training reaches.
//!
//! Model FLOPs with causal attention, over the dense BF16 peak.

use super::activations::Framework;
use super::band::Band;
use super::hardware::{Generation, Gpu};

/// Format of the weights, and so of the matrices computed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Precision {
    /// BF16 or FP16.
    Bf16,
    /// FP8 matrices, everything else in BF16.
    Fp8,
    /// FP4 weights, for serving.
    Fp4,
    /// Four-bit integers widened to 16 bits for computing (GPTQ, AWQ), for serving.
    Int4,
    /// Eight-bit integers, as some files have them (GPTQ, bitsandbytes), for serving.
    ///
    /// Engines widen them to 16 bits, or compute in them at a rate that is not published for all
    /// GPUs; the rate of 16 bits is taken.
    Int8,
}

impl Precision {
    /// Formats that a user can choose; the others only come with a file.
    pub const ALL: [Self; 4] = [Self::Bf16, Self::Fp8, Self::Fp4, Self::Int4];
    /// Formats for training, and for the cache.
    pub const WIDE: [Self; 2] = [Self::Bf16, Self::Fp8];

    /// Returns the name in files and links.
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

/// Utilisation of whole dense runs in BF16 on A100 and A800, before failures and with selective
/// recomputation.
///
/// Source: 19 published runs, by the rules in `docs/sizing.md` (2026-11-29, "How the bands are
/// set"); `tests/core/sizing/bands.rs` fails if these are not what the runs give.
const DENSE_AMPERE: Band = Band::new(0.37, 0.47, 0.56);
/// The same on H100, H800 and GH200: 10 published runs, same source.
const DENSE_HOPPER: Band = Band::new(0.19, 0.35, 0.47);
/// Utilisation relative to its centre, for kinds with few published runs.
///
/// Source: `docs/sizing.md` (2026-11-29), the distance of the most distant run of any kind from the
/// centre of its own kind, and a tenth further. The tenth is a judgement.
pub const FEW: Band = Band::new(0.51, 1.0, 1.48);

/// Number of published whole runs of one kind, as evidence for its band.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RunEvidence {
    /// Published runs of the kind.
    pub runs: u32,
    /// Runs that lie in the band set by the others; `None` if there are too few to set one.
    pub held: Option<u32>,
}

/// Returns the published whole runs of this kind.
///
/// Source: counted by `tests/core/sizing/bands.rs`; table in `docs/sizing.md` (2026-11-29).
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

/// Returns the default utilisation of whole runs in BF16, before failures and with selective
/// recomputation.
///
/// Kinds with few published runs take their centre from benchmarks and from ratios of accelerators.
/// Published, as collected in November 2026: tuned benchmarks of some steps H100 dense 46 % (median
/// of 66), A100 54 % (23), H100 experts 25 % (17), B200 dense 34 % and experts 19 %; fine-tuning
/// scripts A100 LoRA 33 to 37 %. Adapters in tuned software reach as much as all weights do (H100
/// LoRA 50 to 54 % of some steps).
///
/// ```
/// use jari::sizing::utilisation::base;
/// use jari::sizing::{activations::Framework, hardware::Generation::Hopper};
/// let dense = base(Hopper, false, false, Framework::Megatron);
/// assert_eq!((dense.low, dense.central, dense.high), (0.19, 0.35, 0.47));
/// let experts = base(Hopper, true, false, Framework::Megatron);
/// assert_eq!(experts.central, 0.25);
/// ```
#[must_use]
pub const fn base(generation: Generation, moe: bool, adapters: bool, framework: Framework) -> Band {
    let script = matches!(framework, Framework::HuggingFace);
    let centre = match (generation, moe, adapters, script) {
        (Generation::Ampere, false, false, false) => return DENSE_AMPERE,
        (Generation::Hopper, false, false, false) => return DENSE_HOPPER,
        // A judgement: no run of experts on A100 is published; about 25 % (H100) times the ratio of
        // the two in dense benchmarks, 54 to 46.
        (Generation::Ampere, true, _, _) => 0.30,
        // The middle of the published 33 to 37 %.
        (Generation::Ampere, _, true, true) => 0.35,
        // The one published run (`docs/sizing.md`).
        (Generation::Ampere, _, false, true) => 0.34,
        (Generation::Ampere, ..) => DENSE_AMPERE.central,
        // The median of 17 benchmarks.
        (Generation::Hopper, true, _, _) => 0.25,
        // A judgement for both kinds of scripts: below those on A100, as other software is; no
        // whole run is published.
        (Generation::Hopper, _, true, true) => 0.32,
        (Generation::Hopper, _, false, true) => 0.30,
        (Generation::Hopper, ..) => DENSE_HOPPER.central,
        // The benchmarks of B200.
        (Generation::Blackwell, true, _, _) => 0.19,
        // A judgement for both kinds of scripts: below those on H100, as benchmarks are; no run is
        // published.
        (Generation::Blackwell, _, true, true) => 0.26,
        (Generation::Blackwell, _, false, true) => 0.25,
        // A judgement: a little below the benchmarks' 34 %, which are of some steps.
        (Generation::Blackwell, ..) => 0.32,
    };
    FEW.times(centre)
}

/// Returns the factor by which a run in FP8 is faster than in BF16.
///
/// Measured in published benchmarks, as collected in November 2026: 1.3 at a width of 4,096 (8B),
/// 1.45 at 8,192 (70B), 1.6 at 16,384 (405B), since larger matrices hide more of the casts; so 0.15
/// for each doubling. Mixtures of experts 1.1 to 1.25. A judgement: 1.15 for experts, and at most
/// 1.65 for wider models, of which none was measured. A GPU without FP8 gains nothing.
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

/// Fixed time of a step that nothing overlaps, seconds: launching, the data loader, the optimizer
/// step.
///
/// A judgement, checked against one measurement: see [`of_step`].
const STEP_SECONDS: f64 = 0.05;
/// Share of the gradients' reduction that computing does not hide.
///
/// A judgement, checked against one measurement: see [`of_step`].
const UNHIDDEN: f64 = 0.5;

/// Returns the share of the usual speed that is left at `tokens_per_rank` tokens per data-parallel
/// rank and step.
///
/// A step reduces gradients between nodes, 4 bytes a parameter, while a rank computes 6 FLOPs a
/// parameter and token; at a fixed batch, more ranks mean fewer tokens each. With half of it hidden
/// and 50 ms a step, 45 % falls to 19 % at 2,048 tokens (8.9B, 64 nodes), as measured
/// (github.com/huggingface/nanotron, benchmark summary).
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

/// Returns the goodput: the share of calendar time that moves a run on, without failures, restarts,
/// evaluation and checkpoints.
///
/// A judgement by number of nodes, since more nodes fail more often. It rests on published runs:
/// Llama 3 405B over 90 % in a good stretch and 86 % as a whole (arXiv 2407.21783), Olmo 3 7B 91 %,
/// BLOOM 90 % (arXiv 2211.05100), OPT-175B 59 %, a first large run (arXiv 2205.01068).
#[must_use]
pub const fn goodput(nodes: u32) -> Band {
    match nodes {
        0..=4 => Band::new(0.88, 0.95, 0.99),
        5..=16 => Band::new(0.84, 0.92, 0.98),
        17..=128 => Band::new(0.75, 0.88, 0.95),
        _ => Band::new(0.65, 0.85, 0.93),
    }
}
