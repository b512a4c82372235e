//! The outermost object, and the entries of its lists one by one.
//!
//! A list is never turned into values as a whole: a million holds would need a gigabyte, and one
//! number out of range would lose them all. The text is checked to be JSON once and cut into
//! slices, and each entry is parsed on its own.

use core::fmt;

use serde::Deserializer as _;
use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde_json::Value;
use serde_json::error::Category;
use serde_json::value::RawValue;

use super::json_path::{JsonPath, Notes};
use super::kinds::kind_of_raw;
use crate::model::limits::MAX_ENTRY_BYTES;
use crate::model::problem::{JsonType, ProblemKind, Resolution};

/// Fields of the outermost object, as slices of the text.
pub(super) struct OuterFields<'a>(Vec<(&'static str, &'a str)>);

/// Returns the `known` fields of `text`, or the reason why it is not a JSON object.
pub(super) fn open<'a>(
    text: &'a str,
    known: &'static [&'static str],
    notes: &mut Notes,
) -> Result<OuterFields<'a>, ProblemKind> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let opened = deserializer.deserialize_map(KnownFields { known, notes });
    opened.and_then(|document| deserializer.end().map(|()| document)).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        match error.classify() {
            Category::Eof if text.trim_ascii().is_empty() => ProblemKind::Empty,
            Category::Eof => ProblemKind::Truncated { line, column },
            Category::Data => {
                let first = text.trim_ascii_start().as_bytes().first();
                ProblemKind::WrongKind { wanted: JsonType::Object, found: kind_of_raw(first) }
            }
            Category::Io | Category::Syntax => ProblemKind::NotJson { line, column },
        }
    })
}

/// Visitor that keeps the known fields as slices of the text and only notes the others, of which
/// there may be millions.
struct KnownFields<'n> {
    known: &'static [&'static str],
    notes: &'n mut Notes,
}

impl<'a> Visitor<'a> for KnownFields<'_> {
    type Value = OuterFields<'a>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields: Vec<(&'static str, &str)> = Vec::new();
        while let Some((key, value)) = map.next_entry::<String, &RawValue>()? {
            let Some(known) = self.known.iter().copied().find(|known| *known == key) else {
                // Fields named `x_…` are free for anybody's use.
                if !key.starts_with("x_") {
                    self.notes.add(
                        JsonPath::ROOT.key(&key),
                        ProblemKind::UnknownField,
                        Resolution::Ignored,
                    );
                }
                continue;
            };
            if find(&fields, known).is_some() {
                self.notes.add(
                    JsonPath::ROOT.key(known),
                    ProblemKind::RepeatedField,
                    Resolution::Ignored,
                );
            } else {
                fields.push((known, value.get()));
            }
        }
        Ok(OuterFields(fields))
    }
}

impl<'a> OuterFields<'a> {
    /// Returns the field as a slice of the text, or `None` if it is missing or `null`.
    fn raw(&self, key: &str) -> Option<&'a str> {
        find(&self.0, key).filter(|raw| *raw != "null")
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.raw(key).is_some()
    }

    /// Parses the field into a value; meant for small ones, such as a number or a text.
    pub(super) fn value(&self, key: &str, notes: &mut Notes) -> Option<Value> {
        parse(self.raw(key)?, JsonPath::ROOT.key(key), Resolution::Ignored, notes)
    }

    /// Calls `read` with each entry of a list, at most `most` of them, with a `pause` after each.
    pub(super) async fn for_each_entry(
        &self,
        key: &str,
        most: usize,
        notes: &mut Notes,
        pause: impl AsyncFn(),
        read: &mut dyn FnMut(&Value, JsonPath<'_>, &mut Notes),
    ) {
        let Some(raw) = self.raw(key) else { return };
        let list = JsonPath::ROOT.key(key);
        if !raw.starts_with('[') {
            let found = kind_of_raw(raw.as_bytes().first());
            notes.add(
                list,
                ProblemKind::WrongKind { wanted: JsonType::List, found },
                Resolution::Ignored,
            );
            return;
        }
        let mut rest = inside(raw);
        let mut found = 0;
        while let Some(entry) = cut(&mut rest) {
            let path = list.index(found);
            if found < most
                && let Some(value) = parse(entry, path, Resolution::Dropped, notes)
            {
                read(&value, path, notes);
            }
            // Entries beyond `most` are counted too, so that the problem can say how many there
            // are.
            found += 1;
            pause().await;
        }
        if found > most {
            notes.add(list, ProblemKind::TooMany { found, most }, Resolution::Shortened);
        }
    }
}

fn find<'a>(fields: &[(&'static str, &'a str)], key: &str) -> Option<&'a str> {
    fields.iter().find(|(name, _)| *name == key).map(|(_, value)| *value)
}

/// Parses a slice that is known to be JSON.
fn parse(
    raw: &str,
    path: JsonPath<'_>,
    resolution: Resolution,
    notes: &mut Notes,
) -> Option<Value> {
    if raw.len() > MAX_ENTRY_BYTES {
        notes.add(
            path,
            ProblemKind::TooLarge { bytes: raw.len(), most: MAX_ENTRY_BYTES },
            resolution,
        );
        return None;
    }
    let value = serde_json::from_str(raw).ok();
    if value.is_none() {
        notes.add(path, ProblemKind::NotAValue, resolution);
    }
    value
}

/// Returns the text between the brackets of a list that is known to be JSON.
fn inside(list: &str) -> &str {
    list.get(1..list.len().saturating_sub(1)).unwrap_or_default()
}

/// Cuts the next entry from the rest of a list that is known to be JSON.
fn cut<'a>(rest: &mut &'a str) -> Option<&'a str> {
    // The text is known to be JSON, so there is at most one comma here.
    let from = rest.trim_ascii_start().trim_start_matches(',');
    let mut values = serde_json::Deserializer::from_str(from).into_iter::<IgnoredAny>();
    values.next()?.ok()?;
    let (entry, after) = from.split_at_checked(values.byte_offset())?;
    *rest = after;
    Some(entry.trim_ascii_start())
}
