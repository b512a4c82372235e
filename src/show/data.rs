//! What the view of a reader's own file shows, as plain data.

use crate::model::{Availability, Snapshot};
use crate::words::Lang;
use crate::words::catalogue::data as words;
use crate::words::format;

/// The most problems that are listed; more are counted.
const MOST_LISTED: usize = 100;

/// The files that were given, and what they come to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DataView {
    /// Each file, in the order in which they came.
    pub files: Vec<FileRow>,
    /// Why nothing can be made of them.
    pub stopped: Option<String>,
    /// What they come to.
    pub summary: Option<SummaryView>,
    /// What is read out of that: the rest can be looked up.
    pub spoken: String,
}

/// A file that was given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileRow {
    /// Tells it from the others.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// What it is, and its size.
    pub what: String,
    /// Why it could not be read.
    pub problem: Option<String>,
    /// What it replaces.
    pub note: Option<String>,
}

/// What files come to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SummaryView {
    /// What was understood, in lines.
    pub lines: Vec<String>,
    /// What was left out.
    pub left_out: ListedSentences,
    /// What is to be known of the rest.
    pub notes: ListedSentences,
}

/// Sentences of which only the first are listed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListedSentences {
    /// What they are, and how many; empty where there are none.
    pub title: String,
    /// Those that are listed.
    pub sentences: Vec<String>,
    /// How many more there are.
    pub more: Option<String>,
}

impl ListedSentences {
    /// What was left out.
    #[must_use]
    pub fn left_out(sentences: Vec<String>, lang: Lang) -> Self {
        let title = words::LEFT_OUT.fill(lang, &[("count", &format::counted(sentences.len()))]);
        Self::new(title, sentences, lang)
    }

    /// What is to be known.
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

/// What there is in a file, in lines: its blocks and its holds.
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

/// What answers on a file are worth, in lines: of when it is, and how much it says that it knows.
#[must_use]
pub fn standing(snapshot: &Snapshot, lang: Lang) -> [String; 2] {
    let as_of = words::SUM_AS_OF.fill(lang, &[("date", &format::date(snapshot.as_of, lang))]);
    let knows = doubt(snapshot, lang).unwrap_or(words::KNOWS_ALL.get(lang));
    [as_of, knows.to_owned()]
}

/// That the page runs on a file of this name, read in this minute; without a name it was pasted.
#[must_use]
pub fn in_use(name: &str, read_at: u32, lang: Lang) -> String {
    let name = if name.is_empty() { words::PASTED.get(lang) } else { name };
    let time = format::minute(read_at, lang);
    words::IN_USE_NOTICE.fill(lang, &[("name", name), ("time", &time)])
}

/// How much an own file knows, where that is not all of it.
#[must_use]
pub fn doubt(snapshot: &Snapshot, lang: Lang) -> Option<&'static str> {
    match snapshot.availability {
        Availability::Complete => None,
        Availability::Published => Some(words::KNOWS_SOME.get(lang)),
        Availability::Nominal => Some(words::KNOWS_NONE.get(lang)),
    }
}
