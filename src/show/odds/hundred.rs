//! A chance in words: a whole number of a hundred, never none and never all.

use crate::words::catalogue::{Entry, odds as words};
use crate::words::format;
use crate::words::lang::Lang;

/// Chance in whole hundredths, from 1 to 99.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Hundred {
    /// Number of hundredths.
    pub count: u32,
    /// End of the scale that the chance was cut off at, if any, which the words have to say.
    end: End,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum End {
    Low,
    No,
    High,
}

impl Hundred {
    /// Rounds a chance from 0 to 1; a value that is not a number counts as 0.
    #[must_use]
    pub fn from_chance(chance: f64) -> Self {
        // The cast saturates, and converts a value that is not a number to 0.
        match (chance * 100.0 + 0.5) as u32 {
            0 => Self { count: 1, end: End::Low },
            count @ 1..=99 => Self { count, end: End::No },
            _ => Self { count: 99, end: End::High },
        }
    }

    /// Returns it as a share of requests: `about 32 of 100`, `1 of 100 or fewer`.
    #[must_use]
    pub fn of_requests(self, lang: Lang) -> String {
        self.say([words::AT_MOST_1, words::OF_100, words::AT_LEAST_99], lang)
    }

    /// Returns it as a share of simulated rounds.
    #[must_use]
    pub fn of_rounds(self, lang: Lang) -> String {
        let entries = [words::SHARE_AT_MOST_1, words::SHARE_OF_ROUNDS, words::SHARE_AT_LEAST_99];
        self.say(entries, lang)
    }

    fn say(self, [low, middle, high]: [Entry; 3], lang: Lang) -> String {
        let entry = match self.end {
            End::Low => low,
            End::No => middle,
            End::High => high,
        };
        entry.fill(lang, &[("count", &format::integer(self.count.into()))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chance_is_never_none_and_never_all() {
        for (chance, count, text) in [
            (0.0, 1, "1 of 100 or fewer"),
            (f64::NAN, 1, "1 of 100 or fewer"),
            (-1.0, 1, "1 of 100 or fewer"),
            (0.004_9, 1, "1 of 100 or fewer"),
            (0.005, 1, "about 1 of 100"),
            (0.299_1, 30, "about 30 of 100"),
            (0.316_6, 32, "about 32 of 100"),
            (0.994_9, 99, "about 99 of 100"),
            (0.995, 99, "99 of 100 or more"),
            (1.0, 99, "99 of 100 or more"),
            (f64::INFINITY, 99, "99 of 100 or more"),
        ] {
            let hundred = Hundred::from_chance(chance);
            assert_eq!((hundred.count, &*hundred.of_requests(Lang::En)), (count, text), "{chance}");
        }
        assert_eq!(Hundred::from_chance(0.31).of_requests(Lang::Ko), "100건 가운데 약 31건");
        assert_eq!(Hundred::from_chance(0.0).of_rounds(Lang::Ko), "100번 가운데 1번 이하");
    }
}
