//! The axis of time that all pictures share: which days it shows, where an hour lies on it, and
//! its ticks in words.

use crate::model::{Block, Civil, Hold, Hour, Snapshot};
use crate::words::format;
use crate::words::lang::Lang;
use core::ops::Range;

/// The width of an axis: places on it are counted in ten-thousandths.
pub const WIDTH: u32 = 10_000;
/// The longest that all of it shows: beyond, a day is too narrow to point at.
const MOST_MONTHS: u32 = 1_200;
/// More ticks than this are not worth a place.
const MOST_TICKS: usize = 40;

/// How much time pictures show.
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
    /// All of them, the shortest first.
    pub const ALL: [Self; 5] = [Self::Week, Self::Month, Self::Quarter, Self::Year, Self::All];

    /// The name in links.
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

    /// The span with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|span| span.id() == id)
    }

    /// How many months it takes, where it is counted in months.
    const fn months(self) -> Option<u32> {
        match self {
            Self::Month => Some(1),
            Self::Quarter => Some(3),
            Self::Year => Some(12),
            Self::Week | Self::All => None,
        }
    }
}

/// From the first to the last hour at which anything changes.
#[must_use]
pub fn horizon(snapshot: &Snapshot) -> Range<Hour> {
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

/// Days in a row, as a line to lay things out on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TimeAxis {
    /// The first hour.
    pub from: Hour,
    /// The hour behind the last one, at least a day later.
    pub until: Hour,
    span: TimeSpan,
}

/// A place on an axis with its words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tick {
    /// Where it is.
    pub x: u32,
    /// What begins there: a day, a month, a year.
    pub label: String,
    /// The month or the year that begins there, where the label alone would not tell.
    pub group: Option<String>,
    /// Whether its label may go where there is little room.
    pub is_minor: bool,
}

impl TimeAxis {
    /// The axis of this span that has `at` on it: whole weeks, months, quarters or years of the
    /// calendar, counted from the one of `today`, so that a date moved within one leaves it as
    /// it is.
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

    /// The axis of this span that has `at` on it, counted from `first` on: starts that may be
    /// asked for. All of them are those up to the end of the last hold, for one to three years.
    #[must_use]
    pub fn of_starts(span: TimeSpan, first: Hour, horizon: &Range<Hour>, at: Hour) -> Self {
        let (first, at) = (within_dates(first).last_midnight(), within_dates(at));
        match span {
            TimeSpan::Week => Self::weeks(first, at),
            TimeSpan::All => {
                let years = horizon.end.since(first).div_ceil(366 * 24).clamp(1, 3);
                Self::months(span, years * 12, first, at)
            }
            _ => Self::months(span, span.months().unwrap_or(1), first, at),
        }
    }

    /// So many days from `from` on, with the ticks of the span that is nearest to them.
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

    /// So many months in a row, a whole number of times after or before `first`.
    fn months(span: TimeSpan, months: u32, first: Hour, at: Hour) -> Self {
        let step = months.clamp(1, MOST_MONTHS).cast_signed();
        let away = month_number(at.civil()) - month_number(first.civil());
        let pages = away.div_euclid(step);
        let page = |number: i32| {
            let from = month_later(first, number.saturating_mul(step));
            Self { from, until: month_later(first, (number + 1).saturating_mul(step)), span }
        };
        // A first day late in its month may lie behind `at` though the month does not.
        let found = page(pages);
        if at < found.from { page(pages - 1) } else { found }
    }

    /// The axis before or after this one, as the date that leads to it.
    #[must_use]
    pub fn neighbour(self, at: Hour, is_later: bool) -> Hour {
        let length = self.until.since(self.from);
        let there = if is_later { at.plus(length) } else { at.minus(length) };
        within_dates(there).last_midnight()
    }

    /// Whether a date lies on it.
    #[must_use]
    pub fn contains(self, hour: Hour) -> bool {
        (self.from..self.until).contains(&hour)
    }

    /// Where an hour lies; at an end where it lies beyond it.
    #[must_use]
    pub fn x(self, hour: Hour) -> u32 {
        let length = u64::from(self.until.since(self.from)).max(1);
        let past = u64::from(hour.since(self.from)).min(length);
        (past * u64::from(WIDTH) / length) as u32
    }

    /// How many days it shows, from 1.
    #[must_use]
    pub fn days(self) -> u32 {
        (self.until.since(self.from) / 24).max(1)
    }

    /// The day at a place, counted from 0.
    #[must_use]
    pub fn day_at(self, x: u32) -> u32 {
        let days = self.days();
        let day = u64::from(x.min(WIDTH)) * u64::from(days) / u64::from(WIDTH);
        (day as u32).min(days - 1)
    }

    /// The day of an hour; the first or the last one where it lies beyond.
    #[must_use]
    pub fn day_of(self, hour: Hour) -> u32 {
        (hour.since(self.from) / 24).min(self.days() - 1)
    }

    /// The first hour of a day; of the last one where there are fewer.
    #[must_use]
    pub fn day(self, day: u32) -> Hour {
        self.from.plus(day.min(self.days() - 1) * 24)
    }

    /// Where days, weeks, months or years begin.
    #[must_use]
    pub fn ticks(self, lang: Lang) -> Vec<Tick> {
        let mut ticks: Vec<Tick> = Vec::new();
        let mut last_group = None;
        for hour in self.tick_hours() {
            let civil = hour.civil();
            // Months tell their year, days their month.
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
        // Two groups side by side would run into each other: the second says more of what comes.
        if let [first, others @ ..] = ticks.as_mut_slice()
            && others.iter().find(|tick| tick.group.is_some()).is_some_and(|it| it.x < WIDTH / 5)
        {
            first.group = None;
        }
        ticks
    }

    /// The hours of the ticks.
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
        let months = (first.div_euclid(step) * step..=last).step_by(step.unsigned_abs() as usize);
        let of_month = |month: i32| days.iter().filter_map(move |&day| date(month, day));
        months.flat_map(of_month).filter(on_it).take(MOST_TICKS).collect()
    }

    /// How many months lie between ticks that are months.
    fn tick_months(self) -> u32 {
        let months = self.until.since(self.from) / (30 * 24);
        // A dozen of them and a bit.
        let steps = [1, 3, 6, 12, 24, 60, 120];
        steps.into_iter().find(|step| months / step <= 13).unwrap_or(240)
    }
}

enum TickGroup {
    None,
    Month,
    Year,
}

/// The date that the file and the request may name that is nearest to an hour.
fn within_dates(hour: Hour) -> Hour {
    hour.clamp(Hour::EARLIEST, Hour::LATEST)
}

fn week_day(hour: Hour) -> i32 {
    i32::from(hour.weekday())
}

/// Months since the year 0.
fn month_number(civil: Civil) -> i32 {
    civil.year.saturating_mul(12).saturating_add(i32::from(civil.month) - 1)
}

/// A day of a month that is counted from the year 0.
fn date(month: i32, day: u8) -> Option<Hour> {
    let of_year = u8::try_from(month.rem_euclid(12) + 1).ok()?;
    Hour::of_date(month.div_euclid(12), of_year, day)
}

/// The first day of the month of an hour, or of one so many later.
fn first_of_month(hour: Hour, months: i32) -> Hour {
    date(month_number(hour.civil()).saturating_add(months), 1).unwrap_or(hour)
}

/// The same day of another month, or the month's last one.
fn month_later(first: Hour, months: i32) -> Hour {
    let civil = first.civil();
    let month = month_number(civil).saturating_add(months);
    let days = (28..=civil.day.max(28)).rev();
    let day = |last: u8| date(month, civil.day.min(last));
    days.filter_map(day).next().unwrap_or(first)
}

#[cfg(test)]
mod tests;
