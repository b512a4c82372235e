//! Whole hours, calendar dates in Korea, and terms.
//!
//! Korea has kept one offset (+09:00) without summer time since 1988, so no zone database is
//! needed: an instant is a number of hours, and a date is 00:00 in Korea.

use core::fmt;
use time::{Date, Month, OffsetDateTime, format_description::well_known::Rfc3339};

const SECONDS_PER_HOUR: i64 = 3_600;
const HOURS_PER_DAY: i32 = 24;
/// Korea's offset from UTC, in hours.
const KOREA_HOURS: i32 = 9;

/// A whole hour, counted from 1970-01-01T00:00:00Z.
///
/// [`Hour::MIN`] and [`Hour::MAX`] mean "since ever" and "without end"; arithmetic saturates at
/// them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Hour(i32);

impl Hour {
    /// Sentinel before every instant that a file or a request may name.
    pub const MIN: Self = Self(i32::MIN);
    /// Sentinel after every instant that a file or a request may name: an open end.
    pub const MAX: Self = Self(i32::MAX);
    /// First hour that a file or a request may name: 2000-01-01 in Korea.
    pub const EARLIEST: Self = Self(262_959);
    /// Last hour that a file or a request may name, 2100-01-01T00:00:00Z, and the end of every
    /// search.
    ///
    /// Absurd years are far more often a typing error than a plan.
    pub const LATEST: Self = Self(1_139_568);

    /// Returns the hour with this number, counted from 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn new(number: i32) -> Self {
        Self(number)
    }

    /// Returns the number of hours since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// Returns the hour `hours` later, at most [`Hour::MAX`]; more than `i32::MAX` hours count as
    /// that many.
    #[must_use]
    pub fn plus(self, hours: u32) -> Self {
        Self(self.0.saturating_add(i32::try_from(hours).unwrap_or(i32::MAX)))
    }

    /// Returns the hour `hours` earlier, at least [`Hour::MIN`].
    #[must_use]
    pub fn minus(self, hours: u32) -> Self {
        Self(self.0.saturating_sub_unsigned(hours))
    }

    /// Returns the hour `days` days of 24 hours later, or earlier if `days` is negative; saturates.
    #[must_use]
    pub const fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(days.saturating_mul(HOURS_PER_DAY)))
    }

    /// Returns the number of hours from `earlier` to this hour, or 0 if `earlier` is not earlier.
    #[must_use]
    pub fn since(self, earlier: Self) -> u32 {
        u32::try_from(i64::from(self.0) - i64::from(earlier.0)).unwrap_or(0)
    }

    /// Returns 00:00 in Korea on the given date, or `None` if the calendar has no such date.
    #[must_use]
    pub fn of_date(year: i32, month: u8, day: u8) -> Option<Self> {
        Civil { year, month, day, hour: 0 }.to_hour()
    }

    /// Returns the date and hour of day in Korea.
    #[must_use]
    pub fn civil(self) -> Civil {
        let korea = self.0.saturating_add(KOREA_HOURS);
        let days = korea.div_euclid(HOURS_PER_DAY);
        // The two sentinels lie beyond the calendar, which ends with the year 9999.
        let date = Date::from_julian_day(days.saturating_add(UNIX_EPOCH_JULIAN))
            .unwrap_or(if self.0 < 0 { Date::MIN } else { Date::MAX });
        Civil {
            year: date.year(),
            month: date.month().into(),
            day: date.day(),
            hour: u8::try_from(korea.rem_euclid(HOURS_PER_DAY)).unwrap_or(0),
        }
    }

    /// Returns the first 00:00 in Korea that is not before this hour.
    #[must_use]
    pub fn next_midnight(self) -> Self {
        let korea = self.0.saturating_add(KOREA_HOURS);
        let past = korea.rem_euclid(HOURS_PER_DAY);
        self.plus(u32::try_from((HOURS_PER_DAY - past) % HOURS_PER_DAY).unwrap_or(0))
    }

    /// Returns the last 00:00 in Korea that is not after this hour.
    #[must_use]
    pub fn last_midnight(self) -> Self {
        let past = self.0.saturating_add(KOREA_HOURS).rem_euclid(HOURS_PER_DAY);
        self.minus(past.unsigned_abs())
    }

    /// Returns an hour on the last day of an interval that ends at this hour (exclusive).
    ///
    /// For an end at 00:00 in Korea that is the start of the previous day, for any other end this
    /// hour itself.
    #[must_use]
    pub fn last_day(self) -> Self {
        // `next_midnight` saturates, so an open end would pass for a midnight.
        let is_midnight = self < Self::MAX && self.next_midnight() == self;
        if is_midnight { self.plus_days(-1) } else { self }
    }

    /// Returns the day of the week in Korea: 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn weekday(self) -> u8 {
        let days = self.0.saturating_add(KOREA_HOURS).div_euclid(HOURS_PER_DAY);
        // 1970-01-01 was a Thursday.
        u8::try_from((days.rem_euclid(7) + 3) % 7).unwrap_or(0)
    }

    /// Returns the hour as RFC 3339 in UTC: `2027-01-03T00:00:00Z`.
    #[must_use]
    pub fn to_rfc3339(self) -> String {
        // `civil` adds Korea's offset, so subtracting it first gives UTC.
        let utc = Self(self.0.saturating_sub(KOREA_HOURS)).civil();
        format!("{:04}-{:02}-{:02}T{:02}:00:00Z", utc.year, utc.month, utc.day, utc.hour)
    }
}

/// The Julian day number of 1970-01-01.
const UNIX_EPOCH_JULIAN: i32 = 2_440_588;

/// Date and hour of day in Korea.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Civil {
    /// Year of the common era.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
    /// Hour of the day, 0 to 23.
    pub hour: u8,
}

impl Civil {
    /// Returns the hour of this date and time, or `None` if the calendar has no such date.
    #[must_use]
    pub fn to_hour(self) -> Option<Hour> {
        let month = Month::try_from(self.month).ok()?;
        let date = Date::from_calendar_date(self.year, month, self.day).ok()?;
        let days = date.to_julian_day() - UNIX_EPOCH_JULIAN;
        let hours = days.checked_mul(HOURS_PER_DAY)?.checked_add(i32::from(self.hour))?;
        Some(Hour(hours - KOREA_HOURS))
    }

    /// Returns the same day and hour `months` later.
    ///
    /// A day that the month lacks becomes its last one (31 January and one month: 28 or 29
    /// February).
    fn plus_months(self, months: u32) -> Option<Self> {
        let count = i64::from(self.year) * 12 + i64::from(self.month) - 1 + i64::from(months);
        let year = i32::try_from(count.div_euclid(12)).ok()?;
        let month = u8::try_from(count.rem_euclid(12) + 1).ok()?;
        let length = Month::try_from(month).ok()?.length(year);
        Some(Self { year, month, day: self.day.min(length), hour: self.hour })
    }
}

/// An instant as parsed; the caller chooses how to round it to hours.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Instant {
    /// Whole seconds since 1970-01-01T00:00:00Z.
    seconds: i64,
    /// `true` if a fraction of a second follows.
    fraction: bool,
}

/// Reason why a text is not an instant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TimeError {
    /// Neither a date (`2027-01-31`) nor an RFC 3339 instant (`2027-01-31T09:00:00+09:00`).
    NotATime,
    /// Before [`Hour::EARLIEST`] or after [`Hour::LATEST`].
    OutOfRange,
}

impl Instant {
    /// Parses a date (00:00 in Korea) or an RFC 3339 instant.
    ///
    /// # Errors
    /// [`TimeError`] if `text` is neither, or outside the years 2000 to 2099.
    pub fn parse(text: &str) -> Result<Self, TimeError> {
        // 35 bytes are enough for the longest useful RFC 3339 text: nanoseconds and an offset.
        if text.len() > 35 {
            return Err(TimeError::NotATime);
        }
        let whole;
        // No RFC 3339 instant is as short as a date.
        let instant = if text.len() == 10 {
            whole = format!("{text}T00:00:00+09:00");
            whole.as_str()
        } else {
            text
        };
        let parsed = OffsetDateTime::parse(instant, &Rfc3339).map_err(|_| TimeError::NotATime)?;
        // Not converted to another offset first: the last hours of the year 9999 would overflow in
        // UTC.
        let read = Self { seconds: parsed.unix_timestamp(), fraction: parsed.nanosecond() > 0 };
        if read.floor() < Hour::EARLIEST || read.ceil() > Hour::LATEST {
            return Err(TimeError::OutOfRange);
        }
        Ok(read)
    }

    /// Returns the instant `seconds` after 1970-01-01T00:00:00Z, or `None` outside the years 2000
    /// to 2099.
    #[must_use]
    pub fn of_unix(seconds: i64) -> Option<Self> {
        let at = |hour: Hour| i64::from(hour.0) * SECONDS_PER_HOUR;
        let is_known = (at(Hour::EARLIEST)..=at(Hour::LATEST)).contains(&seconds);
        is_known.then_some(Self { seconds, fraction: false })
    }

    /// Returns the instant as RFC 3339 in UTC, rounded down to the second: `2027-01-03T00:30:00Z`.
    #[must_use]
    pub fn to_rfc3339(self) -> String {
        let rest = self.seconds.rem_euclid(SECONDS_PER_HOUR);
        let (minutes, seconds) = (rest / 60, rest % 60);
        let hour = self.floor().to_rfc3339();
        let hour = hour.strip_suffix(":00:00Z").unwrap_or(&hour);
        format!("{hour}:{minutes:02}:{seconds:02}Z")
    }

    /// Returns the hour that contains this instant.
    #[must_use]
    pub fn floor(self) -> Hour {
        Hour(i32::try_from(self.seconds.div_euclid(SECONDS_PER_HOUR)).unwrap_or(i32::MAX))
    }

    /// Returns the first hour that begins at this instant or after it.
    #[must_use]
    pub fn ceil(self) -> Hour {
        // A fraction counts as a whole second, which is enough to pass the start of an hour.
        let last = self.seconds + i64::from(self.fraction) + SECONDS_PER_HOUR - 1;
        Hour(i32::try_from(last.div_euclid(SECONDS_PER_HOUR)).unwrap_or(i32::MAX))
    }
}

/// Converts an hour to the instant at which it begins.
impl From<Hour> for Instant {
    fn from(hour: Hour) -> Self {
        Self { seconds: i64::from(hour.0) * SECONDS_PER_HOUR, fraction: false }
    }
}

/// Length of a request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Term {
    /// Hours.
    Hours(u32),
    /// Days of 24 hours.
    Days(u32),
    /// Calendar months in Korea, counted from the offer's own start.
    Months(u32),
}

impl Term {
    /// Longest term allowed, in months: the years 2000 to 2099.
    pub const MAX_MONTHS: u32 = 1_200;
    /// Longest term allowed, in days.
    pub const MAX_DAYS: u32 = 36_525;
    /// Longest term allowed, in hours.
    pub const MAX_HOURS: u32 = Self::MAX_DAYS * 24;

    /// Returns the hour at which a use of this term ends (exclusive) that begins at `start`;
    /// saturates.
    #[must_use]
    pub fn end(self, start: Hour) -> Hour {
        match self {
            Self::Hours(hours) => start.plus(hours),
            Self::Days(days) => start.plus(days.saturating_mul(24)),
            Self::Months(months) => {
                start.civil().plus_months(months).and_then(Civil::to_hour).unwrap_or(Hour::MAX)
            }
        }
    }

    /// Returns the earliest end of any use of this term that begins at `start` or later.
    ///
    /// A later start can end earlier only for calendar months, and then from the next midnight on:
    /// a month from 29 January 05:00 and one from 30 January 00:00 are both cut to 28 February.
    #[must_use]
    pub fn earliest_end(self, start: Hour) -> Hour {
        self.end(start).min(self.end(start.next_midnight()))
    }

    /// Returns the fewest hours that a use of this term can last, for any start.
    ///
    /// Exact up to 12 months; for more months a lower bound.
    #[must_use]
    pub const fn least_hours(self) -> u32 {
        /// Fewest days of 0 to 11 calendar months.
        const LEAST_DAYS: [u32; 12] = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334];
        match self {
            Self::Hours(hours) => hours,
            Self::Days(days) => days.saturating_mul(24),
            Self::Months(months) => {
                let days = (months / 12).saturating_mul(365);
                days.saturating_add(LEAST_DAYS[months as usize % 12]).saturating_mul(24)
            }
        }
    }

    /// Returns a term of `count` in the same unit.
    #[must_use]
    pub const fn with_count(self, count: u32) -> Self {
        match self {
            Self::Hours(_) => Self::Hours(count),
            Self::Days(_) => Self::Days(count),
            Self::Months(_) => Self::Months(count),
        }
    }

    /// Returns the number of hours, days or months.
    #[must_use]
    pub const fn count(self) -> u32 {
        match self {
            Self::Hours(n) | Self::Days(n) | Self::Months(n) => n,
        }
    }
}

impl fmt::Display for Hour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_rfc3339())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Hour {
        Instant::parse(text).unwrap().floor()
    }

    #[test]
    fn a_date_is_midnight_in_korea() {
        assert_eq!(at("2027-01-01").to_rfc3339(), "2026-12-31T15:00:00Z");
        assert_eq!(at("2027-01-01"), at("2027-01-01T00:00:00+09:00"));
        assert_eq!(Hour::of_date(2027, 1, 1), Some(at("2027-01-01")));
        assert_eq!(at("2027-03-01").civil(), Civil { year: 2027, month: 3, day: 1, hour: 0 });
    }

    #[test]
    fn instants_round_both_ways() {
        let read = Instant::parse("2027-01-01T00:00:00.5Z").unwrap();
        assert_eq!(read.floor().to_rfc3339(), "2027-01-01T00:00:00Z");
        assert_eq!(read.ceil().to_rfc3339(), "2027-01-01T01:00:00Z");
        let late = Instant::parse("2027-01-01T00:59:59.5Z").unwrap();
        assert_eq!(late.floor().to_rfc3339(), "2027-01-01T00:00:00Z");
        assert_eq!(late.ceil().to_rfc3339(), "2027-01-01T01:00:00Z");
    }

    #[test]
    fn an_instant_is_written_to_the_second() {
        assert_eq!(Instant::of_unix(0), None);
        assert_eq!(Instant::of_unix(i64::MAX), None);
        let known = Instant::of_unix(1_798_936_205).map(Instant::to_rfc3339);
        assert_eq!(known.as_deref(), Some("2027-01-03T00:30:05Z"));
        for (text, written) in [
            ("2027-01-03T09:30:05+09:00", "2027-01-03T00:30:05Z"),
            ("2027-01-01", "2026-12-31T15:00:00Z"),
            ("2027-01-01T00:59:59.5Z", "2027-01-01T00:59:59Z"),
        ] {
            assert_eq!(Instant::parse(text).map(Instant::to_rfc3339), Ok(written.to_owned()));
        }
    }

    #[test]
    fn limits_are_the_years_they_say() {
        assert_eq!(Instant::parse("2000-01-01").map(Instant::floor), Ok(Hour::EARLIEST));
        assert_eq!(Instant::parse("1999-12-31"), Err(TimeError::OutOfRange));
        assert_eq!(Hour::LATEST.to_rfc3339(), "2100-01-01T00:00:00Z");
        assert_eq!(Instant::parse("1999-12-31T14:00:00Z"), Err(TimeError::OutOfRange));
        assert_eq!(Instant::parse("2027-02-30"), Err(TimeError::NotATime));
        assert_eq!(Instant::parse("tomorrow"), Err(TimeError::NotATime));
        // Its UTC time lies in the year 10000, which the calendar does not support.
        assert_eq!(Instant::parse("9999-12-31T23:59:59-23:59"), Err(TimeError::OutOfRange));
    }

    #[test]
    fn months_are_counted_from_their_own_start() {
        let cases = [
            ("2027-01-31", 1, "2027-02-28"),
            ("2028-01-31", 1, "2028-02-29"),
            ("2027-11-30", 3, "2028-02-29"),
            ("2027-12-15", 12, "2028-12-15"),
            ("2028-02-29", 12, "2029-02-28"),
        ];
        for (start, months, end) in cases {
            assert_eq!(Term::Months(months).end(at(start)), at(end), "{start} + {months}");
        }
    }

    #[test]
    fn least_hours_are_met_by_a_start_and_undercut_by_none() {
        for months in 1..=60 {
            let term = Term::Months(months);
            // Every day of five years, including a leap year; 05:00, because months keep the hour.
            let days = (0..5 * 366).map(|day| at("2027-01-01").plus(day * 24 + 5));
            let least = days.map(|start| term.end(start).since(start)).min().unwrap();
            assert!(term.least_hours() <= least, "{months} months");
            if months <= 12 {
                assert_eq!(term.least_hours(), least, "{months} months");
            }
        }
        assert_eq!(Term::Days(u32::MAX).least_hours(), u32::MAX);
        assert_eq!(Term::Months(u32::MAX).least_hours(), u32::MAX);
    }

    #[test]
    fn extremes_saturate() {
        assert_eq!(Hour::MAX.plus(5), Hour::MAX);
        assert_eq!(Term::Months(u32::MAX).end(Hour::LATEST), Hour::MAX);
        assert_eq!(Hour::MIN.since(Hour::MAX), 0);
        let _ = (Hour::MIN.civil(), Hour::MAX.civil(), Hour::MAX.to_rfc3339());
        let _ = (Hour::MIN.to_rfc3339(), Hour::MAX.next_midnight());
    }

    #[test]
    fn weekdays_are_koreas() {
        assert_eq!(at("2027-01-04").weekday(), 0);
        assert_eq!(at("2027-01-03T23:00:00+09:00").weekday(), 6);
        assert_eq!(at("2000-01-02").weekday(), 6);
        assert_eq!(at("2027-01-03T23:00:00+09:00").last_midnight(), at("2027-01-03"));
        let _ = (Hour::MIN.weekday(), Hour::MAX.weekday(), Hour::MIN.last_midnight());
    }

    #[test]
    fn midnight_is_koreas() {
        assert_eq!(at("2027-01-01").next_midnight(), at("2027-01-01"));
        assert_eq!(at("2027-01-01T01:00:00+09:00").next_midnight(), at("2027-01-02"));
    }
}
