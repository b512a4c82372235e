//! Small values in the form in which the JSON files write them.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use std::borrow::Cow;

use crate::fit::RequestChange;
use crate::model::{Citation, HoldNodes, Hour, Placement, Surety, Term, Text};
use crate::words::Lang;

/// A text in both languages, borrowed where possible.
#[derive(Serialize)]
pub(in crate::exchange) struct Words<'a> {
    ko: Cow<'a, str>,
    en: Cow<'a, str>,
}

impl<'a> Words<'a> {
    /// Calls `say` once per language.
    pub(in crate::exchange) fn in_both<T: Into<Cow<'a, str>>>(say: impl Fn(Lang) -> T) -> Self {
        Self { ko: say(Lang::Ko).into(), en: say(Lang::En).into() }
    }
}

impl Words<'_> {
    /// Combines two owned texts.
    pub(super) fn from_texts(ko: String, en: String) -> Self {
        Self { ko: ko.into(), en: en.into() }
    }
}

/// Provenance of a statement: the id of its source, and its surety if it is less sure than that.
#[derive(Serialize)]
pub(super) struct Cited<'a> {
    source: Option<&'a str>,
    surety: Option<&'static str>,
}

impl<'a> From<&'a Citation> for Cited<'a> {
    fn from(citation: &'a Citation) -> Self {
        let surety = citation.surety.map(Surety::id);
        Self { source: citation.source.as_deref(), surety }
    }
}

impl<'a> From<&'a Text> for Words<'a> {
    fn from(text: &'a Text) -> Self {
        Self { ko: text.ko.as_str().into(), en: text.en.as_str().into() }
    }
}

/// Nodes of a hold in the notation of capacity files: ranges or a count.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Nodes {
    Named(String),
    Counted(u32),
}

impl From<&HoldNodes> for Nodes {
    fn from(nodes: &HoldNodes) -> Self {
        match nodes {
            HoldNodes::Named(ranges) => Self::Named(ranges.to_string()),
            HoldNodes::Counted(count) => Self::Counted(*count),
        }
    }
}

/// A change that makes a request fit, written as the request field that it sets.
pub(super) struct Fits<'a>(pub &'a RequestChange);

impl Serialize for Fits<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        match self.0 {
            RequestChange::Start(start) => map.serialize_entry("start", &start.to_rfc3339())?,
            RequestChange::Nodes(nodes) => map.serialize_entry("nodes", nodes)?,
            RequestChange::Term(term) => map.serialize_entry("term", &TermWritten::from(*term))?,
            RequestChange::Placement(placement) => {
                map.serialize_entry("placement", &PlacementWritten::from(*placement))?;
            }
            RequestChange::Accelerator(id) => map.serialize_entry("accelerator", id)?,
        }
        map.end()
    }
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::exchange) enum TermWritten {
    Hours(u32),
    Days(u32),
    Months(u32),
}

impl From<Term> for TermWritten {
    fn from(term: Term) -> Self {
        match term {
            Term::Hours(n) => Self::Hours(n),
            Term::Days(n) => Self::Days(n),
            Term::Months(n) => Self::Months(n),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::exchange) enum PlacementWritten {
    Any,
    OneLeaf,
    Leaves(u32),
    SegmentsOf(u32),
}

impl From<Placement> for PlacementWritten {
    fn from(placement: Placement) -> Self {
        match placement {
            Placement::Any => Self::Any,
            Placement::OneLeaf => Self::OneLeaf,
            Placement::Leaves(n) => Self::Leaves(n),
            Placement::SegmentsOf(n) => Self::SegmentsOf(n),
        }
    }
}

/// Formats an hour as RFC 3339; `None` for an open start (`Hour::MIN`) or end (`Hour::MAX`).
pub(super) fn instant(hour: Hour) -> Option<String> {
    (hour != Hour::MIN && hour != Hour::MAX).then(|| hour.to_rfc3339())
}
