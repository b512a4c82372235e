//! Time of day, by the visitor's clock.

use crate::model::{Hour, Instant};

const MILLISECONDS_PER_HOUR: f64 = 3_600_000.0;
const MILLISECONDS_PER_MINUTE: f64 = 60_000.0;
const MILLISECONDS_PER_SECOND: f64 = 1_000.0;

/// Returns the current hour, rounded down, by the visitor's clock.
#[must_use]
pub fn now() -> Hour {
    // The cast saturates: an absurd clock gives an absurd hour, never a panic.
    Hour::new((js_sys::Date::now() / MILLISECONDS_PER_HOUR).floor() as i32)
}

/// Returns the current second, rounded down, by the visitor's clock, since 1970-01-01T00:00:00Z.
#[must_use]
pub fn second() -> u64 {
    // The cast saturates, as above.
    (js_sys::Date::now() / MILLISECONDS_PER_SECOND) as u64
}

/// Returns the current minute, rounded down, by the visitor's clock, since 1970-01-01T00:00:00Z.
#[must_use]
pub fn minute() -> u32 {
    // The cast saturates, as above.
    (js_sys::Date::now() / MILLISECONDS_PER_MINUTE) as u32
}

/// Returns the current second by the visitor's clock, or the start of the hour `otherwise` if that
/// clock is absurd.
#[must_use]
pub fn instant(otherwise: Hour) -> Instant {
    let now = i64::try_from(second()).ok().and_then(Instant::of_unix);
    now.unwrap_or_else(|| otherwise.into())
}
