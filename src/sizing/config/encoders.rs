//! Encoders of text and of images, in which every token attends to all others.

use super::fields::ConfigFields;
use crate::sizing::arch::{Arch, Bias, Norm};
use crate::sizing::layer::attention::Sight;
use crate::sizing::network::{Network, OutputHead};

/// Reads the model of a configuration of this kind, or returns `None` if the kind is not one of
/// these.
pub(super) fn read(kind: &str, fields: &mut ConfigFields<'_>) -> Option<Network> {
    let network = match kind {
        "bert" | "roberta" | "xlm-roberta" | "xlm-roberta-xl" | "camembert" => bert(fields),
        "modernbert" => modern_bert(fields),
        "vit" | "dinov2" => vit(fields),
        _ => return None,
    };
    Some(network)
}

/// Returns the common shape of older encoders: `LayerNorm`, biases everywhere, no gates.
fn plain(fields: &mut ConfigFields<'_>, vocab: u32) -> Arch {
    let [hidden, layers, heads, ffn] =
        ["hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size"]
            .map(|name| fields.number(&[name]));
    Arch {
        gated: false,
        norm: Norm::ScaleAndBias,
        bias: Bias { router: false, ..Bias::LAYER },
        ..Arch::dense(hidden, layers, heads, heads, ffn, vocab)
    }
}

fn seeing_both_ways(arch: Arch) -> Network {
    let mut network = arch.network();
    network.change_attention(|attention| attention.sight = Sight::Both);
    network
}

/// Reads a BERT: learned positions and kinds of tokens; a norm of the embedding, none at the end.
fn bert(fields: &mut ConfigFields<'_>) -> Network {
    let vocab = fields.number(&["vocab_size"]);
    let arch = plain(fields, vocab);
    let positions = fields.number(&["max_position_embeddings"]);
    let kinds = fields.or("type_vocab_size", 2);
    let network = seeing_both_ways(arch);
    Network { positions: positions.saturating_add(kinds), head: OutputHead::Pooled(0), ..network }
}

/// Reads a ModernBERT: gated, rotary, without biases; two of three layers attend to a window.
///
/// The first layer has one norm less, as the embedding has one.
fn modern_bert(fields: &mut ConfigFields<'_>) -> Network {
    let vocab = fields.number(&["vocab_size"]);
    let every = fields.or("global_attn_every_n_layers", 3).max(1);
    let window = fields.or("local_attention", 128);
    let arch = Arch { gated: true, norm: Norm::Scale, bias: Bias::NONE, ..plain(fields, vocab) };
    let layer = arch.layer(false, false);
    let whole = arch.layers.div_ceil(every);
    let mut network = Network::new(arch.hidden, arch.vocab);
    network.add(layer, whole);
    network.change_attention(|attention| attention.sight = Sight::Both);
    let mut local = Network::new(arch.hidden, arch.vocab);
    local.add(layer, arch.layers.saturating_sub(whole));
    local.change_attention(|attention| attention.sight = Sight::Around(window));
    network.layers.append(&mut local.layers);
    // The missing norm of the first layer and that of the embedding cancel out: the final one is
    // left.
    Network { norms: 1, head: OutputHead::Tied, ..network }
}

/// Reads a ViT: patches in place of words, learned positions, and one more for the class.
fn vit(fields: &mut ConfigFields<'_>) -> Network {
    let [image, patch, channels] = [("image_size", 224), ("patch_size", 16), ("num_channels", 3)]
        .map(|(name, usual)| fields.or(name, usual).clamp(1, 1 << 14));
    let arch = plain(fields, 1);
    let patches = (image / patch).saturating_mul(image / patch);
    // The projection of a patch to a token is as wide as its pixels, with a bias.
    let pixels = channels.saturating_mul(patch.saturating_mul(patch));
    let rows = patches.saturating_add(pixels).saturating_add(3);
    Network { vocab: 0, positions: rows, head: OutputHead::Pooled(0), ..seeing_both_ways(arch) }
}
