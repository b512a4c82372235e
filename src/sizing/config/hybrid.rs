//! Families whose layers differ: state spaces, linear attention and convolutions among attention.

use super::fields::{ConfigFields, FFN, HEADS, HIDDEN, KV_HEADS, LAYERS, VOCAB};
use super::problem::ConfigError;
use crate::sizing::layer::attention::{Attention, Gate, QkNorm};
use crate::sizing::layer::delta::{Convolution, Delta};
use crate::sizing::layer::feed_forward::{Experts, FeedForward, Mlp};
use crate::sizing::layer::state_space::{Mamba, StateSpace};
use crate::sizing::layer::{Mixer, ModelLayer};
use crate::sizing::limits::MAX_LAYERS;
use crate::sizing::network::{Network, OutputHead};
use crate::sizing::remark::Remark;
use serde_json::Value;

/// Reads the model of a configuration of this kind, or returns `None` if the kind is not one of
/// these.
pub(super) fn read(kind: &str, fields: &mut ConfigFields<'_>) -> Option<Network> {
    let network = match kind {
        "qwen3_next" | "qwen3_5_text" | "qwen3_5_moe_text" | "qwen3_5" | "qwen3_5_moe" => {
            qwen(fields)
        }
        "nemotron_h" => nemotron(fields),
        "granitemoehybrid" | "bamba" => granite(kind, fields),
        "falcon_h1" => falcon(fields),
        "jamba" => jamba(fields),
        "lfm2" | "lfm2_moe" => lfm(fields),
        "mamba" | "falcon_mamba" | "mamba2" => mamba(kind, fields),
        _ => return None,
    };
    Some(network)
}

/// Returns a model with width and tables, and the number of layers.
///
/// Layers are added one by one, so their number is capped at one above the most allowed, where the
/// check of the network still refuses it.
fn start(fields: &mut ConfigFields<'_>, tied: bool) -> (Network, u32) {
    let mut network = Network::new(fields.number(HIDDEN), fields.number(VOCAB));
    if fields.flag("tie_word_embeddings", tied) {
        network.head = OutputHead::Tied;
    }
    (network, fields.number(LAYERS).min(MAX_LAYERS + 1))
}

/// Reads grouped attention by the usual keys.
fn attention(fields: &mut ConfigFields<'_>, hidden: u32) -> Attention {
    let heads = fields.number(HEADS);
    let kv = fields.maybe(KV_HEADS).unwrap_or(heads);
    let width = fields.maybe(&["head_dim", "attention_head_dim"]);
    let width = width.unwrap_or_else(|| hidden.checked_div(heads).unwrap_or(0));
    let bias = fields.flag("attention_bias", false);
    Attention { qkv_bias: bias, out_bias: bias, ..Attention::grouped(heads, kv, width) }
}

/// Returns `true` if the list holds `word` for `layer`, or `default` if there is no list.
fn is_of(list: Option<&[Value]>, layer: u32, word: &str, default: bool) -> bool {
    let Some(list) = list else { return default };
    let found = usize::try_from(layer).ok().and_then(|layer| list.get(layer));
    found.and_then(Value::as_str) == Some(word)
}

/// Returns `true` if a list of indices contains `layer`.
fn has(list: Option<&[Value]>, layer: u32) -> bool {
    let indices = list.unwrap_or_default().iter().take(MAX_LAYERS as usize);
    indices.into_iter().any(|it| it.as_u64() == Some(u64::from(layer)))
}

/// Reads a Qwen3-Next or Qwen3.5: three of four layers with linear attention, gated attention in
/// the fourth.
///
/// The feed-forward is dense, or experts with a shared one that has a gate of its own.
fn qwen(fields: &mut ConfigFields<'_>) -> Network {
    let (mut network, layers) = start(fields, false);
    let full = Attention {
        qk_norm: QkNorm::Head,
        gate: if fields.flag("attn_output_gate", true) { Gate::Channels } else { Gate::None },
        ..attention(fields, network.hidden)
    };
    let delta = Delta {
        key_heads: fields.number(&["linear_num_key_heads"]),
        key_width: fields.number(&["linear_key_head_dim"]),
        value_heads: fields.number(&["linear_num_value_heads"]),
        value_width: fields.number(&["linear_value_head_dim"]),
        kernel: fields.or("linear_conv_kernel_dim", 4),
    };
    let experts = fields.maybe(&["num_experts"]).filter(|count| *count > 0);
    let dense =
        if experts.is_some() { fields.or("intermediate_size", 0) } else { fields.number(FFN) };
    let experts = experts.map(|count| Experts {
        count,
        per_token: fields.number(&["num_experts_per_tok"]),
        expert: Mlp::gated(fields.number(&["moe_intermediate_size"])),
        shared_width: fields.or("shared_expert_intermediate_size", 0),
        shared_gate: true,
        router_bias: false,
    });
    let kinds = fields.list("layer_types");
    let every = fields.or("full_attention_interval", 4).max(1);
    let step = fields.or("decoder_sparse_step", 1).max(1);
    let only_dense = fields.list("mlp_only_layers");
    for layer in 0..layers {
        let is_full = is_of(kinds, layer, "full_attention", (layer + 1).is_multiple_of(every));
        let is_sparse = (layer + 1).is_multiple_of(step) && !has(only_dense, layer);
        let ffn = match experts.filter(|_| is_sparse) {
            Some(experts) => FeedForward::Experts(experts),
            None => FeedForward::Dense(Mlp::gated(dense)),
        };
        let mixer = if is_full { Mixer::Attention(full) } else { Mixer::Delta(delta) };
        network.add(ModelLayer { mixer, ffn, norms: 2 }, 1);
    }
    network
}

/// Reads a Nemotron-H: one part in each layer, in the order of a pattern of Mamba 2, attention,
/// experts and feed-forwards.
fn nemotron(fields: &mut ConfigFields<'_>) -> Network {
    let (mut network, _) = start(fields, false);
    let hidden = network.hidden;
    let heads = fields.number(&["mamba_num_heads"]);
    let space = StateSpace {
        kind: Mamba::Two { heads, groups: fields.number(&["n_groups"]), normed: true },
        inner: heads.saturating_mul(fields.number(&["mamba_head_dim"])),
        state: fields.number(&["ssm_state_size"]),
        kernel: fields.or("conv_kernel", 4),
        conv_bias: fields.flag("use_conv_bias", true),
        proj_bias: fields.flag("use_bias", false) || fields.flag("mamba_proj_bias", false),
    };
    if fields.value("moe_latent_size").is_some() {
        fields.refuse("moe_latent_size", ConfigError::Unsupported);
    }
    let attention = attention(fields, hidden);
    let bias = fields.flag("mlp_bias", false);
    let plain = |width| Mlp { width, gated: false, bias };
    let dense = FeedForward::Dense(plain(fields.or("intermediate_size", 0)));
    let experts = fields.maybe(&["n_routed_experts"]).map(|count| {
        let shared = fields.or("moe_shared_expert_intermediate_size", 0);
        Experts {
            count,
            per_token: fields.number(&["num_experts_per_tok"]),
            expert: plain(fields.number(&["moe_intermediate_size"])),
            shared_width: shared.saturating_mul(fields.or("n_shared_experts", 1)),
            shared_gate: false,
            router_bias: true,
        }
    });
    let pattern = fields.text("hybrid_override_pattern").unwrap_or_default();
    if pattern.is_empty() {
        fields.refuse("hybrid_override_pattern", ConfigError::Missing);
    }
    for part in pattern.chars() {
        let (mixer, ffn) = match part {
            'M' => (Mixer::StateSpace(space), FeedForward::None),
            '*' => (Mixer::Attention(attention), FeedForward::None),
            '-' => (Mixer::None, dense),
            'E' if experts.is_some() => {
                (Mixer::None, experts.map_or(FeedForward::None, FeedForward::Experts))
            }
            _ => {
                fields.refuse("hybrid_override_pattern", ConfigError::Unsupported);
                break;
            }
        };
        network.add(ModelLayer { mixer, ffn, norms: 1 }, 1);
    }
    network
}

/// Reads Mamba 2 by the keys that several families share.
///
/// Without a width of heads, the heads share out the inner width.
fn mamba_two(fields: &mut ConfigFields<'_>, hidden: u32, normed: bool) -> StateSpace {
    let expanded = fields.or("mamba_expand", 2).saturating_mul(hidden);
    let heads = fields.or_assume("mamba_n_heads", 128);
    StateSpace {
        kind: Mamba::Two { heads, groups: fields.or("mamba_n_groups", 1), normed },
        inner: fields.or("mamba_d_ssm", expanded),
        state: fields.number(&["mamba_d_state"]),
        kernel: fields.or("mamba_d_conv", 4),
        conv_bias: fields.flag("mamba_conv_bias", true),
        proj_bias: fields.flag("mamba_proj_bias", false),
    }
}

/// Reads a Granite 4 or Bamba: Mamba 2, and attention in some layers.
///
/// The feed-forward is dense, or experts beside one that every token meets.
fn granite(kind: &str, fields: &mut ConfigFields<'_>) -> Network {
    let (mut network, layers) = start(fields, kind != "bamba");
    let hidden = network.hidden;
    let space = mamba_two(fields, hidden, true);
    let attention = attention(fields, hidden);
    let width = fields.number(FFN);
    let shared = fields.or("shared_intermediate_size", 0);
    let ffn = match fields.maybe(&["num_local_experts"]).filter(|count| *count > 0) {
        None if shared > 0 => FeedForward::Dense(Mlp::gated(shared)),
        None => FeedForward::Dense(Mlp::gated(width)),
        Some(count) => FeedForward::Experts(Experts {
            count,
            per_token: fields.number(&["num_experts_per_tok"]),
            expert: Mlp::gated(width),
            shared_width: shared,
            shared_gate: false,
            router_bias: false,
        }),
    };
    let kinds = fields.list("layer_types").or_else(|| fields.list("layers_block_type"));
    let indices = fields.list("attn_layer_indices");
    let mut with_attention = 0;
    for layer in 0..layers {
        // Published models have attention in every tenth layer, from the sixth on.
        let by_default = if indices.is_some() { has(indices, layer) } else { layer % 10 == 5 };
        let has_attention = is_of(kinds, layer, "attention", by_default);
        with_attention += u32::from(has_attention);
        let mixer =
            if has_attention { Mixer::Attention(attention) } else { Mixer::StateSpace(space) };
        network.add(ModelLayer { mixer, ffn, norms: 2 }, 1);
    }
    if kinds.is_none() && indices.is_none() {
        let (field, attention) = ("layer_types", with_attention);
        fields.remarks.push(Remark::AssumedLayers { field, attention });
    }
    network
}

/// Reads a Falcon-H1: attention and Mamba 2 side by side in every layer.
fn falcon(fields: &mut ConfigFields<'_>) -> Network {
    let (mut network, layers) = start(fields, false);
    let hidden = network.hidden;
    let normed = fields.flag("mamba_rms_norm", false);
    let space = mamba_two(fields, hidden, normed);
    let mixer = Mixer::Beside(attention(fields, hidden), space);
    let bias = fields.flag("mlp_bias", false);
    let ffn = FeedForward::Dense(Mlp { bias, ..Mlp::gated(fields.number(FFN)) });
    network.add(ModelLayer { mixer, ffn, norms: 2 }, layers);
    network
}

/// Reads Mamba 1 by the keys of its own models and of Jamba.
fn mamba_one(fields: &mut ConfigFields<'_>, hidden: u32, normed: bool) -> StateSpace {
    let expand = fields.maybe(&["mamba_expand", "expand"]).unwrap_or(2);
    // "auto" stands for a sixteenth of the width.
    let is_auto = ["mamba_dt_rank", "time_step_rank"].iter().any(|it| fields.text(it).is_some());
    let given = if is_auto { None } else { fields.maybe(&["mamba_dt_rank", "time_step_rank"]) };
    StateSpace {
        kind: Mamba::One { dt_rank: given.unwrap_or(hidden.div_ceil(16)), normed },
        inner: expand.saturating_mul(hidden),
        state: fields.maybe(&["mamba_d_state", "state_size"]).unwrap_or(16),
        kernel: fields.maybe(&["mamba_d_conv", "conv_kernel"]).unwrap_or(4),
        conv_bias: fields.flag("mamba_conv_bias", true) && fields.flag("use_conv_bias", true),
        proj_bias: fields.flag("mamba_proj_bias", false) || fields.flag("use_bias", false),
    }
}

/// Reads a Jamba: attention in one of eight layers, Mamba 1 in the others; experts in every second.
fn jamba(fields: &mut ConfigFields<'_>) -> Network {
    let (mut network, layers) = start(fields, false);
    let hidden = network.hidden;
    let space = mamba_one(fields, hidden, true);
    let attention = attention(fields, hidden);
    let expert = Mlp::gated(fields.number(FFN));
    let experts = Experts {
        count: fields.or("num_experts", 16),
        per_token: fields.or("num_experts_per_tok", 2),
        expert,
        shared_width: 0,
        shared_gate: false,
        router_bias: false,
    };
    let mut turn = |period, offset, by_period, by_offset| {
        (fields.or(period, by_period).max(1), fields.or(offset, by_offset))
    };
    let (period, offset) = turn("attn_layer_period", "attn_layer_offset", 8, 4);
    let (expert_period, expert_offset) = turn("expert_layer_period", "expert_layer_offset", 2, 1);
    for layer in 0..layers {
        let is_attention = layer % period == offset;
        let has_experts = experts.count > 1 && layer % expert_period == expert_offset;
        let ffn =
            if has_experts { FeedForward::Experts(experts) } else { FeedForward::Dense(expert) };
        let mixer =
            if is_attention { Mixer::Attention(attention) } else { Mixer::StateSpace(space) };
        network.add(ModelLayer { mixer, ffn, norms: 2 }, 1);
    }
    network
}

/// Reads a model of state spaces alone: one part and one norm in each layer.
fn mamba(kind: &str, fields: &mut ConfigFields<'_>) -> Network {
    let (mut network, layers) = start(fields, kind == "mamba");
    let hidden = network.hidden;
    let space = if kind == "mamba2" {
        let heads = fields.number(&["num_heads"]);
        StateSpace {
            kind: Mamba::Two { heads, groups: fields.or("n_groups", 1), normed: true },
            inner: heads.saturating_mul(fields.number(&["head_dim"])),
            state: fields.or("state_size", 128),
            kernel: fields.or("conv_kernel", 4),
            conv_bias: fields.flag("use_conv_bias", true),
            proj_bias: fields.flag("use_bias", false),
        }
    } else {
        mamba_one(fields, hidden, false)
    };
    let layer = ModelLayer { mixer: Mixer::StateSpace(space), ffn: FeedForward::None, norms: 1 };
    network.add(layer, layers);
    network
}

/// Reads an LFM2: short convolutions, and attention in some layers.
///
/// Its feed-forward may be two thirds as wide as the file says.
fn lfm(fields: &mut ConfigFields<'_>) -> Network {
    let (mut network, layers) = start(fields, true);
    let hidden = network.hidden;
    let attention = Attention { qk_norm: QkNorm::Head, ..attention(fields, hidden) };
    let convolution = Convolution {
        width: hidden,
        kernel: fields.or("conv_L_cache", 3),
        bias: fields.flag("conv_bias", false),
    };
    let mut width = fields.maybe(&["block_ff_dim"]).unwrap_or_else(|| fields.number(FFN));
    if fields.flag("block_auto_adjust_ff_dim", fields.value("block_ff_dim").is_some()) {
        let multiple = fields.or("block_multiple_of", 256).max(1);
        // Two thirds without overflow, as `width * 2` could exceed 32 bits.
        width = (width / 3 * 2 + width % 3 * 2 / 3).div_ceil(multiple).saturating_mul(multiple);
    }
    let dense = FeedForward::Dense(Mlp::gated(width));
    let experts = fields.maybe(&["num_experts"]).map(|count| {
        FeedForward::Experts(Experts {
            count,
            per_token: fields.number(&["num_experts_per_tok"]),
            expert: Mlp::gated(fields.number(&["moe_intermediate_size"])),
            shared_width: 0,
            shared_gate: false,
            router_bias: fields.flag("use_expert_bias", true),
        })
    });
    let first_dense = fields.or("num_dense_layers", 0);
    let kinds = fields.list("layer_types");
    let indices = fields.list("full_attn_idxs");
    if kinds.is_none() && indices.is_none() {
        fields.refuse("layer_types", ConfigError::Missing);
    }
    for layer in 0..layers {
        let is_full = is_of(kinds, layer, "full_attention", has(indices, layer));
        let mixer =
            if is_full { Mixer::Attention(attention) } else { Mixer::Convolution(convolution) };
        let ffn = experts.filter(|_| layer >= first_dense).unwrap_or(dense);
        network.add(ModelLayer { mixer, ffn, norms: 2 }, 1);
    }
    network
}
