//! Fields of one object, each read into its type, with its problems noted.

use serde_json::{Map, Value};

use super::json_path::{JsonPath, Notes};
use super::kinds::wrong;
use super::known::IndexedIds;
use super::numbers::{big, whole};
use super::words::{is_id, is_url, quote};
use crate::model::limits::MAX_FIGURE;
use crate::model::problem::{EntityKind, JsonType, ProblemKind, Resolution};
use crate::model::source::{Citation, Surety};
use crate::model::time::{Hour, Instant, TimeError};

/// Fields of one object.
///
/// A field that is `null` counts as missing, and a missing field is no problem unless it is
/// required.
pub(super) struct ObjectFields<'a> {
    map: &'a Map<String, Value>,
    path: JsonPath<'a>,
}

/// Time read from a field.
pub(super) enum FieldTime {
    /// No such field.
    Missing,
    /// A value that is not a time; not yet noted.
    Bad(ProblemKind),
    /// A time before the year 2000; not yet noted.
    Early(ProblemKind),
    /// A time after the year 2099; not yet noted.
    Late(ProblemKind),
    /// A valid time.
    At(Instant),
}

impl<'a> ObjectFields<'a> {
    /// Opens the object `value`, and notes its fields that are not `known`.
    ///
    /// Fields whose name begins with `x_` are free for anybody's use.
    pub(super) fn open(
        value: &'a Value,
        path: JsonPath<'a>,
        known: &[&str],
        resolution: Resolution,
        notes: &mut Notes,
    ) -> Option<Self> {
        let Value::Object(map) = value else {
            notes.add(path, wrong(JsonType::Object, value), resolution);
            return None;
        };
        for key in map.keys() {
            if !known.contains(&key.as_str()) && !key.starts_with("x_") {
                notes.add(path.key(key), ProblemKind::UnknownField, Resolution::Ignored);
            }
        }
        Some(Self { map, path })
    }

    pub(super) fn get(&self, key: &str) -> Option<&'a Value> {
        self.map.get(key).filter(|value| !value.is_null())
    }

    /// Returns a required field; without it, notes that the entry is dropped.
    pub(super) fn need(&self, key: &str, notes: &mut Notes) -> Option<&'a Value> {
        let value = self.get(key);
        if value.is_none() {
            self.note(key, ProblemKind::Missing, Resolution::Dropped, notes);
        }
        value
    }

    /// Returns `true` if the field is present and `null`.
    pub(super) fn is_null(&self, key: &str) -> bool {
        self.map.get(key).is_some_and(Value::is_null)
    }

    /// Notes each of these fields that is missing, although the entry is kept without it.
    pub(super) fn require(&self, keys: &[&str], notes: &mut Notes) {
        for key in keys {
            if self.get(key).is_none() {
                self.note(key, ProblemKind::Missing, Resolution::Kept, notes);
            }
        }
    }

    pub(super) fn path(&self) -> &JsonPath<'a> {
        &self.path
    }

    pub(super) fn note(
        &self,
        key: &str,
        kind: ProblemKind,
        resolution: Resolution,
        notes: &mut Notes,
    ) {
        notes.add(self.path.key(key), kind, resolution);
    }

    pub(super) fn string(
        &self,
        key: &str,
        resolution: Resolution,
        notes: &mut Notes,
    ) -> Option<&'a str> {
        match self.get(key)? {
            Value::String(text) => Some(text),
            other => {
                self.note(key, wrong(JsonType::Text, other), resolution, notes);
                None
            }
        }
    }

    /// Reads a required id.
    pub(super) fn id(&self, key: &str, notes: &mut Notes) -> Option<String> {
        self.need(key, notes)?;
        let text = self.string(key, Resolution::Dropped, notes)?;
        if is_id(text) {
            return Some(text.to_owned());
        }
        self.note(key, ProblemKind::BadId { found: quote(text) }, Resolution::Dropped, notes);
        None
    }

    /// Reads the entry's own id; notes a problem if an earlier entry has the same.
    pub(super) fn own_id(&self, taken: &mut IndexedIds, notes: &mut Notes) -> Option<String> {
        let id = self.id("id", notes)?;
        if taken.index_of(&id).is_some() {
            self.note("id", ProblemKind::Duplicate { id }, Resolution::Dropped, notes);
            return None;
        }
        Some(id)
    }

    /// Reads an id that must be among `ids`.
    pub(super) fn reference(
        &self,
        key: &str,
        entry: EntityKind,
        ids: &IndexedIds,
        resolution: Resolution,
        notes: &mut Notes,
    ) -> Option<String> {
        let text = self.string(key, resolution.clone(), notes)?;
        if ids.index_of(text).is_some() {
            return Some(text.to_owned());
        }
        self.note(key, ProblemKind::UnknownId { entry, id: quote(text) }, resolution, notes);
        None
    }

    pub(super) fn source(&self, ids: &IndexedIds, notes: &mut Notes) -> Option<String> {
        self.reference("source", EntityKind::Source, ids, Resolution::Ignored, notes)
    }

    /// Reads the surety; a value that is not understood counts as inferred, the least sure.
    pub(super) fn surety(&self, notes: &mut Notes) -> Option<Surety> {
        const WORDS: &[&str] = &["sure", "third_party", "inferred"];
        self.get("surety")?;
        let word = self.word("surety", WORDS, Resolution::Used("inferred".into()), notes);
        word.and_then(Surety::from_id).or(Some(Surety::Inferred))
    }

    /// Reads the provenance of the entry.
    pub(super) fn citation(&self, sources: &IndexedIds, notes: &mut Notes) -> Citation {
        Citation { source: self.source(sources, notes), surety: self.surety(notes) }
    }

    /// Reads a time as [`ObjectFields::hour`] does; without it, the entry is dropped.
    pub(super) fn need_hour(
        &self,
        key: &str,
        round: HourRounding,
        notes: &mut Notes,
    ) -> Option<Hour> {
        self.needed(key, self.hour(key, round, notes), notes)
    }

    /// Notes a required field as missing if `read` is `None`, so also if it is empty or cannot be
    /// read.
    pub(super) fn needed<T>(&self, key: &str, read: Option<T>, notes: &mut Notes) -> Option<T> {
        if read.is_none() {
            self.note(key, ProblemKind::Missing, Resolution::Dropped, notes);
        }
        read
    }

    pub(super) fn url(&self, key: &str, notes: &mut Notes) -> Option<String> {
        let url = self.string(key, Resolution::Ignored, notes)?;
        if is_url(url) {
            return Some(url.to_owned());
        }
        self.note(key, ProblemKind::BadUrl { found: quote(url) }, Resolution::Ignored, notes);
        None
    }

    /// Reads one of the `known` words; `None` if the field is missing or has another.
    pub(super) fn word(
        &self,
        key: &str,
        known: &'static [&'static str],
        resolution: Resolution,
        notes: &mut Notes,
    ) -> Option<&'static str> {
        let text = self.string(key, resolution.clone(), notes)?;
        let found = known.iter().find(|word| **word == text);
        if found.is_none() {
            self.note(
                key,
                ProblemKind::UnknownWord { found: quote(text), known },
                resolution,
                notes,
            );
        }
        found.copied()
    }

    pub(super) fn flag(&self, key: &str, notes: &mut Notes) -> bool {
        match self.get(key) {
            None => false,
            Some(Value::Bool(flag)) => *flag,
            Some(other) => {
                self.note(key, wrong(JsonType::Flag, other), Resolution::Ignored, notes);
                false
            }
        }
    }

    /// Reads a whole number in `least..=most`.
    pub(super) fn whole(
        &self,
        key: &str,
        least: u32,
        most: u32,
        resolution: Resolution,
        notes: &mut Notes,
    ) -> Option<u32> {
        match whole(self.get(key)?, least, most) {
            Ok(number) => Some(number),
            Err(kind) => {
                self.note(key, kind, resolution, notes);
                None
            }
        }
    }

    /// Reads a required whole number as [`ObjectFields::whole`] does.
    pub(super) fn need_whole(
        &self,
        key: &str,
        least: u32,
        most: u32,
        notes: &mut Notes,
    ) -> Option<u32> {
        self.need(key, notes)?;
        self.whole(key, least, most, Resolution::Dropped, notes)
    }

    pub(super) fn big(
        &self,
        key: &str,
        least: u64,
        most: u64,
        resolution: Resolution,
        notes: &mut Notes,
    ) -> Option<u64> {
        match big(self.get(key)?, least, most) {
            Ok(number) => Some(number),
            Err(kind) => {
                self.note(key, kind, resolution, notes);
                None
            }
        }
    }

    /// Reads a figure above 0.
    pub(super) fn figure(&self, key: &str, notes: &mut Notes) -> Option<f64> {
        let value = self.get(key)?;
        let kind = match value {
            Value::Number(number) => match number.as_f64() {
                Some(figure) if figure > 0.0 && figure <= f64::from(MAX_FIGURE) => {
                    return Some(figure);
                }
                _ => ProblemKind::BadFigure { found: number.to_string(), most: MAX_FIGURE.into() },
            },
            other => wrong(JsonType::Number, other),
        };
        self.note(key, kind, Resolution::Ignored, notes);
        None
    }

    pub(super) fn when(&self, key: &str) -> FieldTime {
        match self.get(key) {
            None => FieldTime::Missing,
            Some(Value::String(text)) => match Instant::parse(text) {
                Ok(instant) => FieldTime::At(instant),
                Err(TimeError::NotATime) => {
                    FieldTime::Bad(ProblemKind::NotATime { found: quote(text) })
                }
                Err(TimeError::OutOfRange) => {
                    let kind = ProblemKind::TimeOutOfRange { found: quote(text) };
                    // Any time out of range begins with a year of four digits, so comparing text is
                    // enough.
                    if text.as_str() < "2050" {
                        FieldTime::Early(kind)
                    } else {
                        FieldTime::Late(kind)
                    }
                }
            },
            Some(other) => FieldTime::Bad(wrong(JsonType::Text, other)),
        }
    }

    /// Reads an optional time, rounded to hours.
    pub(super) fn hour(&self, key: &str, round: HourRounding, notes: &mut Notes) -> Option<Hour> {
        match self.when(key) {
            FieldTime::Missing => None,
            FieldTime::At(instant) => Some(round.hour(instant)),
            FieldTime::Bad(kind) | FieldTime::Early(kind) | FieldTime::Late(kind) => {
                self.note(key, kind, Resolution::Ignored, notes);
                None
            }
        }
    }

    /// Returns the entries of a list, at most `most` of them; none if the field is missing.
    pub(super) fn list(&self, key: &str, most: usize, notes: &mut Notes) -> &'a [Value] {
        match self.get(key) {
            None => &[],
            Some(Value::Array(list)) if list.len() <= most => list,
            Some(Value::Array(list)) => {
                let kind = ProblemKind::TooMany { found: list.len(), most };
                self.note(key, kind, Resolution::Shortened, notes);
                list.get(..most).unwrap_or_default()
            }
            Some(other) => {
                self.note(key, wrong(JsonType::List, other), Resolution::Ignored, notes);
                &[]
            }
        }
    }
}

/// Rounding of an instant to a whole hour.
#[derive(Clone, Copy)]
pub(super) enum HourRounding {
    /// The hour that has begun.
    Down,
    /// The next hour to begin.
    Up,
}

impl HourRounding {
    pub(super) fn hour(self, instant: Instant) -> Hour {
        match self {
            Self::Down => instant.floor(),
            Self::Up => instant.ceil(),
        }
    }
}
