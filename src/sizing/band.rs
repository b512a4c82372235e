//! An estimate with its range.

/// A figure that is known only within a range: `low <= central <= high`.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct Band {
    /// The least that is likely.
    pub low: f64,
    /// The estimate.
    pub central: f64,
    /// The most that is likely.
    pub high: f64,
}

impl Band {
    /// From the least, the estimate and the most.
    #[must_use]
    pub const fn new(low: f64, central: f64, high: f64) -> Self {
        Self { low, central, high }
    }

    /// A figure that is exact.
    #[must_use]
    pub const fn exact(value: f64) -> Self {
        Self { low: value, central: value, high: value }
    }

    /// Each of the three, by a factor that is not negative.
    #[must_use]
    pub const fn times(self, factor: f64) -> Self {
        Self { low: self.low * factor, central: self.central * factor, high: self.high * factor }
    }

    /// The same band with its high end this many times as far from the estimate.
    #[must_use]
    pub fn reaching(self, factor: f64) -> Self {
        Self { high: self.central + (self.high - self.central) * factor, ..self }
    }

    /// Low with low, high with high: for parts that a cause moves together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            central: self.central + other.central,
            high: self.high + other.high,
        }
    }

    /// What `amount` comes to at this rate: the high rate gives the low time.
    #[must_use]
    pub fn divide(self, amount: f64) -> Self {
        Self {
            low: ratio(amount, self.high),
            central: ratio(amount, self.central),
            high: ratio(amount, self.low),
        }
    }

    /// Whether a measured value lies within.
    #[must_use]
    pub fn holds(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// A quotient that is never NaN: 0 where nothing is divided, [`MOST`] where nothing divides.
#[must_use]
pub fn ratio(amount: f64, by: f64) -> f64 {
    if amount > 0.0 { if by > 0.0 { (amount / by).min(MOST) } else { MOST } } else { 0.0 }
}

/// The largest figure that is told: beyond it, a duration or an amount means "never".
pub const MOST: f64 = 1e30;

/// A number that is not negative as a whole one; saturates.
#[must_use]
pub fn whole(number: f64) -> u32 {
    // A cast saturates, and takes NaN for 0.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
    let whole = number as u32;
    whole
}
