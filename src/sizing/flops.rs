//! Floating point operations per token: one convention, stated.
//!
//! *Model FLOPs*: what the mathematics needs, a multiplication and an addition counted as two,
//! the backward pass as two forward ones, attention causal. *Hardware FLOPs* add what is
//! recomputed. A utilisation (MFU) is model FLOPs over the dense peak of BF16.

use super::network::Network;
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

/// What mixes tokens, FLOPs of a token in one forward pass: 4 H d for each token attended to in each
/// layer with attention, so 2 L s H d without windows; recurrences do the same work for each token.
#[must_use]
pub fn attention_forward(network: &Network, seq: f64) -> f64 {
    network.sum(|layer| layer.mixing_flops(seq))
}

/// H d for each token attended to, summed over the layers with attention.
#[must_use]
pub fn width_by_context(network: &Network, seq: f64) -> f64 {
    network.sum(|layer| layer.mixer.attention().map_or(0.0, |it| it.width() * it.context(seq)))
}

/// FLOPs of a token in training: 6 `N_mm` + 3 attention passes (2 `N_mm` and 1 for each pass);
/// adapters 4 `N_mm` + 3 attention passes + 6 `N_adapters`.
///
/// Full recomputation adds a forward pass of the layers, selective one of attention.
/// Sources: arXiv 2001.08361, 2104.04473 (appendix), 2205.05198.
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
    // A further token's layer attends too.
    let further = network.further_layer().map_or(0.0, |layer| layer.mixing_flops(seq));
    let mtp = f64::from(network.mtp) * further;
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
pub fn forward(network: &Network, params: &Params, seq: f64) -> f64 {
    2.0 * params.matmul() + attention_forward(network, seq)
}
