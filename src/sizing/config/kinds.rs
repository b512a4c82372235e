//! Kinds by their `model_type`: other names of known ones, refused ones, and defaults.

use super::problem::ConfigError;

/// Returns the kind that this one is read as: text parts of models that see or hear, and later
/// names.
pub(super) fn plain_name(kind: &str) -> &str {
    match kind {
        "qwen3_vl_text" | "qwen3_vl" => "qwen3",
        "qwen3_vl_moe_text" | "qwen3_vl_moe" | "qwen3_omni_moe_text" => "qwen3_moe",
        "qwen2_vl" | "qwen2_vl_text" | "qwen2_5_vl" | "qwen2_5_vl_text" | "mimo"
        | "qwen2_5_omni_text" => "qwen2",
        "exaone4_5" | "exaone4_5_text" => "exaone4",
        "exaone_moe_text" => "exaone_moe",
        "ministral3" | "mistral3" => "mistral",
        "gemma4_text" => "gemma4",
        "glm4v" | "glm4v_text" => "glm4",
        "glm4v_moe" | "glm4v_moe_text" => "glm4_moe",
        "axk1" => "AXK1",
        kind => kind,
    }
}

/// Returns the reason for which a kind is refused, or `None` if it is not.
pub(super) fn refused(kind: &str) -> Option<ConfigError> {
    match kind {
        "rwkv" | "rwkv5" | "rwkv6" | "rwkv7" | "zamba" | "zamba2" | "recurrent_gemma"
        | "kimi_linear" | "minimax" | "minimax_text_01" | "xlstm" | "retnet" | "plamo2" => {
            Some(ConfigError::NotATransformer)
        }
        "deberta" | "deberta-v2" | "electra" | "albert" | "distilbert" | "t5" | "mt5" | "umt5"
        | "bart" | "mbart" | "pegasus" | "whisper" | "clip" | "siglip" => {
            Some(ConfigError::HasEncoder)
        }
        "deepseek_v4" | "minimax_m3" => Some(ConfigError::SparseAttention),
        _ => None,
    }
}

/// Returns the parameters of the published models of a kind, if they all have the same (model
/// cards).
pub(super) fn published(kind: &str) -> Option<f64> {
    match kind {
        "dbrx" => Some(132e9),
        "AXK1" => Some(519e9),
        "solar_open" => Some(102.6e9),
        "vaetki" => Some(112.2e9),
        _ => None,
    }
}

/// Default numbers of the class of a kind, for fields missing from its file.
type Defaults = &'static [(&'static str, u32)];

/// Returns the defaults of a kind; `is_part` if it is the text part of another model.
///
/// Files of text parts give only what differs from the defaults of their class.
pub(super) fn defaults(kind: &str, is_part: bool) -> Defaults {
    match kind {
        "falcon_h1" => &[("intermediate_size", 14_336), ("vocab_size", 128_000)],
        "gemma3_text" | "gemma3" => GEMMA3,
        "llama" if is_part => LLAMA,
        "mistral" if is_part => MISTRAL,
        "qwen2" if is_part => QWEN2,
        _ => &[],
    }
}

/// Source of these tables: default arguments of the classes `LlamaConfig`, `MistralConfig`,
/// `Qwen2Config` and `Gemma3TextConfig` of github.com/huggingface/transformers.
const LLAMA: Defaults = &[
    ("hidden_size", 4_096),
    ("num_hidden_layers", 32),
    ("num_attention_heads", 32),
    ("intermediate_size", 11_008),
    ("vocab_size", 32_000),
];
const MISTRAL: Defaults = &[
    ("hidden_size", 4_096),
    ("num_hidden_layers", 32),
    ("num_attention_heads", 32),
    ("num_key_value_heads", 8),
    ("intermediate_size", 14_336),
    ("vocab_size", 32_000),
];
const QWEN2: Defaults = &[
    ("hidden_size", 4_096),
    ("num_hidden_layers", 32),
    ("num_attention_heads", 32),
    ("intermediate_size", 22_016),
    ("vocab_size", 151_936),
];
const GEMMA3: Defaults = &[
    ("hidden_size", 2_304),
    ("num_hidden_layers", 26),
    ("num_attention_heads", 8),
    ("num_key_value_heads", 4),
    ("head_dim", 256),
    ("intermediate_size", 9_216),
    ("vocab_size", 262_208),
];
