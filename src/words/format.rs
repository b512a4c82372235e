//! Numbers, counts, dates, terms and money as text: the one place for formats.
//!
//! Digits come from integer arithmetic, so that a figure reads the same in every browser and no
//! float printing is shipped.

mod count;
mod number;
pub mod quantity;

pub use count::{
    applications, blocks, days, gpu_hours, gpus, gpus_between, holds, hours, leaves, months,
    node_count, nodes, nodes_and_gpus, nodes_between, nodes_then_gpus, nodes_with_gpus, notes,
    projects, terms_between,
};
pub use number::{counted, integer};

use super::catalogue::{fit, units};
use super::lang::Lang;
use crate::model::{Class, Hour, Placement, Term};

const HOURS_PER_DAY: u32 = 24;
/// 만: Korean counts in steps of 10,000.
const MAN: u64 = 10_000;
/// Powers of [`MAN`], from the highest that fits a `u64`.
const KOREAN_STEPS: [(u64, &str); 4] =
    [(MAN * MAN * MAN * MAN, "경"), (MAN * MAN * MAN, "조"), (MAN * MAN, "억"), (MAN, "만")];
const WEEKDAYS: [(&str, &str); 7] = [
    ("월", "Mon"),
    ("화", "Tue"),
    ("수", "Wed"),
    ("목", "Thu"),
    ("금", "Fri"),
    ("토", "Sat"),
    ("일", "Sun"),
];
const MONTHS_EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn join(parts: &[&str]) -> String {
    parts.concat()
}

/// Formats hours as days and hours: `30일`, `3일 4시간`, `5 hours`.
#[must_use]
pub fn duration(count: u32, lang: Lang) -> String {
    let (whole, rest) = (count / HOURS_PER_DAY, count % HOURS_PER_DAY);
    match (whole, rest) {
        (0, _) => hours(rest, lang),
        (_, 0) => days(whole, lang),
        _ => join(&[&days(whole, lang), " ", &hours(rest, lang)]),
    }
}

/// Formats a term in its own unit: `3개월`, `14 days`, `72 hours`.
#[must_use]
pub fn term(term: Term, lang: Lang) -> String {
    match term {
        Term::Hours(count) => hours(count, lang),
        Term::Days(count) => days(count, lang),
        Term::Months(count) => months(count, lang),
    }
}

/// Formats a date in Korea: `2027년 1월 3일`, `3 Jan 2027`; with the hour unless it is midnight.
///
/// An open end and an open start have words of their own.
#[must_use]
pub fn date(hour: Hour, lang: Lang) -> String {
    if hour == Hour::MAX {
        return units::NO_END.get(lang).to_owned();
    }
    if hour == Hour::MIN {
        return units::SINCE_EVER.get(lang).to_owned();
    }
    let civil = hour.civil();
    let (year, day) = (civil.year.to_string(), civil.day.to_string());
    let clock = two_digits(civil.hour);
    let mut out = match lang {
        Lang::Ko => join(&[&year, "년 ", &civil.month.to_string(), "월 ", &day, "일"]),
        Lang::En => join(&[&day, " ", &month(civil.month, lang), " ", &year]),
    };
    if civil.hour > 0 {
        let parts = if lang == Lang::Ko { [" ", &clock, "시"] } else { [", ", &clock, ":00"] };
        out.push_str(&join(&parts));
    }
    out
}

/// Formats a minute in Korea, counted from 1970-01-01T00:00:00Z: `2027년 1월 3일 09:05`,
/// `3 Jan 2027, 09:05`.
#[must_use]
pub fn minute(minutes: u32, lang: Lang) -> String {
    let hour = Hour::new(i32::try_from(minutes / 60).unwrap_or(0));
    let minute = two_digits(u8::try_from(minutes % 60).unwrap_or(0));
    let clock = two_digits(hour.civil().hour);
    // Of the midnight before, because `date` would add the hour of any other.
    join(&[&date(hour.last_midnight(), lang), lang.pick(" ", ", "), &clock, ":", &minute])
}

/// Formats the age of an hour in days: `오늘`, `48일 전`, `1 day ago`.
#[must_use]
pub fn age(hour: Hour, now: Hour, lang: Lang) -> String {
    match now.since(hour) / HOURS_PER_DAY {
        0 => units::TODAY.get(lang).to_owned(),
        count => units::DAYS_AGO.fill(lang, &[("days", &days(count, lang))]),
    }
}

/// Formats a size in megabytes: `50 MB`.
#[must_use]
pub fn megabytes(count: u32) -> String {
    join(&[&integer(count.into()), " MB"])
}

/// Formats a month of the year, 1-based: `3월`, `Mar`.
#[must_use]
pub fn month(number: u8, lang: Lang) -> String {
    match lang {
        Lang::Ko => join(&[&number.to_string(), "월"]),
        Lang::En => {
            // A month 0 wraps around to an index without a name.
            let name = MONTHS_EN.get(usize::from(number).wrapping_sub(1));
            name.copied().unwrap_or_default().to_owned()
        }
    }
}

/// Formats a year: `2027년`, `2027`.
#[must_use]
pub fn year(number: i32, lang: Lang) -> String {
    join(&[&number.to_string(), lang.pick("년", "")])
}

/// Formats a month of a year: `2027년 3월`, `Mar 2027`.
#[must_use]
pub fn month_of_year(year_number: i32, month_number: u8, lang: Lang) -> String {
    let (year, month) = (year(year_number, lang), month(month_number, lang));
    match lang {
        Lang::Ko => join(&[&year, " ", &month]),
        Lang::En => join(&[&month, " ", &year]),
    }
}

/// Formats a day whose month is known: `15일`, `15`.
#[must_use]
pub fn day_of_month(number: u8, lang: Lang) -> String {
    join(&[&number.to_string(), lang.pick("일", "")])
}

/// Formats a day with its weekday, if its month is known: `월 15`, `Mon 15`.
#[must_use]
pub fn weekday(hour: Hour, lang: Lang) -> String {
    let (ko, en) = WEEKDAYS.get(usize::from(hour.weekday())).copied().unwrap_or_default();
    join(&[lang.pick(ko, en), " ", &hour.civil().day.to_string()])
}

/// Formats a date whose year is known: `3월 15일`, `15 Mar`.
#[must_use]
pub fn short_date(hour: Hour, lang: Lang) -> String {
    let civil = hour.civil();
    let (month, day) = (month(civil.month, lang), day_of_month(civil.day, lang));
    match lang {
        Lang::Ko => join(&[&month, " ", &day]),
        Lang::En => join(&[&day, " ", &month]),
    }
}

/// Formats the last day of something that ends at `end`, exclusive: for an end at midnight the day
/// before, as notices write it.
#[must_use]
pub fn last_day(end: Hour, lang: Lang) -> String {
    date(end.last_day(), lang)
}

/// Formats an hour as a form takes it: the date if it is midnight in Korea, else the instant.
#[must_use]
pub fn hour_input(hour: Hour) -> String {
    let date = date_input(hour);
    match hour.civil().hour {
        0 => date,
        clock => join(&[&date, "T", &two_digits(clock), ":00:00+09:00"]),
    }
}

/// Formats a date in Korea as a date field takes it: `2027-01-03`.
#[must_use]
pub fn date_input(hour: Hour) -> String {
    let civil = hour.civil();
    let year = civil.year.to_string();
    // No padding: the years that a file or a request can name have four digits.
    join(&[&year, "-", &two_digits(civil.month), "-", &two_digits(civil.day)])
}

fn two_digits(number: u8) -> String {
    let text = number.to_string();
    if number < 10 { join(&["0", &text]) } else { text }
}

/// Formats an amount of money: `320만 원`, `1억 5,360만 원`, `₩3,200,000`.
#[must_use]
pub fn won(amount: u64, lang: Lang) -> String {
    if lang == Lang::En {
        return join(&["₩", &integer(amount)]);
    }
    // Korean spaces a number after each step of 만, and joins a unit to digits.
    let mut out = String::new();
    let mut rest = amount;
    for (step, name) in KOREAN_STEPS {
        if rest >= step {
            out.push_str(&integer(rest / step));
            out.push_str(name);
            out.push(' ');
            rest %= step;
        }
    }
    if rest > 0 || amount == 0 {
        out.push_str(&integer(rest));
    }
    out.push('원');
    out
}

/// Formats a range of amounts, or one amount if both are equal: `320만~640만 원`,
/// `₩3,200,000 to ₩6,400,000`.
#[must_use]
pub fn won_between(low: u64, high: u64, lang: Lang) -> String {
    if low == high {
        return won(low, lang);
    }
    let least = won(low, lang);
    // In Korean the unit stands once, at the end; in English the sign stands before both.
    let least = least.trim_end_matches('원').trim_end();
    join(&[least, lang.pick("~", " to "), &won(high, lang)])
}

/// Formats a share with one decimal, halves rounded up: `30.9%`; a dash if `whole` is 0.
#[must_use]
pub fn percent(part: u64, whole: u64) -> String {
    match decimal(part, whole, 100, 1) {
        Some(text) => join(&[&text, "%"]),
        None => "–".to_owned(),
    }
}

/// Formats a ratio with two decimals, halves rounded up: `3.16배`, `3.16 times`; a dash if `whole`
/// is 0.
#[must_use]
pub fn ratio(part: u64, whole: u64, lang: Lang) -> String {
    match decimal(part, whole, 1, 2) {
        Some(text) => join(&[&text, lang.pick("배", " times")]),
        None => "–".to_owned(),
    }
}

/// Formats a mean with two decimals: `3.33`; a dash if `count` is 0.
#[must_use]
pub fn mean(sum: u64, count: u64) -> String {
    decimal(sum, count, 1, 2).unwrap_or_else(|| "–".to_owned())
}

/// Formats a published figure of a GPU with at most one decimal: `4.8`, `141`, `2,250`.
#[must_use]
pub fn figure(value: f64) -> String {
    // The cast saturates, and converts a value that is not a number to 0.
    let tenths = (value * 10.0 + 0.5) as u64;
    let whole = integer(tenths / 10);
    match tenths % 10 {
        0 => whole,
        tenth => join(&[&whole, ".", &tenth.to_string()]),
    }
}

/// Formats `part * times / whole` with `decimals` decimals; `None` if `whole` is 0.
fn decimal(part: u64, whole: u64, times: u64, decimals: u32) -> Option<String> {
    // `u128`, because the product may exceed a `u64`.
    let unit = 10_u128.pow(decimals);
    let scaled = u128::from(part) * u128::from(times) * unit;
    let rounded = (scaled + u128::from(whole) / 2).checked_div(u128::from(whole))?;
    let rounded = u64::try_from(rounded).unwrap_or(u64::MAX);
    let unit = u64::try_from(unit).unwrap_or(1);
    let digits = (rounded % unit).to_string();
    let zeros = usize::try_from(decimals).unwrap_or(0).saturating_sub(digits.len());
    Some(join(&[&integer(rounded / unit), ".", &"0".repeat(zeros), &digits]))
}

/// Formats a placement: `한 리프 안`, `at most 2 leaves`, `groups of 4 nodes, each on one leaf`.
#[must_use]
pub fn placement(placement: Placement, lang: Lang) -> String {
    match placement {
        Placement::Any => fit::PLACE_ANY.get(lang).to_owned(),
        Placement::OneLeaf => fit::PLACE_ONE_LEAF.get(lang).to_owned(),
        Placement::Leaves(count) => {
            fit::PLACE_LEAVES_OF.fill(lang, &[("leaves", &leaves(count, lang))])
        }
        Placement::SegmentsOf(count) => {
            fit::PLACE_SEGMENTS_OF.fill(lang, &[("nodes", &nodes(count, lang))])
        }
    }
}

/// Names a class of applicants: `기업`, `University`.
#[must_use]
pub const fn class(class: Class, lang: Lang) -> &'static str {
    match class {
        Class::Industry => fit::CLASS_INDUSTRY,
        Class::YouthCompany => fit::CLASS_YOUTH_COMPANY,
        Class::Academia => fit::CLASS_ACADEMIA,
        Class::Research => fit::CLASS_RESEARCH,
    }
    .get(lang)
}

/// Names a class of applicants within a sentence: `기업`, `universities`.
#[must_use]
pub const fn classes(class: Class, lang: Lang) -> &'static str {
    match class {
        Class::Industry => fit::CLASSES_INDUSTRY,
        Class::YouthCompany => fit::CLASSES_YOUTH_COMPANY,
        Class::Academia => fit::CLASSES_ACADEMIA,
        Class::Research => fit::CLASSES_RESEARCH,
    }
    .get(lang)
}

#[cfg(test)]
mod tests;
