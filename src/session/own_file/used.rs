//! A reader's own file that the page runs on.

use crate::model::Text;
use crate::session::file::CapacityFile;
use crate::words::catalogue::data as words;
use std::sync::Arc;

/// A capacity file that the page runs on in the place of the published one.
pub struct OwnFile {
    /// The file.
    pub file: Arc<CapacityFile>,
    /// Its bytes, which are saved and kept.
    pub bytes: Arc<Vec<u8>>,
    /// What it came of, and when.
    pub label: KeptLabel,
    /// That a site is none of whoever runs it while the page runs on this: in the place of who that is.
    /// Here, so that the words are not where no such file is.
    pub standing: Text,
}

impl OwnFile {
    /// A file, what its bytes are, and what it came of.
    #[must_use]
    pub fn new(file: Arc<CapacityFile>, bytes: Arc<Vec<u8>>, label: KeptLabel) -> Self {
        Self { file, bytes, label, standing: words::ON_OWN_FILE.text() }
    }
}

/// What an own file came of, as it is kept beside its bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeptLabel {
    /// The minute in which it was read, counted from 1970-01-01T00:00:00Z.
    pub read_at: u32,
    /// The names of what it was read of; empty where that was pasted.
    pub name: String,
}

impl KeptLabel {
    /// As it is kept: the minute, a space, the name.
    #[must_use]
    pub fn write(&self) -> String {
        [&self.read_at.to_string(), " ", &self.name].concat()
    }

    /// Reads what was kept; `None` where it is something else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (minute, name) = text.split_once(' ')?;
        Some(Self { read_at: minute.parse().ok()?, name: super::given::clean_name(name) })
    }
}
