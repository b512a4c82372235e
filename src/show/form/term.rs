//! A term as typed: a number in the unit chosen beside it, or with a unit of its own.

use super::problem::FieldError;
use super::spelled::{self, Fraction};
use super::typed;
use crate::model::Term;
use crate::words::catalogue::{Entry, fit};
use crate::words::lang::Lang;

/// Unit of a term.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TermUnit {
    /// Hours.
    Hours,
    /// Days of 24 hours.
    Days,
    /// Calendar months.
    Months,
}

/// Length in bytes above which a text is not searched for a unit.
const LONGEST: usize = 64;

/// Words that people write after the number: the word, its [`TermUnit`], and how many of that unit
/// it stands for.
const WRITTEN: [(&str, TermUnit, u32); 36] = [
    ("시간", TermUnit::Hours, 1),
    ("hours", TermUnit::Hours, 1),
    ("hour", TermUnit::Hours, 1),
    ("hrs", TermUnit::Hours, 1),
    ("hr", TermUnit::Hours, 1),
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
    ("wks", TermUnit::Days, 7),
    ("wk", TermUnit::Days, 7),
    ("w", TermUnit::Days, 7),
    ("개월간", TermUnit::Months, 1),
    ("개월", TermUnit::Months, 1),
    ("달간", TermUnit::Months, 1),
    ("달", TermUnit::Months, 1),
    ("months", TermUnit::Months, 1),
    ("month", TermUnit::Months, 1),
    ("mos", TermUnit::Months, 1),
    ("mo", TermUnit::Months, 1),
    // No term is in minutes, so this is no abbreviation of them.
    ("m", TermUnit::Months, 1),
    ("년간", TermUnit::Months, 12),
    ("년", TermUnit::Months, 12),
    ("해", TermUnit::Months, 12),
    ("years", TermUnit::Months, 12),
    ("year", TermUnit::Months, 12),
    ("yrs", TermUnit::Months, 12),
    ("yr", TermUnit::Months, 12),
    ("y", TermUnit::Months, 12),
];

/// Words for a number of days.
const DAYS: [(&str, u32); 6] =
    [("하루", 1), ("이틀", 2), ("사흘", 3), ("나흘", 4), ("닷새", 5), ("열흘", 10)];

impl TermUnit {
    /// All of them, in the order shown.
    pub const ALL: [Self; 3] = [Self::Hours, Self::Days, Self::Months];

    /// Returns the letter in links: `h`, `d`, `m`.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Hours => 'h',
            Self::Days => 'd',
            Self::Months => 'm',
        }
    }

    /// Returns the word beside the number.
    #[must_use]
    pub const fn label(self) -> Entry {
        match self {
            Self::Hours => fit::UNIT_HOURS,
            Self::Days => fit::UNIT_DAYS,
            Self::Months => fit::UNIT_MONTHS,
        }
    }

    /// Returns the unit of a term.
    #[must_use]
    pub const fn from_term(term: Term) -> Self {
        match term {
            Term::Hours(_) => Self::Hours,
            Term::Days(_) => Self::Days,
            Term::Months(_) => Self::Months,
        }
    }

    /// Returns a term as typed with its unit, which is added unless the text has one.
    #[must_use]
    pub fn beside(self, text: &str, lang: Lang) -> String {
        match written(text) {
            Some(_) => text.to_owned(),
            // Korean writes a unit right behind its number.
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

/// Parses a term in `unit`, unless the text has a unit of its own: `1년` is 12 months in any of
/// them.
pub(super) fn read(text: &str, unit: TermUnit) -> Result<Term, FieldError> {
    let (unit, count) = written(text).unwrap_or_else(|| (unit, bare(text, unit)));
    let most = unit.most();
    match (unit, count) {
        (_, Err(FieldError::TooLarge { .. })) => Err(FieldError::TooLarge { most }),
        (_, Err(problem)) => Err(problem),
        (_, Ok(count)) if count > most => Err(FieldError::TooLarge { most }),
        (TermUnit::Hours, Ok(count)) => Ok(Term::Hours(count)),
        (TermUnit::Days, Ok(count)) => Ok(Term::Days(count)),
        (TermUnit::Months, Ok(count)) => Ok(Term::Months(count)),
    }
}

/// Parses a number without a unit.
fn bare(text: &str, unit: TermUnit) -> Result<u32, FieldError> {
    typed::number(text, u32::MAX, &[]).map_err(|error| match error {
        FieldError::NotWhole(typed) if unit == TermUnit::Months => FieldError::PartMonth(typed),
        error => error,
    })
}

/// Returns the unit written in a text and the count of it; `None` if no unit is written in it.
pub(super) fn written(text: &str) -> Option<(TermUnit, Result<u32, FieldError>)> {
    if text.len() > LONGEST {
        return None;
    }
    let plain = typed::plain(text);
    let plain = plain.strip_suffix("동안").unwrap_or(&plain).trim();
    let plain = plain.strip_prefix("for ").unwrap_or(plain).trim();
    if let Some((_, days)) = DAYS.iter().find(|(word, _)| *word == plain) {
        return Some((TermUnit::Days, Ok(*days)));
    }
    // `십일` is ambiguous: ten days, or the number eleven.
    if spelled::sino(plain).is_some() {
        return None;
    }
    let (unit, count) = match with_a_half(plain).or_else(|| with_one_word(plain)) {
        Some(Measure { amount: Ok(amount), unit, factor }) => whole(amount, unit, factor),
        Some(Measure { amount: Err(problem), unit, .. }) => (unit, Err(problem)),
        None => sum(plain)?,
    };
    Some((unit, count.map_err(|error| as_typed(error, text))))
}

/// Amount of a written unit, which stands for `factor` of `unit`.
struct Measure {
    amount: Result<Fraction, FieldError>,
    unit: TermUnit,
    factor: u32,
}

/// Parses a number followed by one word.
fn with_one_word(plain: &str) -> Option<Measure> {
    // A word may be the end of another, such as `y` of `day`: the rest has to be a number.
    WRITTEN.iter().find_map(|&(word, unit, factor)| {
        let number = plain.strip_suffix(word)?.trim().trim_end_matches('-');
        Some(Measure { amount: spelled::amount(number)?, unit, factor })
    })
}

/// Parses the same followed by a half: `1년 반`, `a year and a half`.
fn with_a_half(plain: &str) -> Option<Measure> {
    let ends = ["반", "and a half"];
    let whole = ends.into_iter().find_map(|end| plain.strip_suffix(end))?;
    let measure = with_one_word(whole.trim())?;
    let amount = match measure.amount {
        Ok(amount) => Ok(amount.and_half()?),
        problem => problem,
    };
    Some(Measure { amount, ..measure })
}

/// Parses a larger unit and a smaller one with the same [`TermUnit`]: `1년 6개월`,
/// `2 weeks and 3 days`.
fn sum(plain: &str) -> Option<(TermUnit, Result<u32, FieldError>)> {
    WRITTEN.iter().find_map(|&(word, unit, factor)| {
        let (large, small) = plain.split_once(word)?;
        let small = small.trim();
        let small = with_one_word(small.strip_prefix("and ").unwrap_or(small))?;
        let fits = small.unit == unit && small.factor < factor;
        let large = spelled::amount(large.trim()).filter(|_| fits)?.ok()?.multiplied_by(factor)?;
        let small = small.amount.ok()?.multiplied_by(small.factor)?;
        Some((unit, Ok(large.saturating_add(small))))
    })
}

/// Converts an amount to a whole count.
///
/// Months have to be whole, because each has its own length; days that are not whole are counted in
/// hours.
fn whole(amount: Fraction, unit: TermUnit, factor: u32) -> (TermUnit, Result<u32, FieldError>) {
    let in_hours =
        || (unit == TermUnit::Days).then(|| amount.multiplied_by(factor.saturating_mul(24)))?;
    match (amount.multiplied_by(factor), in_hours()) {
        (Some(count), _) => (unit, Ok(count)),
        (None, Some(hours)) => (TermUnit::Hours, Ok(hours)),
        (None, None) if unit == TermUnit::Months => {
            (unit, Err(FieldError::PartMonth(String::new())))
        }
        (None, None) => (unit, Err(FieldError::NotWhole(String::new()))),
    }
}

/// Replaces the text of a problem by everything that was typed, not the number in it alone.
fn as_typed(error: FieldError, text: &str) -> FieldError {
    match error {
        FieldError::NotWhole(_) => FieldError::NotWhole(text.to_owned()),
        FieldError::PartMonth(_) => FieldError::PartMonth(text.to_owned()),
        FieldError::OneNumber(_) => FieldError::OneNumber(text.to_owned()),
        error => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_in_words_or_with_a_fraction_is_read_where_it_is_clear() {
        let months = [
            ("한 달", 1),
            ("한달", 1),
            ("두 달", 2),
            ("석 달", 3),
            ("세 달 동안", 3),
            ("넉 달", 4),
            ("열두 달", 12),
            ("육 개월", 6),
            ("육개월", 6),
            ("십팔개월", 18),
            ("반년", 6),
            ("반 년", 6),
            ("일 년", 12),
            ("일년", 12),
            ("한 해", 12),
            ("이 년", 24),
            ("1.5년", 18),
            ("1.25년", 15),
            ("0.5년", 6),
            ("1년 반", 18),
            ("일 년 반", 18),
            ("일년반", 18),
            ("1년 6개월", 18),
            ("일 년 육 개월", 18),
            ("half a year", 6),
            ("Half a Year", 6),
            ("half year", 6),
            ("a year", 12),
            ("one year", 12),
            ("1.5 years", 18),
            ("a year and a half", 18),
            ("one and a half years", 18),
            ("1 year and 6 months", 18),
            ("1 yr 6 mo", 18),
            ("three months", 3),
            ("for six months", 6),
            ("6-month", 6),
            ("6mo", 6),
            ("twenty-four months", 24),
            ("1.0개월", 1),
        ];
        for (text, count) in months {
            assert_eq!(read(text, TermUnit::Days), Ok(Term::Months(count)), "{text:?}");
            assert_eq!(TermUnit::Months.beside(text, Lang::En), text);
        }
        let others = [
            ("하루", Term::Days(1)),
            ("일일", Term::Days(1)),
            ("열흘", Term::Days(10)),
            ("십일 일", Term::Days(11)),
            ("두 주", Term::Days(14)),
            ("2주 3일", Term::Days(17)),
            ("two weeks and 3 days", Term::Days(17)),
            ("ninety days", Term::Days(90)),
            ("1.5주", Term::Hours(252)),
            ("1.5일", Term::Hours(36)),
            ("half a day", Term::Hours(12)),
            ("두 시간", Term::Hours(2)),
            ("12 hrs", Term::Hours(12)),
        ];
        for (text, term) in others {
            assert_eq!(read(text, TermUnit::Months), Ok(term), "{text:?}");
        }
    }

    #[test]
    fn a_term_that_is_not_clear_is_not_guessed() {
        let part = ["1.5개월", "1.5 months", "한 달 반", "a month and a half", "반달", "0.1년"];
        for text in part {
            let problem = FieldError::PartMonth(text.into());
            assert_eq!(read(text, TermUnit::Days), Err(problem), "{text:?}");
        }
        assert_eq!(read("1.5", TermUnit::Months), Err(FieldError::PartMonth("1.5".into())));
        for text in ["1.5", "1.5시간", "0.01일"] {
            let problem = FieldError::NotWhole(text.into());
            assert_eq!(read(text, TermUnit::Days), Err(problem), "{text:?}");
        }
        for text in [
            "서너 달",
            "두어 달",
            "몇 달",
            "a few months",
            "십일",
            "일",
            "달",
            "년",
            "반",
            "half",
            "분기",
            "1개월 15일",
            "6개월 1년",
            "반년 반",
            "한 학기",
        ] {
            let problem = FieldError::NotANumber(text.into());
            assert_eq!(read(text, TermUnit::Months), Err(problem), "{text:?}");
        }
        assert_eq!(read("3~6달", TermUnit::Days), Err(FieldError::OneNumber("3~6달".into())));
        assert_eq!(read("0달", TermUnit::Days), Err(FieldError::TooSmall));
    }

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
            ("0개월", Err(FieldError::TooSmall)),
            ("101년", Err(FieldError::TooLarge { most: 1_200 })),
            ("99999999999개월", Err(FieldError::TooLarge { most: 1_200 })),
            ("99999999999", Err(FieldError::TooLarge { most: Term::MAX_DAYS })),
            ("3~6개월", Err(FieldError::OneNumber("3~6개월".into()))),
            ("3개월~6개월", Err(FieldError::NotANumber("3개월~6개월".into()))),
            ("개월", Err(FieldError::NotANumber("개월".into()))),
            ("", Err(FieldError::Missing)),
        ];
        for (text, term) in cases {
            assert_eq!(read(text, TermUnit::Days), term, "{text:?}");
        }
        assert_eq!(read("3", TermUnit::Months), Ok(Term::Months(3)));
        let long = "1년".repeat(50_000);
        assert_eq!(read(&long, TermUnit::Days), Err(FieldError::NotANumber(long)));
    }
}
