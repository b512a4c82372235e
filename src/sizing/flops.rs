//! Floating point operations (FLOPs) per token, in one convention.
//!
//! *Model FLOPs* are those of the mathematics: a multiplication and an addition count as two, the
//! backward pass as two forward ones, and attention is causal. *Hardware FLOPs* add what is
//! recomputed. A utilisation (MFU) is model FLOPs over the dense peak of BF16.

use super::network::Network;
use super::params::Params;

/// FLOPs of one token in training.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct Flops {
    /// FLOPs of matrices.
    pub matmul: f64,
    /// FLOPs of attention over the context.
    pub attention: f64,
    /// FLOPs of a frozen reference model (preference tuning).
    pub reference: f64,
    /// FLOPs that are computed a second time; not model FLOPs.
    pub recomputed: f64,
}

impl Flops {
    /// Returns the model FLOPs per token.
    #[must_use]
    pub fn model(&self) -> f64 {
        self.matmul + self.attention + self.reference
    }

    /// Returns the hardware FLOPs per token.
    #[must_use]
    pub fn hardware(&self) -> f64 {
        self.model() + self.recomputed
    }
}

/// Weights that are trained, which set how often a token goes through a matrix.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trained {
    /// All weights, with a forward pass and gradients of inputs and of weights: 6 FLOPs a weight.
    All,
    /// Adapters on frozen weights, which have no gradient of their own: 4 FLOPs a weight.
    Adapters,
}

/// Level of recomputation: the part of a layer computed again in the backward pass (arXiv
/// 2205.05198).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Recompute {
    /// Nothing beyond what fused attention kernels recompute by themselves.
    None,
    /// Attention and other cheap parts (norms, activation functions).
    Selective,
    /// Every layer.
    Full,
}

impl Recompute {
    /// Every level, the least first.
    pub const ALL: [Self; 3] = [Self::None, Self::Selective, Self::Full];

    /// Returns the name in files and links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Selective => "selective",
            Self::Full => "full",
        }
    }
}

/// Returns the FLOPs of a token in one forward pass of the parts that mix tokens.
///
/// Attention takes 4 H d for each token attended to in each layer, so 2 L s H d without windows;
/// recurrences take the same for each token whatever `seq` is.
#[must_use]
pub fn attention_forward(network: &Network, seq: f64) -> f64 {
    network.sum(|layer| layer.mixing_flops(seq))
}

/// Returns H d times the tokens attended to, summed over the layers with attention.
#[must_use]
pub fn width_by_context(network: &Network, seq: f64) -> f64 {
    network.sum(|layer| layer.mixer.attention().map_or(0.0, |it| it.width() * it.context(seq)))
}

/// Returns the FLOPs of a token in training.
///
/// All weights: 6 `N_mm` + 3 attention passes, of which a forward pass is 2 `N_mm` + 1. Adapters: 4
/// `N_mm` + 3 attention passes + 6 `N_adapters`. Full recomputation adds a forward pass of the
/// layers, selective one of attention. Sources: arXiv 2001.08361, 2104.04473 (appendix),
/// 2205.05198.
///
/// ```
/// use jari::sizing::{flops::{Recompute, Trained, training}, known, params::params};
/// let network = known::find("llama-3.1-8b").unwrap().arch.network();
/// let params = params(&network);
/// let flops = training(&network, &params, 4_096.0, Trained::All, 0.0, Recompute::None);
/// assert_eq!(flops.matmul, 6.0 * params.matmul());
/// assert_eq!((flops.model() / 1e9).round(), 48.0); // GFLOP a token
/// ```
#[must_use]
pub fn training(
    network: &Network,
    params: &Params,
    seq: f64,
    trained: Trained,
    adapters: f64,
    recompute: Recompute,
) -> Flops {
    let matmul = params.matmul() + params.mtp_matmul;
    let forward = attention_forward(network, seq);
    // The layer of a module for a further token attends too.
    let further = network.further_layer().map_or(0.0, |layer| layer.mixing_flops(seq));
    let mtp = f64::from(network.mtp) * further;
    let attention = 3.0 * (forward + mtp);
    // Recomputation repeats the layers, not the output head.
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

/// Returns the FLOPs of a token in one forward pass: 2 `N_mm` and attention.
#[must_use]
pub fn forward(network: &Network, params: &Params, seq: f64) -> f64 {
    2.0 * params.matmul() + attention_forward(network, seq)
}
