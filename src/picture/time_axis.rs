//! The time axis shared by all pictures: the days it shows, the position of an hour, and its ticks
//! in words.

use crate::model::{Block, Civil, Hold, Hour, Snapshot};
use crate::words::format;
use crate::words::lang::Lang;
use core::ops::Range;

/// Width of an axis, so that positions are in ten-thousandths.
pub const WIDTH: u32 = 10_000;
/// Most months shown by [`TimeSpan::All`]: beyond that, a day is too narrow to point at.
const MOST_MONTHS: u32 = 1_200;
/// Most ticks; more would not be worth drawing.
const MOST_TICKS: usize = 40;

/// Length of time that pictures show.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum TimeSpan {
    /// Seven days.
    Week,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// Twelve months.
    #[default]
    Year,
    /// From the first hold to the end of the last one.
    All,
}

impl TimeSpan {
    /// All spans, the shortest first.
    pub const ALL: [Self; 5] = [Self::Week, Self::Month, Self::Quarter, Self::Year, Self::All];

    /// Returns the name used in links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::All => "all",
        }
    }

    /// Returns the span with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|span| span.id() == id)
    }

    /// Returns its number of months, if it is counted in months.
    const fn months(self) -> Option<u32> {
        match self {
            Self::Month => Some(1),
            Self::Quarter => Some(3),
            Self::Year => Some(12),
            Self::Week | Self::All => None,
        }
    }
}

/// Returns the range from the first to the last hour at which anything changes, including `as_of`.
#[must_use]
pub fn horizon(snapshot: &Snapshot) -> Range<Hour> {
    // The sentinels for open ends have no place on an axis.
    let is_date = |hour: &Hour| (Hour::EARLIEST..=Hour::LATEST).contains(hour);
    let of_hold = |hold: &Hold| [hold.from, hold.until];
    let holds = snapshot.holds.iter().flat_map(of_hold);
    let blocks = snapshot.blocks.iter().filter_map(|block: &Block| block.available_from);
    let start = snapshot.as_of..snapshot.as_of;
    holds
        .chain(blocks)
        .filter(is_date)
        .fold(start, |all, hour| all.start.min(hour)..all.end.max(hour))
}

/// A sequence of days as an axis for layout.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TimeAxis {
    /// First hour.
    pub from: Hour,
    /// Exclusive end, at least a day later.
    pub until: Hour,
    span: TimeSpan,
}

/// A tick of an axis with its words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tick {
    /// Position.
    pub x: u32,
    /// Name of the day, month or year that begins there.
    pub label: String,
    /// Month or year that the label belongs to, where it changes.
    pub group: Option<String>,
    /// `true` if its label may be hidden when there is little room.
    pub is_minor: bool,
}

impl TimeAxis {
    /// Returns the axis of this span that contains `at`.
    ///
    /// It covers whole weeks, months, quarters or years of the calendar, counted from the one of
    /// `today`, so that moving a date within one leaves the axis unchanged.
    #[must_use]
    pub fn of_calendar(span: TimeSpan, today: Hour, horizon: &Range<Hour>, at: Hour) -> Self {
        let (today, at) = (within_dates(today), within_dates(at));
        match span {
            TimeSpan::Week => Self::weeks(today.last_midnight().plus_days(-week_day(today)), at),
            TimeSpan::All => {
                let first = first_of_month(horizon.start.min(today).min(at), 0);
                let last = horizon.end.max(today).max(at);
                let least = Self { from: first, until: first_of_month(first, 12), span };
                Self { until: first_of_month(last, 1).max(least.until), ..least }
            }
            _ => Self::months(span, span.months().unwrap_or(1), first_of_month(today, 0), at),
        }
    }

    /// Returns the axis of this span that contains `at`, counted from `first` on, for possible
    /// starts.
    ///
    /// [`TimeSpan::All`] reaches to the end of the last hold, but for one to three years.
    #[must_use]
    pub fn of_starts(span: TimeSpan, first: Hour, horizon: &Range<Hour>, at: Hour) -> Self {
        let (first, at) = (within_dates(first).last_midnight(), within_dates(at));
        match span {
            TimeSpan::Week => Self::weeks(first, at),
            TimeSpan::All => {
                // Of 366 days, so that a leap year still counts as one year.
                let years = horizon.end.since(first).div_ceil(366 * 24).clamp(1, 3);
                Self::months(span, years * 12, first, at)
            }
            _ => Self::months(span, span.months().unwrap_or(1), first, at),
        }
    }

    /// Returns an axis of `days` days from `from` on, with the ticks of the nearest span.
    #[must_use]
    pub fn of_days(from: Hour, days: u32) -> Self {
        let span = match days {
            0..=10 => TimeSpan::Week,
            11..=45 => TimeSpan::Month,
            46..=120 => TimeSpan::Quarter,
            121..=400 => TimeSpan::Year,
            _ => TimeSpan::All,
        };
        Self { from, until: from.plus(days.max(1).saturating_mul(24)), span }
    }

    fn weeks(first: Hour, at: Hour) -> Self {
        let weeks = (at.number().saturating_sub(first.number())).div_euclid(7 * 24);
        let from = first.plus_days(weeks.saturating_mul(7));
        Self { from, until: from.plus(7 * 24), span: TimeSpan::Week }
    }

    /// Returns the axis of `months` months that contains `at`, a multiple of `months` after or
    /// before `first`.
    fn months(span: TimeSpan, months: u32, first: Hour, at: Hour) -> Self {
        let step = months.clamp(1, MOST_MONTHS).cast_signed();
        let away = month_number(at.civil()) - month_number(first.civil());
        let pages = away.div_euclid(step);
        let page = |number: i32| {
            let from = month_later(first, number.saturating_mul(step));
            Self { from, until: month_later(first, (number + 1).saturating_mul(step)), span }
        };
        // If `first` is late in its month, `at` can be earlier than that day within the same month.
        let found = page(pages);
        if at < found.from { page(pages - 1) } else { found }
    }

    /// Returns a date on the axis before or after this one.
    #[must_use]
    pub fn neighbour(self, at: Hour, is_later: bool) -> Hour {
        let length = self.until.since(self.from);
        let there = if is_later { at.plus(length) } else { at.minus(length) };
        within_dates(there).last_midnight()
    }

    /// Returns `true` if a date lies on it.
    #[must_use]
    pub fn contains(self, hour: Hour) -> bool {
        (self.from..self.until).contains(&hour)
    }

    /// Returns the position of an hour; one beyond an end lies at that end.
    #[must_use]
    pub fn x(self, hour: Hour) -> u32 {
        let length = u64::from(self.until.since(self.from)).max(1);
        let past = u64::from(hour.since(self.from)).min(length);
        (past * u64::from(WIDTH) / length) as u32
    }

    /// Returns the number of days shown, from 1.
    #[must_use]
    pub fn days(self) -> u32 {
        (self.until.since(self.from) / 24).max(1)
    }

    /// Returns the day at a position, 0-based.
    #[must_use]
    pub fn day_at(self, x: u32) -> u32 {
        let days = self.days();
        let day = u64::from(x.min(WIDTH)) * u64::from(days) / u64::from(WIDTH);
        (day as u32).min(days - 1)
    }

    /// Returns the day of an hour, 0-based; the first or last one if it lies beyond.
    #[must_use]
    pub fn day_of(self, hour: Hour) -> u32 {
        (hour.since(self.from) / 24).min(self.days() - 1)
    }

    /// Returns the first hour of a day, 0-based; of the last day if there are fewer.
    #[must_use]
    pub fn day(self, day: u32) -> Hour {
        self.from.plus(day.min(self.days() - 1) * 24)
    }

    /// Returns the ticks, at the beginnings of days, weeks, months or years.
    #[must_use]
    pub fn ticks(self, lang: Lang) -> Vec<Tick> {
        let mut ticks: Vec<Tick> = Vec::new();
        let mut last_group = None;
        for hour in self.tick_hours() {
            let civil = hour.civil();
            // A month is grouped by its year, a day by its month.
            let (label, group) = match self.span {
                TimeSpan::Week => (format::weekday(hour, lang), TickGroup::Month),
                TimeSpan::Month => (format::day_of_month(civil.day, lang), TickGroup::Month),
                TimeSpan::Quarter if civil.day > 1 => {
                    (format::day_of_month(civil.day, lang), TickGroup::Year)
                }
                _ if self.tick_months() >= 12 => (format::year(civil.year, lang), TickGroup::None),
                _ => (format::month(civil.month, lang), TickGroup::Year),
            };
            let group = match group {
                TickGroup::None => None,
                TickGroup::Year => Some((civil.year, None)),
                TickGroup::Month => Some((civil.year, Some(civil.month))),
            };
            let is_new = group != last_group;
            last_group = group;
            let words = |(year, month): (i32, Option<u8>)| match month {
                None => format::year(year, lang),
                Some(month) => format::month_of_year(year, month, lang),
            };
            let group = group.filter(|_| is_new).map(words);
            let is_minor = match self.span {
                TimeSpan::Quarter => civil.day > 1,
                _ => ticks.len() % 2 == 1,
            };
            ticks.push(Tick { x: self.x(hour), label, group, is_minor });
        }
        // Two groups side by side would overlap; the second says more of what follows.
        if let [first, others @ ..] = ticks.as_mut_slice()
            && others.iter().find(|tick| tick.group.is_some()).is_some_and(|it| it.x < WIDTH / 5)
        {
            first.group = None;
        }
        ticks
    }

    /// Returns the hours of the ticks.
    #[must_use]
    pub fn tick_hours(self) -> Vec<Hour> {
        let on_it = |hour: &Hour| self.contains(*hour);
        if self.span == TimeSpan::Week {
            return (0..self.days()).map(|day| self.day(day)).collect();
        }
        let days: &[u8] = match self.span {
            TimeSpan::Month => &[1, 8, 15, 22, 29],
            TimeSpan::Quarter => &[1, 15],
            _ => &[1],
        };
        let step = self.tick_months().cast_signed();
        let first = month_number(self.from.civil());
        let last = month_number(self.until.civil());
        // Begins at a multiple of the step, so that years and quarters start at their first month.
        let months = (first.div_euclid(step) * step..=last).step_by(step.unsigned_abs() as usize);
        let of_month = |month: i32| days.iter().filter_map(move |&day| date(month, day));
        months.flat_map(of_month).filter(on_it).take(MOST_TICKS).collect()
    }

    /// Returns the number of months between ticks that are months.
    fn tick_months(self) -> u32 {
        let months = self.until.since(self.from) / (30 * 24);
        // A little more than a dozen ticks.
        let steps = [1, 3, 6, 12, 24, 60, 120];
        steps.into_iter().find(|step| months / step <= 13).unwrap_or(240)
    }
}

enum TickGroup {
    None,
    Month,
    Year,
}

/// Returns the nearest hour that a file or a request may name.
fn within_dates(hour: Hour) -> Hour {
    hour.clamp(Hour::EARLIEST, Hour::LATEST)
}

fn week_day(hour: Hour) -> i32 {
    i32::from(hour.weekday())
}

/// Returns the number of months since the year 0.
fn month_number(civil: Civil) -> i32 {
    civil.year.saturating_mul(12).saturating_add(i32::from(civil.month) - 1)
}

/// Returns a day of a month that is counted from the year 0, if the month has it.
fn date(month: i32, day: u8) -> Option<Hour> {
    let of_year = u8::try_from(month.rem_euclid(12) + 1).ok()?;
    Hour::of_date(month.div_euclid(12), of_year, day)
}

/// Returns the first day of the month that is `months` after that of `hour`.
fn first_of_month(hour: Hour, months: i32) -> Hour {
    date(month_number(hour.civil()).saturating_add(months), 1).unwrap_or(hour)
}

/// Returns the same day `months` months later, or the last day of that month.
fn month_later(first: Hour, months: i32) -> Hour {
    let civil = first.civil();
    let month = month_number(civil).saturating_add(months);
    // Every month has 28 days, so the search always ends with a day.
    let days = (28..=civil.day.max(28)).rev();
    let day = |last: u8| date(month, civil.day.min(last));
    days.filter_map(day).next().unwrap_or(first)
}

#[cfg(test)]
mod tests;
