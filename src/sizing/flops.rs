//! Floating point operations per token: one convention, stated.
//!
//! *Model FLOPs*: what the mathematics needs, a multiplication and an addition counted as two,
//! the backward pass as two forward ones, attention causal. *Hardware FLOPs* add what is
//! recomputed. A utilisation (MFU) is model FLOPs over the dense peak of BF16.

use super::arch::Arch;
use super::params::Params;

/// FLOPs of one token in training.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct Flops {
    /// Of matrices.
    pub matmul: f64,
    /// Of attention over the context.
    pub attention: f64,
    /// Of a frozen reference model (preference tuning).
    pub reference: f64,
    /// Of what is computed a second time; not model FLOPs.
    pub recomputed: f64,
}

impl Flops {
    /// Model FLOPs per token.
    #[must_use]
    pub fn model(&self) -> f64 {
        self.matmul + self.attention + self.reference
    }

    /// Hardware FLOPs per token.
    #[must_use]
    pub fn hardware(&self) -> f64 {
        self.model() + self.recomputed
    }
}

/// What is trained, and so how often a token goes through a matrix.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trained {
    /// All weights: forward, and gradients of inputs and of weights: 6 FLOPs a weight.
    All,
    /// Adapters on frozen weights: no gradient of the frozen weights: 4 FLOPs a weight.
    Adapters,
}

/// What of a layer is computed a second time in the backward pass (arXiv 2205.05198).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Recompute {
    /// Nothing beyond what fused attention kernels do by themselves.
    None,
    /// Attention, and what is cheap (norms, activation functions).
    Selective,
    /// Every layer.
    Full,
}

impl Recompute {
    /// All of them, the least first.
    pub const ALL: [Self; 3] = [Self::None, Self::Selective, Self::Full];

    /// The name in files and links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Selective => "selective",
            Self::Full => "full",
        }
    }
}

/// Mean number of earlier tokens that a token attends to in one layer, over a sequence of `seq`.
///
/// Causal: s / 2. In a window of w: w (1 - w / 2s) where s > w.
#[must_use]
pub fn mean_context(seq: f64, window: Option<u32>) -> f64 {
    match window.map(f64::from) {
        Some(w) if w > 0.0 && seq > w => w * (1.0 - w / (2.0 * seq)),
        _ => seq / 2.0,
    }
}

/// H d, the width of scores and values of a layer's heads; for latent attention the mean of both
/// widths, H ((n + r) + v) / 2.
#[must_use]
pub fn attention_width(arch: &Arch) -> f64 {
    let heads = f64::from(arch.heads);
    arch.latent.map_or(heads * f64::from(arch.head_dim), |it| {
        heads * (f64::from(it.nope) + f64::from(it.rope) + f64::from(it.value)) / 2.0
    })
}

/// Tokens attended to, summed over layers, by a token of a sequence of `seq` tokens.
#[must_use]
pub fn context_of_layers(arch: &Arch, seq: f64) -> f64 {
    let layers = f64::from(arch.layers);
    match arch.window {
        None => layers * mean_context(seq, None),
        Some(window) => {
            let sliding = f64::from(window.layers.min(arch.layers));
            (layers - sliding) * mean_context(seq, None)
                + sliding * mean_context(seq, Some(window.tokens))
        }
    }
}

/// Causal attention of one forward pass, FLOPs per token: 4 H d for each token attended to in
/// each layer (2 H d for scores, 2 H d for values), so 2 L s H d without windows.
#[must_use]
pub fn attention_forward(arch: &Arch, seq: f64) -> f64 {
    4.0 * attention_width(arch) * context_of_layers(arch, seq)
}

/// FLOPs of a token in training: 6 `N_mm` + 3 attention passes (2 `N_mm` and 1 for each pass);
/// adapters 4 `N_mm` + 3 attention passes + 6 `N_adapters`.
///
/// Full recomputation adds a forward pass of the layers, selective one of attention.
/// Sources: arXiv 2001.08361, 2104.04473 (appendix), 2205.05198.
#[must_use]
pub fn training(
    arch: &Arch,
    params: &Params,
    seq: f64,
    trained: Trained,
    adapters: f64,
    recompute: Recompute,
) -> Flops {
    let matmul = params.matmul() + params.mtp_matmul;
    let forward = attention_forward(arch, seq);
    // A further token's layer attends too.
    let mtp = f64::from(arch.mtp) * 4.0 * attention_width(arch) * mean_context(seq, None);
    let attention = 3.0 * (forward + mtp);
    let layers = 2.0 * (params.matmul() - params.head_matmul);
    let matmul = match trained {
        Trained::All => 6.0 * matmul,
        Trained::Adapters => 4.0 * matmul + 6.0 * adapters,
    };
    let recomputed = match recompute {
        Recompute::None => 0.0,
        Recompute::Selective => attention / 3.0,
        Recompute::Full => layers + attention / 3.0,
    };
    Flops { matmul, attention, reference: 0.0, recomputed }
}

/// FLOPs of a token in one forward pass: 2 `N_mm` and attention.
#[must_use]
pub fn forward(arch: &Arch, params: &Params, seq: f64) -> f64 {
    2.0 * params.matmul() + attention_forward(arch, seq)
}
