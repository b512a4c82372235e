//! Clock of this machine.

use std::time::{SystemTime, UNIX_EPOCH};

use jari::model::Hour;

/// Returns the current hour, clamped to the supported range.
pub fn now() -> Hour {
    #[expect(clippy::disallowed_methods, reason = "the tool has a clock, the core has none")]
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let hours = since_1970.as_secs() / 3_600;
    i32::try_from(hours).map_or(Hour::LATEST, Hour::new).clamp(Hour::EARLIEST, Hour::LATEST)
}
