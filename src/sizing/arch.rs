//! The shape of a transformer: everything that its costs follow from.

/// A decoder-only transformer. Widths and counts are those of a Hugging Face `config.json`.
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
    /// Width of the dense feed-forward, f; unused where every layer has experts.
    pub ffn: u32,
    /// Entries of the embedding table, V.
    pub vocab: u32,
    /// Whether the feed-forward is gated (three matrices instead of two).
    pub gated: bool,
    /// Whether the output head shares the embedding table.
    pub tied: bool,
    /// The kind of norm.
    pub norm: Norm,
    /// Norms in a layer: 2 as a rule, 4 where outputs are normed too, 1 in some parallel layers.
    pub norms_per_layer: u32,
    /// Whether the embedding is normed (BLOOM).
    pub embedding_norm: bool,
    /// Norms of queries and keys.
    pub qk_norm: QkNorm,
    /// Which matrices have biases.
    pub bias: Bias,
    /// Learned attention sinks, one a head (gpt-oss).
    pub sinks: bool,
    /// Learned positions; 0 for rotary or none.
    pub positions: u32,
    /// Multi-head latent attention in place of grouped queries.
    pub latent: Option<Latent>,
    /// Mixture of experts.
    pub moe: Option<Moe>,
    /// Layers that look back over a window only.
    pub window: Option<Window>,
    /// Modules that predict a further token (DeepSeek-V3 trains with 1); not in published counts.
    pub mtp: u32,
}

/// The kind of norm.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Norm {
    /// A scale for each channel: `RMSNorm`, or `LayerNorm` without bias.
    Scale,
    /// A scale and a bias for each channel: `LayerNorm`.
    ScaleAndBias,
    /// Nothing is learned.
    Plain,
}

/// Norms of queries and keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum QkNorm {
    /// None.
    None,
    /// One scale of the width of a head for all queries, one for all keys (Qwen3).
    Head,
    /// A scale over all heads together (OLMo 2).
    Whole,
}

/// Which matrices have biases.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Bias {
    /// Queries, keys and values.
    pub qkv: bool,
    /// The output of attention.
    pub out: bool,
    /// The feed-forward, experts included.
    pub mlp: bool,
    /// The router of experts.
    pub router: bool,
    /// The output head.
    pub head: bool,
}

impl Bias {
    /// In every matrix of a layer.
    pub const LAYER: Self = Self { qkv: true, out: true, mlp: true, router: true, head: false };
    /// Nowhere.
    pub const NONE: Self = Self { qkv: false, out: false, mlp: false, router: false, head: false };
    /// In queries, keys and values alone (Qwen2).
    pub const QKV: Self = Self { qkv: true, ..Self::NONE };
}

/// Multi-head latent attention (arXiv 2405.04434).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Latent {
    /// Rank of the queries; 0 where they are not compressed.
    pub q_rank: u32,
    /// Rank of keys and values: what is cached, with `rope`.
    pub kv_rank: u32,
    /// Width of a head without position.
    pub nope: u32,
    /// Width of a head with position.
    pub rope: u32,
    /// Width of the values of a head.
    pub value: u32,
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
    /// Whether the shared expert has a gate of its own (Qwen2-MoE).
    pub shared_gate: bool,
    /// Layers with experts; the others have the dense feed-forward.
    pub layers: u32,
}

/// Layers that look back over a window only.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Window {
    /// Tokens of the window.
    pub tokens: u32,
    /// How many of the layers.
    pub layers: u32,
}

/// What is wrong with a number: the field (as in `config.json`, `moe.` and so on for parts) and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BadField {
    /// Path of the field.
    pub field: &'static str,
    /// Why it cannot be.
    pub why: BadWhy,
}

/// Why a number cannot be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BadWhy {
    /// It must be at least 1.
    Zero,
    /// It must be at most this.
    Above(u32),
    /// It must divide the field named.
    MustDivide(&'static str),
    /// It must not be more than the field named.
    MoreThan(&'static str),
}

/// The widest that any dimension may be: a hundred times today's widest.
const MAX_WIDTH: u32 = 1 << 21;
/// The most layers: ten times today's deepest.
const MAX_LAYERS: u32 = 2_000;
/// The most entries of a vocabulary: ten times today's largest.
const MAX_VOCAB: u32 = 1 << 22;
/// The most experts of a layer: ten times today's most.
const MAX_EXPERTS: u32 = 8_192;

impl Arch {
    /// A dense model of the common kind: gated, rotary, `RMSNorm`, no biases, untied.
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

    /// Layers with experts.
    #[must_use]
    pub fn moe_layers(&self) -> f64 {
        self.moe.map_or(0.0, |moe| f64::from(moe.layers.min(self.layers)))
    }

    /// Checks every number.
    ///
    /// # Errors
    /// The first field that cannot be, and why.
    pub fn check(&self) -> Result<(), BadField> {
        let at_least_1 = |field, value: u32, most: u32| match value {
            0 => Err(BadField { field, why: BadWhy::Zero }),
            _ if value > most => Err(BadField { field, why: BadWhy::Above(most) }),
            _ => Ok(()),
        };
        let at_most = |field, value: u32, most: u32| {
            if value > most { Err(BadField { field, why: BadWhy::Above(most) }) } else { Ok(()) }
        };
        at_least_1("hidden_size", self.hidden, MAX_WIDTH)?;
        at_least_1("num_hidden_layers", self.layers, MAX_LAYERS)?;
        at_least_1("num_attention_heads", self.heads, MAX_WIDTH)?;
        at_least_1("vocab_size", self.vocab, MAX_VOCAB)?;
        at_most("max_position_embeddings", self.positions, MAX_WIDTH)?;
        at_most("num_nextn_predict_layers", self.mtp, 16)?;
        match self.latent {
            None => {
                at_least_1("head_dim", self.head_dim, MAX_WIDTH)?;
                at_least_1("num_key_value_heads", self.kv_heads, MAX_WIDTH)?;
                if self.kv_heads > self.heads {
                    let why = BadWhy::MoreThan("num_attention_heads");
                    return Err(BadField { field: "num_key_value_heads", why });
                }
                if !self.heads.is_multiple_of(self.kv_heads) {
                    let why = BadWhy::MustDivide("num_attention_heads");
                    return Err(BadField { field: "num_key_value_heads", why });
                }
            }
            Some(latent) => {
                at_most("q_lora_rank", latent.q_rank, MAX_WIDTH)?;
                at_least_1("kv_lora_rank", latent.kv_rank, MAX_WIDTH)?;
                at_least_1("qk_nope_head_dim", latent.nope, MAX_WIDTH)?;
                at_most("qk_rope_head_dim", latent.rope, MAX_WIDTH)?;
                at_least_1("v_head_dim", latent.value, MAX_WIDTH)?;
            }
        }
        if let Some(moe) = self.moe {
            at_least_1("num_experts", moe.experts, MAX_EXPERTS)?;
            at_least_1("num_experts_per_tok", moe.per_token, MAX_EXPERTS)?;
            at_least_1("moe_intermediate_size", moe.ffn, MAX_WIDTH)?;
            at_most("shared_expert_intermediate_size", moe.shared_ffn, MAX_WIDTH)?;
            if moe.per_token > moe.experts {
                let why = BadWhy::MoreThan("num_experts");
                return Err(BadField { field: "num_experts_per_tok", why });
            }
            if moe.layers > self.layers {
                let why = BadWhy::MoreThan("num_hidden_layers");
                return Err(BadField { field: "moe_layers", why });
            }
        }
        if self.moe.is_none_or(|moe| moe.layers < self.layers) {
            at_least_1("intermediate_size", self.ffn, MAX_WIDTH)?;
        }
        if let Some(window) = self.window {
            at_least_1("sliding_window", window.tokens, u32::MAX)?;
            if window.layers > self.layers {
                let why = BadWhy::MoreThan("num_hidden_layers");
                return Err(BadField { field: "sliding_window_layers", why });
            }
        }
        Ok(())
    }
}
