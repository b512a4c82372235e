//! Activations: the tensors that the forward pass keeps for the backward pass.
//!
//! After Korthikanti et al. 2022 (arXiv 2205.05198), with fused attention (no s x s scores),
//! grouped queries, gated feed-forwards and experts; sequence parallelism goes with tensor
//! parallelism. Frameworks differ by a factor of 2.5 in what they keep (measured coefficients of a
//! Llama-shaped layer: 22 to 56 s b h, formula 34), so every figure is a band.

use super::band::Band;
use super::flops::Recompute;
use super::network::Network;
use super::params::Params;
use super::ranks::Layout;

/// Training software.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Framework {
    /// Megatron-LM, NeMo and others with fused kernels.
    Megatron,
    /// PyTorch FSDP: torchtitan, torchtune, llm-foundry.
    Fsdp,
    /// Hugging Face Trainer in eager mode.
    HuggingFace,
}

impl Framework {
    /// Every framework.
    pub const ALL: [Self; 3] = [Self::Megatron, Self::Fsdp, Self::HuggingFace];

    /// Returns the name in files and links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Megatron => "megatron",
            Self::Fsdp => "fsdp",
            Self::HuggingFace => "huggingface",
        }
    }

    /// Returns the activations that the framework keeps, relative to the formula.
    ///
    /// Measured next to 34 s b h, as collected in November 2026: torchtitan 22 to 34, torchtune 27
    /// to 39, NeMo 30 to 44, litgpt 41 to 43, Hugging Face 48 to 56. [`reach`](Self::reach) moves
    /// the high end of all parts together.
    #[must_use]
    pub const fn kept(self) -> Band {
        match self {
            Self::Megatron => Band::new(0.7, 1.15, 1.5),
            Self::Fsdp => Band::new(0.6, 1.0, 1.5),
            Self::HuggingFace => Band::new(0.8, 1.45, 1.8),
        }
    }

    /// Returns the factor by which the high end of memory lies further from the estimate than its
    /// parts put it.
    ///
    /// Source: measured peaks (`docs/sizing.md`, 2026-11-29, "How the bands are set");
    /// `tests/core/sizing/bands.rs` fails if these are not what the peaks give, or if the low end
    /// should move too.
    #[must_use]
    pub const fn reach(self) -> f64 {
        match self {
            Self::Megatron => 1.26,
            Self::Fsdp => 1.18,
            Self::HuggingFace => 1.0,
        }
    }

    /// Returns the bytes of logits for each token and entry of the vocabulary.
    ///
    /// Fused or chunked losses keep 0 to 2, a 16-bit copy with a fused 32-bit gradient 6, eager
    /// code 10 (16-bit logits, 32-bit copy and gradient), and a further 32-bit copy of it 14.
    #[must_use]
    pub const fn logits(self) -> Band {
        match self {
            Self::Megatron => Band::new(0.0, 6.0, 10.0),
            Self::Fsdp => Band::new(0.0, 6.0, 14.0),
            Self::HuggingFace => Band::new(0.0, 10.0, 14.0),
        }
    }
}

/// Work that passes through the layers at once.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Flow {
    /// Tokens of a micro-batch, all context-parallel ranks together.
    pub tokens: f64,
    /// Micro-batches that the first pipeline stage holds.
    pub in_flight: f64,
    /// `true` if only adapters are trained.
    pub adapters: bool,
    /// `true` if tensor-parallel ranks also split sequences between matrices.
    pub sequence_parallel: bool,
}

/// Returns the bytes of activations on the fullest pipeline stage, and the bytes of logits.
///
/// Full recomputation keeps the input of each layer, 2 h, and one whole layer while that is
/// computed again. Adapters need no inputs of frozen matrices: up to three tenths less. Without
/// sequence parallelism, ten parts of 34 (and the inputs) are on every tensor-parallel rank. With
/// pipeline stages, the second figure is only what the last stage needs beyond the first.
#[must_use]
pub fn activations(
    network: &Network,
    params: &Params,
    framework: Framework,
    recompute: Recompute,
    flow: Flow,
    layout: &Layout,
) -> (Band, Band) {
    let [tp, pp, cp] = [layout.tp, layout.pp, layout.cp].map(|it| f64::from(it.max(1)));
    let Flow { tokens, in_flight, adapters, sequence_parallel } = flow;
    let tokens = tokens / cp;
    let layers = (params.depth / pp).ceil();
    let split = if sequence_parallel { 1.0 / tp } else { (10.0 + 24.0 / tp) / 34.0 };
    let inputs = tokens * if sequence_parallel { 1.0 / tp } else { 1.0 };
    // A judgement: 0.7 and 0.85 for adapters. Measured is a fifth to a third less (NeMo: 44 for all
    // weights, 30 for LoRA); the high end assumes that nothing is saved.
    let whole = framework.kept().times(params.kept_bytes * tokens * split);
    let whole =
        if adapters { Band::new(0.7 * whole.low, 0.85 * whole.central, whole.high) } else { whole };
    let kept = match recompute {
        Recompute::None => whole,
        // A judgement: selective recomputation drops a quarter at best and 15 % in the estimate;
        // the high end assumes that nothing is saved.
        Recompute::Selective => {
            Band { low: whole.low * 0.75, central: whole.central * 0.85, ..whole }
        }
        Recompute::Full => Band::exact(2.0 * f64::from(network.hidden) * inputs),
    };
    let transient = match recompute {
        Recompute::Full => whole,
        _ => Band::default(),
    };
    let first = kept.times(layers * in_flight).plus(transient);
    let logits = framework.logits().times(f64::from(network.outputs()) * tokens / tp);
    if layout.pp <= 1 {
        return (first, logits);
    }
    // The last stage has the logits but only one micro-batch, so either end may be the fullest.
    let last = kept.times(layers).plus(transient).plus(logits);
    let more = |first: f64, last: f64| (last - first).max(0.0);
    let over = Band::new(
        more(first.low, last.low),
        more(first.central, last.central),
        more(first.high, last.high),
    );
    (first, over)
}

/// Returns the bytes of activations of one layer by the closed forms of arXiv 2205.05198, table 2.
///
/// They assume multi-head attention that keeps its scores, a plain feed-forward of 4 h and dropout
/// masks. [`Layer::kept_bytes`](super::layer::ModelLayer::kept_bytes) covers what frameworks of
/// today keep; these forms are the measure that it, and other calculators, go back to.
///
/// s b h (10 + 24 / t + 5 a s / (h t)); with sequence parallelism s b h / t (34 + 5 a s / h);
/// selective without the last term; full 2 s b h, over t with sequence parallelism.
#[must_use]
pub fn closed_form(
    hidden: f64,
    heads: f64,
    seq: f64,
    micro_batch: f64,
    tensor: f64,
    sequence_parallel: bool,
    recompute: Recompute,
) -> f64 {
    let sbh = seq * micro_batch * hidden;
    let t = tensor.max(1.0);
    let scores =
        if recompute == Recompute::None { 5.0 * heads * seq / hidden.max(1.0) } else { 0.0 };
    match (recompute, sequence_parallel) {
        (Recompute::Full, true) => 2.0 * sbh / t,
        (Recompute::Full, false) => 2.0 * sbh,
        (_, true) => sbh / t * (34.0 + scores),
        (_, false) => sbh * (10.0 + (24.0 + scores) / t),
    }
}
