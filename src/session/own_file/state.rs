//! The files that were given, and what they come to.

use super::draw_up::{DrawnUp, Stop, draw_up};
use super::given::{FileError, GivenFile, clean_name, recognised};
use super::used::{KeptLabel, OwnFile};
use crate::exchange::import::{HORIZON_DAYS, ImportKind, Options, Partial};
use crate::exchange::opened::OpenError;
use crate::model::limits::MAX_BYTES;
use crate::model::{Instant, Problem};
use crate::session::file::CapacityFile;
use std::sync::Arc;

/// The most names of files that stand for all of them.
const MAX_NAMES: usize = 3;

/// The files that were given, and what they come to.
///
/// - [`OwnFiles::add`] and [`OwnFiles::remove`] change the files; what they come to is unknown then.
/// - [`OwnFiles::draw_up`] finds out, all but what a reader of capacity files makes of it: who has one
///   reads [`OwnFiles::to_read`], and brings the answer to [`OwnFiles::note_read`].
/// - [`OwnFiles::take`] hands it over, after which nothing is given any more.
#[derive(Default)]
pub struct OwnFiles {
    pub(super) given: Vec<GivenFile>,
    pub(super) outcome: Option<Result<DrawnUp, Stop>>,
    partial: Partial,
    next: u32,
}

impl OwnFiles {
    /// Whether nothing was given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// How a node of which a part is in use counts.
    #[must_use]
    pub const fn partial(&self) -> Partial {
        self.partial
    }

    /// Whether it matters how such a node counts: no table and no capacity file says.
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

    /// Counts such nodes otherwise from now on.
    pub fn set_partial(&mut self, partial: Partial) {
        self.partial = partial;
        self.outcome = None;
    }

    /// The room that is left for what is read, in bytes.
    #[must_use]
    pub fn remaining_bytes(&self) -> usize {
        let readable = self.given.iter().filter(|given| given.content.is_ok());
        MAX_BYTES.saturating_sub(readable.map(|given| given.bytes).sum())
    }

    /// Takes a file by its name, or a text that was pasted, which has none. One of the same kind that
    /// was given before goes. What was not opened, is empty, an archive, or text in no encoding that is
    /// read, or of no known kind, is refused: it stays in the list with the reason, and counts for
    /// nothing. `cp949` gives the text of bytes in CP949, where they are some.
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
        let replaces = before.map(|place| self.given.remove(place).name);
        self.next = self.next.wrapping_add(1);
        let (id, name) = (self.next, clean_name(name));
        self.given.push(GivenFile { id, name, bytes, content, replaces });
    }

    /// Forgets what could not be read: something else comes now.
    pub fn forget_unread(&mut self) {
        self.given.retain(|given| given.content.is_ok());
    }

    /// Takes a file away.
    pub fn remove(&mut self, id: u32) {
        self.given.retain(|given| given.id != id);
        self.outcome = None;
    }

    /// Takes all of them away.
    pub fn clear(&mut self) {
        self.given.clear();
        self.outcome = None;
    }

    /// Finds out what the files come to; where they bear no time of their own, `now` counts.
    pub fn draw_up(&mut self, now: Instant) {
        let options = Options { partial: self.partial, horizon_days: HORIZON_DAYS, now };
        self.outcome = draw_up(&self.given, &options);
    }

    /// The bytes of the capacity file that they come to, which are to be read now.
    #[must_use]
    pub fn to_read(&self) -> Option<Arc<Vec<u8>>> {
        let drawn_up = self.outcome.as_ref()?.as_ref().ok()?;
        drawn_up.file.is_none().then(|| Arc::clone(&drawn_up.bytes))
    }

    /// Notes what `bytes` were read as; nothing where the files have changed meanwhile.
    pub fn note_read(&mut self, bytes: &Arc<Vec<u8>>, read: Result<CapacityFile, Problem>) {
        let Some(Ok(drawn_up)) = &mut self.outcome else { return };
        if !Arc::ptr_eq(&drawn_up.bytes, bytes) {
            return;
        }
        match read {
            Err(problem) => self.outcome = Some(Err(Stop::Unreadable(problem))),
            Ok(file) if file.snapshot.blocks.is_empty() => self.outcome = Some(Err(Stop::NoBlocks)),
            Ok(file) => drawn_up.file = Some(Arc::new(file)),
        }
    }

    /// Whether they come to a file that can be used.
    #[must_use]
    pub fn can_use(&self) -> bool {
        matches!(&self.outcome, Some(Ok(drawn_up)) if drawn_up.file.is_some())
    }

    /// Hands over the file that they come to, as read in the minute `read_at`.
    pub fn take(&mut self, read_at: u32) -> Option<OwnFile> {
        if !self.can_use() {
            return None;
        }
        let DrawnUp { bytes, file, .. } = self.outcome.take()?.ok()?;
        let label = KeptLabel { read_at, name: self.name() };
        self.clear();
        Some(OwnFile::new(file?, bytes, label))
    }

    /// The names of the files that could be read.
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
