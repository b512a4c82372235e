//! Gemma 4: attention of two widths, values that are keys, experts beside a dense feed-forward.

use super::fields::{ConfigFields, FFN, HEADS, HIDDEN, KV_HEADS, LAYERS, VOCAB};
use super::problem::ConfigError;
use crate::sizing::layer::attention::{Attention, Grouped, Keys, QkNorm, Sight, Values};
use crate::sizing::layer::feed_forward::{Experts, FeedForward, Mlp};
use crate::sizing::layer::{Mixer, ModelLayer};
use crate::sizing::limits::MAX_LAYERS;
use crate::sizing::network::{Network, OutputHead};
use serde_json::Value;

/// Parts that all layers of a kind have in common.
struct SharedParts {
    sliding: Attention,
    full: Attention,
    ffn: FeedForward,
    /// Norms: four around both parts, three more between dense feed-forward and experts, and a
    /// scale of the router's input.
    norms: u32,
}

/// Reads the model of a Gemma 4 configuration.
pub(super) fn gemma4(fields: &mut ConfigFields<'_>) -> Network {
    let mut network = Network::new(fields.number(HIDDEN), fields.number(VOCAB));
    if fields.flag("tie_word_embeddings", true) {
        network.head = OutputHead::Tied;
    }
    if fields.or("hidden_size_per_layer_input", 0) > 0 {
        fields.refuse("hidden_size_per_layer_input", ConfigError::Unsupported);
    }
    let layers = fields.number(LAYERS).min(MAX_LAYERS + 1);
    let parts = parts(fields);
    let kinds = fields.list("layer_types").unwrap_or_default();
    if kinds.is_empty() {
        fields.refuse("layer_types", ConfigError::Missing);
    }
    let sharing = layers.saturating_sub(fields.or("num_kv_shared_layers", 0));
    let mut kinds = kinds.iter().map(Value::as_str);
    for layer in 0..layers {
        let mut attention = match kinds.next().flatten() {
            Some("sliding_attention") => parts.sliding,
            _ => parts.full,
        };
        // The last layers reuse keys and values of earlier ones.
        if layer >= sharing
            && let Keys::Grouped(grouped) = &mut attention.keys
        {
            grouped.values = Values::OfEarlier;
        }
        let (mixer, ffn) = (Mixer::Attention(attention), parts.ffn);
        network.add(ModelLayer { mixer, ffn, norms: parts.norms }, 1);
    }
    network
}

fn parts(fields: &mut ConfigFields<'_>) -> SharedParts {
    let heads = fields.number(HEADS);
    let kv = fields.maybe(KV_HEADS).unwrap_or(heads);
    let width = fields.number(&["head_dim"]);
    let normed =
        |kv, width| Attention { qk_norm: QkNorm::Head, ..Attention::grouped(heads, kv, width) };
    let sliding = normed(kv, width);
    let sliding = Attention { sight: Sight::Window(fields.number(&["sliding_window"])), ..sliding };
    let heads_of_full = fields.or("num_global_key_value_heads", kv);
    let mut full = normed(heads_of_full, fields.or("global_head_dim", width));
    if fields.flag("attention_k_eq_v", false)
        && let Keys::Grouped(grouped) = full.keys
    {
        full.keys = Keys::Grouped(Grouped { values: Values::OfKeys, ..grouped });
    }
    let dense = fields.number(FFN);
    if !fields.flag("enable_moe_block", false) {
        return SharedParts { sliding, full, ffn: FeedForward::Dense(Mlp::gated(dense)), norms: 4 };
    }
    let experts = Experts {
        count: fields.number(&["num_experts"]),
        per_token: fields.number(&["top_k_experts", "num_experts_per_tok"]),
        expert: Mlp::gated(fields.number(&["moe_intermediate_size"])),
        shared_width: dense,
        shared_gate: false,
        // A scale for each expert, which counts like a bias.
        router_bias: true,
    };
    SharedParts { sliding, full, ffn: FeedForward::Experts(experts), norms: 8 }
}
