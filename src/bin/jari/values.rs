//! How the values of options are read. What is wrong with one is told by clap, beside its option.

use std::ffi::OsStr;
use std::str::FromStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, Command, Error};

use jari::model::{Hour, Instant};

/// One of named things, as help and completions list them.
#[derive(Clone)]
pub struct OneOf<T: 'static> {
    /// The names that are listed.
    pub names: &'static [&'static str],
    /// The thing of a name, which may be a variant of a listed one.
    pub read: fn(&str) -> Option<T>,
}

impl<T: Clone + Send + Sync + 'static> TypedValueParser for OneOf<T> {
    type Value = T;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<T, Error> {
        if let Some(read) = value.to_str().and_then(self.read) {
            return Ok(read);
        }
        // Its message lists the names, and the one that is near.
        PossibleValuesParser::new(self.names.iter().copied()).parse_ref(command, arg, value)?;
        Err(Error::new(ErrorKind::InvalidValue).with_cmd(command))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.names.iter().copied().map(PossibleValue::new)))
    }
}

/// A day, or an hour of it.
///
/// # Errors
/// What a day looks like.
pub fn day(text: &str) -> Result<Hour, String> {
    let day = Instant::parse(text).map(Instant::floor);
    day.map_err(|_| "not a date such as 2027-01-31".to_owned())
}

/// An instant.
///
/// # Errors
/// What one looks like.
pub fn instant(text: &str) -> Result<Instant, String> {
    Instant::parse(text).map_err(|_| "not a time such as 2027-01-31T09:00:00+09:00".to_owned())
}

/// A whole number without a sign.
///
/// # Errors
/// That it is none.
pub fn whole<N: FromStr>(text: &str) -> Result<N, String> {
    let digits = Some(text).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    digits.and_then(|text| text.parse().ok()).ok_or_else(|| "not a whole number".to_owned())
}

/// A whole number of days or rounds from 1 to `most`.
///
/// # Errors
/// What is allowed.
pub fn whole_up_to(text: &str, most: u32) -> Result<u32, String> {
    let number = whole(text).ok().filter(|number| (1..=most).contains(number));
    number.ok_or_else(|| format!("not a whole number from 1 to {most}"))
}
