//! Problems of a line of a list of applications, with their messages.

use crate::model::shown_text;
use crate::show::form::{FieldProblem, shortened};
use crate::words::catalogue::applications as words;
use crate::words::format;
use crate::words::lang::Lang;

/// A line from which an application could not be read, or not completely.
#[derive(Clone, PartialEq, Debug)]
pub struct LineProblem {
    /// Line number, 1-based.
    pub line: u32,
    /// Id of the application, if it could be read.
    pub id: Option<String>,
    /// The problems of the line; at least one.
    pub errors: Vec<LineError>,
}

/// One problem of a line; texts are quoted verbatim from the list.
#[derive(Clone, PartialEq, Debug)]
pub enum LineError {
    /// The list is empty.
    Empty,
    /// No heading belongs to a known column.
    NoHeadings {
        /// The headings found.
        found: String,
        /// The names of the known columns.
        names: String,
    },
    /// No column gives the number of nodes or GPUs.
    NoNodes,
    /// Two columns with the same meaning.
    ColumnTwice(String),
    /// Unknown headings, whose columns are ignored.
    UnknownColumns(Vec<String>),
    /// More cells than headings.
    TooManyCells {
        /// Number of cells in the row.
        found: usize,
        /// Number of headings.
        most: usize,
    },
    /// An earlier application has the same id.
    SameId {
        /// Line of the earlier application, 1-based.
        first: u32,
    },
    /// The list has more applications than the limit.
    TooMany {
        /// The limit.
        most: usize,
    },
    /// A problem of one field of the request.
    Field(FieldProblem),
    /// Not a class of applicants.
    NoClass(String),
    /// Not a placement rule.
    NoPlacement(String),
    /// Not the id of a block in the capacity file.
    NoBlock(String),
    /// Not a score.
    NoScore(String),
    /// Neither a date nor a time.
    NoTime(String),
    /// Not a job of a trace.
    NoJob,
    /// Message of the JSON reader.
    Json(String),
}

impl LineProblem {
    /// Returns the message for the line, with all of its problems.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let line = format::integer(self.line.into());
        let errors: Vec<String> = self.errors.iter().map(|error| error.text(lang)).collect();
        let errors = errors.join(" ");
        let text = match &self.id {
            Some(id) => {
                words::LINE_OF.fill(lang, &[("line", &line), ("id", id), ("what", &errors)])
            }
            None => words::LINE.fill(lang, &[("line", &line), ("what", &errors)]),
        };
        // Names and values of the line are repeated in it: none may reorder the sentence by hidden
        // direction marks.
        shown_text(&text)
    }

    /// Returns `true` if an application is lost; ignored headings alone lose none.
    #[must_use]
    pub fn loses_application(&self) -> bool {
        !matches!(self.errors.as_slice(), [LineError::UnknownColumns(_)])
    }
}

impl LineError {
    /// Returns a sentence with the problem and its remedy.
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
