//! How many parameters there are, and how many of them a token meets.
//!
//! Counts are whole numbers held in `f64`: exact up to 2^53 (9e15), and nothing can overflow.

use super::arch::{Arch, Norm, QkNorm};

/// Parameters by what they are part of; each over all layers.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct Params {
    /// The embedding table: V h.
    pub embedding: f64,
    /// Learned positions.
    pub positions: f64,
    /// The output head: V h, or 0 where it is the embedding table.
    pub head: f64,
    /// V h: what the output head multiplies, tied or not.
    pub head_matmul: f64,
    /// Matrices of attention.
    pub attention: f64,
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
    /// Norms, biases and sinks.
    pub small: f64,
    /// Modules for further tokens: a layer and 2 h^2 each; not part of [`Self::total`].
    pub mtp: f64,
    /// What of them a token meets in matrices, their output heads included.
    pub mtp_matmul: f64,
}

impl Params {
    /// N: all parameters, as published counts have it (without modules for further tokens).
    #[must_use]
    pub fn total(&self) -> f64 {
        self.embedding
            + self.positions
            + self.head
            + self.attention
            + self.dense_mlp
            + self.experts
            + self.expert_biases
            + self.shared
            + self.router
            + self.small
    }

    /// All but the routed experts that a token does not meet: N - (E - k) expert `L_moe`.
    #[must_use]
    pub fn active(&self) -> f64 {
        self.total()
            - (self.experts - self.experts_met)
            - (self.expert_biases - self.expert_biases_met)
    }

    /// `N_mm`: weights of the matrices that a token is multiplied with. The output head counts,
    /// tied or not; input embedding, norms and biases do not.
    #[must_use]
    pub fn matmul(&self) -> f64 {
        self.attention
            + self.dense_mlp
            + self.experts_met
            + self.shared
            + self.router
            + self.head_matmul
    }

    /// Parameters within the layers, routed experts apart: what tensor parallelism splits.
    #[must_use]
    pub fn layers_dense(&self) -> f64 {
        self.attention + self.dense_mlp + self.shared + self.router + self.small
    }

    /// Routed experts, with their biases: what expert parallelism splits.
    #[must_use]
    pub fn layers_experts(&self) -> f64 {
        self.experts + self.expert_biases
    }
}

/// Matrices of attention in one layer.
///
/// Grouped queries: 2 h H d + 2 h K d. Latent (arXiv 2405.04434, eq. 37-47): h q + q H (n + r) for
/// queries, h (c + r) + c H (n + v) for keys and values, H v h for the output; with q = 0: h H (n + r).
#[must_use]
pub fn attention_matrices(arch: &Arch) -> f64 {
    let [h, heads, kv, d] = [arch.hidden, arch.heads, arch.kv_heads, arch.head_dim].map(f64::from);
    let Some(latent) = arch.latent else { return 2.0 * h * heads * d + 2.0 * h * kv * d };
    let [q, c, n, r, v] =
        [latent.q_rank, latent.kv_rank, latent.nope, latent.rope, latent.value].map(f64::from);
    let queries =
        if latent.q_rank == 0 { h * heads * (n + r) } else { h * q + q * heads * (n + r) };
    queries + h * (c + r) + c * heads * (n + v) + heads * v * h
}

/// Matrices of a feed-forward of this width: 2 h f, gated 3 h f.
#[must_use]
pub fn mlp_matrices(arch: &Arch, ffn: u32) -> f64 {
    matrices(arch) * f64::from(arch.hidden) * f64::from(ffn)
}

/// Matrices of a feed-forward.
fn matrices(arch: &Arch) -> f64 {
    if arch.gated { 3.0 } else { 2.0 }
}

/// Counts all parameters.
#[must_use]
pub fn params(arch: &Arch) -> Params {
    let [h, layers, vocab] = [arch.hidden, arch.layers, arch.vocab].map(f64::from);
    let moe_layers = arch.moe_layers();
    let dense_layers = layers - moe_layers;
    let table = vocab * h;
    let mut all = Params {
        embedding: table,
        positions: f64::from(arch.positions) * h,
        head: if arch.tied { 0.0 } else { table },
        head_matmul: table,
        attention: layers * attention_matrices(arch),
        dense_mlp: dense_layers * mlp_matrices(arch, arch.ffn),
        ..Params::default()
    };
    if let Some(moe) = arch.moe {
        let [experts, met] = [moe.experts, moe.per_token].map(f64::from);
        let expert = moe_layers * mlp_matrices(arch, moe.ffn);
        all.experts = experts * expert;
        all.experts_met = met * expert;
        all.shared = moe_layers * mlp_matrices(arch, moe.shared_ffn);
        if moe.shared_gate {
            all.shared += moe_layers * h;
        }
        all.router = moe_layers * h * experts;
        if arch.bias.mlp {
            let biases = moe_layers * mlp_biases(arch, moe.ffn);
            all.expert_biases = experts * biases;
            all.expert_biases_met = met * biases;
        }
    }
    all.small = small(arch, dense_layers, moe_layers);
    if arch.mtp > 0 {
        let layer = attention_matrices(arch)
            + if moe_layers > 0.0 {
                (all.experts + all.shared + all.router) / moe_layers
            } else {
                mlp_matrices(arch, arch.ffn)
            };
        let met = attention_matrices(arch)
            + if moe_layers > 0.0 {
                (all.experts_met + all.shared + all.router) / moe_layers
            } else {
                mlp_matrices(arch, arch.ffn)
            };
        all.mtp = f64::from(arch.mtp) * (layer + 2.0 * h * h);
        all.mtp_matmul = f64::from(arch.mtp) * (met + 2.0 * h * h + table);
    }
    all
}

/// Biases of one feed-forward.
fn mlp_biases(arch: &Arch, ffn: u32) -> f64 {
    (matrices(arch) - 1.0) * f64::from(ffn) + f64::from(arch.hidden)
}

/// Norms, biases and sinks of the whole model, those of routed experts apart.
fn small(arch: &Arch, dense_layers: f64, moe_layers: f64) -> f64 {
    let [h, layers, heads, kv, d] =
        [arch.hidden, arch.layers, arch.heads, arch.kv_heads, arch.head_dim].map(f64::from);
    let norm = h * match arch.norm {
        Norm::Plain => 0.0,
        Norm::Scale => 1.0,
        Norm::ScaleAndBias => 2.0,
    };
    let norms = layers * f64::from(arch.norms_per_layer) + 1.0 + f64::from(arch.embedding_norm);
    let latent = arch.latent.map_or(0.0, |it| f64::from(it.q_rank) + f64::from(it.kv_rank));
    let qk = match arch.qk_norm {
        QkNorm::None => 0.0,
        QkNorm::Head => 2.0 * d,
        QkNorm::Whole => (heads + kv) * d,
    };
    let bias = arch.bias;
    let attention = latent
        + qk
        + if bias.qkv { (heads + 2.0 * kv) * d } else { 0.0 }
        + if bias.out { h } else { 0.0 }
        + if arch.sinks { heads } else { 0.0 };
    let mlp = if bias.mlp { dense_layers * mlp_biases(arch, arch.ffn) } else { 0.0 };
    let router = match arch.moe {
        Some(moe) if bias.router => moe_layers * f64::from(moe.experts),
        _ => 0.0,
    };
    let head = if bias.head { f64::from(arch.vocab) } else { 0.0 };
    norms * norm + layers * attention + mlp + router + head
}

/// Parameters of adapters of rank r on every matrix of attention and of dense and shared
/// feed-forwards: r (in + out) each (arXiv 2106.09685). Routed experts have none.
#[must_use]
pub fn adapter_params(arch: &Arch, rank: u32) -> f64 {
    let [h, layers, heads, kv, d] =
        [arch.hidden, arch.layers, arch.heads, arch.kv_heads, arch.head_dim].map(f64::from);
    let attention = match arch.latent {
        None => 2.0 * (h + heads * d) + 2.0 * (h + kv * d),
        Some(latent) => {
            let [q, c, n, r, v] =
                [latent.q_rank, latent.kv_rank, latent.nope, latent.rope, latent.value]
                    .map(f64::from);
            let queries = if latent.q_rank == 0 {
                h + heads * (n + r)
            } else {
                h + 2.0 * q + heads * (n + r)
            };
            queries + h + c + r + c + heads * (n + v) + heads * v + h
        }
    };
    let shared = arch.moe.map_or(0, |moe| moe.shared_ffn);
    let moe_layers = arch.moe_layers();
    let ends = |ffn: u32| if ffn == 0 { 0.0 } else { matrices(arch) * (h + f64::from(ffn)) };
    let mlp = (layers - moe_layers) * ends(arch.ffn) + moe_layers * ends(shared);
    f64::from(rank) * (layers * attention + mlp)
}
