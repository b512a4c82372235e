//! An answer as text: the verbatim entries of its list, and the small fields beside it.
//!
//! An answer of Slurm has some 9 kB per job, of which few fields are used. So entries are kept as
//! slices of the text and parsed one at a time.

use core::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::problem::{ImportError, quote};
use crate::model::limits::{MAX_BYTES, MAX_TOTAL_NODES};

/// Maximum number of list entries: one for each node that a capacity file may have.
pub const MAX_ENTRIES: usize = MAX_TOTAL_NODES as usize;
/// Maximum size of one field of an entry, in bytes: a host list of 100,000 names, every second one.
const MAX_FIELD_BYTES: usize = 1024 * 1024;
/// Maximum total size of the fields beside the list, in bytes.
const MAX_HEAD_BYTES: usize = 64 * 1024;

/// A parsed answer and its list.
pub(super) struct Document<'a> {
    /// The verbatim entries, at most [`MAX_ENTRIES`].
    pub(super) entries: Vec<&'a RawValue>,
    /// `true` if there are more entries.
    pub(super) is_cut: bool,
    /// The small fields beside the list.
    pub(super) head: Map<String, Value>,
}

impl<'a> Document<'a> {
    /// Opens an answer whose list is the field named `list`.
    ///
    /// # Errors
    /// The problem that makes the whole answer unreadable: too large, not JSON, or no such list.
    pub(super) fn open(text: &'a str, list: &'static str) -> Result<Self, ImportError> {
        if text.len() > MAX_BYTES {
            return Err(ImportError::TooLarge { bytes: text.len(), most: MAX_BYTES });
        }
        // The JSON parser refuses a byte-order mark.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut json = serde_json::Deserializer::from_str(text);
        let read = json.deserialize_map(HeadReader { list }).and_then(|it| json.end().map(|()| it));
        let (head, raw) = read.map_err(|error| not_json(&error))?;
        let Some(raw) = raw.filter(|raw| raw.get().starts_with('[')) else {
            return Err(ImportError::NoList(list));
        };
        let mut json = serde_json::Deserializer::from_str(raw.get());
        let read = json.deserialize_seq(EntryReader);
        let (entries, is_cut) = read.map_err(|error| not_json(&error))?;
        Ok(Self { entries, is_cut, head })
    }

    /// Returns a value beside the list by its path of field names.
    pub(super) fn value_at(&self, path: &[&str]) -> Option<&Value> {
        let (first, rest) = path.split_first()?;
        rest.iter().try_fold(self.head.get(*first)?, |value, step| value.get(step))
    }
}

fn not_json(error: &serde_json::Error) -> ImportError {
    ImportError::NotJson { line: error.line(), column: error.column() }
}

/// The wanted fields of one entry.
pub(super) struct WantedFields {
    values: Map<String, Value>,
    /// Names of wanted fields that were skipped because they are too long.
    pub(super) too_long: Vec<&'static str>,
}

impl WantedFields {
    /// Parses the wanted fields of an entry; `None` if it is not an object.
    pub(super) fn open(raw: &RawValue, wanted: &'static [&'static str]) -> Option<Self> {
        let mut json = serde_json::Deserializer::from_str(raw.get());
        json.deserialize_map(FieldReader { wanted }).ok()
    }

    /// Returns a field if it is present and not null.
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.values.get(key).filter(|value| !value.is_null())
    }

    /// Returns a field as a non-empty text.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        text_of(self.get(key))
    }
}

/// Returns a trimmed text, or `None` if it is empty or a marker for "no value".
pub(super) fn text_of(value: Option<&Value>) -> Option<&str> {
    value?.as_str().map(str::trim).filter(|text| !matches!(*text, "" | "N/A" | "(null)" | "None"))
}

/// Formats a value for a message; lists and objects are abbreviated.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => quote(text),
        Value::Array(_) | Value::Object(_) => "{…}".to_owned(),
        other => other.to_string(),
    }
}

/// Visitor that parses the small fields of an object and keeps one list verbatim.
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
                // The limit counts the fields before and after the list separately.
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

/// Visitor that keeps the entries of a list verbatim.
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
        // The parser fails unless the whole list is consumed.
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok((entries, is_cut))
    }
}

/// Visitor that parses the wanted fields of an object and ignores the others.
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
            // A value that cannot be parsed counts as missing: it is nested too deep, or a number that
            // no value holds.
            if raw.get().len() > MAX_FIELD_BYTES {
                fields.too_long.push(name);
            } else if let Ok(value) = serde_json::from_str(raw.get()) {
                fields.values.insert(key, value);
            }
        }
        Ok(fields)
    }
}
