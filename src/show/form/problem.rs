//! Problems of the fields of a form, in words that say what to do.

use super::field::Field;
use super::gpus;
use crate::model::{Hour, NodeCount, quoted};
use crate::words::catalogue::{Entry, problems};
use crate::words::format;
use crate::words::lang::Lang;

/// Length at which a quotation of typed text is cut, in characters.
const LONGEST_QUOTE: usize = 40;

/// Quotes what was typed in a problem, shortened. The text may come from a link, so nothing in it
/// may change the meaning or direction of the sentence around it.
#[must_use]
pub fn shortened(typed: &str) -> String {
    quoted(typed.trim(), LONGEST_QUOTE)
}

/// Error of a field; texts are as typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FieldError {
    /// Nothing was typed or chosen.
    Missing,
    /// Not a number.
    NotANumber(String),
    /// Number with a decimal point.
    NotWhole(String),
    /// Part of a month, which is no fixed number of days.
    PartMonth(String),
    /// Below 1.
    TooSmall,
    /// Above the largest number accepted.
    TooLarge {
        /// Largest number accepted.
        most: u32,
    },
    /// Range in place of a single number.
    OneNumber(String),
    /// Upper bound in its own field, while the other field holds a range already.
    RangeAlready(String),
    /// GPUs in a field that counts nodes, or GPUs that are not whole nodes.
    InGpus {
        /// Number of GPUs.
        gpus: NodeCount,
        /// GPUs per node.
        per_node: u32,
    },
    /// Nodes in a field that counts GPUs.
    InNodes {
        /// Number of nodes.
        nodes: NodeCount,
        /// GPUs per node.
        per_node: u32,
    },
    /// GPUs, while the accelerators disagree on the GPUs per node.
    NoGpuCount {
        /// `true` if the field counts GPUs.
        is_unit: bool,
    },
    /// Not a date of the calendar.
    NotADate(String),
    /// Day that its month does not have.
    NoSuchDay {
        /// The text as typed.
        typed: String,
        /// Start of the month.
        month: Hour,
        /// Number of days in the month.
        days: u8,
    },
    /// Day that is over.
    Passed {
        /// Present hour.
        now: Hour,
    },
    /// Date outside the years 2000 to 2099.
    DateOutOfRange,
    /// Upper bound on nodes below the lower one.
    BelowNodes {
        /// The lower bound, in the unit of the field.
        least: u32,
    },
    /// End that is not after its start.
    NotAfterStart,
    /// Id that the snapshot does not have.
    Unknown(String),
    /// Neither node numbers nor a count.
    NotNodes(String),
    /// Range such as `9-3`.
    Backwards(String),
    /// Node 0.
    NodeZero,
    /// Nodes that the block does not have.
    BeyondBlock {
        /// Number of nodes of the block.
        nodes: u32,
    },
}

/// Problem of one field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldProblem {
    /// The field.
    pub field: Field,
    /// Kind of problem.
    pub error: FieldError,
}

impl FieldProblem {
    /// Returns the field's name and its problem, for display away from the field.
    #[must_use]
    pub fn line(&self, lang: Lang) -> String {
        [self.field.label().get(lang), ": ", &self.text(lang)].concat()
    }

    /// Returns a sentence on the problem and its solution.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let (entry, typed): (Entry, &str) = match (&self.error, self.field) {
            (FieldError::Missing, Field::Accelerators) => (problems::NO_ACCELERATOR, ""),
            (FieldError::Missing, Field::HoldBlock) => (problems::NO_BLOCK, ""),
            (FieldError::Missing, _) => (problems::MISSING, ""),
            (FieldError::NotANumber(typed), Field::Term) => (problems::NOT_A_TERM, typed),
            // This field takes ranges and GPUs as well, which its example shows.
            (FieldError::NotANumber(typed), Field::Nodes) => (problems::NOT_A_COUNT, typed),
            (FieldError::NotANumber(typed), _) => (problems::NOT_A_NUMBER, typed),
            (FieldError::NotWhole(typed), _) => (problems::NOT_WHOLE, typed),
            (FieldError::PartMonth(typed), _) => (problems::PART_MONTH, typed),
            (FieldError::TooSmall, _) => (problems::TOO_SMALL, ""),
            (FieldError::TooLarge { .. }, _) => (problems::TOO_LARGE, ""),
            (FieldError::OneNumber(typed), _) => (problems::ONE_NUMBER, typed),
            (FieldError::RangeAlready(typed), _) => (problems::RANGE_ALREADY, typed),
            (FieldError::InGpus { gpus, per_node }, _) => {
                let is_whole = gpus::nodes_of(*gpus, *per_node).is_some();
                (if is_whole { problems::GPUS_ARE_NODES } else { problems::GPUS_NOT_WHOLE }, "")
            }
            (FieldError::InNodes { .. }, _) => (problems::NODES_ARE_GPUS, ""),
            (FieldError::NoGpuCount { .. }, _) => (problems::NO_GPU_COUNT, ""),
            (FieldError::NoSuchDay { typed, .. }, _) => (problems::NO_SUCH_DAY, typed),
            (FieldError::Passed { .. }, Field::Until) => (problems::END_PASSED, ""),
            (FieldError::Passed { .. }, _) => (problems::START_PASSED, ""),
            (FieldError::NotADate(typed), _) => (problems::NOT_A_DATE, typed),
            (FieldError::DateOutOfRange, _) => (problems::DATE_OUT_OF_RANGE, ""),
            (FieldError::BelowNodes { .. }, _) => (problems::BELOW_NODES, ""),
            (FieldError::NotAfterStart, _) => (problems::NOT_AFTER_START, ""),
            (FieldError::Unknown(typed), Field::HoldBlock) => (problems::UNKNOWN_BLOCK, typed),
            (FieldError::Unknown(typed), Field::Call) => (problems::UNKNOWN_CALL, typed),
            (FieldError::Unknown(typed), _) => (problems::UNKNOWN_ACCELERATOR, typed),
            (FieldError::NotNodes(typed), _) => (problems::NOT_NODES, typed),
            (FieldError::Backwards(typed), _) => (problems::BACKWARDS, typed),
            (FieldError::NodeZero, _) => (problems::NODE_ZERO, ""),
            (FieldError::BeyondBlock { .. }, _) => (problems::BEYOND_BLOCK, ""),
        };
        let values = self.values(lang);
        let mut values: Vec<(&str, &str)> =
            values.iter().map(|(name, it)| (*name, &**it)).collect();
        let quote = shortened(typed);
        values.extend([("typed", &*quote), ("example", self.field.example())]);
        entry.fill(lang, &values)
    }

    /// Returns the numbers and dates that its sentence names.
    fn values(&self, lang: Lang) -> Vec<(&'static str, String)> {
        let nodes = |count: NodeCount| ("nodes", format::nodes_between(count.min, count.max, lang));
        let gpus = |count: NodeCount| ("gpus", format::gpus_between(count.min, count.max, lang));
        let integer = |number: u32| format::integer(number.into());
        match &self.error {
            FieldError::TooLarge { most } => vec![("most", integer(*most))],
            FieldError::BelowNodes { least } => vec![("least", integer(*least))],
            FieldError::BeyondBlock { nodes } => vec![("nodes", format::nodes(*nodes, lang))],
            FieldError::InGpus { gpus: count, per_node } => {
                let whole = gpus::nodes_of(*count, *per_node).map(nodes);
                let each = ("each", format::gpus(*per_node, lang));
                whole.into_iter().chain([gpus(*count), each]).collect()
            }
            FieldError::InNodes { nodes: count, per_node } => {
                vec![nodes(*count), gpus(gpus::gpus_of(*count, *per_node))]
            }
            FieldError::NoSuchDay { month, days, .. } => {
                let civil = month.civil();
                let month = format::month_of_year(civil.year, civil.month, lang);
                vec![("month", month), ("days", format::days((*days).into(), lang))]
            }
            FieldError::Passed { now } => vec![("today", format::date(now.last_midnight(), lang))],
            _ => Vec::new(),
        }
    }
}

/// Problems found so far.
pub(super) struct FormProblems(pub(super) Vec<FieldProblem>);

impl FormProblems {
    pub(super) fn add(&mut self, field: Field, error: FieldError) {
        self.0.push(FieldProblem { field, error });
    }

    pub(super) fn take<T>(&mut self, field: Field, read: Result<T, FieldError>) -> Option<T> {
        read.map_err(|error| self.add(field, error)).ok()
    }
}
