//! An answer as text: the entries of its list, each as it stands, and when it was given.
//!
//! An answer of Slurm has some 9 kB a job, of which a few fields are of use. So entries are kept as
//! slices of the text, and read one at a time.

use core::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::problem::{ImportWhat, quote};
use crate::model::limits::{MAX_BYTES, MAX_TOTAL_NODES};

/// The most entries of a list: one for each node that a capacity file may have.
pub const MAX_ENTRIES: usize = MAX_TOTAL_NODES as usize;
/// The most bytes of one field of an entry: a host list of 100,000 names, every second one.
const MAX_FIELD_BYTES: usize = 1024 * 1024;
/// The most bytes of a field that is said beside the list.
const MAX_HEAD_BYTES: usize = 64 * 1024;

/// An answer with its list.
pub(super) struct Document<'a> {
    /// The entries, at most [`MAX_ENTRIES`].
    pub(super) entries: Vec<&'a RawValue>,
    /// Whether there are more.
    pub(super) is_cut: bool,
    /// The small fields beside the list.
    pub(super) head: Map<String, Value>,
}

impl<'a> Document<'a> {
    /// Opens an answer whose list has this name.
    ///
    /// # Errors
    /// What makes all of it unreadable.
    pub(super) fn open(text: &'a str, list: &'static str) -> Result<Self, ImportWhat> {
        if text.len() > MAX_BYTES {
            return Err(ImportWhat::TooLarge { bytes: text.len(), most: MAX_BYTES });
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut json = serde_json::Deserializer::from_str(text);
        let read = json.deserialize_map(HeadReader { list }).and_then(|it| json.end().map(|()| it));
        let (head, raw) = read.map_err(|error| not_json(&error))?;
        let Some(raw) = raw.filter(|raw| raw.get().starts_with('[')) else {
            return Err(ImportWhat::NoList(list));
        };
        let mut json = serde_json::Deserializer::from_str(raw.get());
        let read = json.deserialize_seq(EntryReader);
        let (entries, is_cut) = read.map_err(|error| not_json(&error))?;
        Ok(Self { entries, is_cut, head })
    }

    /// A value beside the list, by the names that lead to it.
    pub(super) fn value_at(&self, path: &[&str]) -> Option<&Value> {
        let (first, rest) = path.split_first()?;
        rest.iter().try_fold(self.head.get(*first)?, |value, step| value.get(step))
    }
}

fn not_json(error: &serde_json::Error) -> ImportWhat {
    ImportWhat::NotJson { line: error.line(), column: error.column() }
}

/// The fields of one entry that are wanted.
pub(super) struct WantedFields {
    values: Map<String, Value>,
    /// Those of them that are there and too long.
    pub(super) too_long: Vec<&'static str>,
}

impl WantedFields {
    /// The wanted fields of an entry; `None` where it is no object.
    pub(super) fn open(raw: &RawValue, wanted: &'static [&'static str]) -> Option<Self> {
        let mut json = serde_json::Deserializer::from_str(raw.get());
        json.deserialize_map(FieldReader { wanted }).ok()
    }

    /// A field that is there and not null.
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.values.get(key).filter(|value| !value.is_null())
    }

    /// A text that is not empty.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        text_of(self.get(key))
    }
}

/// A text that is not empty, and no sign for nothing.
pub(super) fn text_of(value: Option<&Value>) -> Option<&str> {
    value?.as_str().map(str::trim).filter(|text| !matches!(*text, "" | "N/A" | "(null)" | "None"))
}

/// A value as a message repeats it.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => quote(text),
        Value::Array(_) | Value::Object(_) => "{…}".to_owned(),
        other => other.to_string(),
    }
}

/// Reads the small fields of an object, and one list as it stands.
struct HeadReader {
    list: &'static str,
}

impl<'de> Visitor<'de> for HeadReader {
    type Value = (Map<String, Value>, Option<&'de RawValue>);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut head, mut list, mut bytes) = (Map::new(), None, 0);
        while let Some((key, raw)) = map.next_entry::<String, &'de RawValue>()? {
            bytes += key.len() + raw.get().len();
            if key == self.list {
                list = Some(raw);
                bytes = 0;
            } else if bytes <= MAX_HEAD_BYTES
                && let Ok(value) = serde_json::from_str(raw.get())
            {
                head.insert(key, value);
            }
        }
        Ok((head, list))
    }
}

/// Reads the entries of a list as they stand.
struct EntryReader;

impl<'de> Visitor<'de> for EntryReader {
    type Value = (Vec<&'de RawValue>, bool);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while entries.len() < MAX_ENTRIES {
            match seq.next_element::<&'de RawValue>()? {
                Some(raw) => entries.push(raw),
                None => return Ok((entries, false)),
            }
        }
        let is_cut = seq.next_element::<IgnoredAny>()?.is_some();
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok((entries, is_cut))
    }
}

/// Reads some fields of an object, and passes over the others.
struct FieldReader {
    wanted: &'static [&'static str],
}

impl<'de> Visitor<'de> for FieldReader {
    type Value = WantedFields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = WantedFields { values: Map::new(), too_long: Vec::new() };
        while let Some((key, raw)) = map.next_entry::<String, &'de RawValue>()? {
            let Some(name) = self.wanted.iter().find(|name| **name == key) else { continue };
            if raw.get().len() > MAX_FIELD_BYTES {
                fields.too_long.push(name);
            } else if let Ok(value) = serde_json::from_str(raw.get()) {
                fields.values.insert(key, value);
            }
        }
        Ok(fields)
    }
}
