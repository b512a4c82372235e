//! Weights, gradients and optimizer states, and what of them one GPU holds.

use super::params::Params;
use super::ranks::Layout;

/// Bytes a parameter of weights, gradients and optimizer states.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct StateBytes {
    /// Weights as computed with.
    pub weights: f64,
    /// Gradients.
    pub gradients: f64,
    /// Master weights and moments.
    pub optimizer: f64,
}

/// How training keeps its states.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Optimizer {
    /// Adam in mixed precision, gradients in 16 bits: 2 + 2 + 12 (arXiv 1910.02054).
    Adam,
    /// Adam in mixed precision, gradients in 32 bits: 2 + 4 + 12 (Megatron's default).
    AdamFp32Gradients,
    /// Adam in BF16 alone, no master weights: 2 + 2 + 4.
    PureBf16,
    /// Adam with moments of 8 bits, no master weights: 2 + 2 + 2.
    Adam8Bit,
    /// Muon with master weights, one moment: 2 + 2 + 8.
    Muon,
}

impl Optimizer {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Adam, Self::AdamFp32Gradients, Self::PureBf16, Self::Adam8Bit, Self::Muon];

    /// The name in files and links.
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

    /// Bytes a parameter.
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

/// Bytes a weight of four bits with its scales: 0.5 + 1/8 x 32/64 x (quantised twice) = 0.516
/// (arXiv 2305.14314, section 3).
pub const NF4_BYTES: f64 = 0.516;

/// Parameters on the fullest GPU of a layout, before sharding over data-parallel ranks.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct ParameterShare {
    /// Within the layers, routed experts apart, and tables.
    pub dense: f64,
    /// Routed experts.
    pub experts: f64,
    /// Of `dense`, the embedding table and the output head.
    pub tables: f64,
}

/// What the fullest pipeline stage holds, split over tensor and expert parallel ranks. The first
/// stage has the embedding, the last one the head; layers are dealt as evenly as can be.
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
    // Experts sit in whole layers too.
    let moe_layers = params.expert_layers;
    let experts = if moe_layers > 0.0 {
        params.layers_experts() * ((layers / pp).ceil().min(moe_layers) / moe_layers)
    } else {
        0.0
    };
    // What sees or hears is not split.
    let dense = (in_layers + tables) / tp + params.towers;
    ParameterShare { dense, experts: experts / ep, tables: tables / tp }
}

impl ParameterShare {
    /// Parameters on one GPU: what its stage, tensor and expert ranks leave it.
    #[must_use]
    pub fn all(&self) -> f64 {
        self.dense + self.experts
    }

    /// The same shared out over data and context parallel ranks; experts over the ranks that hold
    /// the same ones.
    #[must_use]
    pub fn sharded(&self, layout: &Layout) -> f64 {
        let [tp, cp, ep, dp] =
            [layout.tp, layout.cp, layout.ep, layout.dp].map(|it| f64::from(it.max(1)));
        let ranks = dp * cp;
        self.dense / ranks + self.experts / (ranks * tp / ep).max(1.0)
    }
}

/// Bytes of weights, gradients and optimizer states on the fullest GPU.
///
/// ZeRO (arXiv 1910.02054): stage 1 shards optimizer states, 2 gradients too, 3 weights too.
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
