//! The family that most others vary, with experts or without.

use super::fields::ConfigFields;
use crate::sizing::arch::{Arch, AttentionWindow, Bias};

/// Gated, rotary, `RMSNorm`; biases where the file says so.
pub(super) fn llama(fields: &mut ConfigFields<'_>) -> Arch {
    let mut arch = fields.base(false);
    if fields.value("moe_intermediate_size").is_none() {
        fields.needs_ffn(&arch);
    }
    let attention = fields.flag("attention_bias", false);
    let out = fields.flag("attention_out_bias", attention);
    arch.bias = Bias { qkv: attention, out, mlp: fields.flag("mlp_bias", false), ..Bias::NONE };
    // Mistral's first version: every layer.
    if let Some(tokens) = fields.maybe(&["sliding_window"]) {
        arch.window = Some(AttentionWindow { tokens, layers: arch.layers });
    }
    arch
}
