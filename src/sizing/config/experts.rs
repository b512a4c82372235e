//! Families with experts, by `model_type`.

use super::fields::Fields;
use super::llama::llama;
use crate::sizing::arch::{Arch, Bias, Latent, Moe, QkNorm, Window};

const MET: &[&str] = &["num_experts_per_tok", "moe_topk", "moe_k", "num_experts_per_token"];

/// The shape of a configuration of this kind, or `None` where the kind is not known.
pub(super) fn read(kind: &str, fields: &mut Fields<'_>) -> Option<Arch> {
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
        "deepseek" | "deepseek_v2" | "deepseek_v3" | "kimi_k2" | "glm4_moe" | "ernie4_5_moe" => {
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

fn qwen(kind: &str, fields: &mut Fields<'_>) -> Arch {
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

fn gpt_oss(fields: &mut Fields<'_>) -> Arch {
    let base = fields.base(false);
    fields.needs_ffn(&base);
    let mut arch = Arch { bias: Bias::LAYER, sinks: true, ..base };
    if let Some(tokens) = fields.maybe(&["sliding_window"]) {
        arch.window = Some(Window { tokens, layers: arch.layers.div_ceil(2) });
    }
    let experts = fields.number(&["num_local_experts", "num_experts"]);
    let per_token = fields.number(&["num_experts_per_tok", "experts_per_token"]);
    every_layer(arch, experts, per_token, arch.ffn)
}

/// Dense layers first, shared experts as wide as routed ones; latent attention where it has ranks.
fn deepseek(kind: &str, fields: &mut Fields<'_>) -> Arch {
    let mut arch = fields.base(kind == "ernie4_5_moe");
    let bias = fields.flag("attention_bias", false);
    match kind {
        "glm4_moe" => {
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
    if let Some(kv_rank) = fields.maybe(&["kv_lora_rank"]) {
        arch.latent = Some(Latent {
            q_rank: fields.or("q_lora_rank", 0),
            kv_rank,
            nope: fields.number(&["qk_nope_head_dim"]),
            rope: fields.number(&["qk_rope_head_dim"]),
            value: fields.number(&["v_head_dim"]),
        });
        arch.bias.qkv = false;
    }
    let Some(experts) = fields.maybe(&["n_routed_experts", "moe_num_experts"]) else {
        fields.needs_ffn(&arch);
        return arch;
    };
    // Routers that balance without a loss have a bias for each expert.
    arch.bias.router = matches!(kind, "deepseek_v3" | "kimi_k2" | "glm4_moe" | "ernie4_5_moe");
    let ffn = fields.number(&["moe_intermediate_size"]);
    let shared = fields.maybe(&["n_shared_experts", "moe_num_shared_experts"]).unwrap_or(0);
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

/// Experts in every n-th layer, a shared one in each of those; three of four layers in chunks.
fn llama4(fields: &mut Fields<'_>) -> Arch {
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
        arch.window = Some(Window { tokens, layers });
    }
    arch
}
