//! State-space blocks: Mamba 1 (arXiv 2312.00752) and Mamba 2 (arXiv 2405.21060).

use super::mixing::{Cache, Mixing};
use crate::sizing::limits::{BadField, MAX_WIDTH, at_most, positive};

/// A state-space block of one layer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StateSpace {
    /// The version.
    pub kind: Mamba,
    /// Inner width, d.
    pub inner: u32,
    /// Size of the state of a channel, n.
    pub state: u32,
    /// Tokens that its convolution spans.
    pub kernel: u32,
    /// Whether the convolution has a bias.
    pub conv_bias: bool,
    /// Whether the matrices in and out have biases.
    pub proj_bias: bool,
}

/// The version of a state-space block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mamba {
    /// A decay for each channel and entry of its state.
    One {
        /// Rank of the step sizes.
        dt_rank: u32,
        /// Whether step sizes, inputs and outputs of the state are normed (Jamba, Falcon Mamba).
        normed: bool,
    },
    /// A decay for each head.
    Two {
        /// Heads.
        heads: u32,
        /// Groups of heads that share inputs and outputs of the state.
        groups: u32,
        /// Whether the gated output is normed.
        normed: bool,
    },
}

impl StateSpace {
    /// What goes through the convolution: channels, and in version 2 inputs and outputs of the state.
    fn convolved(&self) -> f64 {
        let [inner, state] = [self.inner, self.state].map(f64::from);
        match self.kind {
            Mamba::One { .. } => inner,
            Mamba::Two { groups, .. } => inner + 2.0 * f64::from(groups) * state,
        }
    }

    /// Width of the matrix in: channels and their gate; in version 2 the state's inputs and outputs
    /// and a step size for each head too.
    fn projected(&self) -> f64 {
        let inner = f64::from(self.inner);
        match self.kind {
            Mamba::One { .. } => 2.0 * inner,
            Mamba::Two { heads, .. } => inner + self.convolved() + f64::from(heads),
        }
    }

    /// The scan of a token: 7 d n, as Megatron-LM counts it (decay, input, sum, output).
    fn scan_flops(&self) -> f64 {
        7.0 * f64::from(self.inner) * f64::from(self.state)
            + 2.0 * f64::from(self.kernel) * self.convolved()
    }
}

impl Mixing for StateSpace {
    fn matrices(&self, hidden: f64, each: &mut dyn FnMut(f64, f64)) {
        let [inner, state] = [self.inner, self.state].map(f64::from);
        each(hidden, self.projected());
        if let Mamba::One { dt_rank, .. } = self.kind {
            let rank = f64::from(dt_rank);
            each(inner, rank + 2.0 * state);
            each(rank, inner);
        }
        each(inner, hidden);
    }

    fn small(&self, hidden: f64) -> f64 {
        let [inner, state, kernel] = [self.inner, self.state, self.kernel].map(f64::from);
        let convolution = self.convolved() * (kernel + if self.conv_bias { 1.0 } else { 0.0 });
        let bias = if self.proj_bias { self.projected() + hidden } else { 0.0 };
        let own = match self.kind {
            // Bias of step sizes, decays, skips.
            Mamba::One { dt_rank, normed } => {
                let norms = if normed { f64::from(dt_rank) + 2.0 * state } else { 0.0 };
                2.0 * inner + inner * state + norms
            }
            Mamba::Two { heads, normed, .. } => {
                3.0 * f64::from(heads) + if normed { inner } else { 0.0 }
            }
        };
        convolution + bias + own
    }

    fn forward_flops(&self, _: f64) -> f64 {
        self.scan_flops()
    }

    fn decoding_flops(&self, _: f64) -> f64 {
        self.scan_flops()
    }

    fn cache(&self) -> Cache {
        let [inner, state] = [self.inner, self.state].map(f64::from);
        let shares = match self.kind {
            Mamba::One { .. } => self.inner,
            Mamba::Two { heads, .. } => heads,
        };
        Cache {
            inputs: f64::from(self.kernel.saturating_sub(1)) * self.convolved(),
            state: inner * state,
            shares,
            ..Cache::default()
        }
    }

    /// In 16 bits: what the matrix in gives, what the convolution gives, the scan's output and the
    /// gated one; version 1 its step sizes too.
    fn kept_bytes(&self, _: f64) -> f64 {
        let inner = f64::from(self.inner);
        let steps = match self.kind {
            Mamba::One { .. } => 2.0 * inner,
            Mamba::Two { .. } => 0.0,
        };
        2.0 * self.projected() + 2.0 * self.convolved() + 4.0 * inner + steps
    }

    fn heads(&self) -> (&'static str, u32) {
        match self.kind {
            Mamba::One { .. } => ("mamba_d_ssm", self.inner),
            Mamba::Two { heads, .. } => ("mamba_num_heads", heads),
        }
    }

    fn check(&self) -> Result<(), BadField> {
        positive("mamba_d_ssm", self.inner, MAX_WIDTH)?;
        positive("ssm_state_size", self.state, MAX_WIDTH)?;
        at_most("conv_kernel", self.kernel, MAX_WIDTH)?;
        match self.kind {
            Mamba::One { dt_rank, .. } => positive("time_step_rank", dt_rank, MAX_WIDTH),
            Mamba::Two { heads, groups, .. } => {
                positive("mamba_num_heads", heads, MAX_WIDTH)?;
                positive("n_groups", groups, MAX_WIDTH)
            }
        }
    }
}
