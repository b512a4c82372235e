//! Given files, and the capacity file that results from them.

use super::draw_up::{DrawnUp, Stop, draw_up};
use super::given::{FileError, GivenFile, clean_name, recognised};
use super::used::{KeptLabel, OwnFile};
use crate::exchange::decoding::OpenError;
use crate::exchange::import::{HORIZON_DAYS, ImportKind, ImportOptions, Partial};
use crate::model::limits::MAX_BYTES;
use crate::model::{Instant, Problem};
use crate::session::capacity_file::CapacityFile;
use std::sync::Arc;

/// Maximum number of file names that stand for all of them.
const MAX_NAMES: usize = 3;

/// Given files, and the capacity file that results from them.
///
/// - [`OwnFiles::add`] and [`OwnFiles::remove`] change the files and reset the result.
/// - [`OwnFiles::draw_up`] computes the result, except for parsing the capacity file: the caller
///   parses [`OwnFiles::to_read`] and passes the result to [`OwnFiles::note_read`].
/// - [`OwnFiles::take`] hands the result over and empties the list.
///
/// ```
/// # use jari::model::{self, Instant};
/// use jari::session::{CapacityFile, own_file::OwnFiles};
/// let table = "block,accelerator,nodes\nhall,H200,64\n";
/// let mut files = OwnFiles::default();
/// files.add("blocks.csv", Ok(table.into()), |_| None);
/// files.draw_up(Instant::parse("2027-01-04").unwrap());
/// let bytes = files.to_read().unwrap(); // a capacity file, from a table
/// let read = model::read(&bytes).map(|it| CapacityFile::new(it, model::fingerprint(&bytes)));
/// files.note_read(&bytes, read);
/// let own = files.take(29_982_245).unwrap(); // read in this minute
/// assert_eq!((own.label.name.as_str(), own.file.snapshot.blocks[0].nodes()), ("blocks.csv", 64));
/// assert!(files.is_empty());
/// ```
#[derive(Default)]
pub struct OwnFiles {
    pub(super) given: Vec<GivenFile>,
    pub(super) outcome: Option<Result<DrawnUp, Stop>>,
    partial: Partial,
    next: u32,
}

impl OwnFiles {
    /// Returns `true` if no file was given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// Returns how a partly used node counts.
    #[must_use]
    pub const fn partial(&self) -> Partial {
        self.partial
    }

    /// Returns `true` if the treatment of partly used nodes matters for the given kinds; tables and
    /// capacity files do not distinguish them.
    #[must_use]
    pub fn asks_partial(&self) -> bool {
        let is_asked = |kind| {
            matches!(
                kind,
                ImportKind::SlurmNodes
                    | ImportKind::SlurmJobs
                    | ImportKind::KubernetesNodes
                    | ImportKind::KubernetesPods
            )
        };
        self.given.iter().flat_map(|given| &given.content).any(|content| is_asked(content.kind))
    }

    /// Sets how partly used nodes count, and resets the result.
    pub fn set_partial(&mut self, partial: Partial) {
        self.partial = partial;
        self.outcome = None;
    }

    /// Returns the remaining space for readable files, in bytes.
    #[must_use]
    pub fn remaining_bytes(&self) -> usize {
        // Of the others no text is kept.
        let readable = self.given.iter().filter(|given| given.content.is_ok());
        MAX_BYTES.saturating_sub(readable.map(|given| given.bytes).sum())
    }

    /// Adds a file by its name, or pasted text with an empty name; replaces an earlier file of the
    /// same kind.
    ///
    /// A file is refused if it could not be opened, is empty or an archive, has no readable
    /// encoding, or is of no known kind: it stays in the list with the reason, and is otherwise
    /// ignored. `cp949` decodes bytes in CP949, if they are valid.
    pub fn add(
        &mut self,
        name: &str,
        opened: Result<Vec<u8>, OpenError>,
        cp949: fn(&[u8]) -> Option<String>,
    ) {
        self.outcome = None;
        let bytes = opened.as_ref().map_or(0, Vec::len);
        let content = opened.map_err(FileError::Opening).and_then(|bytes| recognised(bytes, cp949));
        let kind = content.as_ref().ok().map(|content| content.kind);
        let of_kind = |given: &GivenFile| given.content.as_ref().ok().map(|content| content.kind);
        let before = self.given.iter().position(|given| kind.is_some() && of_kind(given) == kind);
        let replaces = before.map(|index| self.given.remove(index).name);
        self.next = self.next.wrapping_add(1);
        let (id, name) = (self.next, clean_name(name));
        self.given.push(GivenFile { id, name, bytes, content, replaces });
    }

    /// Removes the unreadable files from the list, because new input arrives.
    pub fn forget_unread(&mut self) {
        self.given.retain(|given| given.content.is_ok());
    }

    /// Removes a file.
    pub fn remove(&mut self, id: u32) {
        self.given.retain(|given| given.id != id);
        self.outcome = None;
    }

    /// Removes all files.
    pub fn clear(&mut self) {
        self.given.clear();
        self.outcome = None;
    }

    /// Computes the result; `now` is used if the files contain no time of their own.
    pub fn draw_up(&mut self, now: Instant) {
        let options = ImportOptions { partial: self.partial, horizon_days: HORIZON_DAYS, now };
        self.outcome = draw_up(&self.given, &options);
    }

    /// Returns the bytes of the resulting capacity file if they still have to be parsed.
    #[must_use]
    pub fn to_read(&self) -> Option<Arc<Vec<u8>>> {
        let drawn_up = self.outcome.as_ref()?.as_ref().ok()?;
        drawn_up.file.is_none().then(|| Arc::clone(&drawn_up.bytes))
    }

    /// Records the result of parsing `bytes`; ignored if the files have changed meanwhile.
    pub fn note_read(&mut self, bytes: &Arc<Vec<u8>>, read: Result<CapacityFile, Problem>) {
        let Some(Ok(drawn_up)) = &mut self.outcome else { return };
        // The same allocation: the files have not changed since these bytes were handed out.
        if !Arc::ptr_eq(&drawn_up.bytes, bytes) {
            return;
        }
        match read {
            Err(problem) => self.outcome = Some(Err(Stop::Unreadable(problem))),
            Ok(file) if file.snapshot.blocks.is_empty() => self.outcome = Some(Err(Stop::NoBlocks)),
            Ok(file) => drawn_up.file = Some(Arc::new(file)),
        }
    }

    /// Returns `true` if the result is a usable file.
    #[must_use]
    pub fn can_use(&self) -> bool {
        matches!(&self.outcome, Some(Ok(drawn_up)) if drawn_up.file.is_some())
    }

    /// Takes the resulting file, as read in the minute `read_at`.
    pub fn take(&mut self, read_at: u32) -> Option<OwnFile> {
        if !self.can_use() {
            return None;
        }
        let DrawnUp { bytes, file, .. } = self.outcome.take()?.ok()?;
        let label = KeptLabel { read_at, name: self.name() };
        self.clear();
        Some(OwnFile::new(file?, bytes, label))
    }

    /// Returns the names of the readable files.
    fn name(&self) -> String {
        let readable = self.given.iter().filter(|given| given.content.is_ok());
        let names: Vec<&str> =
            readable.map(|given| given.name.as_str()).filter(|name| !name.is_empty()).collect();
        let mut name = names.get(..MAX_NAMES.min(names.len())).unwrap_or_default().join(", ");
        if names.len() > MAX_NAMES {
            name.push_str(", …");
        }
        name
    }
}
