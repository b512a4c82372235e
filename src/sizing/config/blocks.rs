//! Pruned transformers whose layers are described one by one (Nemotron NAS).

use super::fields::{ConfigFields, HEADS, HIDDEN, VOCAB};
use super::problem::ConfigError;
use crate::sizing::band::whole;
use crate::sizing::layer::attention::Attention;
use crate::sizing::layer::feed_forward::{FeedForward, Mlp};
use crate::sizing::layer::{Mixer, ModelLayer};
use crate::sizing::limits::MAX_LAYERS;
use crate::sizing::network::{Network, OutputHead};
use serde_json::Value;

/// One more than the most layers allowed, so that the check of the network still sees an excess.
const MOST: usize = MAX_LAYERS as usize + 1;

/// Reads the model of a configuration with `block_configs`.
pub(super) fn blocks(fields: &mut ConfigFields<'_>) -> Network {
    let mut network = Network::new(fields.number(HIDDEN), fields.number(VOCAB));
    if fields.flag("tie_word_embeddings", false) {
        network.head = OutputHead::Tied;
    }
    let heads = fields.number(HEADS);
    let blocks = fields.list("block_configs").unwrap_or_default();
    if blocks.is_empty() {
        fields.refuse("block_configs", ConfigError::Missing);
    }
    for block in blocks.iter().take(MOST) {
        match layer(block, network.hidden, heads) {
            Some(layer) => network.add(layer, 1),
            None => fields.refuse("block_configs", ConfigError::Unsupported),
        }
    }
    network
}

/// Returns the layer of a block, or `None` if it has an unknown part.
fn layer(block: &Value, hidden: u32, heads: u32) -> Option<ModelLayer> {
    let [attention, ffn] = ["attention", "ffn"].map(|name| block.get(name));
    let is = |part: Option<&Value>, name| {
        part.and_then(|it| it.get(name)).and_then(Value::as_bool).unwrap_or(false)
    };
    let mixer = if is(attention, "no_op") {
        Mixer::None
    } else if is(attention, "replace_with_linear") {
        Mixer::Matrix
    } else {
        let group = attention?.get("n_heads_in_group")?.as_u64()?;
        let kv = heads.checked_div(u32::try_from(group).ok()?)?;
        Mixer::Attention(Attention::grouped(heads, kv, hidden.checked_div(heads)?))
    };
    let ffn = if is(ffn, "no_op") {
        FeedForward::None
    } else if is(ffn, "replace_with_linear") {
        return None;
    } else {
        let times = ffn?.get("ffn_mult")?.as_f64()?;
        // Two thirds of the multiple, rounded up to the next 256, as the model's own code does.
        let width = whole(2.0 * times * f64::from(hidden) / 3.0).div_ceil(256).saturating_mul(256);
        FeedForward::Dense(Mlp::gated(width))
    };
    let parts = [matches!(mixer, Mixer::None), matches!(ffn, FeedForward::None)];
    let norms = parts.into_iter().map(|is_none| u32::from(!is_none)).sum();
    Some(ModelLayer { mixer, ffn, norms })
}
