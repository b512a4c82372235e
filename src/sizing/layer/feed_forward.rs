//! The feed-forward part of a layer: dense, experts, or none.

use crate::sizing::limits::{BadField, MAX_EXPERTS, MAX_WIDTH, at_most, positive, within};

/// The feed-forward part of a layer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FeedForward {
    /// There is none.
    None,
    /// One that every token meets.
    Dense(Mlp),
    /// Experts, of which a token meets some.
    Experts(Experts),
}

/// A feed-forward: two matrices, three where it is gated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mlp {
    /// Its inner width, f.
    pub width: u32,
    /// Gated: three matrices in place of two.
    pub gated: bool,
    /// Its matrices have biases.
    pub bias: bool,
}

/// Experts with what routes tokens to them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Experts {
    /// Routed experts, E.
    pub count: u32,
    /// Routed experts that a token meets, k.
    pub per_token: u32,
    /// A routed expert.
    pub each: Mlp,
    /// Inner width of what every token meets besides, together; 0 for none.
    pub shared_width: u32,
    /// The shared part has a gate of its own (Qwen2-MoE).
    pub shared_gate: bool,
    /// The router has a bias for each expert.
    pub router_bias: bool,
}

impl Mlp {
    /// A gated one without biases.
    #[must_use]
    pub const fn gated(width: u32) -> Self {
        Self { width, gated: true, bias: false }
    }

    /// Matrices of one.
    fn count(&self) -> f64 {
        if self.gated { 3.0 } else { 2.0 }
    }

    /// Weights of the matrices: 2 h f, gated 3 h f.
    #[must_use]
    pub fn weights(&self, hidden: f64) -> f64 {
        self.count() * hidden * f64::from(self.width)
    }

    /// Biases, where it has them.
    #[must_use]
    pub fn biases(&self, hidden: f64) -> f64 {
        if self.bias { (self.count() - 1.0) * f64::from(self.width) + hidden } else { 0.0 }
    }

    /// The widths in and out of its matrices, all together; 0 where there is none.
    #[must_use]
    pub fn ends(&self, hidden: f64) -> f64 {
        if self.width == 0 { 0.0 } else { self.count() * (hidden + f64::from(self.width)) }
    }

    /// Bytes kept of a token for the backward pass, 16 bits: 2 f for each matrix; in gated ones
    /// gate, up, product.
    #[must_use]
    pub fn kept_bytes(&self) -> f64 {
        2.0 * self.count() * f64::from(self.width)
    }
}

impl Experts {
    /// The part that every token meets besides.
    #[must_use]
    pub const fn shared(&self) -> Mlp {
        Mlp { width: self.shared_width, ..self.each }
    }

    /// Weights of what every token meets besides, its gate too.
    #[must_use]
    pub fn shared_weights(&self, hidden: f64) -> f64 {
        self.shared().weights(hidden) + if self.shared_gate { hidden } else { 0.0 }
    }

    /// The share of routed experts that at least one of `tokens` meets, where routing is even:
    /// 1 - (1 - k / E)^tokens.
    #[must_use]
    pub fn met_by_any(&self, tokens: f64) -> f64 {
        let [count, met] = [self.count, self.per_token].map(f64::from);
        let missed = 1.0 - crate::sizing::band::ratio(met, count).min(1.0);
        1.0 - power(missed, tokens)
    }
}

impl FeedForward {
    /// Its experts, where it has some.
    #[must_use]
    pub const fn experts(&self) -> Option<&Experts> {
        match self {
            Self::Experts(it) => Some(it),
            Self::None | Self::Dense(_) => None,
        }
    }

    /// Bytes kept of a token for the backward pass. Experts: k times their own width, and the token
    /// sent to each and back, 4 k h.
    #[must_use]
    pub fn kept_bytes(&self, hidden: f64) -> f64 {
        match self {
            Self::None => 0.0,
            Self::Dense(mlp) => mlp.kept_bytes(),
            Self::Experts(it) => {
                let met = f64::from(it.per_token);
                met * it.each.kept_bytes() + it.shared().kept_bytes() + 4.0 * met * hidden
            }
        }
    }

    /// Checks every number.
    ///
    /// # Errors
    /// The first field that cannot be, and why.
    pub fn check(&self) -> Result<(), BadField> {
        match self {
            Self::None => Ok(()),
            Self::Dense(mlp) => positive("intermediate_size", mlp.width, MAX_WIDTH),
            Self::Experts(it) => {
                positive("num_experts", it.count, MAX_EXPERTS)?;
                positive("num_experts_per_tok", it.per_token, MAX_EXPERTS)?;
                positive("moe_intermediate_size", it.each.width, MAX_WIDTH)?;
                at_most("shared_expert_intermediate_size", it.shared_width, MAX_WIDTH)?;
                within("num_experts_per_tok", it.per_token, "num_experts", it.count)
            }
        }
    }
}

/// `base` to a whole power, by squaring: no library of logarithms.
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
