//! The storage of a file's weights, where it says so: quantised ones, and those left in 16 bits.

use super::params::Params;
use super::utilisation::Precision;

/// The storage of weights.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct WeightStorage {
    /// The format of the quantised weights. What they are computed in follows from it and the GPU.
    pub precision: Precision,
    /// Bytes of one of their weights, scales included.
    pub bytes: f64,
    /// The share of what mixes tokens (attention, state spaces) that is left in 16 bits.
    pub mixers_whole: f64,
    /// Shared experts are left in 16 bits.
    pub shared_whole: bool,
    /// Dense feed-forwards are left in 16 bits.
    pub dense_whole: bool,
    /// The format of the cache, where the file says it.
    pub cache: Option<Precision>,
}

impl WeightStorage {
    /// Bytes of all weights but those of routed experts, and of these. Tables, routers, norms and
    /// towers stay in 16 bits.
    #[must_use]
    pub fn weights(&self, params: &Params) -> (f64, f64) {
        let or_none = |is_whole: bool, weights: f64| if is_whole { 0.0 } else { weights };
        let quantised = params.mixers * (1.0 - self.mixers_whole.clamp(0.0, 1.0))
            + or_none(self.dense_whole, params.dense_mlp)
            + or_none(self.shared_whole, params.shared);
        let rest = params.total() - params.layers_experts() - quantised;
        let experts = self.bytes * params.experts + 2.0 * params.expert_biases;
        (2.0 * rest + self.bytes * quantised, experts)
    }
}
