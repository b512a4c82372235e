//! What every way of mixing tokens is asked for.

use crate::sizing::limits::BadField;

/// What moves information between the tokens of a sequence: attention, a state space, a convolution.
///
/// All widths are counted for one layer, as whole numbers in `f64`.
pub trait Mixing {
    /// Calls `each` with the width in and the width out of each of its matrices.
    fn matrices(&self, hidden: f64, each: &mut dyn FnMut(f64, f64));

    /// Parameters besides its matrices: biases, norms within, convolutions, decays.
    fn small(&self, hidden: f64) -> f64;

    /// FLOPs of a token in one forward pass over a sequence of `seq` tokens, besides the matrices.
    fn forward_flops(&self, seq: f64) -> f64;

    /// FLOPs of one further token after `tokens` others, besides the matrices.
    fn decoding_flops(&self, tokens: f64) -> f64;

    /// What it keeps of a sequence while text is generated.
    fn cache(&self) -> Cache;

    /// Bytes that it keeps of a token for the backward pass, in 16 bits, the layer's norm apart.
    fn kept_bytes(&self, hidden: f64) -> f64;

    /// What tensor-parallel ranks share out of it: its heads, under the name of their field.
    fn heads(&self) -> (&'static str, u32);

    /// Checks every number.
    ///
    /// # Errors
    /// The first field that cannot be, and why.
    fn check(&self) -> Result<(), BadField>;
}

/// What one layer keeps of a sequence, in numbers, not bytes.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct Cache {
    /// Numbers for each token.
    pub per_token: f64,
    /// The most tokens that are kept; `None` for all.
    pub window: Option<u32>,
    /// Numbers of the sequence as a whole, in the precision of the cache: last inputs of
    /// convolutions.
    pub inputs: f64,
    /// Numbers of the sequence as a whole, in 32 bits: the state of a recurrence.
    pub state: f64,
    /// Tensor-parallel ranks that can share it out; with more, some hold the same.
    pub shares: u32,
}

/// Bytes of a number of a recurrent state: engines keep it in 32 bits, whatever the cache has.
pub const STATE_BYTES: f64 = 4.0;

impl Cache {
    /// Tokens kept of a sequence of `tokens`.
    #[must_use]
    pub fn kept(&self, tokens: f64) -> f64 {
        self.window.map_or(tokens, |window| tokens.min(f64::from(window)))
    }

    /// Bytes of a sequence of `tokens`, at `bytes` for a cached number.
    #[must_use]
    pub fn bytes(&self, tokens: f64, bytes: f64) -> f64 {
        bytes * (self.per_token * self.kept(tokens) + self.inputs) + STATE_BYTES * self.state
    }
}
