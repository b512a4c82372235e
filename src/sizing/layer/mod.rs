//! Layer: a part that mixes tokens, and a feed-forward part. All costs of a model follow from its
//! layers.

pub mod attention;
pub mod delta;
pub mod feed_forward;
pub mod mixing;
pub mod state_space;

use super::limits::BadField;
use attention::Attention;
use delta::{Convolution, Delta};
use feed_forward::FeedForward;
use mixing::{Cache, Mixing};
use state_space::StateSpace;

/// A layer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ModelLayer {
    /// Part that mixes the tokens of a sequence.
    pub mixer: Mixer,
    /// Part that works on each token alone.
    pub ffn: FeedForward,
    /// Norms of the residual stream: usually one before each part, 4 if outputs are normed too.
    pub norms: u32,
}

/// Part that mixes the tokens of a sequence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mixer {
    /// No mixing: the layer is a feed-forward alone.
    None,
    /// Attention.
    Attention(Attention),
    /// A state space.
    StateSpace(StateSpace),
    /// Linear attention by the delta rule.
    Delta(Delta),
    /// A short convolution.
    Convolution(Convolution),
    /// Attention and a state space side by side, their outputs added.
    Beside(Attention, StateSpace),
    /// One matrix in the place of attention that was pruned: it mixes nothing.
    Matrix,
}

impl Mixer {
    /// Returns its parts: none, one or two.
    pub fn parts(&self) -> impl Iterator<Item = &dyn Mixing> {
        let [first, second]: [Option<&dyn Mixing>; 2] = match self {
            Self::None | Self::Matrix => [None, None],
            Self::Attention(it) => [Some(it), None],
            Self::StateSpace(it) => [Some(it), None],
            Self::Delta(it) => [Some(it), None],
            Self::Convolution(it) => [Some(it), None],
            Self::Beside(attention, space) => [Some(attention), Some(space)],
        };
        first.into_iter().chain(second)
    }

    /// Returns its attention, if it has one.
    #[must_use]
    pub const fn attention(&self) -> Option<&Attention> {
        match self {
            Self::Attention(it) | Self::Beside(it, _) => Some(it),
            _ => None,
        }
    }

    /// Calls `each` with the input and output width of each of its matrices.
    pub fn matrices(&self, hidden: f64, each: &mut dyn FnMut(f64, f64)) {
        if matches!(self, Self::Matrix) {
            each(hidden, hidden);
        }
        for part in self.parts() {
            part.matrices(hidden, each);
        }
    }

    /// Returns the weights of its matrices.
    #[must_use]
    pub fn weights(&self, hidden: f64) -> f64 {
        let mut sum = 0.0;
        self.matrices(hidden, &mut |width_in, width_out| sum += width_in * width_out);
        sum
    }
}

impl ModelLayer {
    /// Returns the FLOPs of a token in one forward pass over `seq` tokens, besides the matrices.
    #[must_use]
    pub fn mixing_flops(&self, seq: f64) -> f64 {
        self.mixer.parts().map(|part| part.forward_flops(seq)).sum()
    }

    /// Returns the FLOPs of one further token after `tokens` others, besides the matrices.
    #[must_use]
    pub fn decoding_flops(&self, tokens: f64) -> f64 {
        self.mixer.parts().map(|part| part.decoding_flops(tokens)).sum()
    }

    /// Returns the cache of each of its parts.
    pub fn caches(&self) -> impl Iterator<Item = Cache> {
        self.mixer.parts().map(Mixing::cache)
    }

    /// Returns the bytes kept of a token for the backward pass on one GPU, with nothing recomputed.
    ///
    /// 16-bit tensors: 4 h for input and output of the norm before each part, and those that the
    /// parts keep. With multi-head attention, f = 4 h and no gate this is Korthikanti's 34 h except
    /// for dropout masks (arXiv 2205.05198).
    #[must_use]
    pub fn kept_bytes(&self, hidden: f64) -> f64 {
        let parts = u32::from(!matches!(self.mixer, Mixer::None))
            + u32::from(!matches!(self.ffn, FeedForward::None));
        let mixing: f64 = self.mixer.parts().map(|part| part.kept_bytes(hidden)).sum();
        4.0 * f64::from(parts) * hidden + mixing + self.ffn.kept_bytes(hidden)
    }

    /// Checks every number.
    ///
    /// # Errors
    /// The first field outside its bounds, and the reason.
    pub fn check(&self) -> Result<(), BadField> {
        for part in self.mixer.parts() {
            part.check()?;
        }
        self.ffn.check()
    }
}
