//! The outermost object, and the entries of its lists one by one.
//!
//! A list is never turned into values as a whole: a million holds would need a gigabyte, and one
//! number beyond all bounds would lose them all. The text is proved to be JSON once, cut into
//! slices at its commas, and each entry becomes a value on its own.

use serde::de::IgnoredAny;
use serde_json::Value;
use serde_json::error::Category;

use super::cursor::{At, Notes, kind_of_raw};
use crate::model::limits::{MAX_DEPTH, MAX_ENTRY_BYTES};
use crate::model::problem::{Done, Kind, What};

/// The fields of the outermost object, as slices of the text.
pub(super) struct Document<'a>(Vec<(&'static str, &'a str)>);

/// Why a text is no document.
pub(super) fn open<'a>(
    text: &'a str,
    known: &'static [&'static str],
    notes: &mut Notes,
) -> Result<Document<'a>, What> {
    serde_json::from_str::<IgnoredAny>(text).map_err(|error| match error.classify() {
        Category::Eof => What::Truncated { line: error.line(), column: error.column() },
        _ => What::NotJson { line: error.line(), column: error.column() },
    })?;
    let outer = text.trim_ascii();
    if !outer.starts_with('{') {
        let found = kind_of_raw(outer.as_bytes().first());
        return Err(What::WrongKind { wanted: Kind::Object, found });
    }
    if is_too_deep(outer) {
        return Err(What::TooDeep { most: MAX_DEPTH });
    }
    let mut fields: Vec<(&'static str, &str)> = Vec::new();
    for member in Slices::inside(outer) {
        let (key, value) = member.split_at(end_of_key(member));
        let key: String = serde_json::from_str(key).map_err(|_| {
            let (line, column) = position(text, member);
            What::NotJson { line, column }
        })?;
        let Some(known) = known.iter().copied().find(|known| *known == key) else {
            if !key.starts_with("x_") {
                notes.add(At::ROOT.key(&key), What::UnknownField, Done::Ignored);
            }
            continue;
        };
        if find(&fields, known).is_some() {
            notes.add(At::ROOT.key(known), What::RepeatedField, Done::Ignored);
        } else {
            fields.push((known, value.trim_ascii_start().trim_start_matches(':').trim_ascii()));
        }
    }
    Ok(Document(fields))
}

impl<'a> Document<'a> {
    /// The field as a slice of the text; `None` where it is missing or `null`.
    fn raw(&self, key: &str) -> Option<&'a str> {
        find(&self.0, key).filter(|raw| *raw != "null")
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
        let mut entries = Slices::inside(raw);
        for (index, entry) in entries.by_ref().take(most).enumerate() {
            let at = list.index(index);
            if let Some(value) = parse(entry, at, Done::Dropped, notes) {
                read(&value, at, notes);
            }
        }
        let rest = entries.count();
        if rest > 0 {
            notes.add(list, What::TooMany { found: most + rest, most }, Done::Shortened);
        }
    }
}

fn find<'a>(fields: &[(&'static str, &'a str)], key: &str) -> Option<&'a str> {
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

/// The members of an object or the entries of a list, without the space around them.
struct Slices<'a> {
    rest: &'a str,
}

impl<'a> Slices<'a> {
    /// The slices of an object or a list, which is known to be JSON.
    fn inside(outer: &'a str) -> Self {
        let inner = outer.get(1..outer.len().saturating_sub(1)).unwrap_or_default();
        Self { rest: inner.trim_ascii() }
    }
}

impl<'a> Iterator for Slices<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if self.rest.is_empty() {
            return None;
        }
        let mut walk = Walk::default();
        let comma = self.rest.bytes().position(|byte| walk.step(byte) == 0 && byte == b',');
        let (slice, rest) = match comma.and_then(|comma| self.rest.split_at_checked(comma)) {
            Some((slice, rest)) => (slice, rest.get(1..).unwrap_or_default()),
            None => (self.rest, ""),
        };
        self.rest = rest;
        Some(slice.trim_ascii())
    }
}

/// Where a walk through JSON stands.
#[derive(Default)]
struct Walk {
    depth: usize,
    in_text: bool,
    escaped: bool,
}

impl Walk {
    /// Goes on by a byte; how many objects, lists and texts are open after it.
    fn step(&mut self, byte: u8) -> usize {
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' if self.in_text => self.escaped = true,
            b'"' => self.in_text = !self.in_text,
            _ if self.in_text => {}
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.depth + usize::from(self.in_text)
    }
}

/// Where the text at the beginning of an object's member ends.
fn end_of_key(member: &str) -> usize {
    let mut walk = Walk::default();
    member.bytes().position(|byte| walk.step(byte) == 0).map_or(member.len(), |last| last + 1)
}

/// Whether objects and lists lie deeper inside each other than [`MAX_DEPTH`].
pub(super) fn is_too_deep(text: &str) -> bool {
    let mut walk = Walk::default();
    text.bytes().any(|byte| {
        walk.step(byte);
        walk.depth > MAX_DEPTH
    })
}

/// Line and column, from 1, at which a slice of the text begins.
fn position(text: &str, slice: &str) -> (usize, usize) {
    let offset = slice.as_ptr().addr().saturating_sub(text.as_ptr().addr());
    let before = text.get(..offset).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.len() + 1)
}
