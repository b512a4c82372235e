//! The cache of a sequence while text is generated: keys and values, states of recurrences.

use super::layer::mixing::Cache;
use super::network::Network;

/// Bytes of cache of one sequence of `tokens`: 2 K d numbers a token and layer, c + r with latent
/// attention (arXiv 2405.04434); layers with a window keep no more than it. At no token, states of
/// recurrences and last inputs of convolutions are left.
///
/// Some engines keep the whole context in every layer all the same.
#[must_use]
pub fn sequence_bytes(network: &Network, tokens: f64, bytes: f64) -> f64 {
    sum(network, |cache| cache.bytes(tokens, bytes))
}

/// Numbers that a sequence of `tokens` keeps in the precision of the cache, and those of states,
/// which are kept in 32 bits.
#[must_use]
pub fn sequence_numbers(network: &Network, tokens: f64) -> (f64, f64) {
    let cached = sum(network, |cache| cache.bytes(tokens, 1.0) - cache.bytes(0.0, 0.0));
    (cached, sum(network, |cache| cache.state))
}

/// Bytes of cache that one of `tensor` GPUs holds: heads are split until each GPU has one; latent
/// attention has one head for all and is not split.
#[must_use]
pub fn bytes_per_gpu(network: &Network, tokens: f64, bytes: f64, tensor: u32) -> f64 {
    sum(network, |cache| cache.bytes(tokens, bytes) / f64::from(tensor.min(cache.shares).max(1)))
}

/// A figure of what is kept, over all layers.
fn sum(network: &Network, of: impl Fn(&Cache) -> f64) -> f64 {
    network.sum(|layer| layer.caches().map(|cache| of(&cache)).sum())
}
