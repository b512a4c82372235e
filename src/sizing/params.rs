//! Number of parameters, and of those that a token meets.
//!
//! Counts are integers held in `f64`: exact up to 2^53 (9e15), and nothing can overflow.

use super::layer::ModelLayer;
use super::layer::feed_forward::FeedForward;
use super::network::{Network, OutputHead};

/// Parameters by the part of the model that they belong to, each summed over all layers.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct Params {
    /// Embedding table: V h.
    pub embedding: f64,
    /// Learned positions.
    pub positions: f64,
    /// Output head: V h, or 0 if it shares the embedding table.
    pub head: f64,
    /// Weights that the output head multiplies with, shared or not: V h.
    pub head_matmul: f64,
    /// Matrices of the parts that mix tokens: attention, state spaces and others.
    pub mixers: f64,
    /// Matrices of dense feed-forwards.
    pub dense_mlp: f64,
    /// Matrices of all routed experts.
    pub experts: f64,
    /// Matrices of the routed experts that a token meets.
    pub experts_met: f64,
    /// Biases of all routed experts.
    pub expert_biases: f64,
    /// Biases of the routed experts that a token meets.
    pub expert_biases_met: f64,
    /// Matrices of shared experts, with their gates.
    pub shared: f64,
    /// Routers.
    pub router: f64,
    /// Norms, biases, sinks, convolutions.
    pub small: f64,
    /// Parts that see or hear (towers), and their links to the text: no token of text meets them.
    pub towers: f64,
    /// Parameters of the text part whose position is not known: in no known matrix, and split as
    /// layers are.
    pub unplaced: f64,
    /// Modules for further tokens: a layer and 2 h^2 each; not part of [`Self::total`].
    pub mtp: f64,
    /// Parameters of these modules in matrices that a token meets, including their output heads.
    pub mtp_matmul: f64,
    /// Layers, L.
    pub depth: f64,
    /// Layers with experts.
    pub expert_layers: f64,
    /// Bytes of activations that a layer keeps of a token, averaged over the layers.
    pub kept_bytes: f64,
    /// Sum of the input and output widths of every matrix that adapters are put on.
    pub adapter_ends: f64,
}

impl Params {
    /// Returns N, all parameters, as published counts have it (without modules for further tokens).
    #[must_use]
    pub fn total(&self) -> f64 {
        self.text() + self.towers
    }

    /// Returns all parameters of the text part, without the parts that see or hear.
    #[must_use]
    pub fn text(&self) -> f64 {
        self.embedding
            + self.positions
            + self.head
            + self.mixers
            + self.dense_mlp
            + self.experts
            + self.expert_biases
            + self.shared
            + self.router
            + self.small
            + self.unplaced
    }

    /// Returns all parameters of the text part except the routed experts that a token does not
    /// meet: N - (E - k) expert `L_moe`.
    #[must_use]
    pub fn active(&self) -> f64 {
        self.text()
            - (self.experts - self.experts_met)
            - (self.expert_biases - self.expert_biases_met)
    }

    /// Returns `N_mm`, the weights of the matrices that a token is multiplied with.
    ///
    /// The output head counts, shared or not; input embedding, norms and biases do not.
    #[must_use]
    pub fn matmul(&self) -> f64 {
        self.mixers
            + self.dense_mlp
            + self.experts_met
            + self.shared
            + self.router
            + self.head_matmul
    }

    /// Returns the parameters within the layers without routed experts: the part that tensor
    /// parallelism splits.
    #[must_use]
    pub fn layers_dense(&self) -> f64 {
        self.mixers + self.dense_mlp + self.shared + self.router + self.small + self.unplaced
    }

    /// Returns the parameters of routed experts with their biases: the part that expert parallelism
    /// splits.
    #[must_use]
    pub fn layers_experts(&self) -> f64 {
        self.experts + self.expert_biases
    }
}

/// Counts all parameters.
///
/// ```
/// use jari::sizing::{known, params::params};
/// let params = params(&known::find("llama-3.1-8b").unwrap().arch.network());
/// assert_eq!(params.total(), 8_030_261_248.0);
/// // Without the embedding table, in which input is only looked up.
/// assert_eq!(params.matmul(), 7_504_658_432.0);
/// assert_eq!(params.adapters(16), 41_943_040.0); // of rank 16
/// ```
#[must_use]
pub fn params(network: &Network) -> Params {
    let [h, vocab, outputs] = [network.hidden, network.vocab, network.outputs()].map(f64::from);
    let norm = h * network.norm.per_channel();
    let pooler = if matches!(network.head, OutputHead::Pooled(_)) { h * h } else { 0.0 };
    let mut all = Params {
        embedding: vocab * h,
        positions: f64::from(network.positions) * h,
        head: if network.head == OutputHead::Tied { 0.0 } else { outputs * h + pooler },
        head_matmul: outputs * h + pooler,
        // The casts are exact: counts stay below 2^53.
        towers: network.towers as f64,
        unplaced: network.unplaced as f64,
        ..Params::default()
    };
    for alike in &network.layers {
        add(&mut all, &alike.layer, f64::from(alike.count), h, norm);
    }
    all.depth = f64::from(network.depth());
    all.expert_layers = network.expert_layers();
    all.kept_bytes = network.sum(|layer| layer.kept_bytes(h)) / all.depth.max(1.0);
    all.adapter_ends = adapter_ends(network);
    let head_bias = if network.head_bias { outputs } else { 0.0 };
    let pooler_bias = if pooler > 0.0 { h } else { 0.0 };
    all.small += f64::from(network.norms) * norm + head_bias + pooler_bias;
    if let Some(layer) = network.further_layer().filter(|_| network.mtp > 0) {
        let mut one = Params::default();
        add(&mut one, layer, 1.0, h, 0.0);
        let rest = one.mixers + one.dense_mlp + one.shared + one.router + 2.0 * h * h;
        let modules = f64::from(network.mtp);
        all.mtp = modules * (rest + one.experts);
        all.mtp_matmul = modules * (rest + one.experts_met + vocab * h);
    }
    all
}

/// Adds the parameters of `layers` layers like `layer`.
fn add(all: &mut Params, layer: &ModelLayer, layers: f64, h: f64, norm: f64) {
    all.mixers += layers * layer.mixer.weights(h);
    let within: f64 = layer.mixer.parts().map(|part| part.small(h)).sum();
    all.small += layers * (within + f64::from(layer.norms) * norm);
    match &layer.ffn {
        FeedForward::None => {}
        FeedForward::Dense(mlp) => {
            all.dense_mlp += layers * mlp.weights(h);
            all.small += layers * mlp.biases(h);
        }
        FeedForward::Experts(it) => {
            let [count, met] = [it.count, it.per_token].map(f64::from);
            let [weights, biases] =
                [it.expert.weights(h), it.expert.biases(h)].map(|one| layers * one);
            all.experts += count * weights;
            all.experts_met += met * weights;
            all.expert_biases += count * biases;
            all.expert_biases_met += met * biases;
            all.shared += layers * it.shared_weights(h);
            all.router += layers * h * count;
            all.small += if it.router_bias { layers * count } else { 0.0 };
        }
    }
}

impl Params {
    /// Returns the parameters of adapters of rank `rank`: r (in + out) for each matrix (arXiv
    /// 2106.09685).
    ///
    /// They are on every matrix of attention or of the part in its place, and of dense and shared
    /// feed-forwards. Routed experts have none.
    #[must_use]
    pub fn adapters(&self, rank: u32) -> f64 {
        f64::from(rank) * self.adapter_ends
    }
}

/// Returns the sum of the input and output widths of every matrix that adapters are put on.
fn adapter_ends(network: &Network) -> f64 {
    let h = f64::from(network.hidden);
    network.sum(|layer| {
        let mut ends = match &layer.ffn {
            FeedForward::None => 0.0,
            FeedForward::Dense(mlp) => mlp.ends(h),
            FeedForward::Experts(it) => it.shared().ends(h),
        };
        layer.mixer.matrices(h, &mut |width_in, width_out| ends += width_in + width_out);
        ends
    })
}
