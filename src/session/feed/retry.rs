//! Delay before a failed poll is retried: exponential backoff with jitter.

/// Delay after the first failure, in milliseconds.
const FIRST_MILLISECONDS: u32 = 1_000;
/// Maximum delay in milliseconds: short enough for a reader who returns after a night.
const LONGEST_MILLISECONDS: u32 = 300_000;

/// Returns the milliseconds until the next attempt after `failures` consecutive failures (from 1).
///
/// The delay doubles with each failure up to the maximum; `share` (0 to 1, random) selects a point
/// between half of it and all of it. So thousands of pages that lost one server at the same moment
/// do not all return at once.
#[must_use]
pub fn delay(failures: u32, share: f64) -> u32 {
    // Bounded so that the shift cannot overflow; the maximum delay is reached before.
    let doublings = failures.saturating_sub(1).min(16);
    let whole = FIRST_MILLISECONDS.saturating_mul(1 << doublings).min(LONGEST_MILLISECONDS);
    let half = whole / 2;
    // The cast saturates and maps NaN to 0.
    half + (f64::from(half) * share.clamp(0.0, 1.0)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_pause_doubles_up_to_five_minutes() {
        let cases = [
            (0, 1_000),
            (1, 1_000),
            (2, 2_000),
            (3, 4_000),
            (9, 256_000),
            (10, 300_000),
            (32, 300_000),
            (u32::MAX, 300_000),
        ];
        for (failures, whole) in cases {
            assert_eq!(delay(failures, 1.0), whole, "{failures}");
            assert_eq!(delay(failures, 0.0), whole / 2, "{failures}");
        }
    }

    #[test]
    fn any_share_lies_between_the_half_and_the_whole() {
        let cases =
            [(0.5, 3_000), (-1.0, 2_000), (7.0, 4_000), (f64::NAN, 2_000), (f64::INFINITY, 4_000)];
        for (share, milliseconds) in cases {
            assert_eq!(delay(3, share), milliseconds, "{share}");
        }
    }
}
