//! Weights, gradients and optimizer states, and the share of them on one GPU.

use super::params::Params;
use super::ranks::Layout;

/// Bytes per parameter of weights, gradients and optimizer states.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct StateBytes {
    /// Weights as used in computing.
    pub weights: f64,
    /// Gradients.
    pub gradients: f64,
    /// Master weights and moments.
    pub optimizer: f64,
}

/// Optimizer, with the precision in which it keeps its states.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Optimizer {
    /// Adam in mixed precision, gradients in 16 bits: 2 + 2 + 12 bytes (arXiv 1910.02054).
    Adam,
    /// Adam in mixed precision, gradients in 32 bits: 2 + 4 + 12 bytes (Megatron's default).
    AdamFp32Gradients,
    /// Adam in BF16 alone, no master weights: 2 + 2 + 4 bytes.
    PureBf16,
    /// Adam with moments of 8 bits, no master weights: 2 + 2 + 2 bytes.
    Adam8Bit,
    /// Muon with master weights and one moment: 2 + 2 + 8 bytes.
    Muon,
}

impl Optimizer {
    /// Every optimizer.
    pub const ALL: [Self; 5] =
        [Self::Adam, Self::AdamFp32Gradients, Self::PureBf16, Self::Adam8Bit, Self::Muon];

    /// Returns the name in files and links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Adam => "adam",
            Self::AdamFp32Gradients => "adam_fp32_gradients",
            Self::PureBf16 => "pure_bf16",
            Self::Adam8Bit => "adam_8bit",
            Self::Muon => "muon",
        }
    }

    /// Returns the bytes per parameter.
    #[must_use]
    pub const fn bytes(self) -> StateBytes {
        let (gradients, optimizer) = match self {
            Self::Adam => (2.0, 12.0),
            Self::AdamFp32Gradients => (4.0, 12.0),
            Self::PureBf16 => (2.0, 4.0),
            Self::Adam8Bit => (2.0, 2.0),
            Self::Muon => (2.0, 8.0),
        };
        StateBytes { weights: 2.0, gradients, optimizer }
    }
}

/// Bytes of a four-bit weight with its scales.
///
/// 0.5 + 1/8 x 32/64 x (quantised twice) = 0.516 (arXiv 2305.14314, section 3).
pub const NF4_BYTES: f64 = 0.516;

/// Parameters on the fullest GPU of a layout, before sharding over data-parallel ranks.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct ParameterShare {
    /// Parameters within the layers without routed experts, and tables.
    pub dense: f64,
    /// Routed experts.
    pub experts: f64,
    /// Embedding table and output head, which are part of `dense`.
    pub tables: f64,
}

/// Returns the parameters of the fullest pipeline stage, split over tensor and expert ranks.
///
/// The first stage has the embedding, the last one the head; layers are dealt as evenly as
/// possible.
#[must_use]
pub fn share(params: &Params, layout: &Layout) -> ParameterShare {
    let [tp, pp, ep] = [layout.tp, layout.pp, layout.ep].map(|it| f64::from(it.max(1)));
    let layers = params.depth;
    let stage = (layers / pp).ceil().min(layers) / layers.max(1.0);
    let in_layers = params.layers_dense() * stage;
    let tables = if layout.pp <= 1 {
        params.embedding + params.positions + params.head
    } else {
        (params.embedding + params.positions).max(params.head_matmul)
    };
    // Only whole layers are dealt, so a stage may hold more than its even share of experts.
    let moe_layers = params.expert_layers;
    let experts = if moe_layers > 0.0 {
        params.layers_experts() * ((layers / pp).ceil().min(moe_layers) / moe_layers)
    } else {
        0.0
    };
    // Parts that see or hear are not split.
    let dense = (in_layers + tables) / tp + params.towers;
    ParameterShare { dense, experts: experts / ep, tables: tables / tp }
}

impl ParameterShare {
    /// Returns the parameters on one GPU after stages, tensor and expert ranks.
    #[must_use]
    pub fn all(&self) -> f64 {
        self.dense + self.experts
    }

    /// Returns the parameters on one GPU after sharding over data and context ranks too.
    ///
    /// Experts are sharded over the ranks that hold the same ones.
    #[must_use]
    pub fn sharded(&self, layout: &Layout) -> f64 {
        let [tp, cp, ep, dp] =
            [layout.tp, layout.cp, layout.ep, layout.dp].map(|it| f64::from(it.max(1)));
        let ranks = dp * cp;
        self.dense / ranks + self.experts / (ranks * tp / ep).max(1.0)
    }
}

/// Returns the bytes of weights, gradients and optimizer states on the fullest GPU.
///
/// ZeRO (arXiv 1910.02054): stage 1 shards optimizer states, stage 2 also gradients, stage 3 also
/// weights.
///
/// ```
/// use jari::sizing::{layout::Layout, states::{Optimizer, ParameterShare, states}};
/// let share = ParameterShare { dense: 7.5e9, experts: 0.0, tables: 0.0 };
/// let gigabytes = [0, 1, 2, 3].map(|zero| {
///     let layout = Layout { dp: 64, zero, ..Layout::ONE };
///     let own = states(&share, Optimizer::Adam.bytes(), &layout);
///     (own.weights + own.gradients + own.optimizer) / 1e9
/// });
/// assert_eq!(gigabytes, [120.0, 31.40625, 16.640625, 1.875]);
/// ```
#[must_use]
pub fn states(share: &ParameterShare, bytes: StateBytes, layout: &Layout) -> StateBytes {
    let (all, sharded) = (share.all(), share.sharded(layout));
    let part = |per_param: f64, from_stage: u8| {
        per_param * if layout.zero >= from_stage { sharded } else { all }
    };
    StateBytes {
        weights: part(bytes.weights, 3),
        gradients: part(bytes.gradients, 2),
        optimizer: part(bytes.optimizer, 1),
    }
}
