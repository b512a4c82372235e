//! What could not be read of what is imported, and what is to be known about the rest.

use super::host_list::HostListError;
use crate::model::{Hour, Text, quoted};
use crate::words::catalogue::{file_problems, import as words};
use crate::words::format;
use crate::words::lang::Lang;

/// The problems that are told one by one; more are counted.
pub const MAX_PROBLEMS: usize = 1_000;
/// The most characters of a value that are repeated.
const MAX_QUOTE: usize = 60;
/// The place of what holds for all of a file.
pub(super) const WHOLE: &str = "$";

/// Which of the files that are read together.
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

/// A problem, or something to know, with its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportProblem {
    /// In which file.
    pub input: Input,
    /// Where in it: a path such as `$.nodes[3].gres`, or a line such as `4`; `$` for all of it.
    pub place: String,
    /// What it is.
    pub what: ImportWhat,
}

/// What is wrong, or to be known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ImportWhat {
    /// More bytes than are read.
    TooLarge {
        /// How many.
        bytes: usize,
        /// How many are read.
        most: usize,
    },
    /// Not JSON.
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// An answer of Slurm in a format that is too old, by the last number of `v0.0.38`.
    OldFormat(u32),
    /// An answer without the list that is wanted.
    NoList(&'static str),
    /// More entries than are read.
    TooMany {
        /// How many are read.
        most: usize,
    },
    /// An entry that is no object.
    NotAnObject,
    /// An entry without a name.
    NoName,
    /// A name that an earlier entry has.
    SameName(String),
    /// A value that is not understood; its entry is left out.
    Bad(String),
    /// A value that is longer than what is read.
    TooLong,
    /// A host list that names no hosts.
    Hosts(HostListError),
    /// Names that no node has, with the first of them.
    UnknownNodes {
        /// How many.
        count: u64,
        /// The first.
        first: String,
    },
    /// More GPUs in a node than a capacity file takes.
    TooManyGpus {
        /// How many.
        found: u32,
        /// How many it takes.
        most: u32,
    },
    /// An end that is not after the start.
    EndNotAfterStart,
    /// No node with GPUs.
    NoGpus,
    /// A table without a block.
    NoBlocks,
    /// Headings of which none is known.
    NoHeadings(String),
    /// Headings that mean nothing here.
    UnknownColumns(String),
    /// A block that is not in the table.
    UnknownBlock(String),
    /// A cell with a formula in the place of its value.
    Formula(String),
    /// More problems than are told.
    More(usize),
    /// To know: a state that is not known counts as not free.
    UnknownState(String),
    /// To know: GPUs of several models in one node.
    MixedGpus(String),
    /// To know: so many jobs have no known end.
    OpenJobs(u32),
    /// To know: nodes are in use and no job says until when.
    OpenNodes(u32),
    /// To know: so many nodes are in use by jobs that are not in the list of jobs.
    UnseenJobs(u32),
    /// To know: pods have no end.
    OpenPods(u32),
    /// To know: reservations that come again are written out until then.
    Recurring {
        /// How many reservations.
        count: u32,
        /// Until when.
        until: Hour,
    },
    /// To know: without this file, what holds nodes is not known as a whole.
    NotGiven(Input),
    /// To know: of so many blocks it is not told of every node which switch it is on.
    NoTopology(u32),
    /// To know: what is in use counts as it is left in this way.
    PartialFree,
}

impl ImportWhat {
    /// Whether something to know alone, by which nothing is left out.
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

    /// What it is, as a sentence.
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

    /// What is to be known, as a sentence.
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
    /// What a sentence calls it.
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
    /// The place, and what is there. A note on all that was given names no place.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let what = self.what.text(lang);
        let entry = match (self.place.as_str(), self.input) {
            (WHOLE, _) if self.what.is_note() => return what,
            (WHOLE, _) => words::IN_FILE,
            (_, Input::Table) => words::AT_LINE,
            _ => words::AT,
        };
        let values = [("file", self.input.name(lang)), ("place", &*self.place), ("what", &*what)];
        entry.fill(lang, &values)
    }
}

/// The problems of an import, in the order in which they were met.
#[derive(Default)]
pub(super) struct ImportProblems {
    told: Vec<ImportProblem>,
    more: usize,
}

impl ImportProblems {
    pub(super) fn add(&mut self, input: Input, place: String, what: ImportWhat) {
        if self.told.len() < MAX_PROBLEMS || what.is_note() && self.told.len() < 2 * MAX_PROBLEMS {
            self.told.push(ImportProblem { input, place, what });
        } else {
            self.more += 1;
        }
    }

    /// Whether a hold may be missing: something was left out, or not all jobs were told.
    pub(super) fn may_lack_holds(&self) -> bool {
        let lacks =
            |what: &ImportWhat| !what.is_note() || matches!(what, ImportWhat::UnseenJobs(_));
        self.more > 0 || self.told.iter().any(|it| lacks(&it.what))
    }

    pub(super) fn finish(mut self) -> Vec<ImportProblem> {
        if self.more > 0 {
            let what = ImportWhat::More(self.more);
            self.told.push(ImportProblem { input: Input::Nodes, place: WHOLE.into(), what });
        }
        self.told
    }
}

fn number(number: u32) -> String {
    format::integer(number.into())
}

/// What a file says, fit to be repeated: short, without hidden characters.
pub(super) fn quote(text: &str) -> String {
    quoted(text, MAX_QUOTE)
}

/// A text in both languages with one value put in.
pub(super) fn both(entry: crate::words::catalogue::Entry, values: &[(&str, &str)]) -> Text {
    Text { ko: entry.fill(Lang::Ko, values), en: entry.fill(Lang::En, values) }
}
