//! Parsers for the values of options. Clap prints their messages beside the option.

use std::ffi::OsStr;
use std::str::FromStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, Command, Error};

use jari::model::{Hour, Instant};

/// Value parser for a fixed set of names, which the help and the completions list.
#[derive(Clone)]
pub struct OneOf<T: 'static> {
    /// Listed names.
    pub names: &'static [&'static str],
    /// Function that returns the value of a name, including unlisted variants.
    pub read: fn(&str) -> Option<T>,
}

impl<T: Clone + Send + Sync + 'static> TypedValueParser for OneOf<T> {
    type Value = T;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<T, Error> {
        if let Some(read) = value.to_str().and_then(self.read) {
            return Ok(read);
        }
        // Used for its message, which lists the names and the most similar one.
        PossibleValuesParser::new(self.names.iter().copied()).parse_ref(command, arg, value)?;
        // Listed, but unknown to `read`.
        Err(Error::new(ErrorKind::InvalidValue).with_cmd(command))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.names.iter().copied().map(PossibleValue::new)))
    }
}

/// Parses a day, or a time that is rounded down to the hour.
///
/// # Errors
/// Fails with an example of a date.
pub fn day(text: &str) -> Result<Hour, String> {
    let day = Instant::parse(text).map(Instant::floor);
    day.map_err(|_| "not a date such as 2027-01-31".to_owned())
}

/// Parses an instant.
///
/// # Errors
/// Fails with an example of a time.
pub fn instant(text: &str) -> Result<Instant, String> {
    Instant::parse(text).map_err(|_| "not a time such as 2027-01-31T09:00:00+09:00".to_owned())
}

/// Parses a whole number without a sign.
///
/// # Errors
/// Fails if the text is not one.
pub fn whole<N: FromStr>(text: &str) -> Result<N, String> {
    // `parse` would accept a sign.
    let digits = Some(text).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    digits.and_then(|text| text.parse().ok()).ok_or_else(|| "not a whole number".to_owned())
}

/// Parses a whole number from 1 to `most`.
///
/// # Errors
/// Fails with the allowed range.
pub fn whole_up_to(text: &str, most: u32) -> Result<u32, String> {
    let number = whole(text).ok().filter(|number| (1..=most).contains(number));
    number.ok_or_else(|| format!("not a whole number from 1 to {most}"))
}
