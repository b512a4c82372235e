//! Quantities of sizing as text: counts beyond a million, FLOPs, bytes, shares, with three digits.
//!
//! As elsewhere in `words`, digits come from integer arithmetic, so that no float printing is
//! shipped.

use super::{count, number::integer};
use crate::sizing::band::Band;
use crate::sizing::step::StepUnit;
use crate::words::lang::Lang;

const SUPERSCRIPTS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
/// Placeholder for a value that is not finite.
const NONE: &str = "–";

/// Formats a number with `decimals` decimals, halves rounded away from zero: `1,234.5`.
#[must_use]
pub fn fixed(value: f64, decimals: u32) -> String {
    if !value.is_finite() {
        return NONE.to_owned();
    }
    let unit = 10_u64.pow(decimals.min(9));
    // The cast saturates.
    let scaled = (value.abs() * unit as f64 + 0.5) as u64;
    // No sign before what rounds to 0.
    let sign = if value < 0.0 && scaled > 0 { "−" } else { "" };
    let whole = integer(scaled / unit);
    if unit == 1 {
        return [sign, &whole].concat();
    }
    let digits = (scaled % unit).to_string();
    let zeros = (decimals as usize).saturating_sub(digits.len());
    [sign, &whole, ".", &"0".repeat(zeros), &digits].concat()
}

/// Formats a number with about three digits, or all of those before the point if there are more:
/// `8.03`, `80.3`, `1,234`.
#[must_use]
pub fn three_digits(value: f64) -> String {
    let size = value.abs();
    // The thresholds are those of rounding: 9.996 becomes 10.0, which needs no second decimal.
    let decimals = match size {
        size if size >= 99.95 => 0,
        size if size >= 9.995 => 1,
        size if size >= 0.1 || size == 0.0 => 2,
        _ => 4,
    };
    up_to(value, decimals)
}

/// Formats a number with as many of `most` decimals as it has: `87.25`, `−5`.
#[must_use]
pub fn up_to(value: f64, most: u32) -> String {
    let text = fixed(value, most);
    match most {
        0 => text,
        _ => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
    }
}

/// Formats a number in scientific notation: `6.30 × 10²⁴`.
#[must_use]
pub fn scientific(value: f64) -> String {
    if !value.is_finite() || value <= 0.0 {
        return fixed(value, 0);
    }
    let (mut digits, mut power) = (value, 0_u32);
    // No `f64` has an exponent above 308: the bound only makes it plain that the loop ends.
    while digits >= 9.995 && power < 400 {
        digits /= 10.0;
        power += 1;
    }
    let power = power.to_string();
    let superscript = power.bytes().filter_map(|digit| SUPERSCRIPTS.get(usize::from(digit - b'0')));
    [&fixed(digits, 2), " × 10", &superscript.collect::<String>()].concat()
}

/// Letters with which papers count parameters and tokens, and their factors.
const LETTERS: [(f64, &str); 3] = [(1e12, "T"), (1e9, "B"), (1e6, "M")];

/// Formats a count: `4,096`, `8.03B`, `15T`.
#[must_use]
pub fn count(value: f64) -> String {
    // Rounded to three digits, it would read `1,000T`.
    if value >= 999.5e12 {
        return scientific(value);
    }
    // A count that would round to 1,000 takes the next letter.
    let step = LETTERS.iter().find(|(step, _)| value >= step * 0.9995);
    match step {
        Some((step, letter)) => [&three_digits(value / step), *letter].concat(),
        None if value < 100.0 => three_digits(value),
        None => fixed(value, 0),
    }
}

/// Formats bytes of memory in steps of 1,024: `140 GiB`.
///
/// Memory that is sold as 141 GB has 140 GiB: the labels of memory are neither decimal nor exact,
/// so that GB would name two sizes on one page.
#[must_use]
pub fn bytes(value: f64) -> String {
    const KIB: f64 = 1024.0;
    let steps =
        [(KIB.powi(4), " TiB"), (KIB.powi(3), " GiB"), (KIB.powi(2), " MiB"), (KIB, " KiB")];
    // As in a count: what would round to 1,024 takes the next unit.
    let step = steps.iter().find(|(step, _)| value >= step * 0.9995);
    let (step, unit) = step.copied().unwrap_or((1.0, " B"));
    [&three_digits(value / step), unit].concat()
}

/// Formats days: `21일`, `3.5 days`.
#[must_use]
pub fn days(value: f64, lang: Lang) -> String {
    // What rounds to 10 needs no decimal.
    let text = fixed(value, u32::from(value < 9.95));
    let bare = text.strip_suffix(".0").unwrap_or(&text);
    let unit = if bare == "1" { " day" } else { " days" };
    [bare, lang.pick("일", unit)].concat()
}

/// Formats hours of one GPU: `18,432 GPU시간`.
#[must_use]
pub fn gpu_hours(value: f64, lang: Lang) -> String {
    // The cast saturates.
    count::gpu_hours((value + 0.5) as u64, lang)
}

/// Formats a fraction of one as a percentage: `38.2%`.
#[must_use]
pub fn share(value: f64) -> String {
    [&fixed(value * 100.0, 1), "%"].concat()
}

/// Formats seconds: `1.25초`, `35 ms`.
#[must_use]
pub fn seconds(value: f64, lang: Lang) -> String {
    // From here on, milliseconds would round to 1,000.
    match value < 0.9995 {
        true => [&three_digits(value * 1_000.0), lang.pick("밀리초", " ms")].concat(),
        false => [&three_digits(value), lang.pick("초", " s")].concat(),
    }
}

/// Formats a value in its unit.
#[must_use]
pub fn in_unit(value: f64, unit: StepUnit, lang: Lang) -> String {
    match unit {
        StepUnit::Count => count(value),
        StepUnit::Flops => [&scientific(value), " FLOP"].concat(),
        StepUnit::FlopsPerSecond => [&three_digits(value / 1e12), " TFLOP/s"].concat(),
        StepUnit::Bytes => bytes(value),
        StepUnit::Tokens => [&count(value), lang.pick(" 토큰", " tokens")].concat(),
        StepUnit::TokensPerSecond => [&count(value), lang.pick(" 토큰/초", " tokens/s")].concat(),
        StepUnit::GpuHours => gpu_hours(value, lang),
        StepUnit::Days => days(value, lang),
        StepUnit::Seconds => seconds(value, lang),
        StepUnit::Share => share(value),
        StepUnit::Factor => ["× ", &three_digits(value)].concat(),
    }
}

/// Formats a range with the unit once: `17~26일`; a single value if both read the same.
#[must_use]
pub fn between(low: f64, high: f64, lang: Lang, write: impl Fn(f64) -> String) -> String {
    let (low, high) = (write(low), write(high));
    if low == high {
        return low;
    }
    let unit = high.trim_start_matches(|c: char| c != ' ' && !c.is_alphabetic() && c != '%');
    // A unit after an exponent (`× 10²⁰ FLOP`) is not shared: the low end would lose its own
    // exponent.
    let bare = match high.rfind(char::is_numeric) {
        Some(_) if !unit.contains(char::is_numeric) => low.strip_suffix(unit),
        _ => None,
    };
    [bare.unwrap_or(&low), lang.pick("~", " to "), &high].concat()
}

/// Formats a band as its central value with the range in brackets: `21일(17~26일)`.
#[must_use]
pub fn band(value: Band, lang: Lang, write: impl Fn(f64) -> String) -> String {
    let central = write(value.central);
    let range = between(value.low, value.high, lang, write);
    if range == central { central } else { [&central, lang.pick("(", " ("), &range, ")"].concat() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_three_digits() {
        for (value, text) in [
            (0.0, "0"),
            (0.000_51, "0.0005"),
            (0.5, "0.5"),
            (8.034, "8.03"),
            (9.996, "10"),
            (80.26, "80.3"),
            (99.96, "100"),
            (1_234.4, "1,234"),
            (-2.5, "−2.5"),
            (f64::NAN, "–"),
            (f64::INFINITY, "–"),
        ] {
            assert_eq!(three_digits(value), text);
        }
    }

    #[test]
    fn counts_have_the_letters_of_papers() {
        for (value, text) in [
            (4_096.0, "4,096"),
            (999_400.0, "999,400"),
            (999_600.0, "1M"),
            (8.03e9, "8.03B"),
            (15e12, "15T"),
            (1e17, "1.00 × 10¹⁷"),
        ] {
            assert_eq!(count(value), text);
        }
        assert_eq!(scientific(6.3e24), "6.30 × 10²⁴");
        assert_eq!(scientific(f64::MAX), "1.80 × 10³⁰⁸");
        assert_eq!(scientific(0.0), "0");
    }

    #[test]
    fn units_are_those_of_the_language() {
        assert_eq!(days(1.0, Lang::En), "1 day");
        assert_eq!(days(3.46, Lang::Ko), "3.5일");
        assert_eq!(days(21.4, Lang::En), "21 days");
        // An H200, sold as 141 GB: 143,771 MiB.
        assert_eq!(bytes(143_771.0 * 1_048_576.0), "140 GiB");
        assert_eq!((bytes(1_073_741_824.0), bytes(512.0)), ("1 GiB".into(), "512 B".into()));
        assert_eq!(seconds(0.035, Lang::En), "35 ms");
        assert_eq!(share(0.3825), "38.3%");
        let days = |value| days(value, Lang::Ko);
        assert_eq!(band(Band::new(17.0, 21.0, 26.0), Lang::Ko, days), "21일(17~26일)");
        assert_eq!(band(Band::exact(21.0), Lang::Ko, days), "21일");
        let hours = |value| gpu_hours(value, Lang::En);
        assert_eq!(between(1.0, 2_966.0, Lang::En, hours), "1 GPU-hour to 2,966 GPU-hours");
        assert_eq!(between(1_428.0, 2_966.0, Lang::En, hours), "1,428 to 2,966 GPU-hours");
        let flops = |value| in_unit(value, StepUnit::Flops, Lang::En);
        assert_eq!(between(5e20, 6e21, Lang::En, flops), "5.00 × 10²⁰ FLOP to 6.00 × 10²¹ FLOP");
    }
}
