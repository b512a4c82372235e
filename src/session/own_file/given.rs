//! Given file: its recognised content, or the reason why it cannot be read.

use crate::exchange::decoding::{OpenError, Undecodable, decode};
use crate::exchange::import::{ImportKind, recognise};
use crate::model::quoted;

/// Maximum number of characters of a file name that are shown.
const MAX_NAME_CHARS: usize = 80;
/// First bytes of ZIP archives, which include spreadsheet workbooks.
const ARCHIVE: &[u8] = b"PK\x03\x04";

/// File, or pasted text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct GivenFile {
    /// Id that is unique in the list.
    pub(super) id: u32,
    /// Name of the file; empty for pasted text.
    pub(super) name: String,
    /// Size in bytes.
    pub(super) bytes: usize,
    /// Recognised content, or the reason why it cannot be read.
    pub(super) content: Result<Content, FileError>,
    /// Name of the earlier file of the same kind that this one replaces.
    pub(super) replaces: Option<String>,
}

/// Recognised text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Content {
    pub(super) kind: ImportKind,
    pub(super) text: String,
}

/// Reason why a file cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum FileError {
    /// It could not be opened.
    Opening(OpenError),
    /// It is empty.
    Empty,
    /// It is a workbook or another archive.
    Archive,
    /// It is not text.
    NoText(Undecodable),
    /// It begins like JSON, but is invalid at this position.
    NotJson {
        /// Line, 1-based.
        line: usize,
        /// Column, 1-based.
        column: usize,
    },
    /// It is JSON of an unknown kind.
    OtherJson,
    /// It is text of an unknown kind.
    OtherText,
}

/// Recognises the bytes of a file; `cp949` decodes bytes in CP949, if they are valid.
pub(super) fn recognised(
    bytes: Vec<u8>,
    cp949: fn(&[u8]) -> Option<String>,
) -> Result<Content, FileError> {
    // Decoding could only say that this is no text. Naming the workbook tells what to do.
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

/// Returns the reason why a text was not recognised.
fn unknown(text: &str) -> FileError {
    if !text.trim_start().starts_with(['{', '[']) {
        return FileError::OtherText;
    }
    // `IgnoredAny` keeps nothing and does not recurse, so any nesting depth can be parsed.
    match serde_json::from_str::<serde::de::IgnoredAny>(text) {
        Ok(_) => FileError::OtherJson,
        Err(error) => FileError::NotJson { line: error.line(), column: error.column() },
    }
}

/// Returns a name fit for display: short and without hidden characters.
pub(super) fn clean_name(name: &str) -> String {
    quoted(name.trim(), MAX_NAME_CHARS)
}
