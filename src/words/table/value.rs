//! Value of a cell of a table, and its text.

use crate::model::Hour;
use crate::words::format;
use crate::words::lang::Lang;

/// Placeholder for a missing figure without a stated reason.
const NONE: &str = "–";

/// Value of a cell of a table.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// Nothing, because the column does not apply to this row.
    Blank,
    /// Unknown, for the reason given in words.
    Missing(&'static str),
    /// Words.
    Words(String),
    /// Words that link to an address, http or https.
    Link(String, String),
    /// Whole number.
    Count(u64),
    /// Figure in the unit that its head or its text names, and its text. The text is stored because
    /// formats that only one view uses are loaded with that view.
    Figure(f64, String),
    /// Range of a figure as a text, because either end alone would claim too much.
    Range(String),
    /// Day on which something begins.
    Day(Hour),
    /// Last day of something that ends at this hour, exclusive.
    LastDay(Hour),
}

impl Value {
    /// Creates a value of words.
    #[must_use]
    pub fn words(text: impl Into<String>) -> Self {
        Self::Words(text.into())
    }

    /// Creates a figure, formatted by `write`.
    #[must_use]
    pub fn figure(value: f64, write: impl Fn(f64) -> String) -> Self {
        Self::Figure(value, write(value))
    }

    /// Creates a missing value without a stated reason.
    #[must_use]
    pub const fn none() -> Self {
        Self::Missing(NONE)
    }

    /// Returns the text that is shown.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Missing(why) => (*why).to_owned(),
            Self::Words(text) | Self::Link(text, _) | Self::Figure(_, text) | Self::Range(text) => {
                text.clone()
            }
            Self::Count(count) => format::integer(*count),
            Self::Day(hour) => format::date(*hour, lang),
            Self::LastDay(end) => format::last_day(*end, lang),
        }
    }

    /// Returns the address of a link.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        match self {
            Self::Link(_, url) => Some(url),
            _ => None,
        }
    }

    /// Returns the count, if this is a value that can be summed up.
    pub(super) const fn count(&self) -> Option<u64> {
        match self {
            Self::Count(count) => Some(*count),
            _ => None,
        }
    }

    pub(super) const fn is_missing(&self) -> bool {
        matches!(self, Self::Missing(_))
    }

    /// Returns `true` for a number. Dates are not numbers here: they are aligned left like words.
    pub(super) const fn is_number(&self) -> bool {
        matches!(self, Self::Count(_) | Self::Figure(..) | Self::Range(_))
    }
}
