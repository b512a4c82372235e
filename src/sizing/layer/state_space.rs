//! State-space blocks: Mamba 1 (arXiv 2312.00752) and Mamba 2 (arXiv 2405.21060).

use super::mixing::{Cache, Mixing};
use crate::sizing::limits::{BadField, MAX_WIDTH, at_most, positive};

/// A state-space block of one layer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StateSpace {
    /// Version of the block.
    pub kind: Mamba,
    /// Inner width, d.
    pub inner: u32,
    /// Size of the state of a channel, n.
    pub state: u32,
    /// Tokens that its convolution spans.
    pub kernel: u32,
    /// `true` if the convolution has a bias.
    pub conv_bias: bool,
    /// `true` if the input and output matrices have biases.
    pub proj_bias: bool,
}

/// Version of a state-space block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mamba {
    /// Mamba 1: a decay for each channel and entry of its state.
    One {
        /// Rank of the step sizes.
        dt_rank: u32,
        /// `true` if step sizes, inputs and outputs of the state are normed (Jamba, Falcon Mamba).
        normed: bool,
    },
    /// Mamba 2: a decay for each head.
    Two {
        /// Heads.
        heads: u32,
        /// Groups of heads that share inputs and outputs of the state.
        groups: u32,
        /// `true` if the gated output is normed.
        normed: bool,
    },
}

impl StateSpace {
    /// Returns the channels of the convolution; in version 2 with inputs and outputs of the state.
    fn convolved(&self) -> f64 {
        let [inner, state] = [self.inner, self.state].map(f64::from);
        match self.kind {
            Mamba::One { .. } => inner,
            Mamba::Two { groups, .. } => inner + 2.0 * f64::from(groups) * state,
        }
    }

    /// Returns the output width of the input matrix: channels and their gate.
    ///
    /// In version 2 it also makes the state's inputs and outputs and a step size for each head.
    fn projected(&self) -> f64 {
        let inner = f64::from(self.inner);
        match self.kind {
            Mamba::One { .. } => 2.0 * inner,
            Mamba::Two { heads, .. } => inner + self.convolved() + f64::from(heads),
        }
    }

    /// Returns the FLOPs of a token: a scan of 7 d n, as Megatron-LM counts it (decay, input, sum,
    /// output), and the convolution.
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
            // One of each for a head.
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

    /// Returns the bytes kept in 16 bits: outputs of the input matrix and of the convolution, the
    /// scan's output and the gated one; in version 1 also step sizes.
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
