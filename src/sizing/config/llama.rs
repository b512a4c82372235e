//! Llama, the family that most others vary, with experts or without.

use super::fields::ConfigFields;
use crate::sizing::arch::{Arch, AttentionWindow, Bias};

/// Reads the shape of a Llama: gated, rotary, `RMSNorm`; biases if the file has them.
pub(super) fn llama(fields: &mut ConfigFields<'_>) -> Arch {
    let mut arch = fields.base(false);
    // With experts in every layer there may be no dense width.
    if fields.value("moe_intermediate_size").is_none() {
        fields.needs_ffn(&arch);
    }
    let attention = fields.flag("attention_bias", false);
    let out = fields.flag("attention_out_bias", attention);
    arch.bias = Bias { qkv: attention, out, mlp: fields.flag("mlp_bias", false), ..Bias::NONE };
    // As in the first version of Mistral, the window is in every layer.
    if let Some(tokens) = fields.maybe(&["sliding_window"]) {
        arch.window = Some(AttentionWindow { tokens, layers: arch.layers });
    }
    arch
}
