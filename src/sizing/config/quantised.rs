//! `quantization_config`: the format in which weights are stored, and the layers left in 16 bits.

use super::fields::ConfigFields;
use crate::sizing::remark::Remark;
use crate::sizing::stored::WeightStorage;
use crate::sizing::utilisation::Precision;
use serde_json::Value;

const NAME: &str = "quantization_config";

/// Reads the storage of the weights of a configuration.
///
/// Returns `None` if the file does not give it, or names an unknown method, which leaves a remark.
pub(super) fn read(
    outer: &mut ConfigFields<'_>,
    text: &mut ConfigFields<'_>,
    layers: u32,
) -> Option<WeightStorage> {
    let fields = outer.inner(NAME).or_else(|| text.inner(NAME))?;
    let method =
        fields.text("quant_method").or_else(|| fields.text("quant_algo")).unwrap_or_default();
    let Some((precision, bytes)) = method_of(method, &fields) else {
        let algorithm = fields.text("quant_algo").filter(|it| *it != method);
        let named = [method, algorithm.unwrap_or_default()].join(" ");
        outer.remarks.push(Remark::StoredUnknown { method: named.trim().to_owned() });
        return None;
    };
    let mut left_out: Vec<&str> = Vec::new();
    for name in [
        "modules_to_not_convert",
        "ignore",
        "ignored_layers",
        "exclude_modules",
        "llm_int8_skip_modules",
    ] {
        left_out.extend(fields.list(name).unwrap_or_default().iter().filter_map(Value::as_str));
    }
    let share = |part: &str| {
        let named = left_out.iter().filter(|it| it.contains(part));
        // One pattern may cover all layers.
        if named.clone().any(|it| it.contains(".*.") || !it.contains("layers.")) {
            return 1.0;
        }
        let mut numbers: Vec<&str> = named.filter_map(|it| layer_number(it)).collect();
        // A layer is named once for each of its matrices.
        numbers.sort_unstable();
        numbers.dedup();
        crate::sizing::band::ratio(numbers.len() as f64, f64::from(layers)).min(1.0)
    };
    let cache = fields.value("kv_cache_scheme").and_then(|it| it.get("num_bits"));
    let cache_is_8 = cache.and_then(Value::as_u64) == Some(8)
        || fields.text("kv_cache_quant_algo") == Some("FP8");
    let mixers_whole = ["self_attn", "mixer", "linear_attn", "mamba"].map(share);
    let stored = WeightStorage {
        precision,
        bytes,
        mixers_whole: mixers_whole.into_iter().fold(0.0, f64::max),
        // A judgement: a part is all or nothing here, so at least half of its layers make it whole.
        shared_whole: share("shared_expert") >= 0.5,
        dense_whole: share("mlp.down_proj") >= 0.5,
        cache: cache_is_8.then_some(Precision::Fp8),
    };
    outer.remarks.push(Remark::Stored { precision, bytes });
    Some(stored)
}

/// Returns the number of the layer that a name is about, as text.
fn layer_number(name: &str) -> Option<&str> {
    name.split("layers.").nth(1)?.split('.').next()
}

/// Returns the format in which a method stores, and the bytes of a weight with scales, or `None` if
/// the method is unknown.
///
/// Sizes follow from the formats: 4 bits and scales of the groups, and for bitsandbytes 0.516
/// (arXiv 2305.14314, quantised twice) or 0.5 + 4 / 64 (a 32-bit scale for every 64 weights).
fn method_of(method: &str, fields: &ConfigFields<'_>) -> Option<(Precision, f64)> {
    let algorithm = fields.text("quant_algo").unwrap_or_default();
    let number = |name| fields.value(name).and_then(Value::as_f64);
    // A judgement: 128, the usual group, if the file gives none.
    let group = number("group_size").filter(|it| *it > 0.0).unwrap_or(128.0);
    // A 16-bit scale, and a zero of as many bits as a weight, for each group.
    let grouped = |bits: f64| bits / 8.0 + (2.0 + bits / 8.0) / group.max(1.0);
    Some(match (method, algorithm) {
        ("fp8" | "fbgemm_fp8", _) | ("modelopt" | "FP8", "FP8") => (Precision::Fp8, 1.0),
        // An 8-bit scale for every 32 weights in MXFP4, for every 16 in NVFP4.
        ("mxfp4", _) => (Precision::Fp4, 0.5 + 1.0 / 32.0),
        ("modelopt" | "NVFP4", "NVFP4") | ("modelopt_fp4", "" | "NVFP4") | ("nvfp4", _) => {
            (Precision::Fp4, 0.5 + 1.0 / 16.0)
        }
        ("gptq" | "awq" | "auto-round" | "autoround", _) => {
            let bits = number("bits").unwrap_or(4.0);
            // Some also round to floats, and name the type.
            let is_whole = fields.text("data_type").is_none_or(|it| it.starts_with("int"));
            (integers(bits).filter(|_| is_whole)?, grouped(bits))
        }
        ("bitsandbytes" | "bnb", _) if fields.flag("load_in_8bit", false) => (Precision::Int8, 1.0),
        ("bitsandbytes" | "bnb", _) if fields.flag("load_in_4bit", false) => {
            let twice = fields.flag("bnb_4bit_use_double_quant", false);
            (Precision::Int4, if twice { 0.516 } else { 0.5625 })
        }
        ("compressed-tensors", _) => compressed(fields)?,
        _ => return None,
    })
}

/// Returns the format of integers of `bits` bits, or `None` if they are not 4 or 8.
fn integers(bits: f64) -> Option<Precision> {
    if bits == 4.0 {
        Some(Precision::Int4)
    } else if bits == 8.0 {
        Some(Precision::Int8)
    } else {
        None
    }
}

/// Returns the format and bytes of the weights in the first group of a file of compressed tensors.
fn compressed(fields: &ConfigFields<'_>) -> Option<(Precision, f64)> {
    let groups = fields.value("config_groups")?.as_object()?;
    let weights = groups.values().next()?.get("weights")?;
    let bits = weights.get("num_bits")?.as_f64()?;
    let group = weights.get("group_size").and_then(Value::as_f64).unwrap_or(f64::MAX);
    let (precision, scale) = match weights.get("type").and_then(Value::as_str) {
        Some("float") if bits == 4.0 => (Precision::Fp4, 1.0),
        Some("float") if bits == 8.0 => (Precision::Fp8, 1.0),
        Some("int") => (integers(bits)?, 2.0),
        _ => return None,
    };
    Some((precision, bits / 8.0 + scale / group.max(1.0)))
}
