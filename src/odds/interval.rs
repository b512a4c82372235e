//! Confidence interval of a share that was observed only once.

/// Observed share and its confidence interval, all from 0 to 1.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Interval {
    /// Lower end of the interval.
    pub low: f64,
    /// Observed share.
    pub share: f64,
    /// Upper end of the interval.
    pub high: f64,
}

/// The 97.5th percentile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// Returns the 95 % Wilson score interval (Wilson 1927) of a chance, given `counted` successes out
/// of `all`.
///
/// If each request were selected with that chance, independently of the others, 95 of 100 such
/// intervals would contain it. `None` if `all` is 0 or less than `counted`.
#[must_use]
pub fn wilson(counted: u32, all: u32) -> Option<Interval> {
    if all == 0 || counted > all {
        return None;
    }
    let n = f64::from(all);
    let share = f64::from(counted) / n;
    let spread = Z * Z / n;
    let middle = (share + spread / 2.0) / (1.0 + spread);
    let half = Z * (share * (1.0 - share) / n + spread / (4.0 * n)).sqrt() / (1.0 + spread);
    let (low, high) = ((middle - half).max(0.0), (middle + half).min(1.0));
    // Rounding must not push an end past the observed share.
    Some(Interval { low: low.min(share), share, high: high.max(share) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn call_25_1_is_31_of_100_give_or_take_four() {
        let Interval { low, share, high } = wilson(159, 514).unwrap();
        assert!((share - 0.309_339).abs() < 1e-6, "{share}");
        assert!((low - 0.270_912).abs() < 1e-4, "{low}");
        assert!((high - 0.350_589).abs() < 1e-4, "{high}");
        assert_eq!([low, share, high].map(|it| (it * 100.0).round()), [27.0, 31.0, 35.0]);
    }

    /// Reference value of Brown, Cai and DasGupta (2001): with none of ten, up to 27.8 %.
    #[test]
    fn its_ends_are_where_nothing_or_all_came_true() {
        let none = wilson(0, 10).unwrap();
        assert!(none.low == 0.0 && (none.high - 0.277_5).abs() < 1e-3, "{none:?}");
        let all = wilson(10, 10).unwrap();
        assert!(all.high == 1.0 && (all.low - 0.722_5).abs() < 1e-3, "{all:?}");
        assert_eq!([wilson(0, 0), wilson(3, 2)], [None; 2]);
    }
}
