//! Numbers as people write them before a unit: in words, and with a fraction.

use super::problem::FieldError;
use super::typed;

/// Number that need not be whole: `numerator` / `denominator`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Fraction {
    numerator: u64,
    denominator: u64,
}

/// Digits accepted after the point; with them `numerator` stays below 2⁶⁴ even when multiplied by
/// twelve.
const MOST_DIGITS: usize = 4;

/// Words for numbers before a Korean or an English unit. `서너`, `두어` and `a few` name no definite
/// number.
const WORDS: [(&str, u32); 38] = [
    ("한", 1),
    ("두", 2),
    ("세", 3),
    // Before `달`, `세` and `네` become `석` and `넉`.
    ("석", 3),
    ("네", 4),
    ("넉", 4),
    ("다섯", 5),
    ("여섯", 6),
    ("일곱", 7),
    ("여덟", 8),
    ("아홉", 9),
    ("열", 10),
    ("열한", 11),
    ("열두", 12),
    // `스물` becomes `스무` before a unit, but stays in `스물네`.
    ("스무", 20),
    ("스물네", 24),
    ("a", 1),
    ("an", 1),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("eighteen", 18),
    ("twenty", 20),
    ("twenty four", 24),
    ("twenty-four", 24),
    ("thirty", 30),
    ("thirty six", 36),
    ("thirty-six", 36),
    ("ninety", 90),
];

/// Digits 1 to 9 as Chinese characters are read in Korean, for numbers such as `육` and `십팔`.
const SINO: [char; 9] = ['일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];

impl Fraction {
    const HALF: Self = Self { numerator: 1, denominator: 2 };

    fn whole(number: u32) -> Self {
        Self { numerator: number.into(), denominator: 1 }
    }

    /// Adds a half to a whole number; `None` if the number is not whole.
    pub(super) fn and_half(self) -> Option<Self> {
        let numerator = self.numerator.saturating_mul(2).saturating_add(1);
        (self.denominator == 1).then_some(Self { numerator, denominator: 2 })
    }

    /// Multiplies by `factor`, the number of smaller units in one; `None` if the product is not
    /// whole.
    pub(super) fn multiplied_by(self, factor: u32) -> Option<u32> {
        let numerator = self.numerator.saturating_mul(factor.into());
        let count = numerator
            .checked_div(self.denominator)
            .filter(|_| numerator.is_multiple_of(self.denominator))?;
        // More than a `u32` is beyond the limit of every unit, and is refused as too large.
        Some(u32::try_from(count).unwrap_or(u32::MAX))
    }
}

/// Parses a number before its unit: `6`, `1.5`, `석`, `half a`, `one and a half`; `None` if the text
/// is no number.
///
/// # Errors
/// The problem of a text that begins as a number and is not accepted: a range, a number below 1 or
/// above [`u32::MAX`], or a fraction that cannot be parsed.
pub(super) fn amount(text: &str) -> Option<Result<Fraction, FieldError>> {
    match typed::number(text, u32::MAX, &[]) {
        Ok(number) => Some(Ok(Fraction::whole(number))),
        Err(FieldError::NotANumber(_)) => in_words(text).map(Ok),
        Err(FieldError::Missing) => None,
        // A fraction below 1 is accepted too: of `0.5` the whole part alone would be too small.
        Err(problem) => Some(with_fraction(text).ok_or(problem)),
    }
}

/// Parses a decimal number such as `1.5`.
fn with_fraction(text: &str) -> Option<Fraction> {
    let (whole, fraction) = text.trim().split_once('.')?;
    let fraction = fraction.trim_end_matches('0');
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !is_digits(fraction) || fraction.len() > MOST_DIGITS {
        return None;
    }
    let denominator = 10_u64.pow(u32::try_from(fraction.len()).ok()?);
    let whole: u32 = whole.parse().ok()?;
    let numerator =
        u64::from(whole).checked_mul(denominator)?.checked_add(fraction.parse().ok()?)?;
    Some(Fraction { numerator, denominator })
}

fn in_words(text: &str) -> Option<Fraction> {
    let text = text.trim();
    if ["반", "half", "half a", "half an", "a half"].contains(&text) {
        return Some(Fraction::HALF);
    }
    if let Some(whole) = text.strip_suffix("and a half") {
        return amount(whole.trim())?.ok()?.and_half();
    }
    let word = WORDS.iter().find(|(word, _)| *word == text).map(|(_, number)| *number);
    word.or_else(|| sino(text)).map(Fraction::whole)
}

/// Parses a number from 1 to 99 as it is read: `육`, `십`, `십팔`, `이십사`.
pub(super) fn sino(text: &str) -> Option<u32> {
    let digit = |text: &str| {
        let mut chars = text.chars();
        let (first, rest) = (chars.next()?, chars.next());
        let index = SINO.iter().position(|digit| *digit == first)?;
        u32::try_from(index).ok().filter(|_| rest.is_none()).map(|index| index + 1)
    };
    let Some((tens, ones)) = text.split_once('십') else { return digit(text) };
    let tens = if tens.is_empty() { 1 } else { digit(tens)? };
    let ones = if ones.is_empty() { 0 } else { digit(ones)? };
    Some(tens * 10 + ones)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_and_fractions_are_read_where_they_name_one() {
        let cases = [
            ("6", 1, 6),
            ("석", 1, 3),
            ("열두", 1, 12),
            ("육", 1, 6),
            ("십", 1, 10),
            ("십팔", 1, 18),
            ("이십사", 1, 24),
            ("구십", 1, 90),
            ("twenty-four", 1, 24),
            ("1.5", 12, 18),
            ("0.25", 12, 3),
            ("1.50", 12, 18),
            ("half a", 12, 6),
            ("one and a half", 12, 18),
            ("2 and a half", 2, 5),
        ];
        for (text, each, count) in cases {
            let read = amount(text).unwrap_or_else(|| panic!("{text}")).unwrap();
            assert_eq!(read.multiplied_by(each), Some(count), "{text:?}");
        }
        for text in ["", "서너", "두어", "몇", "a few", "영", "십십", "이이", "사이", "and a half"]
        {
            assert_eq!(amount(text), None, "{text:?}");
        }
        for text in ["0", "0.0", "3~6", "1.23456", "99999999999", "1.5.2", "1.-5"] {
            assert!(!matches!(amount(text), Some(Ok(_))), "{text:?}");
        }
        // The largest amount accepted does not overflow.
        assert_eq!(amount("4294967295.9999").unwrap().unwrap().multiplied_by(8_760), None);
        assert_eq!(amount("4294967295.5").unwrap().unwrap().multiplied_by(8_760), Some(u32::MAX));
    }
}
