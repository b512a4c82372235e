//! The time of day.

use crate::model::Hour;

const MILLISECONDS_PER_HOUR: f64 = 3_600_000.0;

/// The hour that has begun, by the visitor's clock.
#[must_use]
pub fn now() -> Hour {
    // The cast saturates: an absurd clock gives an absurd hour, never a panic.
    Hour::new((js_sys::Date::now() / MILLISECONDS_PER_HOUR).floor() as i32)
}
