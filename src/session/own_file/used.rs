//! Reader's own file in use.

use crate::model::Text;
use crate::session::capacity_file::CapacityFile;
use crate::words::catalogue::data as words;
use std::sync::Arc;

/// Capacity file that the page uses in place of the published one.
pub struct OwnFile {
    /// The parsed file.
    pub file: Arc<CapacityFile>,
    /// Its bytes, which are saved and kept.
    pub bytes: Arc<Vec<u8>>,
    /// Origin of the file, and when it was read.
    pub label: KeptLabel,
    /// Notice that replaces the site's operator, as this file is not the operator's. Stored here so
    /// that the words are only loaded with such a file.
    pub standing: Text,
}

impl OwnFile {
    /// Creates an own file from its parsed content, bytes and origin.
    #[must_use]
    pub fn new(file: Arc<CapacityFile>, bytes: Arc<Vec<u8>>, label: KeptLabel) -> Self {
        Self { file, bytes, label, standing: words::ON_OWN_FILE.text() }
    }
}

/// Origin of an own file, stored beside its bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeptLabel {
    /// Minute in which it was read, counted from 1970-01-01T00:00:00Z.
    pub read_at: u32,
    /// Names of the files that it was read from; empty if pasted.
    pub name: String,
}

impl KeptLabel {
    /// Returns the stored form: the minute, a space, the name.
    #[must_use]
    pub fn write(&self) -> String {
        [&self.read_at.to_string(), " ", &self.name].concat()
    }

    /// Parses the stored form; `None` if the text is something else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (minute, name) = text.split_once(' ')?;
        Some(Self { read_at: minute.parse().ok()?, name: super::given::clean_name(name) })
    }
}
