//! Figures as JSON.

use serde::Serialize;

use crate::sizing::band::Band;

/// A range, with each figure rounded to six digits.
#[derive(Serialize)]
pub(super) struct RangeJson {
    low: f64,
    central: f64,
    high: f64,
}

impl From<Band> for RangeJson {
    fn from(band: Band) -> Self {
        Self { low: digits(band.low), central: digits(band.central), high: digits(band.high) }
    }
}

/// Rounds to six significant digits: more would claim a precision that no estimate has.
pub(super) fn digits(number: f64) -> f64 {
    format!("{number:.5e}").parse().unwrap_or(number)
}
