//! Interface of every way of mixing tokens.

use crate::sizing::limits::BadField;

/// A part that moves information between the tokens of a sequence: attention, a state space, a
/// convolution.
///
/// All widths are counted for one layer, as integers in `f64`.
pub trait Mixing {
    /// Calls `each` with the input and output width of each of its matrices.
    fn matrices(&self, hidden: f64, each: &mut dyn FnMut(f64, f64));

    /// Returns the parameters besides its matrices: biases, norms within, convolutions, decays.
    fn small(&self, hidden: f64) -> f64;

    /// Returns the FLOPs of a token in one forward pass over `seq` tokens, besides the matrices.
    fn forward_flops(&self, seq: f64) -> f64;

    /// Returns the FLOPs of one further token after `tokens` others, besides the matrices.
    fn decoding_flops(&self, tokens: f64) -> f64;

    /// Returns its cache of a sequence while text is generated.
    fn cache(&self) -> Cache;

    /// Returns the bytes kept of a token for the backward pass in 16 bits, without the layer's
    /// norm.
    fn kept_bytes(&self, hidden: f64) -> f64;

    /// Returns the name of the field and the number of heads, which tensor-parallel ranks share
    /// out.
    fn heads(&self) -> (&'static str, u32);

    /// Checks every number.
    ///
    /// # Errors
    /// The first field outside its bounds, and the reason.
    fn check(&self) -> Result<(), BadField>;
}

/// Cache of one layer for a sequence, in numbers, not bytes.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct Cache {
    /// Numbers for each token.
    pub per_token: f64,
    /// Most tokens that are kept; `None` for all.
    pub window: Option<u32>,
    /// Numbers of the sequence as a whole, in the precision of the cache: last inputs of
    /// convolutions.
    pub inputs: f64,
    /// Numbers of the sequence as a whole, in 32 bits: the state of a recurrence.
    pub state: f64,
    /// Tensor-parallel ranks that can share it out; further ranks hold copies.
    pub shares: u32,
}

/// Bytes of a number of a recurrent state: engines keep it in 32 bits, whatever the cache has.
pub const STATE_BYTES: f64 = 4.0;

impl Cache {
    /// Returns the tokens kept of a sequence of `tokens` tokens.
    #[must_use]
    pub fn kept(&self, tokens: f64) -> f64 {
        self.window.map_or(tokens, |window| tokens.min(f64::from(window)))
    }

    /// Returns the bytes of a sequence of `tokens` tokens, at `bytes` for a cached number.
    #[must_use]
    pub fn bytes(&self, tokens: f64, bytes: f64) -> f64 {
        bytes * (self.per_token * self.kept(tokens) + self.inputs) + STATE_BYTES * self.state
    }
}
