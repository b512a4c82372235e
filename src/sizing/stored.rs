//! Storage of a file's weights, if the file gives it: quantised ones, and those left in 16 bits.

use super::params::Params;
use super::utilisation::Precision;

/// Storage of weights.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct WeightStorage {
    /// Format of the quantised weights; the format of computing follows from it and the GPU.
    pub precision: Precision,
    /// Bytes of a quantised weight, scales included.
    pub bytes: f64,
    /// Share of the parts that mix tokens (attention, state spaces) that is left in 16 bits, 0 to
    /// 1.
    pub mixers_whole: f64,
    /// `true` if shared experts are left in 16 bits.
    pub shared_whole: bool,
    /// `true` if dense feed-forwards are left in 16 bits.
    pub dense_whole: bool,
    /// Format of the cache, if the file gives it.
    pub cache: Option<Precision>,
}

impl WeightStorage {
    /// Returns the bytes of all weights without routed experts, and the bytes of routed experts.
    ///
    /// Tables, routers, norms and towers stay in 16 bits.
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
