//! A term as typed: a number with a unit beside it, or with one that was written.

use super::problem::FieldWhat;
use super::typed;
use crate::model::Term;
use crate::words::catalogue::{Entry, fit};
use crate::words::lang::Lang;

/// What a term is counted in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TermUnit {
    /// Hours.
    Hours,
    /// Days of 24 hours.
    Days,
    /// Calendar months.
    Months,
}

/// No term is written with more bytes.
const LONGEST: usize = 64;

/// What people write after the number, in what it is counted here, and how many that are.
const WRITTEN: [(&str, TermUnit, u32); 29] = [
    ("시간", TermUnit::Hours, 1),
    ("hours", TermUnit::Hours, 1),
    ("hour", TermUnit::Hours, 1),
    ("h", TermUnit::Hours, 1),
    ("일간", TermUnit::Days, 1),
    ("일", TermUnit::Days, 1),
    ("days", TermUnit::Days, 1),
    ("day", TermUnit::Days, 1),
    ("d", TermUnit::Days, 1),
    ("주간", TermUnit::Days, 7),
    ("주일", TermUnit::Days, 7),
    ("주", TermUnit::Days, 7),
    ("weeks", TermUnit::Days, 7),
    ("week", TermUnit::Days, 7),
    ("w", TermUnit::Days, 7),
    ("개월간", TermUnit::Months, 1),
    ("개월", TermUnit::Months, 1),
    ("달간", TermUnit::Months, 1),
    ("달", TermUnit::Months, 1),
    ("months", TermUnit::Months, 1),
    ("month", TermUnit::Months, 1),
    ("m", TermUnit::Months, 1),
    ("년간", TermUnit::Months, 12),
    ("년", TermUnit::Months, 12),
    ("years", TermUnit::Months, 12),
    ("year", TermUnit::Months, 12),
    ("yrs", TermUnit::Months, 12),
    ("yr", TermUnit::Months, 12),
    ("y", TermUnit::Months, 12),
];

impl TermUnit {
    /// All of them, in the order shown.
    pub const ALL: [Self; 3] = [Self::Hours, Self::Days, Self::Months];

    /// The letter in links: `h`, `d`, `m`.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Hours => 'h',
            Self::Days => 'd',
            Self::Months => 'm',
        }
    }

    /// The word beside the number.
    #[must_use]
    pub const fn label(self) -> Entry {
        match self {
            Self::Hours => fit::UNIT_HOURS,
            Self::Days => fit::UNIT_DAYS,
            Self::Months => fit::UNIT_MONTHS,
        }
    }

    /// The unit of a term.
    #[must_use]
    pub const fn of(term: Term) -> Self {
        match term {
            Term::Hours(_) => Self::Hours,
            Term::Days(_) => Self::Days,
            Term::Months(_) => Self::Months,
        }
    }

    /// A term as typed with its unit, which may be in it.
    #[must_use]
    pub fn beside(self, text: &str, lang: Lang) -> String {
        match written(text) {
            Some(_) => text.to_owned(),
            None => [text, lang.pick("", " "), self.label().get(lang)].concat(),
        }
    }

    const fn most(self) -> u32 {
        match self {
            Self::Hours => Term::MAX_HOURS,
            Self::Days => Term::MAX_DAYS,
            Self::Months => Term::MAX_MONTHS,
        }
    }
}

/// A term as typed, where no unit is written in this one; `1년` is 12 months in any of them.
pub(super) fn read(text: &str, unit: TermUnit) -> Result<Term, FieldWhat> {
    let (unit, count) = written(text).unwrap_or((unit, typed::number(text, u32::MAX, &[])));
    let (count, most) = (count?, unit.most());
    match (unit, count) {
        _ if count > most => Err(FieldWhat::TooLarge { most }),
        (TermUnit::Hours, count) => Ok(Term::Hours(count)),
        (TermUnit::Days, count) => Ok(Term::Days(count)),
        (TermUnit::Months, count) => Ok(Term::Months(count)),
    }
}

/// The unit that a text carries, and how many of it; `None` where it carries none.
pub(super) fn written(text: &str) -> Option<(TermUnit, Result<u32, FieldWhat>)> {
    if text.len() > LONGEST {
        return None;
    }
    let plain = typed::plain(text);
    if plain == "반년" {
        return Some((TermUnit::Months, Ok(6)));
    }
    // `1년 6개월`, `1년 반`.
    if let Some((years, rest)) = plain.split_once('년')
        && let Ok(years) = typed::number(years, Term::MAX_MONTHS, &[])
    {
        let months = match rest.trim() {
            "반" => Some((TermUnit::Months, Ok(6))),
            rest => with_one_word(rest),
        };
        if let Some((TermUnit::Months, Ok(months))) = months {
            let count = years.saturating_mul(12).saturating_add(months);
            return Some((TermUnit::Months, Ok(count)));
        }
    }
    let (unit, count) = with_one_word(&plain)?;
    Some((unit, count.map_err(|what| as_typed(what, text))))
}

/// A number with one word behind it.
fn with_one_word(plain: &str) -> Option<(TermUnit, Result<u32, FieldWhat>)> {
    // A word may end with another, such as `day` with `y`: what is left has to be a number.
    let mut counted = WRITTEN.iter().filter_map(|&(word, unit, times)| {
        let count = typed::number(plain.strip_suffix(word)?, u32::MAX, &[]);
        let count = count.map(|count| count.saturating_mul(times));
        let is_number = !matches!(count, Err(FieldWhat::NotANumber(_) | FieldWhat::Missing));
        is_number.then_some((unit, count))
    });
    counted.next()
}

/// A problem with all that was typed, not with the number in it alone.
fn as_typed(what: FieldWhat, text: &str) -> FieldWhat {
    match what {
        FieldWhat::NotWhole(_) => FieldWhat::NotWhole(text.to_owned()),
        FieldWhat::OneNumber(_) => FieldWhat::OneNumber(text.to_owned()),
        what => what,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_read_with_the_unit_that_is_written() {
        let cases = [
            ("3", Ok(Term::Days(3))),
            ("６", Ok(Term::Days(6))),
            ("40.0", Ok(Term::Days(40))),
            ("６개월", Ok(Term::Months(6))),
            ("6 달", Ok(Term::Months(6))),
            ("6 months", Ok(Term::Months(6))),
            ("1 Month", Ok(Term::Months(1))),
            ("1년", Ok(Term::Months(12))),
            ("2 years", Ok(Term::Months(24))),
            ("1y", Ok(Term::Months(12))),
            ("반년", Ok(Term::Months(6))),
            ("1년 6개월", Ok(Term::Months(18))),
            ("1년6개월", Ok(Term::Months(18))),
            ("1년 반", Ok(Term::Months(18))),
            ("1년간", Ok(Term::Months(12))),
            ("2주", Ok(Term::Days(14))),
            ("2주일", Ok(Term::Days(14))),
            ("2 weeks", Ok(Term::Days(14))),
            ("90일", Ok(Term::Days(90))),
            ("3day", Ok(Term::Days(3))),
            ("72시간", Ok(Term::Hours(72))),
            ("1,000 h", Ok(Term::Hours(1_000))),
            ("0개월", Err(FieldWhat::TooSmall)),
            ("101년", Err(FieldWhat::TooLarge { most: 1_200 })),
            ("1.5년", Err(FieldWhat::NotWhole("1.5년".into()))),
            ("3~6개월", Err(FieldWhat::OneNumber("3~6개월".into()))),
            ("3개월~6개월", Err(FieldWhat::NotANumber("3개월~6개월".into()))),
            ("석 달", Err(FieldWhat::NotANumber("석 달".into()))),
            ("개월", Err(FieldWhat::NotANumber("개월".into()))),
            ("", Err(FieldWhat::Missing)),
        ];
        for (text, term) in cases {
            assert_eq!(read(text, TermUnit::Days), term, "{text:?}");
        }
        assert_eq!(read("3", TermUnit::Months), Ok(Term::Months(3)));
        let long = "1년".repeat(50_000);
        assert_eq!(read(&long, TermUnit::Days), Err(FieldWhat::NotANumber(long)));
    }
}
