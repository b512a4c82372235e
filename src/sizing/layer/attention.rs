//! Attention: grouped or latent, over all tokens, a window, or tokens chosen by an indexer.

use super::mixing::{Cache, Mixing};
use crate::sizing::limits::{BadField, BoundError, MAX_WIDTH, at_most, positive, within};

/// Attention of one layer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Attention {
    /// Query heads, H.
    pub heads: u32,
    /// Form of keys and values.
    pub keys: Keys,
    /// Tokens that a token attends to.
    pub sight: Sight,
    /// Norms of queries and keys.
    pub qk_norm: QkNorm,
    /// `true` if queries, keys and values have biases.
    pub qkv_bias: bool,
    /// `true` if the output has a bias.
    pub out_bias: bool,
    /// `true` if each head has a learned sink (gpt-oss).
    pub sinks: bool,
    /// Gate on the output before its last matrix.
    pub gate: Gate,
}

/// Form of keys and values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keys {
    /// Heads that groups of queries share.
    Grouped(Grouped),
    /// One compressed vector for all heads (arXiv 2405.04434).
    Latent(Latent),
}

/// Key and value heads that groups of query heads share.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Grouped {
    /// Key and value heads, K: H for multi-head, 1 for multi-query attention.
    pub heads: u32,
    /// Width of a head, d.
    pub width: u32,
    /// Origin of the values.
    pub values: Values,
}

/// Origin of keys and values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Values {
    /// Separate matrices for keys and for values.
    Own,
    /// One matrix for both; norms and positions differ, so both are cached (Gemma 4).
    OfKeys,
    /// Keys and values of an earlier layer: no matrices, nothing cached (Gemma 3n).
    OfEarlier,
}

/// Multi-head latent attention (arXiv 2405.04434).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Latent {
    /// Rank of the queries; 0 if they are not compressed.
    pub q_rank: u32,
    /// Rank of keys and values; cached, together with `rope`.
    pub kv_rank: u32,
    /// Width of a head without position.
    pub nope: u32,
    /// Width of a head with position.
    pub rope: u32,
    /// Width of the values of a head.
    pub value: u32,
}

/// Tokens that a token attends to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sight {
    /// All earlier tokens.
    Earlier,
    /// The last earlier tokens, this many.
    Window(u32),
    /// Earlier tokens that an indexer ranks highest; all are cached.
    Indexed(Indexer),
    /// All tokens of the sequence, later ones too: encoders.
    Both,
    /// Tokens around it, this many, later ones too.
    Around(u32),
}

/// Indexer that ranks earlier tokens (DeepSeek sparse attention): heads of its own on one cached
/// key per token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Indexer {
    /// Heads.
    pub heads: u32,
    /// Width of a head, and of the cached key.
    pub width: u32,
    /// Tokens that are attended to.
    pub tokens: u32,
}

/// Norms of queries and keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum QkNorm {
    /// No norms.
    None,
    /// One scale of the width of a head for all queries, and one for all keys (Qwen3).
    Head,
    /// A scale over all heads together (OLMo 2).
    Whole,
}

/// Gate on the output of attention.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gate {
    /// No gate.
    None,
    /// A gate for each channel: a matrix as wide as that of the queries (Qwen3-Next).
    Channels,
}

/// Returns the mean number of tokens that a token attends to, over a sequence of `seq` tokens.
///
/// Causal: s / 2. In a window of w: w (1 - w / 2s) if s > w. For example, 4,096 tokens attend to
/// 2,048 on average, and with a window of 1,024 to 896.
#[must_use]
pub fn mean_context(seq: f64, window: Option<u32>) -> f64 {
    match window.map(f64::from) {
        Some(w) if w > 0.0 && seq > w => w * (1.0 - w / (2.0 * seq)),
        _ => seq / 2.0,
    }
}

impl Attention {
    /// Returns grouped attention over all earlier tokens, without biases.
    #[must_use]
    pub const fn grouped(heads: u32, kv_heads: u32, width: u32) -> Self {
        let keys = Keys::Grouped(Grouped { heads: kv_heads, width, values: Values::Own });
        Self {
            heads,
            keys,
            sight: Sight::Earlier,
            qk_norm: QkNorm::None,
            qkv_bias: false,
            out_bias: false,
            sinks: false,
            gate: Gate::None,
        }
    }

    /// Returns H d, the width of scores and values of all heads.
    ///
    /// For latent attention the mean of both widths, H ((n + r) + v) / 2.
    #[must_use]
    pub fn width(&self) -> f64 {
        let heads = f64::from(self.heads);
        match self.keys {
            Keys::Grouped(it) => heads * f64::from(it.width),
            Keys::Latent(it) => {
                heads * (f64::from(it.nope) + f64::from(it.rope) + f64::from(it.value)) / 2.0
            }
        }
    }

    /// Returns the number of tokens that a mean token of a sequence of `seq` tokens attends to.
    #[must_use]
    pub fn context(&self, seq: f64) -> f64 {
        match self.sight {
            Sight::Earlier => mean_context(seq, None),
            Sight::Window(tokens) => mean_context(seq, Some(tokens)),
            Sight::Indexed(it) => mean_context(seq, Some(it.tokens)),
            Sight::Both => seq,
            Sight::Around(tokens) => seq.min(f64::from(tokens)),
        }
    }

    /// Returns the indexer, if it has one.
    const fn indexer(&self) -> Option<Indexer> {
        match self.sight {
            Sight::Indexed(it) => Some(it),
            _ => None,
        }
    }
}

impl Mixing for Attention {
    /// Calls `each` with the widths of each matrix.
    ///
    /// Grouped: h H d for queries, h K d each for keys and values, H d h for the output. Latent
    /// (arXiv 2405.04434, eq. 37-47): h q and q H (n + r) for queries, or h H (n + r) at once; h (c
    /// + r) and c H (n + v) for keys and values; H v h for the output.
    fn matrices(&self, hidden: f64, each: &mut dyn FnMut(f64, f64)) {
        let heads = f64::from(self.heads);
        let mut queries_in = hidden;
        match self.keys {
            Keys::Grouped(it) => {
                let [own, keys] =
                    [heads, f64::from(it.heads)].map(|heads| heads * f64::from(it.width));
                each(hidden, own);
                match it.values {
                    Values::Own => {
                        each(hidden, keys);
                        each(hidden, keys);
                    }
                    Values::OfKeys => each(hidden, keys),
                    Values::OfEarlier => {}
                }
                if self.gate == Gate::Channels {
                    each(hidden, own);
                }
                each(own, hidden);
            }
            Keys::Latent(it) => {
                let [q, c, n, r, v] =
                    [it.q_rank, it.kv_rank, it.nope, it.rope, it.value].map(f64::from);
                if it.q_rank > 0 {
                    each(hidden, q);
                    queries_in = q;
                }
                each(queries_in, heads * (n + r));
                each(hidden, c + r);
                each(c, heads * (n + v));
                each(heads * v, hidden);
            }
        }
        // The indexer: from the compressed queries to its heads, one key, and a weight for each
        // head.
        if let Some(it) = self.indexer() {
            let [own, width] = [it.heads, it.width].map(f64::from);
            each(queries_in, own * width);
            each(hidden, width);
            each(hidden, own);
        }
    }

    fn small(&self, hidden: f64) -> f64 {
        let heads = f64::from(self.heads);
        let (within, bias) = match self.keys {
            Keys::Latent(it) => (f64::from(it.q_rank) + f64::from(it.kv_rank), 0.0),
            Keys::Grouped(it) => {
                let [kv, d] = [it.heads, it.width].map(f64::from);
                let norms = match self.qk_norm {
                    QkNorm::None => 0.0,
                    QkNorm::Head => 2.0 * d,
                    QkNorm::Whole => (heads + kv) * d,
                };
                (norms, (heads + 2.0 * kv) * d)
            }
        };
        // The key of the indexer has a norm with a bias.
        let indexer = self.indexer().map_or(0.0, |it| 2.0 * f64::from(it.width));
        within
            + indexer
            + if self.qkv_bias { bias } else { 0.0 }
            + if self.out_bias { hidden } else { 0.0 }
            + if self.sinks { heads } else { 0.0 }
    }

    /// Returns 4 H d for each token attended to: 2 H d for scores, 2 H d for values.
    ///
    /// An indexer scores all earlier tokens, also those that are not attended to.
    fn forward_flops(&self, seq: f64) -> f64 {
        let ranking = self.indexer().map_or(0.0, |it| {
            2.0 * f64::from(it.heads) * f64::from(it.width) * mean_context(seq, None)
        });
        4.0 * self.width() * self.context(seq) + ranking
    }

    /// Returns the FLOPs of one further token after `tokens` others.
    ///
    /// A judgement: latent attention works on the compressed cache, about four times the width;
    /// with the ranks of DeepSeek-V3, (576 + 512) / (192 + 128) = 3.4 times.
    fn decoding_flops(&self, tokens: f64) -> f64 {
        let seen = match self.sight {
            Sight::Window(most) | Sight::Around(most) => tokens.min(f64::from(most)),
            Sight::Indexed(it) => tokens.min(f64::from(it.tokens)),
            Sight::Earlier | Sight::Both => tokens,
        };
        let ranking = self
            .indexer()
            .map_or(0.0, |it| 2.0 * f64::from(it.heads) * f64::from(it.width) * tokens);
        let wider = if matches!(self.keys, Keys::Latent(_)) { 4.0 } else { 1.0 };
        4.0 * self.width() * wider * seen + ranking
    }

    /// Returns keys and values, 2 K d for each token; latent attention keeps c + r, for all heads
    /// alike.
    fn cache(&self) -> Cache {
        let (per_token, shares) = match self.keys {
            Keys::Grouped(Grouped { values: Values::OfEarlier, .. }) => (0.0, 1),
            Keys::Grouped(it) => (2.0 * f64::from(it.heads) * f64::from(it.width), it.heads),
            Keys::Latent(it) => (f64::from(it.kv_rank) + f64::from(it.rope), 1),
        };
        let ranking = self.indexer().map_or(0.0, |it| f64::from(it.width));
        let window = match self.sight {
            Sight::Window(tokens) => Some(tokens),
            Sight::Earlier | Sight::Indexed(_) | Sight::Both | Sight::Around(_) => None,
        };
        Cache { per_token: per_token + ranking, window, shares, ..Cache::default() }
    }

    /// Returns the bytes kept: queries and the output of attention 2 x 2 H d, keys and values 4 K
    /// d, a gate and the gated output 4 H d.
    fn kept_bytes(&self, _: f64) -> f64 {
        let heads = f64::from(self.heads);
        match self.keys {
            Keys::Grouped(it) => {
                let [kv, d] = [it.heads, it.width].map(f64::from);
                let gate = if self.gate == Gate::None { 0.0 } else { 4.0 * heads * d };
                4.0 * heads * d + 4.0 * kv * d + gate
            }
            Keys::Latent(it) => {
                let [q, c, n, r, v] =
                    [it.q_rank, it.kv_rank, it.nope, it.rope, it.value].map(f64::from);
                4.0 * heads * (n + r) + 4.0 * heads * v + 4.0 * (q + c + r)
            }
        }
    }

    fn heads(&self) -> (&'static str, u32) {
        ("num_attention_heads", self.heads)
    }

    fn check(&self) -> Result<(), BadField> {
        positive("num_attention_heads", self.heads, MAX_WIDTH)?;
        match self.keys {
            Keys::Grouped(it) => {
                positive("head_dim", it.width, MAX_WIDTH)?;
                positive("num_key_value_heads", it.heads, MAX_WIDTH)?;
                within("num_key_value_heads", it.heads, "num_attention_heads", self.heads)?;
                if !self.heads.is_multiple_of(it.heads) {
                    let why = BoundError::MustDivide("num_attention_heads");
                    return Err(BadField { field: "num_key_value_heads", why });
                }
            }
            Keys::Latent(it) => {
                at_most("q_lora_rank", it.q_rank, MAX_WIDTH)?;
                positive("kv_lora_rank", it.kv_rank, MAX_WIDTH)?;
                positive("qk_nope_head_dim", it.nope, MAX_WIDTH)?;
                at_most("qk_rope_head_dim", it.rope, MAX_WIDTH)?;
                positive("v_head_dim", it.value, MAX_WIDTH)?;
            }
        }
        match self.sight {
            Sight::Window(tokens) => positive("sliding_window", tokens, u32::MAX),
            Sight::Around(tokens) => positive("local_attention", tokens, u32::MAX),
            Sight::Indexed(it) => {
                positive("index_n_heads", it.heads, MAX_WIDTH)?;
                positive("index_head_dim", it.width, MAX_WIDTH)?;
                positive("index_topk", it.tokens, u32::MAX)
            }
            Sight::Earlier | Sight::Both => Ok(()),
        }
    }
}
