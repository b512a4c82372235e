//! Plain transformer by its numbers, from which its layers follow.

use super::layer::attention::{Attention, Gate, Grouped, Keys, Sight, Values};
pub use super::layer::attention::{Latent, QkNorm};
use super::layer::feed_forward::{Experts, FeedForward, Mlp};
use super::layer::{Mixer, ModelLayer};
use super::limits::{BadField, within};
pub use super::network::Norm;
use super::network::{Network, OutputHead};

/// Decoder-only transformer whose layers are alike, except for experts and windows.
///
/// Widths and counts are those of a Hugging Face `config.json`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Arch {
    /// Width of the residual stream, h.
    pub hidden: u32,
    /// Layers, L.
    pub layers: u32,
    /// Query heads, H.
    pub heads: u32,
    /// Key and value heads, K: H for multi-head, 1 for multi-query attention.
    pub kv_heads: u32,
    /// Width of a head, d.
    pub head_dim: u32,
    /// Width of the dense feed-forward, f; unused if every layer has experts.
    pub ffn: u32,
    /// Entries of the embedding table, V.
    pub vocab: u32,
    /// `true` if the feed-forward is gated (three matrices instead of two).
    pub gated: bool,
    /// `true` if the output head shares the embedding table.
    pub tied: bool,
    /// Kind of norm.
    pub norm: Norm,
    /// Norms in a layer: usually 2, 4 if outputs are normed too, 1 in some parallel layers.
    pub norms_per_layer: u32,
    /// `true` if the embedding is normed (BLOOM).
    pub embedding_norm: bool,
    /// Norms of queries and keys.
    pub qk_norm: QkNorm,
    /// Matrices that have biases.
    pub bias: Bias,
    /// `true` if each head has a learned attention sink (gpt-oss).
    pub sinks: bool,
    /// Learned positions; 0 for rotary or none.
    pub positions: u32,
    /// Multi-head latent attention in place of grouped queries.
    pub latent: Option<Latent>,
    /// Mixture of experts.
    pub moe: Option<Moe>,
    /// Layers that attend to a window only.
    pub window: Option<AttentionWindow>,
    /// Modules that predict a further token (DeepSeek-V3 trains with 1); not in published counts.
    pub mtp: u32,
}

/// Matrices that have biases.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Bias {
    /// Queries, keys and values.
    pub qkv: bool,
    /// Output of attention.
    pub out: bool,
    /// Feed-forward, experts included.
    pub mlp: bool,
    /// Router of experts.
    pub router: bool,
    /// Output head.
    pub head: bool,
}

impl Bias {
    /// Biases in every matrix of a layer.
    pub const LAYER: Self = Self { qkv: true, out: true, mlp: true, router: true, head: false };
    /// No biases.
    pub const NONE: Self = Self { qkv: false, out: false, mlp: false, router: false, head: false };
    /// Biases in queries, keys and values only (Qwen2).
    pub const QKV: Self = Self { qkv: true, ..Self::NONE };
}

/// Mixture of experts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Moe {
    /// Routed experts in a layer, E.
    pub experts: u32,
    /// Routed experts that a token meets, k.
    pub per_token: u32,
    /// Width of a routed expert.
    pub ffn: u32,
    /// Width of all shared experts of a layer together; 0 for none.
    pub shared_ffn: u32,
    /// `true` if the shared expert has a gate of its own (Qwen2-MoE).
    pub shared_gate: bool,
    /// Layers with experts; the others have the dense feed-forward.
    pub layers: u32,
}

/// Layers that attend to a window only.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AttentionWindow {
    /// Tokens of the window.
    pub tokens: u32,
    /// Layers that have the window.
    pub layers: u32,
}

impl Arch {
    /// Returns a dense model of the common kind: gated, rotary, `RMSNorm`, no biases, untied.
    ///
    /// ```
    /// use jari::sizing::arch::Arch;
    /// let llama = Arch::dense(4_096, 32, 32, 8, 14_336, 128_256);
    /// assert_eq!((llama.head_dim, llama.network().depth()), (128, 32));
    /// let without_heads = Arch { heads: 0, ..llama };
    /// assert_eq!(without_heads.check().unwrap_err().field, "num_attention_heads");
    /// ```
    #[must_use]
    pub const fn dense(
        hidden: u32,
        layers: u32,
        heads: u32,
        kv_heads: u32,
        ffn: u32,
        vocab: u32,
    ) -> Self {
        Self {
            hidden,
            layers,
            heads,
            kv_heads,
            // Without heads the width is 0, which `check` refuses, rather than a division by zero.
            head_dim: match hidden.checked_div(heads) {
                Some(head_dim) => head_dim,
                None => 0,
            },
            ffn,
            vocab,
            gated: true,
            tied: false,
            norm: Norm::Scale,
            norms_per_layer: 2,
            embedding_norm: false,
            qk_norm: QkNorm::None,
            bias: Bias::NONE,
            sinks: false,
            positions: 0,
            latent: None,
            moe: None,
            window: None,
            mtp: 0,
        }
    }

    /// Returns the model as a list of layers.
    #[must_use]
    pub fn network(&self) -> Network {
        let mut network = Network {
            positions: self.positions,
            norm: self.norm,
            norms: 1 + u32::from(self.embedding_norm),
            head: if self.tied { OutputHead::Tied } else { OutputHead::Separate },
            head_bias: self.bias.head,
            mtp: self.mtp,
            ..Network::new(self.hidden, self.vocab)
        };
        // No cost depends on which layers have both a window and experts, so they overlap as far as
        // possible: fewest kinds of layers.
        let experts = self.moe.map_or(0, |moe| moe.layers.min(self.layers));
        let windows = self.window.map_or(0, |window| window.layers.min(self.layers));
        let both = experts.min(windows);
        let neither = self.layers - experts.max(windows);
        network.add(self.layer(false, false), neither);
        network.add(self.layer(true, false), windows - both);
        network.add(self.layer(false, true), experts - both);
        network.add(self.layer(true, true), both);
        network
    }

    /// Returns one layer, with a window and experts as asked.
    #[must_use]
    pub fn layer(&self, has_window: bool, has_experts: bool) -> ModelLayer {
        let mut attention = self.attention();
        if let Some(window) = self.window.filter(|_| has_window) {
            attention.sight = Sight::Window(window.tokens);
        }
        let dense = Mlp { width: self.ffn, gated: self.gated, bias: self.bias.mlp };
        let ffn = match self.moe.filter(|_| has_experts) {
            None => FeedForward::Dense(dense),
            Some(moe) => FeedForward::Experts(Experts {
                count: moe.experts,
                per_token: moe.per_token,
                expert: Mlp { width: moe.ffn, ..dense },
                shared_width: moe.shared_ffn,
                shared_gate: moe.shared_gate,
                router_bias: self.bias.router,
            }),
        };
        ModelLayer { mixer: Mixer::Attention(attention), ffn, norms: self.norms_per_layer }
    }

    /// Returns its attention, over all earlier tokens.
    #[must_use]
    pub const fn attention(&self) -> Attention {
        let grouped = Grouped { heads: self.kv_heads, width: self.head_dim, values: Values::Own };
        Attention {
            heads: self.heads,
            keys: match self.latent {
                Some(latent) => Keys::Latent(latent),
                None => Keys::Grouped(grouped),
            },
            sight: Sight::Earlier,
            qk_norm: self.qk_norm,
            qkv_bias: self.bias.qkv,
            out_bias: self.bias.out,
            sinks: self.sinks,
            gate: Gate::None,
        }
    }

    /// Checks every number.
    ///
    /// # Errors
    /// The first field outside its bounds, and the reason.
    pub fn check(&self) -> Result<(), BadField> {
        let layers = |field, of| within(field, of, "num_hidden_layers", self.layers);
        layers("moe_layers", self.moe.map_or(0, |moe| moe.layers))?;
        layers("sliding_window_layers", self.window.map_or(0, |window| window.layers))?;
        self.network().check()
    }
}
