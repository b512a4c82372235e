//! A file as it was given: what it is, or why it cannot be read.

use crate::exchange::import::{ImportKind, recognise};
use crate::exchange::opened::{OpenError, Undecodable, decode};
use crate::model::quoted;

/// The most characters of a file's name that are told.
const MAX_NAME_CHARS: usize = 80;
/// How archives begin, and so workbooks of a spreadsheet.
const ARCHIVE: &[u8] = b"PK\x03\x04";

/// A file, or a text that was pasted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct GivenFile {
    /// Tells it from the others.
    pub(super) id: u32,
    /// Its name; empty for what was pasted.
    pub(super) name: String,
    /// How many bytes it has.
    pub(super) bytes: usize,
    /// What it is, or why it cannot be read.
    pub(super) content: Result<Content, FileError>,
    /// The name of what was given before, and is of the same kind.
    pub(super) replaces: Option<String>,
}

/// A text that was recognised.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Content {
    pub(super) kind: ImportKind,
    pub(super) text: String,
}

/// Why a file cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum FileError {
    /// It could not be opened.
    Opening(OpenError),
    /// It has nothing in it.
    Empty,
    /// A workbook, or another archive.
    Archive,
    /// No text.
    NoText(Undecodable),
    /// It begins like JSON, and is none from here on.
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// JSON of something else.
    OtherJson,
    /// Another text.
    OtherText,
}

/// What the bytes of a file are; `cp949` gives the text of bytes in CP949, where they are some.
pub(super) fn recognised(
    bytes: Vec<u8>,
    cp949: fn(&[u8]) -> Option<String>,
) -> Result<Content, FileError> {
    if bytes.starts_with(ARCHIVE) {
        return Err(FileError::Archive);
    }
    let text = decode(bytes, cp949).map_err(FileError::NoText)?.text;
    if text.trim().is_empty() {
        return Err(FileError::Empty);
    }
    match recognise(&text) {
        ImportKind::Unknown => Err(unknown(&text)),
        kind => Ok(Content { kind, text }),
    }
}

/// Why a text was not recognised.
fn unknown(text: &str) -> FileError {
    if !text.trim_start().starts_with(['{', '[']) {
        return FileError::OtherText;
    }
    // Nothing of it is kept, and nothing recurses: any depth can be read.
    match serde_json::from_str::<serde::de::IgnoredAny>(text) {
        Ok(_) => FileError::OtherJson,
        Err(error) => FileError::NotJson { line: error.line(), column: error.column() },
    }
}

/// A name fit to be told: short, without hidden characters.
pub(super) fn clean_name(name: &str) -> String {
    quoted(name.trim(), MAX_NAME_CHARS)
}
