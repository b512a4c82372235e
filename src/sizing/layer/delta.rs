//! Linear attention by the gated delta rule (arXiv 2412.06464), and short convolutions (LFM2).

use super::mixing::{Cache, Mixing};
use crate::sizing::limits::{BadField, MAX_WIDTH, at_most, positive};

/// Linear attention of one layer, which keeps only a matrix of keys by values for each head.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Delta {
    /// Heads of queries and keys.
    pub key_heads: u32,
    /// Width of a head of queries and keys.
    pub key_width: u32,
    /// Heads of values.
    pub value_heads: u32,
    /// Width of a head of values.
    pub value_width: u32,
    /// Tokens that its convolution spans.
    pub kernel: u32,
}

impl Delta {
    fn keys(&self) -> f64 {
        f64::from(self.key_heads) * f64::from(self.key_width)
    }

    fn values(&self) -> f64 {
        f64::from(self.value_heads) * f64::from(self.value_width)
    }

    /// Returns the channels of the convolution: queries, keys and values.
    fn convolved(&self) -> f64 {
        2.0 * self.keys() + self.values()
    }

    /// Returns the FLOPs of the rule for one token, as Megatron-LM counts them.
    ///
    /// Four products of a head's state with a vector (read by the key, write, decay, read by the
    /// query), and the convolution.
    fn rule_flops(&self) -> f64 {
        8.0 * self.values() * f64::from(self.key_width)
            + 2.0 * f64::from(self.kernel) * self.convolved()
    }
}

impl Mixing for Delta {
    /// Calls `each` for three matrices: queries, keys, values and the gate of the output; write
    /// strength and decay of each head; the output.
    fn matrices(&self, hidden: f64, each: &mut dyn FnMut(f64, f64)) {
        each(hidden, 2.0 * self.keys() + 2.0 * self.values());
        each(hidden, 2.0 * f64::from(self.value_heads));
        each(self.values(), hidden);
    }

    /// Returns the convolution, a decay and a bias for each head, and the norm of the output.
    fn small(&self, _: f64) -> f64 {
        self.convolved() * f64::from(self.kernel)
            + 2.0 * f64::from(self.value_heads)
            + f64::from(self.value_width)
    }

    fn forward_flops(&self, _: f64) -> f64 {
        self.rule_flops()
    }

    fn decoding_flops(&self, _: f64) -> f64 {
        self.rule_flops()
    }

    fn cache(&self) -> Cache {
        Cache {
            inputs: f64::from(self.kernel.saturating_sub(1)) * self.convolved(),
            state: self.values() * f64::from(self.key_width),
            shares: self.key_heads,
            ..Cache::default()
        }
    }

    /// Returns the bytes kept in 16 bits: outputs of the matrices and of the convolution, the
    /// output and the gated output.
    fn kept_bytes(&self, _: f64) -> f64 {
        let projected = 2.0 * self.keys() + 2.0 * self.values() + 2.0 * f64::from(self.value_heads);
        2.0 * projected + 2.0 * self.convolved() + 4.0 * self.values()
    }

    fn heads(&self) -> (&'static str, u32) {
        ("linear_num_key_heads", self.key_heads)
    }

    fn check(&self) -> Result<(), BadField> {
        positive("linear_num_key_heads", self.key_heads, MAX_WIDTH)?;
        positive("linear_key_head_dim", self.key_width, MAX_WIDTH)?;
        positive("linear_num_value_heads", self.value_heads, MAX_WIDTH)?;
        positive("linear_value_head_dim", self.value_width, MAX_WIDTH)?;
        at_most("linear_conv_kernel_dim", self.kernel, MAX_WIDTH)
    }
}

/// A gated convolution over the last few tokens (LFM2).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Convolution {
    /// Channels: the width of the residual stream.
    pub width: u32,
    /// Tokens that it spans.
    pub kernel: u32,
    /// `true` if it and its matrices have biases.
    pub bias: bool,
}

impl Mixing for Convolution {
    /// Calls `each` for two matrices: two gates with their input, and the output.
    fn matrices(&self, hidden: f64, each: &mut dyn FnMut(f64, f64)) {
        let width = f64::from(self.width);
        each(hidden, 3.0 * width);
        each(width, hidden);
    }

    fn small(&self, hidden: f64) -> f64 {
        let width = f64::from(self.width);
        let biases = if self.bias { 4.0 * width + hidden } else { 0.0 };
        width * f64::from(self.kernel) + biases
    }

    fn forward_flops(&self, _: f64) -> f64 {
        2.0 * f64::from(self.kernel) * f64::from(self.width)
    }

    fn decoding_flops(&self, tokens: f64) -> f64 {
        self.forward_flops(tokens)
    }

    fn cache(&self) -> Cache {
        let inputs = f64::from(self.kernel.saturating_sub(1)) * f64::from(self.width);
        Cache { inputs, shares: self.width, ..Cache::default() }
    }

    /// Returns the bytes kept in 16 bits: both gates and their input, each product, and the output
    /// of the convolution.
    fn kept_bytes(&self, _: f64) -> f64 {
        2.0 * 6.0 * f64::from(self.width)
    }

    fn heads(&self) -> (&'static str, u32) {
        ("hidden_size", self.width)
    }

    fn check(&self) -> Result<(), BadField> {
        positive("hidden_size", self.width, MAX_WIDTH)?;
        at_most("conv_L_cache", self.kernel, MAX_WIDTH)
    }
}
