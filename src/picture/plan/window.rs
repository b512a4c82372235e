//! The period that the picture shows.

use crate::model::Hour;
use crate::picture::time_axis::{TimeAxis, WIDTH};
use core::ops::Range;

/// Fewest days shown.
const LEAST_DAYS: u32 = 7;
/// Most days shown: about ten years.
const MOST_DAYS: u32 = 3_660;
/// Days shown at first: a year.
const FIRST_DAYS: u32 = 365;

/// A period of whole days from a given hour on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DayWindow {
    /// First hour.
    pub from: Hour,
    /// Number of days, from `LEAST_DAYS` on.
    pub days: u32,
}

/// A change of the period.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shift {
    /// Half of its length earlier.
    Earlier,
    /// Half of its length later.
    Later,
    /// Its middle half.
    Narrower,
    /// Twice its length, around its middle.
    Wider,
}

impl DayWindow {
    /// Returns the first period shown: a year from `now` on.
    #[must_use]
    pub fn of_now(now: Hour) -> Self {
        Self { from: now.last_midnight(), days: FIRST_DAYS }
    }

    /// Returns a period with all of a plan, and a margin of at least a day around it.
    #[must_use]
    pub fn of_plan(times: &Range<Hour>) -> Self {
        let days = times.end.since(times.start).div_ceil(24).max(1);
        let margin = (days / 20).max(1);
        let from = times.start.last_midnight().minus(margin * 24);
        Self { from, days: (days + 2 * margin).clamp(LEAST_DAYS, MOST_DAYS) }
    }

    /// Returns the period after a change.
    #[must_use]
    pub fn shifted(self, by: Shift) -> Self {
        let half = (self.days / 2).max(1) * 24;
        let middle = self.from.plus(self.days / 2 * 24);
        let around = |days: u32| Self { from: middle.minus(days / 2 * 24), days };
        let moved = match by {
            Shift::Earlier => Self { from: self.from.minus(half), ..self },
            Shift::Later => Self { from: self.from.plus(half), ..self },
            Shift::Narrower => around((self.days / 2).max(LEAST_DAYS)),
            Shift::Wider => around((self.days * 2).min(MOST_DAYS)),
        };
        let from = moved.from.last_midnight().clamp(Hour::EARLIEST, Hour::LATEST);
        Self { from, ..moved }
    }

    /// Returns the period after its picture was dragged to the right by `by`, in parts of the
    /// axis's [`WIDTH`].
    ///
    /// Dragging to the right brings earlier days into sight.
    #[must_use]
    pub fn dragged(self, by: i32) -> Self {
        let hours = i64::from(self.days) * 24 * i64::from(by) / i64::from(WIDTH);
        let (earliest, latest) = (Hour::EARLIEST.number(), Hour::LATEST.number());
        let from = i64::from(self.from.number()) - hours;
        let from = from.clamp(earliest.into(), latest.into());
        Self { from: i32::try_from(from).map_or(self.from, Hour::new), ..self }
    }

    /// Returns the axis of the period.
    #[must_use]
    pub fn axis(self) -> TimeAxis {
        TimeAxis::of_days(self.from, self.days)
    }
}
