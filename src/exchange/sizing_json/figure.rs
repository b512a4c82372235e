//! Figures as they are written.

use serde::Serialize;

use crate::sizing::band::Band;

/// A range, each figure to six digits.
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

/// To six significant digits: more would claim what no estimate knows.
pub(super) fn digits(number: f64) -> f64 {
    format!("{number:.5e}").parse().unwrap_or(number)
}
