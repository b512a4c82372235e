//! Estimate with its range.

/// A figure known only within a range: `low <= central <= high`.
///
/// ```
/// use jari::sizing::band::Band;
/// let tokens_per_second = Band::new(8_000.0, 10_000.0, 12_500.0);
/// let seconds = tokens_per_second.divide(1e6);
/// assert_eq!(seconds, Band::new(80.0, 100.0, 125.0));
/// assert!(seconds.holds(90.0));
/// ```
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct Band {
    /// Lowest likely value.
    pub low: f64,
    /// Central estimate.
    pub central: f64,
    /// Highest likely value.
    pub high: f64,
}

impl Band {
    /// Builds a band from its three values, in ascending order.
    #[must_use]
    pub const fn new(low: f64, central: f64, high: f64) -> Self {
        Self { low, central, high }
    }

    /// Returns a band whose three values are all `value`.
    #[must_use]
    pub const fn exact(value: f64) -> Self {
        Self { low: value, central: value, high: value }
    }

    /// Returns the band multiplied by `factor`, which must not be negative.
    #[must_use]
    pub const fn times(self, factor: f64) -> Self {
        Self { low: self.low * factor, central: self.central * factor, high: self.high * factor }
    }

    /// Returns the same band with its high end `factor` times as far from the estimate.
    #[must_use]
    pub fn reaching(self, factor: f64) -> Self {
        Self { high: self.central + (self.high - self.central) * factor, ..self }
    }

    /// Returns the sum of both, low with low and high with high: for parts that one cause moves
    /// together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            central: self.central + other.central,
            high: self.high + other.high,
        }
    }

    /// Returns the time for `amount` at this rate: the high rate gives the low time.
    #[must_use]
    pub fn divide(self, amount: f64) -> Self {
        Self {
            low: ratio(amount, self.high),
            central: ratio(amount, self.central),
            high: ratio(amount, self.low),
        }
    }

    /// Returns `true` if `value` lies within the band, both ends included.
    #[must_use]
    pub fn holds(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// Returns `amount / by` without ever giving NaN: 0 if `amount` is not positive, [`MOST`] if `by`
/// is not.
#[must_use]
pub fn ratio(amount: f64, by: f64) -> f64 {
    if amount > 0.0 { if by > 0.0 { (amount / by).min(MOST) } else { MOST } } else { 0.0 }
}

/// Largest figure that is shown: a duration or amount this large means "never".
///
/// A judgement: far above any real figure, and far below the largest `f64`, so sums stay finite.
pub const MOST: f64 = 1e30;

/// Returns a number that is not negative as an integer, rounded down and saturating.
#[must_use]
pub fn whole(number: f64) -> u32 {
    // The cast saturates, and turns NaN into 0.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
    let whole = number as u32;
    whole
}
