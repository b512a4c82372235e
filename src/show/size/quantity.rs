//! Parsing of quantities as people write them: `8B`, `1.5T`, `2,000,000`, `4k`, `1천억`, `1e12`.

use super::problem::SizeFieldError;

/// Suffixes of a number and their factors, in either case; longer ones stand before those that they
/// end in. `M` is mega, `B` billion.
const STEPS: [(&str, f64); 13] = [
    ("천억", 1e11),
    ("백억", 1e10),
    ("십억", 1e9),
    ("천만", 1e7),
    ("백만", 1e6),
    ("조", 1e12),
    ("억", 1e8),
    ("만", 1e4),
    ("천", 1e3),
    ("t", 1e12),
    ("b", 1e9),
    ("m", 1e6),
    ("k", 1e3),
];
/// Words beside a number that add nothing to it.
const UNITS: [&str; 9] = ["tokens", "token", "토큰", "days", "day", "개", "일", "명", "%"];
/// Maximum length of a text in characters, without separators; no quantity is written longer.
const LONGEST: usize = 60;

/// Parses a number that is not negative.
///
/// # Errors
/// [`SizeFieldError::Missing`] if nothing was typed, [`SizeFieldError::NotANumber`] if the text is no number or
/// longer than any.
pub fn read(text: &str) -> Result<f64, SizeFieldError> {
    let plain: String = crate::show::form::plain(text)
        .chars()
        .filter(|c| !matches!(c, ',' | ' ' | '_'))
        // One more than allowed, so that a longer text is noticed and not collected.
        .take(LONGEST + 1)
        .collect();
    if plain.is_empty() {
        return Err(SizeFieldError::Missing);
    }
    if plain.chars().count() > LONGEST {
        return Err(SizeFieldError::NotANumber(text.to_owned()));
    }
    let bare = UNITS.iter().find_map(|unit| plain.strip_suffix(unit)).unwrap_or(&plain);
    let (number, times) = STEPS
        .iter()
        .find_map(|(step, times)| Some((bare.strip_suffix(step)?, *times)))
        .unwrap_or((bare, 1.0));
    let begins = number.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    match number.parse::<f64>() {
        // `parse` accepts texts such as `inf`, which are no numbers here.
        Ok(value) if begins && value.is_finite() => Ok(value * times),
        _ => Err(SizeFieldError::NotANumber(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_read_as_people_write_them() {
        for (text, value) in [
            ("8B", 8e9),
            (" 1.5 T ", 1.5e12),
            ("2,000,000", 2e6),
            ("4k", 4e3),
            ("４０９６", 4_096.0),
            ("1천억", 1e11),
            ("80억", 8e9),
            ("500억 토큰", 5e10),
            ("15t tokens", 15e12),
            ("30일", 30.0),
            ("40%", 40.0),
            ("1e12", 1e12),
            (".5", 0.5),
            ("0", 0.0),
        ] {
            assert_eq!(read(text), Ok(value), "{text}");
        }
        for text in ["많이", "-3", "inf", "NaN", "1e999", "8 x 9", "k", "e5"] {
            assert_eq!(read(text), Err(SizeFieldError::NotANumber(text.to_owned())), "{text}");
        }
        assert_eq!(read("  "), Err(SizeFieldError::Missing));
    }

    #[test]
    fn a_text_that_is_too_long_is_refused_and_not_cut() {
        let nines = "9".repeat(LONGEST);
        assert!(read(&nines).is_ok_and(f64::is_finite));
        assert!(read(&"9,".repeat(LONGEST)).is_ok_and(f64::is_finite));
        for text in [[&nines, "9"].concat(), [&nines, "B"].concat(), "9".repeat(100_000)] {
            assert_eq!(read(&text), Err(SizeFieldError::NotANumber(text)));
        }
    }
}
