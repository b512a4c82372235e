//! The time of day.

use crate::model::{Hour, Instant};

const MILLISECONDS_PER_HOUR: f64 = 3_600_000.0;
const MILLISECONDS_PER_MINUTE: f64 = 60_000.0;
const MILLISECONDS_PER_SECOND: f64 = 1_000.0;

/// The hour that has begun, by the visitor's clock.
#[must_use]
pub fn now() -> Hour {
    // The cast saturates: an absurd clock gives an absurd hour, never a panic.
    Hour::new((js_sys::Date::now() / MILLISECONDS_PER_HOUR).floor() as i32)
}

/// The second that has begun, by the visitor's clock, counted from 1970-01-01T00:00:00Z.
#[must_use]
pub fn second() -> u64 {
    // The cast saturates, as above.
    (js_sys::Date::now() / MILLISECONDS_PER_SECOND) as u64
}

/// The minute that has begun, by the visitor's clock, counted from 1970-01-01T00:00:00Z.
#[must_use]
pub fn minute() -> u32 {
    // The cast saturates, as above.
    (js_sys::Date::now() / MILLISECONDS_PER_MINUTE) as u32
}

/// The second that has begun, by the visitor's clock; that of `otherwise` where the clock is absurd.
#[must_use]
pub fn instant(otherwise: Hour) -> Instant {
    let now = i64::try_from(second()).ok().and_then(Instant::of_unix);
    now.unwrap_or_else(|| otherwise.into())
}
