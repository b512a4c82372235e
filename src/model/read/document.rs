//! The outermost object, and the entries of its lists one by one.
//!
//! A list is never turned into values as a whole: a million holds would need a gigabyte, and one
//! number beyond all bounds would lose them all. Each entry is taken as a slice of the text
//! first, and becomes a value on its own.

use core::fmt;

use serde::de::{Deserializer as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_json::error::Category;
use serde_json::value::RawValue;

use super::cursor::{At, Notes, kind_of_raw};
use crate::model::limits::{MAX_DEPTH, MAX_ENTRY_BYTES};
use crate::model::problem::{Done, Kind, What};

/// The fields of the outermost object, as slices of the text.
pub(super) struct Document<'a>(Vec<(&'static str, &'a RawValue)>);

/// Why a text is no document.
pub(super) fn open<'a>(
    text: &'a str,
    known: &'static [&'static str],
    notes: &mut Notes,
) -> Result<Document<'a>, What> {
    let first = text.bytes().find(|byte| !byte.is_ascii_whitespace());
    let mut parser = serde_json::Deserializer::from_str(text);
    let outer = Outer { known, notes, fields: Vec::new() };
    let read = parser.deserialize_map(outer).and_then(|fields| parser.end().map(|()| fields));
    let fields = read.map_err(|error| match error.classify() {
        Category::Eof => What::Truncated { line: error.line(), column: error.column() },
        Category::Data => {
            What::WrongKind { wanted: Kind::Object, found: kind_of_raw(first.as_ref()) }
        }
        _ => What::NotJson { line: error.line(), column: error.column() },
    })?;
    if is_too_deep(text) {
        return Err(What::TooDeep { most: MAX_DEPTH });
    }
    Ok(Document(fields))
}

impl<'a> Document<'a> {
    /// The field as a slice of the text; `None` where it is missing or `null`.
    fn raw(&self, key: &str) -> Option<&'a str> {
        find(&self.0, key).map(RawValue::get).filter(|raw| *raw != "null")
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.raw(key).is_some()
    }

    /// The field as a value; a small one, such as a number or a text.
    pub(super) fn value(&self, key: &str, notes: &mut Notes) -> Option<Value> {
        parse(self.raw(key)?, At::ROOT.key(key), Done::Ignored, notes)
    }

    /// Hands each entry of a list to `read`, at most `most` of them; gives the number read.
    pub(super) fn each(
        &self,
        key: &str,
        most: usize,
        notes: &mut Notes,
        read: &mut dyn FnMut(&Value, At<'_>, &mut Notes),
    ) {
        let Some(raw) = self.raw(key) else { return };
        let list = At::ROOT.key(key);
        if !raw.starts_with('[') {
            let found = kind_of_raw(raw.as_bytes().first());
            notes.add(list, What::WrongKind { wanted: Kind::List, found }, Done::Ignored);
            return;
        }
        let mut count = 0;
        let entries = Entries {
            most,
            count: &mut count,
            entry: &mut |index, raw| {
                let at = list.index(index);
                if let Some(value) = parse(raw, at, Done::Dropped, notes) {
                    read(&value, at, notes);
                }
            },
        };
        // The text was read once already: it is a list.
        let _ = serde_json::Deserializer::from_str(raw).deserialize_seq(entries);
        if count > most {
            notes.add(list, What::TooMany { found: count, most }, Done::Shortened);
        }
    }
}

fn find<'a>(fields: &[(&'static str, &'a RawValue)], key: &str) -> Option<&'a RawValue> {
    fields.iter().find(|(name, _)| *name == key).map(|(_, value)| *value)
}

/// The value of a slice that is known to be JSON.
fn parse(raw: &str, at: At<'_>, done: Done, notes: &mut Notes) -> Option<Value> {
    if raw.len() > MAX_ENTRY_BYTES {
        notes.add(at, What::TooLarge { bytes: raw.len(), most: MAX_ENTRY_BYTES }, done);
        return None;
    }
    let value = serde_json::from_str(raw).ok();
    if value.is_none() {
        notes.add(at, What::NotAValue, done);
    }
    value
}

/// Whether objects and lists lie deeper inside each other than [`MAX_DEPTH`].
fn is_too_deep(text: &str) -> bool {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'{' | b'[' => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return true;
                }
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    false
}

struct Outer<'n, 'a> {
    known: &'static [&'static str],
    notes: &'n mut Notes,
    fields: Vec<(&'static str, &'a RawValue)>,
}

impl<'de> Visitor<'de> for Outer<'_, 'de> {
    type Value = Vec<(&'static str, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self::Value, A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            let Some(known) = self.known.iter().copied().find(|known| *known == key) else {
                map.next_value::<IgnoredAny>()?;
                if !key.starts_with("x_") {
                    self.notes.add(At::ROOT.key(&key), What::UnknownField, Done::Ignored);
                }
                continue;
            };
            let value = map.next_value::<&RawValue>()?;
            if find(&self.fields, known).is_some() {
                self.notes.add(At::ROOT.key(known), What::RepeatedField, Done::Ignored);
            } else {
                self.fields.push((known, value));
            }
        }
        Ok(self.fields)
    }
}

struct Entries<'f> {
    most: usize,
    count: &'f mut usize,
    entry: &'f mut dyn FnMut(usize, &str),
}

impl<'de> Visitor<'de> for Entries<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(raw) = list.next_element::<&RawValue>()? {
            if *self.count < self.most {
                (self.entry)(*self.count, raw.get());
            }
            *self.count += 1;
        }
        Ok(())
    }
}
