//! The fields of one object, each read into its type with its problems noted.

use serde_json::{Map, Value};

use super::cursor::{At, Notes};
use super::kinds::wrong;
use super::known::Ids;
use super::numbers::{big, whole};
use super::words::{is_id, is_url, quote};
use crate::model::limits::MAX_FIGURE;
use crate::model::problem::{Done, Entry, Kind, What};
use crate::model::source::{Citation, Surety};
use crate::model::time::{Hour, Instant, TimeError};

/// The fields of one object. A field that is `null` counts as missing, and a missing field is no
/// problem unless it is needed.
pub(super) struct Fields<'a> {
    map: &'a Map<String, Value>,
    at: At<'a>,
}

/// A time as a field gives it.
pub(super) enum When {
    /// There is no such field.
    Missing,
    /// It is no time; not yet noted.
    Bad(What),
    /// Before the year 2000; not yet noted.
    Early(What),
    /// After the year 2099; not yet noted.
    Late(What),
    /// A time.
    At(Instant),
}

impl<'a> Fields<'a> {
    /// The fields of `value`, with those noted that are not `known`. Fields whose name begins
    /// with `x_` are anybody's own.
    pub(super) fn open(
        value: &'a Value,
        at: At<'a>,
        known: &[&str],
        done: Done,
        notes: &mut Notes,
    ) -> Option<Self> {
        let Value::Object(map) = value else {
            notes.add(at, wrong(Kind::Object, value), done);
            return None;
        };
        for key in map.keys() {
            if !known.contains(&key.as_str()) && !key.starts_with("x_") {
                notes.add(at.key(key), What::UnknownField, Done::Ignored);
            }
        }
        Some(Self { map, at })
    }

    pub(super) fn get(&self, key: &str) -> Option<&'a Value> {
        self.map.get(key).filter(|value| !value.is_null())
    }

    /// The field, which is needed: without it the entry is dropped.
    pub(super) fn need(&self, key: &str, notes: &mut Notes) -> Option<&'a Value> {
        let value = self.get(key);
        if value.is_none() {
            self.note(key, What::Missing, Done::Dropped, notes);
        }
        value
    }

    /// Whether the field is there and `null`.
    pub(super) fn is_null(&self, key: &str) -> bool {
        self.map.get(key).is_some_and(Value::is_null)
    }

    /// Notes each of these fields that is missing, without which the entry says too little.
    pub(super) fn want(&self, keys: &[&str], notes: &mut Notes) {
        for key in keys {
            if self.get(key).is_none() {
                self.note(key, What::Missing, Done::Kept, notes);
            }
        }
    }

    pub(super) fn at(&self) -> &At<'a> {
        &self.at
    }

    pub(super) fn note(&self, key: &str, what: What, done: Done, notes: &mut Notes) {
        notes.add(self.at.key(key), what, done);
    }

    pub(super) fn string(&self, key: &str, done: Done, notes: &mut Notes) -> Option<&'a str> {
        match self.get(key)? {
            Value::String(text) => Some(text),
            other => {
                self.note(key, wrong(Kind::Text, other), done, notes);
                None
            }
        }
    }

    /// An id that the entry needs.
    pub(super) fn id(&self, key: &str, notes: &mut Notes) -> Option<String> {
        self.need(key, notes)?;
        let text = self.string(key, Done::Dropped, notes)?;
        if is_id(text) {
            return Some(text.to_owned());
        }
        self.note(key, What::BadId { found: quote(text) }, Done::Dropped, notes);
        None
    }

    /// The entry's own id; an id that an earlier entry has is a problem.
    pub(super) fn own_id(&self, taken: &mut Ids, notes: &mut Notes) -> Option<String> {
        let id = self.id("id", notes)?;
        if taken.place(&id).is_some() {
            self.note("id", What::Duplicate { id }, Done::Dropped, notes);
            return None;
        }
        Some(id)
    }

    /// An id of something that is known.
    pub(super) fn reference(
        &self,
        key: &str,
        entry: Entry,
        ids: &Ids,
        done: Done,
        notes: &mut Notes,
    ) -> Option<String> {
        let text = self.string(key, done.clone(), notes)?;
        if ids.place(text).is_some() {
            return Some(text.to_owned());
        }
        self.note(key, What::UnknownId { entry, id: quote(text) }, done, notes);
        None
    }

    pub(super) fn source(&self, ids: &Ids, notes: &mut Notes) -> Option<String> {
        self.reference("source", Entry::Source, ids, Done::Ignored, notes)
    }

    /// How sure it is. What is there and cannot be understood is not taken for sure.
    pub(super) fn surety(&self, notes: &mut Notes) -> Option<Surety> {
        const WORDS: &[&str] = &["sure", "third_party", "inferred"];
        self.get("surety")?;
        let word = self.word("surety", WORDS, Done::Used("inferred".into()), notes);
        word.and_then(Surety::from_id).or(Some(Surety::Inferred))
    }

    /// What the entry rests on.
    pub(super) fn citation(&self, sources: &Ids, notes: &mut Notes) -> Citation {
        Citation { source: self.source(sources, notes), surety: self.surety(notes) }
    }

    /// As [`Fields::hour`], of a time without which the entry is dropped.
    pub(super) fn need_hour(&self, key: &str, round: Round, notes: &mut Notes) -> Option<Hour> {
        self.needed(key, self.hour(key, round, notes), notes)
    }

    /// What the entry needs and was read; what is empty or cannot be read counts as missing.
    pub(super) fn needed<T>(&self, key: &str, read: Option<T>, notes: &mut Notes) -> Option<T> {
        if read.is_none() {
            self.note(key, What::Missing, Done::Dropped, notes);
        }
        read
    }

    pub(super) fn url(&self, key: &str, notes: &mut Notes) -> Option<String> {
        let url = self.string(key, Done::Ignored, notes)?;
        if is_url(url) {
            return Some(url.to_owned());
        }
        self.note(key, What::BadUrl { found: quote(url) }, Done::Ignored, notes);
        None
    }

    /// One of a few words; `None` where it is missing or unknown.
    pub(super) fn word(
        &self,
        key: &str,
        known: &'static [&'static str],
        done: Done,
        notes: &mut Notes,
    ) -> Option<&'static str> {
        let text = self.string(key, done.clone(), notes)?;
        let found = known.iter().find(|word| **word == text);
        if found.is_none() {
            self.note(key, What::UnknownWord { found: quote(text), known }, done, notes);
        }
        found.copied()
    }

    pub(super) fn flag(&self, key: &str, notes: &mut Notes) -> bool {
        match self.get(key) {
            None => false,
            Some(Value::Bool(flag)) => *flag,
            Some(other) => {
                self.note(key, wrong(Kind::Flag, other), Done::Ignored, notes);
                false
            }
        }
    }

    /// A whole number from `least` to `most`.
    pub(super) fn whole(
        &self,
        key: &str,
        least: u32,
        most: u32,
        done: Done,
        notes: &mut Notes,
    ) -> Option<u32> {
        match whole(self.get(key)?, least, most) {
            Ok(number) => Some(number),
            Err(what) => {
                self.note(key, what, done, notes);
                None
            }
        }
    }

    /// As [`Fields::whole`], of a field that the entry needs.
    pub(super) fn need_whole(
        &self,
        key: &str,
        least: u32,
        most: u32,
        notes: &mut Notes,
    ) -> Option<u32> {
        self.need(key, notes)?;
        self.whole(key, least, most, Done::Dropped, notes)
    }

    pub(super) fn big(
        &self,
        key: &str,
        least: u64,
        most: u64,
        done: Done,
        notes: &mut Notes,
    ) -> Option<u64> {
        match big(self.get(key)?, least, most) {
            Ok(number) => Some(number),
            Err(what) => {
                self.note(key, what, done, notes);
                None
            }
        }
    }

    /// A figure above 0.
    pub(super) fn figure(&self, key: &str, notes: &mut Notes) -> Option<f64> {
        let value = self.get(key)?;
        let what = match value {
            Value::Number(number) => match number.as_f64() {
                Some(figure) if figure > 0.0 && figure <= f64::from(MAX_FIGURE) => {
                    return Some(figure);
                }
                _ => What::BadFigure { found: number.to_string(), most: MAX_FIGURE.into() },
            },
            other => wrong(Kind::Number, other),
        };
        self.note(key, what, Done::Ignored, notes);
        None
    }

    pub(super) fn when(&self, key: &str) -> When {
        match self.get(key) {
            None => When::Missing,
            Some(Value::String(text)) => match Instant::parse(text) {
                Ok(instant) => When::At(instant),
                Err(TimeError::NotATime) => When::Bad(What::NotATime { found: quote(text) }),
                Err(TimeError::OutOfRange) => {
                    let what = What::TimeOutOfRange { found: quote(text) };
                    // It begins with a year of four digits.
                    if text.as_str() < "2050" { When::Early(what) } else { When::Late(what) }
                }
            },
            Some(other) => When::Bad(wrong(Kind::Text, other)),
        }
    }

    /// A time that may be left out, rounded to hours.
    pub(super) fn hour(&self, key: &str, round: Round, notes: &mut Notes) -> Option<Hour> {
        match self.when(key) {
            When::Missing => None,
            When::At(instant) => Some(round.hour(instant)),
            When::Bad(what) | When::Early(what) | When::Late(what) => {
                self.note(key, what, Done::Ignored, notes);
                None
            }
        }
    }

    /// The entries of a list, at most so many; none where it is missing.
    pub(super) fn list(&self, key: &str, most: usize, notes: &mut Notes) -> &'a [Value] {
        match self.get(key) {
            None => &[],
            Some(Value::Array(list)) if list.len() <= most => list,
            Some(Value::Array(list)) => {
                let what = What::TooMany { found: list.len(), most };
                self.note(key, what, Done::Shortened, notes);
                list.get(..most).unwrap_or_default()
            }
            Some(other) => {
                self.note(key, wrong(Kind::List, other), Done::Ignored, notes);
                &[]
            }
        }
    }
}

/// Which whole hour stands for an instant.
#[derive(Clone, Copy)]
pub(super) enum Round {
    /// The one that has begun.
    Down,
    /// The next to begin.
    Up,
}

impl Round {
    pub(super) fn hour(self, instant: Instant) -> Hour {
        match self {
            Self::Down => instant.floor(),
            Self::Up => instant.ceil(),
        }
    }
}
