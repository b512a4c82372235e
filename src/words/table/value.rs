//! What a cell of a table tells, and how it is written.

use crate::model::Hour;
use crate::words::format;
use crate::words::lang::Lang;

/// What stands where there is no figure, and nothing else says why.
const NONE: &str = "–";

/// What a cell of a table tells.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// Nothing: the column does not ask it of this row.
    Blank,
    /// It is not known, for the reason in words.
    Missing(&'static str),
    /// Words.
    Words(String),
    /// Words that lead to an address, http or https.
    Link(String, String),
    /// A whole number.
    Count(u64),
    /// A figure in the unit that its head or its text names, and its text: formats that one view
    /// alone uses are loaded with that view.
    Figure(f64, String),
    /// A figure that lies between two, as a text: either of them alone would say too much.
    Range(String),
    /// The day on which something begins.
    Day(Hour),
    /// The last day of what ends at this hour.
    LastDay(Hour),
}

impl Value {
    /// Words.
    #[must_use]
    pub fn words(text: impl Into<String>) -> Self {
        Self::Words(text.into())
    }

    /// A figure, written by `write`.
    #[must_use]
    pub fn figure(value: f64, write: impl Fn(f64) -> String) -> Self {
        Self::Figure(value, write(value))
    }

    /// Not known, where nothing says why.
    #[must_use]
    pub const fn none() -> Self {
        Self::Missing(NONE)
    }

    /// As it is shown.
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

    /// Where it leads to.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        match self {
            Self::Link(_, url) => Some(url),
            _ => None,
        }
    }

    /// A count that can be summed up.
    pub(super) const fn count(&self) -> Option<u64> {
        match self {
            Self::Count(count) => Some(*count),
            _ => None,
        }
    }

    pub(super) const fn is_missing(&self) -> bool {
        matches!(self, Self::Missing(_))
    }

    /// Whether it is a number. Dates are none: they are read along the line.
    pub(super) const fn is_number(&self) -> bool {
        matches!(self, Self::Count(_) | Self::Figure(..) | Self::Range(_))
    }
}
