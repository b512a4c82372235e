//! Unknown kinds, read as a plain transformer if their keys are those of one.

use super::experts;
use super::fields::{ConfigFields, FFN, HEADS, HIDDEN, LAYERS, VOCAB};
use super::llama::llama;
use super::problem::ConfigError;
use crate::sizing::arch::{Arch, QkNorm};
use crate::sizing::remark::Remark;

/// Parts of field names that belong to something other than a plain transformer.
const TELLING: [&str; 25] = [
    "mamba",
    "ssm",
    "conv",
    "rwkv",
    "linear_",
    "lightning",
    "recurrent",
    "retention",
    "compress",
    "sparse_attention",
    "index_",
    "block_configs",
    "altup",
    "laurel",
    "per_layer_input",
    "hybrid",
    "hyper_connection",
    "time_mix",
    "moba",
    "kv_shared",
    "global_head_dim",
    "decoder_layers",
    "zero_expert",
    "moe_layer_frequency",
    "cross_layer",
];

/// Reads the shape of a configuration of an unknown kind, with a remark.
///
/// Returns `None` if its keys are not those of a plain transformer. A key that belongs to something
/// else is refused.
pub(super) fn read(kind: &str, fields: &mut ConfigFields<'_>) -> Option<Arch> {
    let has = |names: &[&str]| names.iter().any(|name| fields.value(name).is_some());
    let has_ffn = has(FFN) || has(&["moe_intermediate_size"]);
    if ![HIDDEN, LAYERS, HEADS, VOCAB].into_iter().all(has) || !has_ffn {
        return None;
    }
    if let Some(name) = fields.name_with(&TELLING) {
        fields.refuse(&name, ConfigError::Unsupported);
        // Never used: the problem ends the reading.
        return Some(Arch::dense(1, 1, 1, 1, 1, 1));
    }
    if fields.flag("is_encoder_decoder", false) {
        fields.refuse("is_encoder_decoder", ConfigError::HasEncoder);
    }
    fields.remarks.push(Remark::ReadAsPlain { kind: kind.to_owned() });
    let mut arch = experts::by_keys(fields).unwrap_or_else(|| llama(fields));
    if fields.flag("use_qk_norm", false) || fields.flag("qk_layernorm", false) {
        arch.qk_norm = QkNorm::Head;
    }
    // These activations are never gated.
    if ["relu", "relu2", "xielu"].iter().any(|it| fields.text("hidden_act") == Some(it)) {
        arch.gated = false;
    }
    Some(arch)
}
