//! Reads what people type: full-width digits, separators, units, Korean dates.

use super::problem::FieldWhat;
use crate::model::{Instant, NodeRanges, RangesError, TimeError};

/// No date that can be understood is longer; keeps a pasted page from being searched.
const LONGEST_DATE: usize = 64;

/// `text` with full-width letters, digits and signs as plain ones, without space around it.
pub(in crate::show) fn plain(text: &str) -> String {
    let narrow = |c: char| match c {
        // The full-width forms lie at one distance from ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        _ => c.to_ascii_lowercase(),
    };
    text.trim().chars().map(narrow).collect()
}

/// A whole number from 1 to `most`, with thousands separators and one of `units` if it must be.
pub(super) fn number(text: &str, most: u32, units: &[&str]) -> Result<u32, FieldWhat> {
    let plain = plain(text);
    if plain.is_empty() {
        return Err(FieldWhat::Missing);
    }
    let bare = units.iter().fold(plain.as_str(), |rest, unit| {
        let rest = rest.strip_prefix(unit).unwrap_or(rest).trim();
        rest.strip_suffix(unit).unwrap_or(rest).trim()
    });
    let Some(digits) = digits(bare) else {
        let fraction = bare.split_once('.').map(|(whole, part)| (digits(whole), digits(part)));
        return Err(match fraction {
            Some((Some(_), Some(_))) => FieldWhat::NotWhole(text.to_owned()),
            _ => FieldWhat::NotANumber(text.to_owned()),
        });
    };
    match digits.parse::<u32>() {
        Ok(0) => Err(FieldWhat::TooSmall),
        Ok(number) if number <= most => Ok(number),
        // Nothing but digits: only too many of them are left as a reason.
        _ => Err(FieldWhat::TooLarge { most }),
    }
}

/// The digits of a number, where its separators stand at thousands or there are none.
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

/// A date or an instant: as files have them, or as people write them (`2027. 1. 3.`,
/// `2027년 1월 3일 9시`, `20270103`, `2027-01-03 09:30`); Korea's time unless it says otherwise.
pub(super) fn date(text: &str) -> Result<Instant, FieldWhat> {
    let plain = plain(text);
    if plain.is_empty() {
        return Err(FieldWhat::Missing);
    }
    let read = match Instant::parse(&plain) {
        Err(TimeError::NotATime) => loose_date(&plain),
        read => read,
    };
    read.map_err(|error| match error {
        TimeError::NotATime => FieldWhat::NotADate(text.to_owned()),
        TimeError::OutOfRange => FieldWhat::DateOutOfRange,
    })
}

fn loose_date(plain: &str) -> Result<Instant, TimeError> {
    if plain.len() > LONGEST_DATE {
        return Err(TimeError::NotATime);
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
            let of_date = matches!(c, '-' | '/') && groups.len() < 3;
            if !of_date && !matches!(c, ' ' | '.' | '년' | '월' | '일' | '시' | '분' | ':' | 't')
            {
                return Err(TimeError::NotATime);
            }
        }
        inside = c.is_ascii_digit();
    }
    if let [single] = groups.as_slice()
        && let Some((year, rest)) = single.split_at_checked(4)
        && let Some((month, day)) = rest.split_at_checked(2)
    {
        groups = vec![year.to_owned(), month.to_owned(), day.to_owned()];
    }
    let [year, rest @ ..] = groups.as_slice() else { return Err(TimeError::NotATime) };
    if year.len() != 4 || !(2..=4).contains(&rest.len()) || rest.iter().any(|part| part.len() > 2) {
        return Err(TimeError::NotATime);
    }
    let mut written = year.clone();
    // Month, day, hour, minute; what is left out is 0.
    for (place, mark) in ["-", "-", "T", ":"].into_iter().enumerate() {
        let part = rest.get(place).map_or("0", String::as_str);
        written.push_str(mark);
        written.push_str(if part.len() < 2 { "0" } else { "" });
        written.push_str(part);
    }
    written.push_str(":00+09:00");
    Instant::parse(&written)
}

/// The nodes of a hold as typed.
pub(super) enum TypedNodes {
    /// Node numbers.
    Named(NodeRanges),
    /// A count.
    Counted(u32),
}

/// Node numbers (`1-64,100`, also `1~64`) or a count (`*40`, also `40대`).
pub(super) fn hold_nodes(text: &str, most: u32) -> Result<TypedNodes, FieldWhat> {
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
        return Err(FieldWhat::Missing);
    }
    if plain.starts_with('*') || plain.ends_with('대') {
        return number(&plain, most, &["*", "노드", "대"]).map(TypedNodes::Counted).map_err(
            |what| match what {
                FieldWhat::TooLarge { most } => FieldWhat::BeyondBlock { nodes: most },
                FieldWhat::TooSmall => what,
                _ => FieldWhat::NotNodes(text.to_owned()),
            },
        );
    }
    let ranges = NodeRanges::parse(&plain).map_err(|error| match error {
        RangesError::Malformed(part) if part.is_empty() => FieldWhat::NotNodes(text.to_owned()),
        RangesError::Malformed(part) => FieldWhat::NotNodes(part),
        RangesError::Backwards(part) => FieldWhat::Backwards(part),
        RangesError::Zero => FieldWhat::NodeZero,
        RangesError::Empty => FieldWhat::Missing,
    })?;
    if ranges.highest().is_some_and(|highest| highest > most) {
        return Err(FieldWhat::BeyondBlock { nodes: most });
    }
    Ok(TypedNodes::Named(ranges))
}

/// Whether nothing but space was typed.
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
            ("", Err(FieldWhat::Missing)),
            ("　", Err(FieldWhat::Missing)),
            ("0", Err(FieldWhat::TooSmall)),
            ("1001", Err(FieldWhat::TooLarge { most: 1_000 })),
            ("99999999999999", Err(FieldWhat::TooLarge { most: 1_000 })),
            ("4.5", Err(FieldWhat::NotWhole("4.5".into()))),
            ("1,5", Err(FieldWhat::NotANumber("1,5".into()))),
            ("3 4", Err(FieldWhat::NotANumber("3 4".into()))),
            ("-3", Err(FieldWhat::NotANumber("-3".into()))),
            ("대", Err(FieldWhat::NotANumber("대".into()))),
            ("네 대", Err(FieldWhat::NotANumber("네 대".into()))),
            (",", Err(FieldWhat::NotANumber(",".into()))),
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
            "2027-02-30",
            "2027-13-01",
            "2027-1",
            "2027-01-01T00-09:00",
            "2027-01-03 25:00",
            "202701031",
            "2027-01-03 09:00:00.5",
            "١٢٣٤-٠١-٠١",
        ] {
            assert_eq!(date(text), Err(FieldWhat::NotADate(text.into())), "{text:?}");
        }
        assert_eq!(date("1999-12-31"), Err(FieldWhat::DateOutOfRange));
        assert_eq!(date("2101년 1월 1일"), Err(FieldWhat::DateOutOfRange));
        assert_eq!(date(" "), Err(FieldWhat::Missing));
        assert!(date(&"1".repeat(100_000)).is_err());
    }

    #[test]
    fn nodes_of_a_hold_are_numbers_or_a_count() {
        let named = |text: &str| match hold_nodes(text, 64) {
            Ok(TypedNodes::Named(ranges)) => Ok(ranges.to_string()),
            Ok(TypedNodes::Counted(count)) => Ok(format!("count {count}")),
            Err(what) => Err(what),
        };
        let cases = [
            ("1-32,64", Ok("1-32,64")),
            ("1 ~ 32； ６４", Ok("1-32,64")),
            ("*40", Ok("count 40")),
            ("× 40", Ok("count 40")),
            ("노드 40대", Ok("count 40")),
            ("", Err(FieldWhat::Missing)),
            ("1-65", Err(FieldWhat::BeyondBlock { nodes: 64 })),
            ("*65", Err(FieldWhat::BeyondBlock { nodes: 64 })),
            ("*0", Err(FieldWhat::TooSmall)),
            ("*", Err(FieldWhat::NotNodes("*".into()))),
            ("1-3,x", Err(FieldWhat::NotNodes("x".into()))),
            ("1,,3", Err(FieldWhat::NotNodes("1,,3".into()))),
            ("9-3", Err(FieldWhat::Backwards("9-3".into()))),
            ("0-3", Err(FieldWhat::NodeZero)),
        ];
        for (text, nodes) in cases {
            assert_eq!(named(text), nodes.map(str::to_owned), "{text:?}");
        }
    }
}
