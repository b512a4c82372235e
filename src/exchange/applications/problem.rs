//! What is wrong with a line of a list of applications, in words.

use crate::model::shown_text;
use crate::show::form::{FieldProblem, shortened};
use crate::words::catalogue::applications as words;
use crate::words::format;
use crate::words::lang::Lang;

/// A line from which no application could be read, or not all.
#[derive(Clone, PartialEq, Debug)]
pub struct LineProblem {
    /// Its number, from 1.
    pub line: u32,
    /// The id of its application, where it could be read.
    pub id: Option<String>,
    /// What is wrong; at least one.
    pub whats: Vec<LineWhat>,
}

/// What is wrong with a line; texts are as they stand there.
#[derive(Clone, PartialEq, Debug)]
pub enum LineWhat {
    /// Nothing is in the list.
    Empty,
    /// None of its headings is a column's.
    NoHeadings {
        /// What was found.
        found: String,
        /// The names of the columns.
        names: String,
    },
    /// No column says how many nodes.
    NoNodes,
    /// Two columns of the same meaning.
    ColumnTwice(String),
    /// Headings that mean nothing here: their columns are left out.
    UnknownColumns(Vec<String>),
    /// More cells than headings.
    TooManyCells {
        /// How many.
        found: usize,
        /// How many there are headings for.
        most: usize,
    },
    /// An application above it has the same id.
    SameId {
        /// On which line.
        first: u32,
    },
    /// There are more applications than are read.
    TooMany {
        /// How many are.
        most: usize,
    },
    /// A field of the request.
    Field(FieldProblem),
    /// Not one who may apply.
    NoClass(String),
    /// Not a placement.
    NoPlacement(String),
    /// Not a block of the capacity file.
    NoBlock(String),
    /// Not a number.
    NoScore(String),
    /// Neither a date nor a time.
    NoTime(String),
    /// Not a job of a trace.
    NoJob,
    /// What the reader of JSON says.
    Json(String),
}

impl LineProblem {
    /// The line, and all that is wrong with it.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let line = format::integer(self.line.into());
        let whats: Vec<String> = self.whats.iter().map(|what| what.text(lang)).collect();
        let whats = whats.join(" ");
        let told = match &self.id {
            Some(id) => words::LINE_OF.fill(lang, &[("line", &line), ("id", id), ("what", &whats)]),
            None => words::LINE.fill(lang, &[("line", &line), ("what", &whats)]),
        };
        // Names and values of the line are repeated in it: none of them may turn the sentence.
        shown_text(&told)
    }

    /// Whether an application is lost by it. Headings that are left out lose none.
    #[must_use]
    pub fn loses_application(&self) -> bool {
        !matches!(self.whats.as_slice(), [LineWhat::UnknownColumns(_)])
    }
}

impl LineWhat {
    /// What is wrong and what to do, as a sentence.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let integer = |number: usize| format::integer(u64::try_from(number).unwrap_or(u64::MAX));
        match self {
            Self::Empty => words::EMPTY.get(lang).to_owned(),
            Self::NoHeadings { found, names } => {
                words::NO_HEADINGS.fill(lang, &[("found", &shortened(found)), ("names", names)])
            }
            Self::NoNodes => words::NO_NODES.get(lang).to_owned(),
            Self::ColumnTwice(heading) => {
                words::COLUMN_TWICE.fill(lang, &[("typed", &shortened(heading))])
            }
            Self::UnknownColumns(headings) => {
                words::UNKNOWN_COLUMNS.fill(lang, &[("typed", &shortened(&headings.join(", ")))])
            }
            Self::TooManyCells { found, most } => words::TOO_MANY_CELLS
                .fill(lang, &[("found", &integer(*found)), ("most", &integer(*most))]),
            Self::SameId { first } => {
                words::SAME_ID.fill(lang, &[("line", &format::integer((*first).into()))])
            }
            Self::TooMany { most } => words::TOO_MANY.fill(lang, &[("most", &integer(*most))]),
            Self::Field(problem) => problem.line(lang),
            Self::NoClass(typed) => words::NO_CLASS.fill(lang, &[("typed", &shortened(typed))]),
            Self::NoPlacement(typed) => {
                words::NO_PLACEMENT.fill(lang, &[("typed", &shortened(typed))])
            }
            Self::NoBlock(typed) => words::NO_BLOCK.fill(lang, &[("typed", &shortened(typed))]),
            Self::NoScore(typed) => words::NO_SCORE.fill(lang, &[("typed", &shortened(typed))]),
            Self::NoTime(typed) => words::NO_TIME.fill(lang, &[("typed", &shortened(typed))]),
            Self::NoJob => words::NO_JOB.get(lang).to_owned(),
            Self::Json(problem) => problem.clone(),
        }
    }
}
