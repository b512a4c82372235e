//! Cache of a sequence while text is generated: keys and values, and states of recurrences.

use super::layer::mixing::Cache;
use super::network::Network;

/// Returns the bytes of cache of one sequence of `tokens` tokens, at `bytes` for a cached number.
///
/// Attention keeps 2 K d numbers a token and layer, latent attention c + r (arXiv 2405.04434);
/// layers with a window keep no more than it. With no tokens, states of recurrences and last inputs
/// of convolutions remain. Some engines keep the whole context in every layer regardless.
///
/// ```
/// use jari::sizing::{hardware::GIB, known, kv};
/// let network = known::find("llama-3.1-8b").unwrap().arch.network();
/// // 2 x 8 heads x 128 channels x 32 layers x 2 bytes are 128 KiB a token.
/// assert_eq!(kv::sequence_bytes(&network, 1.0, 2.0), 131_072.0);
/// assert_eq!(kv::sequence_bytes(&network, 8_192.0, 2.0), GIB);
/// ```
#[must_use]
pub fn sequence_bytes(network: &Network, tokens: f64, bytes: f64) -> f64 {
    sum(network, |cache| cache.bytes(tokens, bytes))
}

/// Returns the numbers that a sequence of `tokens` tokens keeps: those in the precision of the
/// cache, and those of states, which are kept in 32 bits.
#[must_use]
pub fn sequence_numbers(network: &Network, tokens: f64) -> (f64, f64) {
    // `bytes(0, 0)` is the state alone, which is not in the precision of the cache.
    let cached = sum(network, |cache| cache.bytes(tokens, 1.0) - cache.bytes(0.0, 0.0));
    (cached, sum(network, |cache| cache.state))
}

/// Returns the bytes of cache on each of `tensor` GPUs.
///
/// Heads are split until each GPU has one, and copied beyond that; latent attention has one head
/// for all and is not split.
#[must_use]
pub fn bytes_per_gpu(network: &Network, tokens: f64, bytes: f64, tensor: u32) -> f64 {
    sum(network, |cache| cache.bytes(tokens, bytes) / f64::from(tensor.min(cache.shares).max(1)))
}

/// Returns a figure of the caches, summed over all layers.
fn sum(network: &Network, figure: impl Fn(&Cache) -> f64) -> f64 {
    network.sum(|layer| layer.caches().map(|cache| figure(&cache)).sum())
}
