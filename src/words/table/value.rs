//! What a cell of a table tells, and how it is written.

use crate::model::{Hour, Term};
use crate::words::format::{self, quantity};
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
    /// So many nodes.
    Nodes(u32),
    /// A published figure of a GPU, in the unit of the head.
    Figure(f64),
    /// A number of any size, written with three digits or as a count.
    Number(f64),
    /// Days.
    Days(f64),
    /// A part of one, to a tenth of a percent.
    Share {
        /// The part.
        part: u64,
        /// What it is a part of.
        whole: u64,
    },
    /// What it becomes beside what it is, in whole percent.
    Ratio(f64),
    /// Won, from the least to the most; equal where there is one amount.
    Won(u64, u64),
    /// The day on which something begins.
    Day(Hour),
    /// The last day of what ends at this hour.
    LastDay(Hour),
    /// How long something lasts.
    Term(Term),
}

impl Value {
    /// Words.
    #[must_use]
    pub fn words(text: impl Into<String>) -> Self {
        Self::Words(text.into())
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
            Self::Words(text) | Self::Link(text, _) => text.clone(),
            Self::Count(count) => format::integer(*count),
            Self::Nodes(count) => format::node_count(*count, lang),
            Self::Figure(figure) => format::figure(*figure),
            Self::Number(number) => quantity::count(*number),
            Self::Days(days) => quantity::days(*days, lang),
            Self::Share { part, whole } => format::percent(*part, *whole),
            Self::Ratio(ratio) => [&quantity::fixed(ratio * 100.0, 0), "%"].concat(),
            Self::Won(low, high) => format::won_between(*low, *high, lang),
            Self::Day(hour) => format::date(*hour, lang),
            Self::LastDay(end) => format::last_day(*end, lang),
            Self::Term(term) => format::term(*term, lang),
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

    /// Whether it is a figure rather than words.
    pub(super) const fn is_figure(&self) -> bool {
        match self {
            Self::Blank | Self::Missing(_) | Self::Words(_) | Self::Link(..) => false,
            // Dates are read along the line, and begin at the same place.
            Self::Day(_) | Self::LastDay(_) => false,
            Self::Count(_)
            | Self::Nodes(_)
            | Self::Figure(_)
            | Self::Number(_)
            | Self::Days(_)
            | Self::Share { .. }
            | Self::Ratio(_)
            | Self::Won(..)
            | Self::Term(_) => true,
        }
    }
}
