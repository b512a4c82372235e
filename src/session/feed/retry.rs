//! Retries: which outcome of a poll leads to another poll, and after what delay.

use super::failure::{LoadError, PollFailure};
use super::state::{Feed, Status};

/// Delay after the first failure, in milliseconds.
const FIRST_MILLISECONDS: u32 = 1_000;
/// Maximum delay in milliseconds: short enough for a reader who returns after a night.
const LONGEST_MILLISECONDS: u32 = 300_000;

impl Feed {
    /// Sets the status after a poll, and returns the milliseconds until the next one.
    ///
    /// A transient failure is retried after a backoff delay. Otherwise the next poll comes after
    /// the regular period; if there is no file after a permanent failure, only on the reader's
    /// demand.
    pub(super) fn end(
        &mut self,
        result: Result<(), LoadError>,
        minute: u32,
        share: f64,
    ) -> Option<u32> {
        let period =
            self.site.settings.refresh_seconds.map(|seconds| seconds.saturating_mul(1_000));
        let Err(error) = result else {
            // After a success the file shown is the server's and no longer a copy.
            (self.failures, self.since, self.copy_of) = (0, None, None);
            self.status = Status::Current;
            return period;
        };
        self.failures = self.failures.saturating_add(1);
        let since = *self.since.get_or_insert(minute);
        let next = match error.is_transient() {
            true => Some(delay(self.failures, share)),
            false => period.filter(|_| self.file.is_some()),
        };
        self.status = Status::Failed(PollFailure { error, since, retries: next.is_some() });
        next
    }
}

/// Returns the milliseconds until the next attempt after `failures` consecutive failures (from 1):
/// exponential backoff with jitter.
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
