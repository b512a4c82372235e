//! Problems and notes of an import, with their messages.

use super::host_list::HostListError;
use crate::model::{Hour, Text, quoted};
use crate::words::catalogue::{file_problems, import as words};
use crate::words::format;
use crate::words::lang::Lang;
use std::collections::BTreeMap;

/// Maximum number of problems listed; further ones are only counted. Notes may go up to twice that.
pub const MAX_PROBLEMS: usize = 1_000;
/// Maximum length of a quoted value, in characters.
const MAX_QUOTE: usize = 60;
/// Path of a problem that concerns a whole file.
pub(super) const WHOLE: &str = "$";

/// One of the files that are imported together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Input {
    /// Nodes, of Slurm or of Kubernetes.
    Nodes,
    /// Reservations of Slurm.
    Reservations,
    /// Jobs of Slurm.
    Jobs,
    /// Pods of Kubernetes.
    Pods,
    /// A table.
    Table,
}

/// A problem or a note, with its location.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportProblem {
    /// The file.
    pub input: Input,
    /// Location in the file: a path such as `$.nodes[3].gres` or a line such as `4`; `$` for all.
    pub location: String,
    /// The problem or note.
    pub error: ImportError,
}

/// A problem or a note of an import.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ImportError {
    /// The file exceeds the size limit.
    TooLarge {
        /// Size of the file, in bytes.
        bytes: usize,
        /// The limit, in bytes.
        most: usize,
    },
    /// Not JSON.
    NotJson {
        /// Line, 1-based.
        line: usize,
        /// Column, 1-based.
        column: usize,
    },
    /// A Slurm answer in a format that is too old; holds the last number of, say, `v0.0.38`.
    OldFormat(u32),
    /// An answer without the list of this name.
    NoList(&'static str),
    /// More entries than the limit.
    TooMany {
        /// The limit.
        most: usize,
    },
    /// An entry that is not an object.
    NotAnObject,
    /// An entry without a name.
    NoName,
    /// A name that an earlier entry already has.
    SameName(String),
    /// A value that is not understood; its entry is left out.
    Bad(String),
    /// A value that exceeds the length limit.
    TooLong,
    /// A host list that is refused.
    Hosts(HostListError),
    /// Names in a host list that no node has.
    UnknownNodes {
        /// Number of unknown names.
        count: u64,
        /// The first unknown name.
        first: String,
    },
    /// A node with more GPUs than a capacity file takes.
    TooManyGpus {
        /// Number of GPUs of the node.
        found: u32,
        /// The limit.
        most: u32,
    },
    /// An end that is not later than the start.
    EndNotAfterStart,
    /// There is no node with GPUs.
    NoGpus,
    /// A table without a block.
    NoBlocks,
    /// Headings without the required columns; holds the headings.
    NoHeadings(String),
    /// Unknown headings, whose columns are ignored.
    UnknownColumns(String),
    /// A block that the table does not define.
    UnknownBlock(String),
    /// A cell with a formula instead of its value.
    Formula(String),
    /// Number of further problems, not listed.
    More(usize),
    /// Note: an unknown state counts as not free.
    UnknownState(String),
    /// Note: one node has GPUs of several models.
    MixedGpus(String),
    /// Note: this number of jobs has no known end.
    OpenJobs(u32),
    /// Note: this number of nodes is in use, and no job tells until when.
    OpenNodes(u32),
    /// Note: this number of nodes is in use by jobs missing from the list of jobs.
    UnseenJobs(u32),
    /// Note: this number of pods uses GPUs, and pods have no end.
    OpenPods(u32),
    /// Note: recurring reservations are expanded up to a horizon.
    Recurring {
        /// Number of recurring reservations.
        count: u32,
        /// The horizon.
        until: Hour,
    },
    /// Note: without this file the holds are incomplete.
    NotGiven(Input),
    /// Note: in this number of blocks the switch of some nodes is unknown, so leaves are assumed.
    NoTopology(u32),
    /// Note: some nodes that are partly in use are treated as free.
    PartialFree,
}

impl ImportError {
    /// Returns `true` for a note, which means that nothing was left out.
    #[must_use]
    pub const fn is_note(&self) -> bool {
        matches!(
            self,
            Self::UnknownState(_)
                | Self::MixedGpus(_)
                | Self::OpenJobs(_)
                | Self::OpenNodes(_)
                | Self::UnseenJobs(_)
                | Self::OpenPods(_)
                | Self::Recurring { .. }
                | Self::NotGiven(_)
                | Self::NoTopology(_)
                | Self::PartialFree
        )
    }

    /// Returns the problem or note as a sentence.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let count = |number: usize| format::integer(u64::try_from(number).unwrap_or(u64::MAX));
        let found = |text: &str| quote(text);
        match self {
            Self::TooLarge { bytes, most } => file_problems::TOO_LARGE
                .fill(lang, &[("bytes", &count(*bytes)), ("most", &count(*most))]),
            Self::NotJson { line, column } => file_problems::NOT_JSON
                .fill(lang, &[("line", &count(*line)), ("column", &count(*column))]),
            Self::OldFormat(version) => {
                words::OLD_FORMAT.fill(lang, &[("version", &number(*version))])
            }
            Self::NoList(name) => words::NO_LIST.fill(lang, &[("list", name)]),
            Self::TooMany { most } => words::TOO_MANY.fill(lang, &[("most", &count(*most))]),
            Self::NotAnObject => words::NOT_AN_OBJECT.get(lang).to_owned(),
            Self::NoName => words::NO_NAME.get(lang).to_owned(),
            Self::SameName(name) => words::SAME_NAME.fill(lang, &[("name", &found(name))]),
            Self::Bad(value) => words::BAD.fill(lang, &[("found", &found(value))]),
            Self::TooLong => words::TOO_LONG.get(lang).to_owned(),
            Self::Hosts(HostListError::Malformed(part)) => {
                words::HOSTS_MALFORMED.fill(lang, &[("found", &found(part))])
            }
            Self::Hosts(HostListError::TooMany { count, most }) => words::HOSTS_TOO_MANY.fill(
                lang,
                &[("count", &format::integer(*count)), ("most", &format::integer(*most))],
            ),
            Self::UnknownNodes { count, first } => words::UNKNOWN_NODES
                .fill(lang, &[("count", &format::integer(*count)), ("first", &found(first))]),
            Self::TooManyGpus { found, most } => words::TOO_MANY_GPUS
                .fill(lang, &[("found", &number(*found)), ("most", &number(*most))]),
            Self::EndNotAfterStart => words::END_NOT_AFTER_START.get(lang).to_owned(),
            Self::NoGpus => words::NO_GPUS.get(lang).to_owned(),
            Self::NoBlocks => words::NO_BLOCKS.get(lang).to_owned(),
            Self::NoHeadings(line) => words::NO_HEADINGS.fill(lang, &[("found", &found(line))]),
            Self::UnknownColumns(names) => {
                words::UNKNOWN_COLUMNS.fill(lang, &[("found", &found(names))])
            }
            Self::UnknownBlock(name) => words::UNKNOWN_BLOCK.fill(lang, &[("found", &found(name))]),
            Self::Formula(cell) => words::FORMULA.fill(lang, &[("found", &found(cell))]),
            Self::More(more) => file_problems::MORE.fill(lang, &[("count", &count(*more))]),
            note => note.note(lang),
        }
    }

    /// Returns a note as a sentence.
    fn note(&self, lang: Lang) -> String {
        match self {
            Self::UnknownState(word) => words::UNKNOWN_STATE.fill(lang, &[("found", &quote(word))]),
            Self::MixedGpus(types) => words::MIXED_GPUS.fill(lang, &[("found", &quote(types))]),
            Self::OpenJobs(count) => words::OPEN_JOBS.fill(lang, &[("count", &number(*count))]),
            Self::OpenNodes(count) => {
                words::OPEN_NODES.fill(lang, &[("nodes", &format::nodes(*count, lang))])
            }
            Self::UnseenJobs(count) => {
                words::UNSEEN_JOBS.fill(lang, &[("nodes", &format::nodes(*count, lang))])
            }
            Self::NoTopology(count) => {
                words::NO_TOPOLOGY.fill(lang, &[("blocks", &format::blocks(*count, lang))])
            }
            Self::OpenPods(count) => words::OPEN_PODS.fill(lang, &[("count", &number(*count))]),
            Self::Recurring { count, until } => words::RECURRING
                .fill(lang, &[("count", &number(*count)), ("until", &format::date(*until, lang))]),
            Self::NotGiven(input) => words::NOT_GIVEN.fill(lang, &[("file", input.name(lang))]),
            _ => words::PARTIAL_FREE.get(lang).to_owned(),
        }
    }
}

impl Input {
    /// Returns the name of the file for use in a sentence.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        let entry = match self {
            Self::Nodes => words::NODES,
            Self::Reservations => words::RESERVATIONS,
            Self::Jobs => words::JOBS,
            Self::Pods => words::PODS,
            Self::Table => words::TABLE,
        };
        entry.get(lang)
    }
}

impl ImportProblem {
    /// Returns the location and the message; a note about everything names no location.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let error = self.error.text(lang);
        let entry = match (self.location.as_str(), self.input) {
            (WHOLE, _) if self.error.is_note() => return error,
            (WHOLE, _) => words::IN_FILE,
            (_, Input::Table) => words::AT_LINE,
            _ => words::AT,
        };
        let values =
            [("file", self.input.name(lang)), ("place", &*self.location), ("what", &*error)];
        entry.fill(lang, &values)
    }
}

/// Problems and notes of an import, in the order in which they were found.
#[derive(Default)]
pub(super) struct ImportProblems {
    listed: Vec<ImportProblem>,
    /// Number of problems of each file that are not listed.
    more: BTreeMap<Input, usize>,
}

impl ImportProblems {
    pub(super) fn add(&mut self, input: Input, location: String, error: ImportError) {
        // Notes are kept even if problems have filled the list: they explain the result.
        if self.listed.len() < MAX_PROBLEMS
            || error.is_note() && self.listed.len() < 2 * MAX_PROBLEMS
        {
            self.listed.push(ImportProblem { input, location, error });
        } else {
            *self.more.entry(input).or_default() += 1;
        }
    }

    /// Returns `true` if a hold may be missing: something was left out, or jobs were not listed.
    pub(super) fn may_lack_holds(&self) -> bool {
        let lacks =
            |error: &ImportError| !error.is_note() || matches!(error, ImportError::UnseenJobs(_));
        !self.more.is_empty() || self.listed.iter().any(|it| lacks(&it.error))
    }

    /// Returns the problems and notes, and for each file the number of its further problems.
    pub(super) fn finish(self) -> Vec<ImportProblem> {
        let more = |(input, more)| {
            let error = ImportError::More(more);
            ImportProblem { input, location: WHOLE.into(), error }
        };
        self.listed.into_iter().chain(self.more.into_iter().map(more)).collect()
    }
}

fn number(number: u32) -> String {
    format::integer(number.into())
}

/// Quotes a value from a file for a message: shortened, without hidden characters.
pub(super) fn quote(text: &str) -> String {
    quoted(text, MAX_QUOTE)
}

/// Fills `values` into a text in both languages.
pub(super) fn both(entry: crate::words::catalogue::Entry, values: &[(&str, &str)]) -> Text {
    Text { ko: entry.fill(Lang::Ko, values), en: entry.fill(Lang::En, values) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_that_are_not_listed_are_counted_for_their_own_file() {
        let mut problems = ImportProblems::default();
        let mut add = |input, count| {
            for _ in 0..count {
                problems.add(input, "1".to_owned(), ImportError::NoName);
            }
        };
        add(Input::Table, MAX_PROBLEMS + 2);
        add(Input::Jobs, 3);
        assert!(problems.may_lack_holds());
        let listed = problems.finish();
        let more = |(input, more)| ImportProblem {
            input,
            location: WHOLE.to_owned(),
            error: ImportError::More(more),
        };
        assert_eq!(listed[MAX_PROBLEMS..], [(Input::Jobs, 3), (Input::Table, 2)].map(more));
        assert!(listed[..MAX_PROBLEMS].iter().all(|it| it.error == ImportError::NoName));
    }
}
