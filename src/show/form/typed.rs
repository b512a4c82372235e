//! Parsing of what people type: full-width digits, separators, units, Korean dates.

use super::problem::FieldError;
use crate::model::{Hour, Instant, NodeCount, NodeRanges, RangesError, TimeError};
use crate::words::format;

/// Length in bytes above which no text is a date; it keeps a pasted page from being searched.
const LONGEST_DATE: usize = 64;

/// Returns `text` in lower case, without space around it, and with full-width letters, digits and
/// signs as ASCII.
pub(in crate::show) fn plain(text: &str) -> String {
    let narrow = |c: char| match c {
        // The full-width forms lie at a constant distance from ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        _ => c,
    };
    text.trim().chars().map(|c| narrow(c).to_ascii_lowercase()).collect()
}

/// Parses a whole number from 1 to `most`, which may have thousands separators and any of `units`
/// around it.
pub(super) fn number(text: &str, most: u32, units: &[&str]) -> Result<u32, FieldError> {
    let plain = plain(text);
    if plain.is_empty() {
        return Err(FieldError::Missing);
    }
    let is_one = |part: &str| digits(bare(part, units)).is_some();
    if ends(&plain).is_some_and(|(low, high)| is_one(low) && is_one(high)) {
        return Err(FieldError::OneNumber(text.to_owned()));
    }
    whole(bare(&plain, units), most, text)
}

/// Parses a whole number from 1 to `most`, as people write it, with any of `units` around it:
/// `1,200대`.
pub fn read_whole(text: &str, most: u32, units: &[&str]) -> Option<u32> {
    number(text, most, units).ok()
}

/// Parses a rank from 1 to `most` as people write it.
pub(in crate::show) fn read_rank(text: &str, most: u32) -> Option<u32> {
    read_whole(text, most, &["순위", "위"])
}

/// Parses a number with decimals and perhaps a minus, in full-width digits too; `None` if it is not
/// finite.
pub fn read_decimal(text: &str) -> Option<f64> {
    let plain = plain(text).replace('−', "-");
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Parses a whole number of nodes as people write it.
pub(in crate::show) fn read_count(text: &str) -> Option<u32> {
    read_whole(text, 1_000_000, &["노드", "대", "nodes", "node"])
}

/// Parses a whole number of node-hours as people write it.
pub(in crate::show) fn read_node_hours(text: &str) -> Option<u32> {
    read_whole(text, u32::MAX, &["노드시간", "시간", "node-hours", "node hours", "hours"])
}

/// Parses a range (`5~8`, `5-8`, `5 to 8`), or a single number as [`number`] does.
pub(super) fn range(text: &str, most: u32, units: &[&str]) -> Result<NodeCount, FieldError> {
    let plain = plain(text);
    let Some((low, high)) = ends(&plain) else {
        return number(text, most, units).map(NodeCount::exactly);
    };
    // A unit may stand at either end: `노드 5~8대`.
    let read = |part: &str| whole(bare(part, units), most, text);
    let (min, max) = (read(low)?, read(high)?);
    match min <= max {
        true => Ok(NodeCount { min, max }),
        false => Err(FieldError::Backwards(text.to_owned())),
    }
}

/// Splits a range into its ends; `None` if the text is no range.
fn ends(plain: &str) -> Option<(&str, &str)> {
    // A full-width wave is ASCII by now. The other signs are no full-width forms.
    let signs = ['~', '〜', '∼', '-', '–', '—', '−'];
    let (low, high) = plain.split_once(signs).or_else(|| plain.split_once(" to "))?;
    let (low, high) = (low.trim(), high.trim());
    (!low.is_empty() && !high.is_empty()).then_some((low, high))
}

/// Strips the units around a text.
fn bare<'a>(plain: &'a str, units: &[&str]) -> &'a str {
    units.iter().fold(plain, |rest, unit| {
        let rest = rest.strip_prefix(unit).unwrap_or(rest).trim();
        rest.strip_suffix(unit).unwrap_or(rest).trim()
    })
}

/// Parses a whole number without a unit; `text` is everything that was typed.
fn whole(bare: &str, most: u32, text: &str) -> Result<u32, FieldError> {
    let (whole, fraction) = bare.split_once('.').unwrap_or((bare, ""));
    let Some(read) = digits(whole) else {
        return Err(FieldError::NotANumber(text.to_owned()));
    };
    // `40.0` is as whole as `40`.
    if fraction.bytes().any(|b| b != b'0') {
        return Err(match digits(fraction) {
            Some(_) => FieldError::NotWhole(text.to_owned()),
            None => FieldError::NotANumber(text.to_owned()),
        });
    }
    match read.parse::<u32>() {
        Ok(0) => Err(FieldError::TooSmall),
        Ok(number) if number <= most => Ok(number),
        // Only digits are left, so a number that does not parse is too large.
        _ => Err(FieldError::TooLarge { most }),
    }
}

/// Returns `true` for a number with commas at its thousands: `1,200`.
#[must_use]
pub fn has_separators(text: &str) -> bool {
    text.contains(',') && digits(text).is_some()
}

/// Returns the digits of a number; `None` if its separators are not at the thousands.
fn digits(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.split([',', ' ']).collect();
    let grouped = match groups.as_slice() {
        [] => false,
        [only] => !only.is_empty(),
        [first, rest @ ..] => {
            (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3)
        }
    };
    let all_digits = groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_digit()));
    (grouped && all_digits).then(|| groups.concat())
}

/// Parses a date or an instant, as files have it or as people write it (`2027. 1. 3.`,
/// `2027년 1월 3일 9시`, `20270103`, `2027-01-03 09:30`); in Korea's time unless it names another.
pub(super) fn date(text: &str) -> Result<Instant, FieldError> {
    let plain = plain(text);
    if plain.is_empty() {
        return Err(FieldError::Missing);
    }
    parse_date(&plain).map_err(|error| match error {
        TimeError::OutOfRange => FieldError::DateOutOfRange,
        TimeError::NotATime => match date_groups(&plain).as_deref().and_then(month_of) {
            Some((month, days)) => FieldError::NoSuchDay { typed: text.to_owned(), month, days },
            None => FieldError::NotADate(text.to_owned()),
        },
    })
}

fn parse_date(plain: &str) -> Result<Instant, TimeError> {
    match Instant::parse(plain) {
        Err(TimeError::NotATime) => {
            let groups = date_groups(plain).ok_or(TimeError::NotATime)?;
            Instant::parse(&written_date(&groups))
        }
        read => read,
    }
}

/// Parses an instant as `date` does, without its problems, whose code the first load lacks.
#[must_use]
pub fn read_date(text: &str) -> Option<Instant> {
    parse_date(&plain(text)).ok()
}

/// Formats a text as the date field shows it (`2027-03-01`), if it names a whole hour; else returns
/// it unchanged.
#[must_use]
pub fn date_shown(text: &str) -> String {
    // Rounded, the field would show another time than the one typed.
    let hour = read_date(text).filter(|read| read.floor() == read.ceil()).map(Instant::floor);
    hour.map_or_else(|| text.to_owned(), format::hour_input)
}

/// Returns `true` if a date field can show a text: a day as the field writes it, or nothing.
#[must_use]
pub fn is_day(text: &str) -> bool {
    // A date field shows nothing for a text that is not a full date, such as one with an hour.
    text.is_empty() || text.len() == 10 && Instant::parse(text).is_ok()
}

/// Splits a date as people write it into its numbers: year, month, day, and perhaps hour and
/// minute.
fn date_groups(plain: &str) -> Option<Vec<String>> {
    if plain.len() > LONGEST_DATE {
        return None;
    }
    let mut groups: Vec<String> = Vec::new();
    let mut inside = false;
    for c in plain.chars() {
        if c.is_ascii_digit() {
            match groups.last_mut() {
                Some(group) if inside => group.push(c),
                _ => groups.push(c.to_string()),
            }
        } else {
            // Behind the day a hyphen would begin a time zone, which must not be dropped.
            let of_date = matches!(c, '-' | '/') && groups.len() < 3;
            if !of_date && !matches!(c, ' ' | '.' | '년' | '월' | '일' | '시' | '분' | ':' | 't')
            {
                return None;
            }
        }
        inside = c.is_ascii_digit();
    }
    // No separators, as in `20270103`.
    if let [single] = groups.as_slice()
        && let Some((year, rest)) = single.split_at_checked(4)
        && let Some((month, day)) = rest.split_at_checked(2)
    {
        groups = vec![year.to_owned(), month.to_owned(), day.to_owned()];
    }
    let (year, rest) = groups.split_first()?;
    let is_date = year.len() == 4
        && (2..=4).contains(&rest.len())
        && rest.iter().all(|part| (1..=2).contains(&part.len()));
    is_date.then_some(groups)
}

/// Writes the numbers of a date as files have it; missing ones are 0.
fn written_date(groups: &[String]) -> String {
    let mut written = String::new();
    for (index, mark) in ["", "-", "-", "T", ":"].into_iter().enumerate() {
        let part = groups.get(index).map_or("0", String::as_str);
        written.push_str(mark);
        written.push_str(if part.len() < 2 { "0" } else { "" });
        written.push_str(part);
    }
    written.push_str(":00+09:00");
    written
}

/// Returns the start of the month of a date and its number of days, if the date names a day that
/// the month does not have.
fn month_of(groups: &[String]) -> Option<(Hour, u8)> {
    let mut numbers = groups.iter().map(|group| group.parse::<u8>().ok());
    let year = groups.first()?.parse().ok()?;
    let (month, day) = (numbers.nth(1)??, numbers.next()??);
    let first = Hour::of_date(year, month, 1)?;
    let days = (28..=31).rev().find(|&day| Hour::of_date(year, month, day).is_some())?;
    // Above 31 it is no day of any month: the text is then no date at all.
    (day > days && day <= 31).then_some((first, days))
}

/// Nodes of a hold as typed.
pub(super) enum TypedNodes {
    /// Node numbers.
    Named(NodeRanges),
    /// Number of nodes.
    Counted(u32),
}

/// Parses node numbers (`1-64,100`, also `1~64`) or a count (`*40`, also `40대`).
pub(super) fn hold_nodes(text: &str, most: u32) -> Result<TypedNodes, FieldError> {
    let plain: String = plain(text)
        .chars()
        .map(|c| match c {
            '~' | '–' | '—' | '−' | '〜' | '∼' => '-',
            ';' | '、' => ',',
            '×' => '*',
            _ => c,
        })
        .collect();
    if plain.is_empty() {
        return Err(FieldError::Missing);
    }
    if plain.starts_with('*') || plain.ends_with('대') {
        return number(&plain, most, &["*", "노드", "대"]).map(TypedNodes::Counted).map_err(
            |error| match error {
                FieldError::TooLarge { most } => FieldError::BeyondBlock { nodes: most },
                FieldError::TooSmall => error,
                _ => FieldError::NotNodes(text.to_owned()),
            },
        );
    }
    let ranges = NodeRanges::parse(&plain).map_err(|error| match error {
        RangesError::Malformed(part) if part.is_empty() => FieldError::NotNodes(text.to_owned()),
        RangesError::Malformed(part) => FieldError::NotNodes(part),
        RangesError::Backwards(part) => FieldError::Backwards(part),
        RangesError::Zero => FieldError::NodeZero,
        RangesError::Empty => FieldError::Missing,
    })?;
    if ranges.highest().is_some_and(|highest| highest > most) {
        return Err(FieldError::BeyondBlock { nodes: most });
    }
    Ok(TypedNodes::Named(ranges))
}

/// Returns `true` if nothing but space was typed.
pub(super) fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let cases = [
            ("4", Ok(4)),
            (" 32 ", Ok(32)),
            ("３２", Ok(32)),
            ("1,000", Ok(1_000)),
            ("1 000", Ok(1_000)),
            ("１，０００", Ok(1_000)),
            ("32대", Ok(32)),
            ("노드 32대", Ok(32)),
            ("007", Ok(7)),
            ("40.0", Ok(40)),
            ("４０．００ 대", Ok(40)),
            ("40.", Ok(40)),
            ("4.x", Err(FieldError::NotANumber("4.x".into()))),
            ("5~8", Err(FieldError::OneNumber("5~8".into()))),
            ("", Err(FieldError::Missing)),
            ("　", Err(FieldError::Missing)),
            ("0", Err(FieldError::TooSmall)),
            ("1001", Err(FieldError::TooLarge { most: 1_000 })),
            ("99999999999999", Err(FieldError::TooLarge { most: 1_000 })),
            ("4.5", Err(FieldError::NotWhole("4.5".into()))),
            ("1,5", Err(FieldError::NotANumber("1,5".into()))),
            ("3 4", Err(FieldError::NotANumber("3 4".into()))),
            ("-3", Err(FieldError::NotANumber("-3".into()))),
            ("대", Err(FieldError::NotANumber("대".into()))),
            ("네 대", Err(FieldError::NotANumber("네 대".into()))),
            (",", Err(FieldError::NotANumber(",".into()))),
        ];
        for (text, number_read) in cases {
            assert_eq!(number(text, 1_000, &["노드", "대"]), number_read, "{text:?}");
        }
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        let midnight = Instant::parse("2027-01-03").unwrap();
        let nine = Instant::parse("2027-01-03T09:00:00+09:00").unwrap();
        for text in [
            "2027-01-03",
            "２０２７－０１－０３",
            "2027.01.03",
            "2027. 1. 3.",
            "2027/1/3",
            "20270103",
            "2027년 1월 3일",
            "2027-01-03 00:00",
        ] {
            assert_eq!(date(text), Ok(midnight), "{text:?}");
        }
        for text in [
            "2027-01-03T00:00:00Z",
            "2027-01-03t09:00",
            "2027-01-03 9시",
            "2027년 1월 3일 09시 00분",
        ] {
            assert_eq!(date(text), Ok(nine), "{text:?}");
        }
    }

    #[test]
    fn what_is_no_date_is_not_guessed() {
        for text in [
            "내일",
            "3/1/2027",
            "27-01-03",
            "2027-13-01",
            "2027-02-32",
            "2027-1",
            "2027-01-01T00-09:00",
            "2027-01-03 25:00",
            "202701031",
            "2027-01-03 09:00:00.5",
            "١٢٣٤-٠١-٠١",
        ] {
            assert_eq!(date(text), Err(FieldError::NotADate(text.into())), "{text:?}");
        }
        assert_eq!(date("1999-12-31"), Err(FieldError::DateOutOfRange));
        assert_eq!(date("2000-01-01").map(Instant::floor), Ok(Hour::of_date(2000, 1, 1).unwrap()));
        assert_eq!(date("2101년 1월 1일"), Err(FieldError::DateOutOfRange));
        assert_eq!(date(" "), Err(FieldError::Missing));
        assert!(date(&"1".repeat(100_000)).is_err());
    }

    #[test]
    fn ranges_are_read_as_people_write_them() {
        let range = |text: &str| range(text, 1_000, &["노드", "대", "nodes"]);
        let between = |min, max| Ok(NodeCount { min, max });
        for text in ["5~8", "5 ～ 8", "5-8", "5–8대", "노드 5~8대", "5대~8대", "5 to 8 nodes"]
        {
            assert_eq!(range(text), between(5, 8), "{text:?}");
        }
        assert_eq!(range("５"), between(5, 5));
        assert_eq!(range("8~5"), Err(FieldError::Backwards("8~5".into())));
        assert_eq!(range("0~5"), Err(FieldError::TooSmall));
        for text in ["5~", "~8", "-3", "5~x", "5~6~7"] {
            assert_eq!(range(text), Err(FieldError::NotANumber(text.into())), "{text:?}");
        }
    }

    #[test]
    fn a_day_that_a_month_does_not_have_is_told_by_its_month() {
        let cases = [
            ("2027-02-30", 2027, 2, 28),
            ("2028. 2. 30.", 2028, 2, 29),
            ("2027년 4월 31일", 2027, 4, 30),
            ("20270229", 2027, 2, 28),
            ("2027-06-31 09:00", 2027, 6, 30),
        ];
        for (typed, year, month, days) in cases {
            let month = Hour::of_date(year, month, 1).unwrap();
            let error = FieldError::NoSuchDay { typed: typed.into(), month, days };
            assert_eq!(date(typed), Err(error));
        }
    }

    #[test]
    fn a_date_is_shown_as_its_field_has_it() {
        for text in ["2027.3.1", "2027/3/1", "2027. 3. 1.", "20270301", "2027-03-01"] {
            assert_eq!(date_shown(text), "2027-03-01", "{text:?}");
        }
        assert_eq!(date_shown("2027.3.1 9시"), "2027-03-01T09:00:00+09:00");
        for text in ["2027.3.1 9시 30분", "2027-02-30", "soon", ""] {
            assert_eq!(date_shown(text), text);
            assert_eq!(is_day(text), text.is_empty(), "{text:?}");
        }
    }

    #[test]
    fn nodes_of_a_hold_are_numbers_or_a_count() {
        let named = |text: &str| match hold_nodes(text, 64) {
            Ok(TypedNodes::Named(ranges)) => Ok(ranges.to_string()),
            Ok(TypedNodes::Counted(count)) => Ok(format!("count {count}")),
            Err(error) => Err(error),
        };
        let cases = [
            ("1-32,64", Ok("1-32,64")),
            ("1 ~ 32； ６４", Ok("1-32,64")),
            ("*40", Ok("count 40")),
            ("× 40", Ok("count 40")),
            ("노드 40대", Ok("count 40")),
            ("", Err(FieldError::Missing)),
            ("1-65", Err(FieldError::BeyondBlock { nodes: 64 })),
            ("*65", Err(FieldError::BeyondBlock { nodes: 64 })),
            ("*0", Err(FieldError::TooSmall)),
            ("*", Err(FieldError::NotNodes("*".into()))),
            ("1-3,x", Err(FieldError::NotNodes("x".into()))),
            ("1,,3", Err(FieldError::NotNodes("1,,3".into()))),
            ("9-3", Err(FieldError::Backwards("9-3".into()))),
            ("0-3", Err(FieldError::NodeZero)),
        ];
        for (text, nodes) in cases {
            assert_eq!(named(text), nodes.map(str::to_owned), "{text:?}");
        }
    }
}
