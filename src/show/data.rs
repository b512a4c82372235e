//! Plain data of the view of a reader's own file.

use crate::model::{Availability, Snapshot};
use crate::words::Lang;
use crate::words::catalogue::data as words;
use crate::words::format;

/// Number of sentences that are listed; further ones are only counted.
const MOST_LISTED: usize = 100;

/// The files that were given, and what was read from them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DataView {
    /// The files, in the order in which they came.
    pub files: Vec<FileRow>,
    /// Reason why nothing can be made of them.
    pub stopped: Option<String>,
    /// Summary of what was read.
    pub summary: Option<SummaryView>,
    /// Part of it that is read out to a screen reader; the rest can be looked up.
    pub spoken: String,
}

/// File that was given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileRow {
    /// Identifier that distinguishes it from the other files.
    pub id: u32,
    /// Name of the file.
    pub name: String,
    /// Kind of file, and its size.
    pub what: String,
    /// Reason why it could not be read.
    pub problem: Option<String>,
    /// Note on what it replaces.
    pub note: Option<String>,
}

/// Summary of what was read from the files.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SummaryView {
    /// Lines that say what was understood.
    pub lines: Vec<String>,
    /// Sentences on what was left out.
    pub left_out: ListedSentences,
    /// Notes on the rest.
    pub notes: ListedSentences,
}

/// Sentences of which only the first 100 are listed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListedSentences {
    /// Title with the number of sentences; empty if there are none.
    pub title: String,
    /// Sentences that are listed.
    pub sentences: Vec<String>,
    /// Text with the number of further sentences, if there are any.
    pub more: Option<String>,
}

impl ListedSentences {
    /// Lists what was left out.
    #[must_use]
    pub fn left_out(sentences: Vec<String>, lang: Lang) -> Self {
        let title = words::LEFT_OUT.fill(lang, &[("count", &format::counted(sentences.len()))]);
        Self::new(title, sentences, lang)
    }

    /// Lists notes.
    #[must_use]
    pub fn notes(sentences: Vec<String>, lang: Lang) -> Self {
        let title = format::notes(u32::try_from(sentences.len()).unwrap_or(u32::MAX), lang);
        Self::new(title, sentences, lang)
    }

    fn new(title: String, mut sentences: Vec<String>, lang: Lang) -> Self {
        let more = sentences.len().saturating_sub(MOST_LISTED);
        let title = if sentences.is_empty() { String::new() } else { title };
        sentences.truncate(MOST_LISTED);
        let more = (more > 0).then(|| words::MORE.fill(lang, &[("count", &format::counted(more))]));
        Self { title, sentences, more }
    }
}

/// Returns the contents of a file in two lines: its blocks and its holds.
#[must_use]
pub fn extent(snapshot: &Snapshot, lang: Lang) -> [String; 2] {
    let length = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let gpus = snapshot.blocks.iter().fold(0_u32, |sum, block| sum.saturating_add(block.gpus()));
    let blocks = words::SUM_BLOCKS.fill(
        lang,
        &[
            ("blocks", &format::blocks(length(snapshot.blocks.len()), lang)),
            ("nodes", &format::nodes(snapshot.nodes(), lang)),
            ("gpus", &format::gpus(gpus, lang)),
        ],
    );
    let holds = format::holds(length(snapshot.holds.len()), lang);
    [blocks, words::SUM_HOLDS.fill(lang, &[("holds", &holds)])]
}

/// Returns two lines on how far answers on a file can be trusted: its date, and how much it claims
/// to know.
#[must_use]
pub fn standing(snapshot: &Snapshot, lang: Lang) -> [String; 2] {
    let as_of = words::SUM_AS_OF.fill(lang, &[("date", &format::date(snapshot.as_of, lang))]);
    let knows = uncertainty(snapshot, lang).unwrap_or(words::KNOWS_ALL.get(lang));
    [as_of, knows.to_owned()]
}

/// Returns the notice that the page runs on the file `name`, read in the minute `read_at`; an empty
/// `name` means that the text was pasted.
#[must_use]
pub fn in_use(name: &str, read_at: u32, lang: Lang) -> String {
    let name = if name.is_empty() { words::PASTED.get(lang) } else { name };
    let time = format::minute(read_at, lang);
    words::IN_USE_NOTICE.fill(lang, &[("name", name), ("time", &time)])
}

/// Returns the sentence on how much a file knows, if that is not everything.
#[must_use]
pub fn uncertainty(snapshot: &Snapshot, lang: Lang) -> Option<&'static str> {
    match snapshot.availability {
        Availability::Complete => None,
        Availability::Published => Some(words::KNOWS_SOME.get(lang)),
        Availability::Nominal => Some(words::KNOWS_NONE.get(lang)),
    }
}
