//! Towers: encoders that see or hear for a model of text, with their link to the text.
//!
//! Their parameters are counted by the shape in the file, to about a percent: families differ in
//! norms and biases.

use super::fields::ConfigFields;
use crate::sizing::network::Network;
use crate::sizing::remark::{Remark, Tower};
use serde_json::Value;

/// Counts the towers of a model and adds them to `network`, with a remark for each.
///
/// A class for conditional generation without any tower in the file leaves a remark too.
pub(super) fn count(network: &mut Network, outer: &mut ConfigFields<'_>) {
    let hidden = network.hidden;
    let mut found = false;
    for tower in Tower::ALL {
        let Some(mut fields) = outer.inner(tower.field()) else { continue };
        found = true;
        let parameters = match tower {
            Tower::Vision => vision(&mut fields, outer, hidden),
            Tower::Audio => audio(&mut fields, hidden),
        };
        // A judgement: beyond this range a field is wrong, and no tower is that large.
        match parameters.filter(|it| (1.0..1e14).contains(it)) {
            Some(parameters) => {
                // The cast is exact: a whole number far below 2^63.
                network.towers = network.towers.saturating_add(parameters as u64);
                outer.remarks.push(Remark::Tower { tower, parameters });
            }
            None => outer.remarks.push(Remark::TowerLeftOut),
        }
    }
    if !found && outer.class().is_some_and(|class| class.ends_with("ForConditionalGeneration")) {
        outer.remarks.push(Remark::TowerLeftOut);
    }
}

/// Shape of an encoder: width, layers, inner width, and the width of keys and values.
struct Encoder {
    hidden: f64,
    layers: f64,
    ffn: f64,
    keys: f64,
    gated: bool,
}

impl Encoder {
    /// Returns the parameters of its layers.
    ///
    /// Gated layers have only norms besides the matrices, others have biases and norms with biases.
    fn parameters(&self) -> f64 {
        let Self { hidden: h, layers, ffn, keys, gated } = *self;
        let matrices = if gated { 3.0 } else { 2.0 };
        let small = if gated { 2.0 * h } else { 9.0 * h + ffn };
        layers * (2.0 * h * h + 2.0 * h * keys + matrices * h * ffn + small)
    }
}

fn encoder(fields: &mut ConfigFields<'_>) -> Option<Encoder> {
    let hidden =
        fields.maybe(&["embed_dim", "vt_hidden_size", "hidden_size", "width", "d_model"])?;
    let layers =
        &["depth", "num_hidden_layers", "vt_num_hidden_layers", "layers", "encoder_layers"];
    let layers = fields.maybe(layers)?;
    let ffn = &["intermediate_size", "vt_intermediate_size", "encoder_ffn_dim"];
    let ffn = match fields.maybe(ffn) {
        Some(ffn) => f64::from(ffn),
        None => {
            f64::from(hidden) * fields.value("mlp_ratio").and_then(Value::as_f64).unwrap_or(4.0)
        }
    };
    let heads =
        &["num_heads", "num_attention_heads", "vt_num_attention_heads", "encoder_attention_heads"];
    let heads = fields.maybe(heads).unwrap_or(1).max(1);
    let kv = fields.or("num_key_value_heads", heads);
    let act = ["hidden_act", "hidden_activation"].iter().find_map(|name| fields.text(name));
    let is_gemma = fields.text("model_type") == Some("gemma4_vision");
    Some(Encoder {
        hidden: f64::from(hidden),
        layers: f64::from(layers),
        ffn,
        keys: f64::from(hidden) * f64::from(kv) / f64::from(heads),
        gated: act == Some("silu") || is_gemma,
    })
}

/// Returns the parameters of a part that sees: patches, positions, layers, and the link to a text
/// of width `text`.
fn vision(fields: &mut ConfigFields<'_>, outer: &mut ConfigFields<'_>, text: u32) -> Option<f64> {
    let tower = encoder(fields)?;
    let h = tower.hidden;
    let mut number =
        |names: &[&'static str], usual| f64::from(fields.maybe(names).unwrap_or(usual));
    let patch = number(&["patch_size", "spatial_patch_size"], 14).max(1.0);
    let channels = number(&["in_channels", "in_chans", "num_channels"], 3);
    let pixels = channels * patch * patch * number(&["temporal_patch_size"], 1);
    let image = number(&["image_size"], 0);
    let side = (image / patch).floor();
    let mut positions = number(&["num_position_embeddings"], 0);
    positions += 2.0 * number(&["position_embedding_size"], 0);
    positions += number(&["init_pos_emb_height"], 0) * number(&["init_pos_emb_width"], 0);
    positions += side * side;
    let merge = number(&["spatial_merge_size"], 1);
    let merge = fields
        .list("merge_kernel_size")
        .map_or(merge * merge, |list| list.iter().filter_map(Value::as_f64).product());
    let out = f64::from(fields.maybe(&["out_hidden_size", "text_hidden_size"]).unwrap_or(text));
    let merged = merge * h;
    let link = if merge > 1.0 {
        // Merged patches go through two matrices; some layers have such a link of their own.
        let links = 1.0 + f64::from(fields.length("deepstack_visual_indexes"));
        links * (merged * merged + merged * out + merged + out)
    } else if outer.text("projector_hidden_act").is_some() {
        h * out + out * out + 2.0 * out
    } else {
        h * out
    };
    Some(tower.parameters() + (pixels + 1.0) * h + positions * h + link)
}

/// Returns the parameters of a part that hears: two convolutions over three frames, positions,
/// layers, and the link.
fn audio(fields: &mut ConfigFields<'_>, text: u32) -> Option<f64> {
    let tower = encoder(fields)?;
    let [h, text] = [tower.hidden, f64::from(text)];
    let bins = f64::from(fields.or("num_mel_bins", 128));
    let positions = f64::from(fields.or("max_source_positions", 1_500));
    // Voxtral stacks frames up to the inner width.
    let stacked = fields.text("model_type") == Some("voxtral_encoder");
    let link = if stacked { tower.ffn } else { h } * text + text * text;
    Some(tower.parameters() + 3.0 * h * (bins + h) + positions * h + link)
}
