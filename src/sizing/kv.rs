//! The KV cache.

use super::arch::Arch;

/// Bytes of cache that one more token of context takes, all layers: 2 L K d bytes; latent
/// attention keeps (c + r) L bytes (arXiv 2405.04434).
#[must_use]
pub fn bytes_per_token(arch: &Arch, bytes: f64) -> f64 {
    f64::from(arch.layers) * layer_bytes(arch, bytes)
}

/// Bytes of cache of a token in one layer.
#[must_use]
pub fn layer_bytes(arch: &Arch, bytes: f64) -> f64 {
    bytes
        * arch.latent.map_or_else(
            || 2.0 * f64::from(arch.kv_heads) * f64::from(arch.head_dim),
            |it| f64::from(it.kv_rank) + f64::from(it.rope),
        )
}

/// Bytes of cache of one sequence of `tokens`: layers with a window keep no more than it.
///
/// Some engines keep the whole context in every layer all the same.
#[must_use]
pub fn sequence_bytes(arch: &Arch, tokens: f64, bytes: f64) -> f64 {
    layer_bytes(arch, bytes) * cached_tokens(arch, tokens)
}

/// Tokens cached, summed over layers.
#[must_use]
pub fn cached_tokens(arch: &Arch, tokens: f64) -> f64 {
    let layers = f64::from(arch.layers);
    match arch.window {
        None => layers * tokens,
        Some(window) => {
            let sliding = f64::from(window.layers.min(arch.layers));
            (layers - sliding) * tokens + sliding * tokens.min(f64::from(window.tokens))
        }
    }
}

/// Bytes of cache that one of `tensor` GPUs holds: heads are split until each GPU has one; latent
/// attention has one head for all and is not split.
#[must_use]
pub fn bytes_per_gpu(arch: &Arch, tokens: f64, bytes: f64, tensor: u32) -> f64 {
    let shares = if arch.latent.is_some() { 1 } else { tensor.min(arch.kv_heads) };
    sequence_bytes(arch, tokens, bytes) / f64::from(shares.max(1))
}
