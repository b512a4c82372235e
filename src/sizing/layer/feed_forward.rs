//! Feed-forward part of a layer: dense, experts, or none.

use crate::sizing::limits::{BadField, MAX_EXPERTS, MAX_WIDTH, at_most, positive, within};

/// Feed-forward part of a layer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FeedForward {
    /// No feed-forward.
    None,
    /// One feed-forward that every token meets.
    Dense(Mlp),
    /// Experts, of which a token meets some.
    Experts(Experts),
}

/// A feed-forward: two matrices, or three if gated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mlp {
    /// Inner width, f.
    pub width: u32,
    /// `true` if it is gated: three matrices instead of two.
    pub gated: bool,
    /// `true` if its matrices have biases.
    pub bias: bool,
}

/// Experts with their router.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Experts {
    /// Routed experts, E.
    pub count: u32,
    /// Routed experts that a token meets, k.
    pub per_token: u32,
    /// One routed expert.
    pub expert: Mlp,
    /// Inner width of all shared experts together, which every token meets; 0 for none.
    pub shared_width: u32,
    /// `true` if the shared part has a gate of its own (Qwen2-MoE).
    pub shared_gate: bool,
    /// `true` if the router has a bias for each expert.
    pub router_bias: bool,
}

impl Mlp {
    /// Returns a gated feed-forward without biases.
    #[must_use]
    pub const fn gated(width: u32) -> Self {
        Self { width, gated: true, bias: false }
    }

    /// Returns the number of its matrices.
    fn count(&self) -> f64 {
        if self.gated { 3.0 } else { 2.0 }
    }

    /// Returns the weights of its matrices: 2 h f, gated 3 h f.
    #[must_use]
    pub fn weights(&self, hidden: f64) -> f64 {
        self.count() * hidden * f64::from(self.width)
    }

    /// Returns its biases, 0 if it has none.
    #[must_use]
    pub fn biases(&self, hidden: f64) -> f64 {
        // Matrices in have a bias of the inner width, the matrix out one of the width of the
        // stream.
        if self.bias { (self.count() - 1.0) * f64::from(self.width) + hidden } else { 0.0 }
    }

    /// Returns the sum of the input and output widths of its matrices; 0 if its width is 0.
    #[must_use]
    pub fn ends(&self, hidden: f64) -> f64 {
        if self.width == 0 { 0.0 } else { self.count() * (hidden + f64::from(self.width)) }
    }

    /// Returns the bytes kept of a token for the backward pass in 16 bits: 2 f for each matrix.
    ///
    /// In gated ones these are gate, up and their product.
    #[must_use]
    pub fn kept_bytes(&self) -> f64 {
        2.0 * self.count() * f64::from(self.width)
    }
}

impl Experts {
    /// Returns the shared experts, which every token meets, as one feed-forward.
    #[must_use]
    pub const fn shared(&self) -> Mlp {
        Mlp { width: self.shared_width, ..self.expert }
    }

    /// Returns the weights of shared experts with their gate.
    #[must_use]
    pub fn shared_weights(&self, hidden: f64) -> f64 {
        self.shared().weights(hidden) + if self.shared_gate { hidden } else { 0.0 }
    }

    /// Returns the share of routed experts that at least one of `tokens` tokens meets, if routing
    /// is even.
    ///
    /// 1 - (1 - k / E)^tokens. For example with 2 of 8 experts, 4 tokens meet 68 % of them.
    #[must_use]
    pub fn met_by_any(&self, tokens: f64) -> f64 {
        let [count, met] = [self.count, self.per_token].map(f64::from);
        let missed = 1.0 - crate::sizing::band::ratio(met, count).min(1.0);
        1.0 - power(missed, tokens)
    }
}

impl FeedForward {
    /// Returns its experts, if it has some.
    #[must_use]
    pub const fn experts(&self) -> Option<&Experts> {
        match self {
            Self::Experts(it) => Some(it),
            Self::None | Self::Dense(_) => None,
        }
    }

    /// Returns the bytes kept of a token for the backward pass.
    ///
    /// Experts: k times their own bytes, and the token sent to each and back, 4 k h.
    #[must_use]
    pub fn kept_bytes(&self, hidden: f64) -> f64 {
        match self {
            Self::None => 0.0,
            Self::Dense(mlp) => mlp.kept_bytes(),
            Self::Experts(it) => {
                let met = f64::from(it.per_token);
                met * it.expert.kept_bytes() + it.shared().kept_bytes() + 4.0 * met * hidden
            }
        }
    }

    /// Checks every number.
    ///
    /// # Errors
    /// The first field outside its bounds, and the reason.
    pub fn check(&self) -> Result<(), BadField> {
        match self {
            Self::None => Ok(()),
            Self::Dense(mlp) => positive("intermediate_size", mlp.width, MAX_WIDTH),
            Self::Experts(it) => {
                positive("num_experts", it.count, MAX_EXPERTS)?;
                positive("num_experts_per_tok", it.per_token, MAX_EXPERTS)?;
                positive("moe_intermediate_size", it.expert.width, MAX_WIDTH)?;
                at_most("shared_expert_intermediate_size", it.shared_width, MAX_WIDTH)?;
                within("num_experts_per_tok", it.per_token, "num_experts", it.count)
            }
        }
    }
}

/// Returns `base` to the power of `exponent`, rounded down, by repeated squaring: O(log exponent),
/// and without a library of logarithms.
fn power(base: f64, exponent: f64) -> f64 {
    let (mut result, mut base, mut left) = (1.0, base, crate::sizing::band::whole(exponent));
    while left > 0 {
        if left & 1 == 1 {
            result *= base;
        }
        base *= base;
        left >>= 1;
    }
    result
}
