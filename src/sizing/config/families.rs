//! Families of dense models, by `model_type`.

use super::experts;
use super::fields::{ConfigFields, HEADS, HIDDEN, LAYERS, VOCAB};
use super::llama::llama;
use super::problem::ConfigError;
use crate::sizing::arch::{Arch, AttentionWindow, Bias, Norm, QkNorm};

/// Reads the shape of a configuration of this kind, or returns `None` if the kind is unknown.
///
/// Problems with its fields are left in `fields`.
pub(super) fn read(kind: &str, fields: &mut ConfigFields<'_>) -> Option<Arch> {
    let arch = match kind {
        "llama" | "mistral" | "ministral" | "granite" | "smollm3" | "helium" | "seed_oss"
        | "phi3" | "internlm2" | "internlm3" | "yi" | "baichuan" | "solar" => llama(fields),
        "hyperclovax" => {
            let norms_per_layer = if fields.flag("use_post_norm", false) { 4 } else { 2 };
            Arch { norms_per_layer, ..llama(fields) }
        }
        "arcee" => Arch { gated: false, ..llama(fields) },
        "minicpm" => Arch { tied: fields.flag("tie_word_embeddings", true), ..llama(fields) },
        "minicpm3" => {
            let tied = fields.flag("tie_word_embeddings", true);
            let mut arch = Arch { tied, ..llama(fields) };
            experts::latent(fields, &mut arch);
            arch
        }
        "qwen2" => qwen2(fields),
        "qwen" => qwen(fields),
        "qwen3" => Arch { qk_norm: QkNorm::Head, ..llama(fields) },
        "exaone" => exaone(fields),
        "exaone4" => Arch { qk_norm: QkNorm::Head, ..exaone_windows(fields) },
        "internlm" => {
            let arch = llama(fields);
            let bias = fields.flag("bias", true);
            Arch { bias: Bias { qkv: bias, out: bias, ..arch.bias }, ..arch }
        }
        "olmo" => Arch { norm: Norm::Plain, ..llama(fields) },
        "olmo2" | "olmo3" => Arch { qk_norm: QkNorm::Whole, ..llama(fields) },
        "gemma" => gemma(fields),
        "gemma2" => {
            let mut arch = Arch { norms_per_layer: 4, ..gemma(fields) };
            fields.all_but_one_of(&mut arch, 2);
            arch
        }
        "gemma3" | "gemma3_text" => {
            let mut arch = Arch { norms_per_layer: 4, qk_norm: QkNorm::Head, ..gemma(fields) };
            let pattern = fields.or("sliding_window_pattern", 6);
            fields.all_but_one_of(&mut arch, pattern);
            arch
        }
        "glm" | "glm4" => {
            let norms_per_layer = if kind == "glm4" { 4 } else { 2 };
            let arch = llama(fields);
            let qkv = fields.flag("attention_bias", true);
            Arch { norms_per_layer, bias: Bias { qkv, ..Bias::NONE }, ..arch }
        }
        "chatglm" => {
            let mut arch = llama(fields);
            arch.head_dim = fields.or("kv_channels", arch.head_dim);
            arch.vocab = fields.or("padded_vocab_size", arch.vocab);
            arch.bias = Bias { qkv: fields.flag("add_qkv_bias", false), ..Bias::NONE };
            arch
        }
        "cohere" | "cohere2" => {
            let mut arch = Arch { norms_per_layer: 1, ..fields.base(true) };
            fields.needs_ffn(&arch);
            if fields.flag("use_qk_norm", false) {
                arch.qk_norm = QkNorm::Whole;
            }
            if kind == "cohere2" {
                let pattern = fields.or("sliding_window_pattern", 4);
                fields.all_but_one_of(&mut arch, pattern);
            }
            arch
        }
        "stablelm" => {
            let arch = Arch { norm: Norm::ScaleAndBias, ..llama(fields) };
            let qkv = fields.flag("use_qkv_bias", false);
            let norms_per_layer = if fields.flag("use_parallel_residual", false) { 1 } else { 2 };
            Arch { bias: Bias { qkv, ..Bias::NONE }, norms_per_layer, ..arch }
        }
        "nemotron" => Arch { gated: false, norm: Norm::ScaleAndBias, ..llama(fields) },
        "gpt2" | "gpt_bigcode" | "gpt_neox" | "gptj" | "opt" | "bloom" | "falcon" | "mpt"
        | "phi" | "starcoder2" => plain(kind, fields),
        _ => return experts::read(kind, fields),
    };
    Some(arch)
}

fn qwen2(fields: &mut ConfigFields<'_>) -> Arch {
    let mut arch = Arch { bias: Bias::QKV, ..fields.base(false) };
    fields.needs_ffn(&arch);
    if fields.flag("use_sliding_window", false)
        && let Some(tokens) = fields.maybe(&["sliding_window"])
    {
        // Layers below this one attend to all earlier tokens.
        let whole = fields.or("max_window_layers", arch.layers);
        let layers = arch.layers.saturating_sub(whole);
        arch.window = (layers > 0).then_some(AttentionWindow { tokens, layers });
    }
    arch
}

/// Reads the first Qwen, whose `intermediate_size` is that of both gated halves together.
fn qwen(fields: &mut ConfigFields<'_>) -> Arch {
    let arch = fields.base(false);
    fields.needs_ffn(&arch);
    Arch { bias: Bias::QKV, ffn: arch.ffn / 2, ..arch }
}

fn exaone(fields: &mut ConfigFields<'_>) -> Arch {
    let arch = fields.base(false);
    fields.needs_ffn(&arch);
    arch
}

/// Reads an EXAONE with windows in three of four layers, if the file has a window.
fn exaone_windows(fields: &mut ConfigFields<'_>) -> Arch {
    let mut arch = exaone(fields);
    fields.all_but_one_of(&mut arch, 4);
    arch
}

fn gemma(fields: &mut ConfigFields<'_>) -> Arch {
    let arch = fields.base(true);
    fields.needs_ffn(&arch);
    arch
}

/// Reads older families: a feed-forward without gate, `LayerNorm`, often biases and learned
/// positions.
fn plain(kind: &str, fields: &mut ConfigFields<'_>) -> Arch {
    let tied = !matches!(kind, "gpt_neox" | "gptj" | "phi");
    let mut arch =
        Arch { gated: false, norm: Norm::ScaleAndBias, bias: Bias::LAYER, ..fields.base(tied) };
    // These families may leave the width out; their code then takes four times the hidden one.
    if arch.ffn == 0 {
        arch.ffn = arch.hidden.saturating_mul(4);
    }
    match kind {
        "gpt2" => arch.positions = fields.number(&["n_positions", "n_ctx"]),
        "gpt_bigcode" => {
            arch.positions = fields.number(&["n_positions"]);
            if fields.flag("multi_query", true) {
                arch.kv_heads = 1;
            }
        }
        "opt" => {
            // OPT's table of positions has two entries that are never used.
            arch.positions = fields.number(&["max_position_embeddings"]).saturating_add(2);
            if fields.or("word_embed_proj_dim", arch.hidden) != arch.hidden {
                fields.refuse("word_embed_proj_dim", ConfigError::Unsupported);
            }
        }
        "gptj" => {
            arch.norms_per_layer = 1;
            arch.bias = Bias { mlp: true, head: true, ..Bias::NONE };
        }
        "phi" => {
            arch.norms_per_layer = 1;
            arch.bias.head = true;
        }
        "bloom" => arch.embedding_norm = true,
        "falcon" => falcon(fields, &mut arch),
        "mpt" => {
            // MPT has its own names, and gives the inner width as a multiple.
            arch.hidden = fields.number(HIDDEN);
            arch.layers = fields.number(LAYERS);
            arch.heads = fields.number(HEADS);
            arch.vocab = fields.number(VOCAB);
            arch.ffn = arch.hidden.saturating_mul(fields.or("expansion_ratio", 4));
            if fields.flag("no_bias", true) {
                arch.bias = Bias::NONE;
                arch.norm = Norm::Scale;
            }
            if fields.flag("learned_pos_emb", false) {
                arch.positions = fields.number(&["max_seq_len"]);
            }
        }
        "starcoder2" => {
            if !fields.flag("use_bias", true) {
                arch.bias = Bias::NONE;
            }
            // The window is in every layer, if the file has one.
            let tokens = fields.maybe(&["sliding_window"]);
            arch.window = tokens.map(|tokens| AttentionWindow { tokens, layers: arch.layers });
        }
        _ => {}
    }
    arch
}

fn falcon(fields: &mut ConfigFields<'_>, arch: &mut Arch) {
    if !fields.flag("bias", false) {
        arch.bias = Bias::NONE;
    }
    if fields.flag("new_decoder_architecture", false) {
        // Two norms side by side, and grouped queries.
        arch.norms_per_layer = 2;
    } else {
        if fields.flag("multi_query", true) {
            arch.kv_heads = 1;
        }
        if fields.flag("parallel_attn", true) {
            arch.norms_per_layer = 1;
        }
    }
}
