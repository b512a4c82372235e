//! Sources of figures and statements, and how sure they are.

use super::text::Text;
use super::time::Hour;

/// A page or document that is cited.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// Id within the file.
    pub id: String,
    /// Name of the page or document.
    pub title: Text,
    /// http or https address, if there is one.
    pub url: Option<String>,
    /// Date on the page or, if it has none, the day on which it was read.
    pub date: Option<Hour>,
    /// Surety of the source.
    pub surety: Surety,
}

/// Surety of a source, or of a statement that cites it; the surest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Surety {
    /// Read in the page named, or in two places that agree.
    Sure,
    /// Taken from a third party's reading of the official notice.
    ThirdParty,
    /// Derived by arithmetic or reasoning.
    Inferred,
}

impl Surety {
    /// All levels, the surest first.
    pub const ALL: [Self; 3] = [Self::Sure, Self::ThirdParty, Self::Inferred];

    /// Returns the name used in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::ThirdParty => "third_party",
            Self::Inferred => "inferred",
        }
    }

    /// Returns the level with the name `id`.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|surety| surety.id() == id)
    }
}

/// Provenance of one statement.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Citation {
    /// Id of the source, if known.
    pub source: Option<String>,
    /// Surety of the statement if it differs from that of its source, such as one inferred from a
    /// page that was read.
    pub surety: Option<Surety>,
}
