//! Families with experts, by `model_type`.

use super::fields::ConfigFields;
use super::llama::llama;
use super::problem::ConfigError;
use crate::sizing::arch::{Arch, AttentionWindow, Bias, Latent, Moe, Norm, QkNorm};
use serde_json::Value;

const COUNT: &[&str] = &["n_routed_experts", "num_experts", "num_local_experts", "moe_num_experts"];
const MET: &[&str] =
    &["num_experts_per_tok", "moe_topk", "moe_k", "num_experts_per_token", "moe_top_k"];
const SHARED: &[&str] = &["n_shared_experts", "num_shared_experts", "moe_num_shared_experts"];

/// Reads the shape of a configuration of this kind, or returns `None` if the kind is unknown.
pub(super) fn read(kind: &str, fields: &mut ConfigFields<'_>) -> Option<Arch> {
    let arch = match kind {
        "mixtral" | "granitemoe" => {
            let arch = llama(fields);
            let experts = fields.number(&["num_local_experts"]);
            let per_token = fields.number(MET);
            every_layer(arch, experts, per_token, arch.ffn)
        }
        "minimax_m2" => {
            let arch = llama(fields);
            let experts = fields.number(&["num_local_experts"]);
            let per_token = fields.number(MET);
            let arch = Arch { qk_norm: QkNorm::Whole, ..arch };
            let arch = Arch { bias: Bias { router: true, ..arch.bias }, ..arch };
            every_layer(arch, experts, per_token, arch.ffn)
        }
        "olmoe" => {
            let arch = Arch { qk_norm: QkNorm::Whole, ..llama(fields) };
            let experts = fields.number(&["num_experts"]);
            let per_token = fields.number(MET);
            every_layer(arch, experts, per_token, arch.ffn)
        }
        "qwen2_moe" | "qwen3_moe" => qwen(kind, fields),
        "gpt_oss" => gpt_oss(fields),
        "phimoe" => {
            let arch = Arch { norm: Norm::ScaleAndBias, ..llama(fields) };
            let experts = fields.number(&["num_local_experts"]);
            let per_token = fields.number(MET);
            let head = fields.flag("lm_head_bias", false);
            let arch = Arch { bias: Bias { head, ..arch.bias }, ..arch };
            every_layer(arch, experts, per_token, arch.ffn)
        }
        "dbrx" => dbrx(fields),
        "exaone_moe" => exaone(fields),
        "deepseek" | "deepseek_v2" | "deepseek_v3" | "deepseek_v32" | "kimi_k2" | "glm4_moe"
        | "glm4_moe_lite" | "glm_moe_dsa" | "solar_open" | "AXK1" | "vaetki" | "ernie4_5_moe" => {
            deepseek(kind, fields)
        }
        "llama4" | "llama4_text" => llama4(fields),
        _ => return None,
    };
    Some(arch)
}

fn every_layer(arch: Arch, experts: u32, per_token: u32, ffn: u32) -> Arch {
    let layers = arch.layers;
    let moe = Moe { experts, per_token, ffn, shared_ffn: 0, shared_gate: false, layers };
    Arch { moe: Some(moe), ..arch }
}

fn qwen(kind: &str, fields: &mut ConfigFields<'_>) -> Arch {
    let is_old = kind == "qwen2_moe";
    let mut arch = fields.base(false);
    if is_old {
        arch.bias = Bias::QKV;
    } else {
        arch.qk_norm = QkNorm::Head;
        arch.bias.qkv = fields.flag("attention_bias", false);
    }
    let step = fields.or("decoder_sparse_step", 1).max(1);
    let dense = fields.length("mlp_only_layers");
    let shared_ffn = if is_old { fields.or("shared_expert_intermediate_size", 0) } else { 0 };
    arch.moe = Some(Moe {
        experts: fields.number(&["num_experts"]),
        per_token: fields.number(MET),
        ffn: fields.number(&["moe_intermediate_size"]),
        shared_ffn,
        shared_gate: shared_ffn > 0,
        layers: (arch.layers / step).saturating_sub(dense),
    });
    arch
}

fn gpt_oss(fields: &mut ConfigFields<'_>) -> Arch {
    let base = fields.base(false);
    fields.needs_ffn(&base);
    let mut arch = Arch { bias: Bias::LAYER, sinks: true, ..base };
    if let Some(tokens) = fields.maybe(&["sliding_window"]) {
        arch.window = Some(AttentionWindow { tokens, layers: arch.layers.div_ceil(2) });
    }
    let experts = fields.number(&["num_local_experts", "num_experts"]);
    let per_token = fields.number(&["num_experts_per_tok", "experts_per_token"]);
    every_layer(arch, experts, per_token, arch.ffn)
}

/// Reads the families after DeepSeek: dense layers first, shared experts as wide as routed ones,
/// latent attention if the file has its ranks.
fn deepseek(kind: &str, fields: &mut ConfigFields<'_>) -> Arch {
    let mut arch = fields.base(kind == "ernie4_5_moe");
    let bias = fields.flag("attention_bias", false);
    match kind {
        "glm4_moe" | "solar_open" => {
            arch.bias.qkv = bias;
            if fields.flag("use_qk_norm", false) {
                arch.qk_norm = QkNorm::Head;
            }
        }
        _ => {
            arch.bias.qkv = bias;
            arch.bias.out = bias;
        }
    }
    latent(fields, &mut arch);
    let Some(experts) = fields.maybe(&["n_routed_experts", "moe_num_experts"]) else {
        fields.needs_ffn(&arch);
        return arch;
    };
    // Routers that balance without an auxiliary loss have a bias for each expert.
    arch.bias.router = !matches!(kind, "deepseek" | "deepseek_v2");
    let ffn = fields.number(&["moe_intermediate_size"]);
    let shared = fields.maybe(SHARED).unwrap_or(0);
    let dense = fields.maybe(&["first_k_dense_replace", "moe_layer_start_index"]).unwrap_or(0);
    let every = fields.or("moe_layer_freq", 1).max(1);
    arch.moe = Some(Moe {
        experts,
        per_token: fields.number(MET),
        ffn,
        shared_ffn: shared.saturating_mul(ffn),
        shared_gate: false,
        layers: arch.layers.saturating_sub(dense) / every,
    });
    arch
}

/// Reads a Llama 4: experts in every n-th layer, each of those with a shared one; three of four
/// layers attend in chunks.
fn llama4(fields: &mut ConfigFields<'_>) -> Arch {
    let mut arch = fields.base(false);
    let ffn = arch.ffn;
    arch.ffn = fields.or("intermediate_size_mlp", ffn);
    let every = fields.or("interleave_moe_layer_step", 1).max(1);
    arch.moe = Some(Moe {
        experts: fields.number(&["num_local_experts"]),
        per_token: fields.number(MET),
        ffn,
        shared_ffn: ffn,
        shared_gate: false,
        layers: arch.layers / every,
    });
    if let Some(tokens) = fields.maybe(&["attention_chunk_size"]) {
        let layers = arch.layers.saturating_sub(arch.layers / 4);
        arch.window = Some(AttentionWindow { tokens, layers });
    }
    arch
}

/// Adds latent attention if the file has its rank; values are as wide as heads by default.
pub(super) fn latent(fields: &mut ConfigFields<'_>, arch: &mut Arch) {
    let Some(kv_rank) = fields.maybe(&["kv_lora_rank"]) else { return };
    arch.latent = Some(Latent {
        q_rank: fields.or("q_lora_rank", 0),
        kv_rank,
        nope: fields.number(&["qk_nope_head_dim"]),
        rope: fields.number(&["qk_rope_head_dim"]),
        value: fields.or("v_head_dim", arch.head_dim),
    });
    arch.bias.qkv = false;
}

/// Reads a DBRX: its own names, in parts for attention and feed-forward; `LayerNorm` without bias.
fn dbrx(fields: &mut ConfigFields<'_>) -> Arch {
    let mut arch = {
        let [hidden, layers, heads, vocab] =
            ["d_model", "n_layers", "n_heads", "vocab_size"].map(|name| fields.number(&[name]));
        Arch::dense(hidden, layers, heads, heads, 1, vocab)
    };
    arch.tied = fields.flag("tie_word_embeddings", false);
    let (Some(mut attention), Some(mut ffn)) =
        (fields.inner("attn_config"), fields.inner("ffn_config"))
    else {
        fields.refuse("ffn_config", ConfigError::Missing);
        return arch;
    };
    arch.kv_heads = attention.or("kv_n_heads", arch.heads);
    let experts = ffn.number(&["moe_num_experts"]);
    let per_token = ffn.number(&["moe_top_k"]);
    let width = ffn.number(&["ffn_hidden_size"]);
    // Problems of the inner parts would be lost with them.
    fields.problem = fields.problem.take().or(attention.problem).or(ffn.problem);
    every_layer(arch, experts, per_token, width)
}

/// Reads a K-EXAONE: dense layers first, a shared expert, queries and keys normed, three of four
/// layers with a window.
fn exaone(fields: &mut ConfigFields<'_>) -> Arch {
    let mut arch = Arch { qk_norm: QkNorm::Head, ..fields.base(false) };
    arch.bias.router = true;
    fields.all_but_one_of(&mut arch, 4);
    let ffn = fields.number(&["moe_intermediate_size"]);
    let listed = ["mlp_layer_types", "is_moe_layer"].iter().find_map(|name| fields.list(name));
    let dense = fields.or("first_k_dense_replace", 1);
    let layers = match listed {
        Some(kinds) => {
            let is_sparse =
                |it: &&Value| it.as_str() == Some("sparse") || it.as_bool() == Some(true);
            u32::try_from(kinds.iter().filter(is_sparse).count()).unwrap_or(u32::MAX)
        }
        None => arch.layers.saturating_sub(dense),
    };
    arch.moe = Some(Moe {
        experts: fields.number(&["num_experts"]),
        per_token: fields.number(MET),
        ffn,
        shared_ffn: fields.maybe(SHARED).unwrap_or(1).saturating_mul(ffn),
        shared_gate: false,
        layers,
    });
    arch
}

/// Reads the shape of an unknown kind by the keys of its experts or of its latent attention, or
/// returns `None` if it has neither.
pub(super) fn by_keys(fields: &mut ConfigFields<'_>) -> Option<Arch> {
    // A count of 1 means a dense model.
    let experts = fields.maybe(COUNT).filter(|count| *count > 1);
    if experts.is_none() && fields.value("kv_lora_rank").is_none() {
        return None;
    }
    let mut arch = llama(fields);
    latent(fields, &mut arch);
    let Some(experts) = experts else { return Some(arch) };
    let ffn = fields.maybe(&["moe_intermediate_size"]).unwrap_or(arch.ffn);
    let shared = fields.maybe(SHARED).unwrap_or(0).saturating_mul(ffn);
    let dense = fields.maybe(&["first_k_dense_replace", "moe_layer_start_index"]).unwrap_or(0);
    arch.moe = Some(Moe {
        experts,
        per_token: fields.number(MET),
        ffn,
        shared_ffn: fields
            .maybe(&["shared_expert_intermediate_size", "shared_intermediate_size"])
            .unwrap_or(shared),
        shared_gate: false,
        layers: arch.layers.saturating_sub(dense) / fields.or("moe_layer_freq", 1).max(1),
    });
    Some(arch)
}
