//! Text replacements in generated files that fail unless they match the expected number of times.
use std::{error::Error, fmt};

/// Replacement whose search text does not occur the expected number of times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeError {
    /// Name of the change, for the message.
    pub name: String,
    /// Number of occurrences found.
    pub found: usize,
    /// Number of occurrences expected.
    pub expected: usize,
}

impl fmt::Display for ChangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, found, expected } = self;
        write!(f, "cannot {name}: found {found} places for it, expected {expected}")
    }
}

impl Error for ChangeError {}

/// Replaces the only occurrence of `from` in `text` by `to`; `name` completes the message "cannot
/// {name}".
///
/// # Errors
/// Fails if `text` does not contain `from` exactly once.
pub fn replace_once(text: &str, name: &str, from: &str, to: &str) -> Result<String, ChangeError> {
    replace_times(text, name, from, to, 1)
}

/// Replaces every occurrence of `from` in `text` by `to`.
///
/// # Errors
/// Fails if `text` does not contain `from` exactly `expected` times.
pub fn replace_times(
    text: &str,
    name: &str,
    from: &str,
    to: &str,
    expected: usize,
) -> Result<String, ChangeError> {
    let found = text.matches(from).count();
    if found != expected {
        return Err(ChangeError { name: name.to_owned(), found, expected });
    }
    Ok(text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_made_where_it_fits_exactly() {
        assert_eq!(replace_once("a b c", "swap b", "b", "bb"), Ok("a bb c".to_owned()));
        assert_eq!(replace_times("a b a", "swap a", "a", "aa", 2), Ok("aa b aa".to_owned()));
        assert_eq!(replace_times("b", "swap a", "a", "aa", 0), Ok("b".to_owned()));
    }

    #[test]
    fn any_other_number_of_places_fails_by_the_name_of_the_change() {
        for (text, found) in [("", 0), ("a a", 2), ("a a a", 3)] {
            let error = replace_once(text, "swap a", "a", "b").unwrap_err();
            assert_eq!(error, ChangeError { name: "swap a".to_owned(), found, expected: 1 });
            let words = format!("cannot swap a: found {found} places for it, expected 1");
            assert_eq!(error.to_string(), words);
        }
        assert_eq!(replace_times("a", "swap a", "a", "b", 2).unwrap_err().found, 1);
    }
}
