//! Where a figure or a statement comes from, and how sure that is.

use super::text::Text;
use super::time::Hour;

/// A page or a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// Id within the file.
    pub id: String,
    /// Name of the page or document.
    pub title: Text,
    /// http or https address, where there is one.
    pub url: Option<String>,
    /// The date that the page bears; where it bears none, the day on which it was read.
    pub date: Option<Hour>,
    /// How sure it is.
    pub surety: Surety,
}

/// How sure a source is, or a statement that cites it; the surest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Surety {
    /// Read in the page named, or in two places that agree.
    Sure,
    /// Taken from somebody's reading of the official notice.
    ThirdParty,
    /// Arithmetic or reasoning.
    Inferred,
}

impl Surety {
    /// All of them, the surest first.
    pub const ALL: [Self; 3] = [Self::Sure, Self::ThirdParty, Self::Inferred];

    /// The name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::ThirdParty => "third_party",
            Self::Inferred => "inferred",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|surety| surety.id() == id)
    }
}

/// What one statement rests on.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Citation {
    /// Id of the source, where known.
    pub source: Option<String>,
    /// How sure the statement is, where it is not as sure as its source: one that is inferred from
    /// a page that was read, say.
    pub surety: Option<Surety>,
}
