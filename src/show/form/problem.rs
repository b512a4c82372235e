//! What is wrong with a field of a form, in words that say what to do.

use super::gpus;
use crate::model::{Hour, NodeCount, quoted};
use crate::words::catalogue::{Entry, fit, holds, problems};
use crate::words::format;
use crate::words::lang::Lang;

/// More of what was typed is not repeated in a problem.
const LONGEST_QUOTE: usize = 40;

/// What was typed, as a problem repeats it. A link types too: nothing in it may turn the sentence
/// around it.
#[must_use]
pub fn shortened(typed: &str) -> String {
    quoted(typed.trim(), LONGEST_QUOTE)
}

/// A field of the request form or of an assumed hold.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Field {
    /// Accelerators accepted.
    Accelerators,
    /// Nodes, the least that are of use.
    Nodes,
    /// Nodes at most.
    NodesMax,
    /// Term.
    Term,
    /// What the term is counted in.
    Unit,
    /// Earliest start.
    From,
    /// Latest end.
    Until,
    /// The kind of placement.
    Placement,
    /// The number that belongs to the placement.
    PlacementNumber,
    /// The fewest nodes of a part of a split request.
    Split,
    /// Call.
    Call,
    /// Block of a hold.
    HoldBlock,
    /// Nodes of a hold.
    HoldNodes,
    /// Start of a hold.
    HoldFrom,
    /// End of a hold.
    HoldUntil,
}

impl Field {
    /// A name for the field's element and its link in a list of problems.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Accelerators => "accelerators",
            Self::Nodes => "nodes",
            Self::NodesMax => "nodes-max",
            Self::Term => "term",
            Self::Unit => "unit",
            Self::From => "from",
            Self::Until => "until",
            Self::Placement => "placement",
            Self::PlacementNumber => "placement-number",
            Self::Split => "split",
            Self::Call => "call",
            Self::HoldBlock => "hold-block",
            Self::HoldNodes => "hold-nodes",
            Self::HoldFrom => "hold-from",
            Self::HoldUntil => "hold-until",
        }
    }

    /// The field's label on the page.
    #[must_use]
    pub const fn label(self) -> Entry {
        match self {
            Self::Accelerators => fit::ACCELERATORS,
            Self::Nodes => fit::NODES_OR_GPUS,
            Self::NodesMax => fit::NODES_MAX,
            Self::Term => fit::TERM,
            Self::Unit => fit::UNIT,
            Self::From => fit::FROM,
            Self::Until => fit::UNTIL,
            Self::Placement | Self::PlacementNumber => fit::PLACEMENT,
            Self::Split => fit::SPLIT_LEAST,
            Self::Call => fit::CALL,
            Self::HoldBlock => holds::BLOCK,
            Self::HoldNodes => holds::NODES,
            Self::HoldFrom => holds::FROM,
            Self::HoldUntil => holds::UNTIL,
        }
    }

    /// The first day that the field of a date takes at the hour `now`, as the field writes it.
    #[must_use]
    pub fn first_day(self, now: Hour) -> String {
        let today = now.last_midnight();
        format::date_input(if self == Self::Until { today.plus(24) } else { today })
    }

    /// What a right entry looks like.
    const fn example(self) -> &'static str {
        match self {
            Self::From | Self::Until | Self::HoldFrom | Self::HoldUntil => "2027-01-01",
            Self::HoldNodes => "1-64,100",
            Self::Term => "3",
            _ => "4",
        }
    }
}

/// What is wrong; texts are as typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FieldWhat {
    /// Nothing was typed or chosen.
    Missing,
    /// Not a number.
    NotANumber(String),
    /// A number with a decimal point.
    NotWhole(String),
    /// A part of a month, which is no number of days that is known.
    PartMonth(String),
    /// Below 1.
    TooSmall,
    /// Above the most that is taken.
    TooLarge {
        /// The most that is taken.
        most: u32,
    },
    /// A range, where one number is asked for.
    OneNumber(String),
    /// The most nodes, where a range of them is given already.
    RangeAlready(String),
    /// GPUs where nodes are counted, or that are not whole nodes.
    InGpus {
        /// How many.
        gpus: NodeCount,
        /// How many a node has.
        per_node: u32,
    },
    /// Nodes where GPUs are counted.
    InNodes {
        /// How many.
        nodes: NodeCount,
        /// How many GPUs a node has.
        per_node: u32,
    },
    /// GPUs, where the accelerators do not agree how many a node has.
    NoGpuCount {
        /// Whether GPUs are what is counted.
        is_unit: bool,
    },
    /// Not a date of the calendar.
    NotADate(String),
    /// A day that its month does not have.
    NoSuchDay {
        /// As typed.
        typed: String,
        /// When the month begins.
        month: Hour,
        /// How many days it has.
        days: u8,
    },
    /// A day that is over.
    Passed {
        /// The hour at which it is.
        now: Hour,
    },
    /// A date outside the years 2000 to 2099.
    DateOutOfRange,
    /// The most nodes are fewer than the least.
    BelowNodes {
        /// The least.
        least: u32,
    },
    /// An end that is not after its start.
    NotAfterStart,
    /// An id that the snapshot does not have.
    Unknown(String),
    /// Neither node numbers nor a count.
    NotNodes(String),
    /// A range such as `9-3`.
    Backwards(String),
    /// Node 0.
    NodeZero,
    /// Nodes that the block does not have.
    BeyondBlock {
        /// Nodes of the block.
        nodes: u32,
    },
}

/// A field and what is wrong with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldProblem {
    /// The field.
    pub field: Field,
    /// What is wrong.
    pub what: FieldWhat,
}

impl FieldProblem {
    /// The field's name and what is wrong with it, for a place away from the field.
    #[must_use]
    pub fn line(&self, lang: Lang) -> String {
        [self.field.label().get(lang), ": ", &self.text(lang)].concat()
    }

    /// What is wrong and what to do, as a sentence.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let (entry, typed): (Entry, &str) = match (&self.what, self.field) {
            (FieldWhat::Missing, Field::Accelerators) => (problems::NO_ACCELERATOR, ""),
            (FieldWhat::Missing, Field::HoldBlock) => (problems::NO_BLOCK, ""),
            (FieldWhat::Missing, _) => (problems::MISSING, ""),
            (FieldWhat::NotANumber(typed), Field::Term) => (problems::NOT_A_TERM, typed),
            (FieldWhat::NotANumber(typed), Field::Nodes) => (problems::NOT_A_COUNT, typed),
            (FieldWhat::NotANumber(typed), _) => (problems::NOT_A_NUMBER, typed),
            (FieldWhat::NotWhole(typed), _) => (problems::NOT_WHOLE, typed),
            (FieldWhat::PartMonth(typed), _) => (problems::PART_MONTH, typed),
            (FieldWhat::TooSmall, _) => (problems::TOO_SMALL, ""),
            (FieldWhat::TooLarge { .. }, _) => (problems::TOO_LARGE, ""),
            (FieldWhat::OneNumber(typed), _) => (problems::ONE_NUMBER, typed),
            (FieldWhat::RangeAlready(typed), _) => (problems::RANGE_ALREADY, typed),
            (FieldWhat::InGpus { gpus, per_node }, _) => {
                let is_whole = gpus::nodes_of(*gpus, *per_node).is_some();
                (if is_whole { problems::GPUS_ARE_NODES } else { problems::GPUS_NOT_WHOLE }, "")
            }
            (FieldWhat::InNodes { .. }, _) => (problems::NODES_ARE_GPUS, ""),
            (FieldWhat::NoGpuCount { .. }, _) => (problems::NO_GPU_COUNT, ""),
            (FieldWhat::NoSuchDay { typed, .. }, _) => (problems::NO_SUCH_DAY, typed),
            (FieldWhat::Passed { .. }, Field::Until) => (problems::END_PASSED, ""),
            (FieldWhat::Passed { .. }, _) => (problems::START_PASSED, ""),
            (FieldWhat::NotADate(typed), _) => (problems::NOT_A_DATE, typed),
            (FieldWhat::DateOutOfRange, _) => (problems::DATE_OUT_OF_RANGE, ""),
            (FieldWhat::BelowNodes { .. }, _) => (problems::BELOW_NODES, ""),
            (FieldWhat::NotAfterStart, _) => (problems::NOT_AFTER_START, ""),
            (FieldWhat::Unknown(typed), Field::HoldBlock) => (problems::UNKNOWN_BLOCK, typed),
            (FieldWhat::Unknown(typed), Field::Call) => (problems::UNKNOWN_CALL, typed),
            (FieldWhat::Unknown(typed), _) => (problems::UNKNOWN_ACCELERATOR, typed),
            (FieldWhat::NotNodes(typed), _) => (problems::NOT_NODES, typed),
            (FieldWhat::Backwards(typed), _) => (problems::BACKWARDS, typed),
            (FieldWhat::NodeZero, _) => (problems::NODE_ZERO, ""),
            (FieldWhat::BeyondBlock { .. }, _) => (problems::BEYOND_BLOCK, ""),
        };
        let values = self.values(lang);
        let mut values: Vec<(&str, &str)> =
            values.iter().map(|(name, it)| (*name, &**it)).collect();
        let quote = shortened(typed);
        values.extend([("typed", &*quote), ("example", self.field.example())]);
        entry.fill(lang, &values)
    }

    /// The numbers and dates that its sentence names.
    fn values(&self, lang: Lang) -> Vec<(&'static str, String)> {
        let nodes = |of: NodeCount| ("nodes", format::nodes_between(of.min, of.max, lang));
        let gpus = |of: NodeCount| ("gpus", format::gpus_between(of.min, of.max, lang));
        let integer = |number: u32| format::integer(number.into());
        match &self.what {
            FieldWhat::TooLarge { most } => vec![("most", integer(*most))],
            FieldWhat::BelowNodes { least } => vec![("least", integer(*least))],
            FieldWhat::BeyondBlock { nodes } => vec![("nodes", format::nodes(*nodes, lang))],
            FieldWhat::InGpus { gpus: of, per_node } => {
                let whole = gpus::nodes_of(*of, *per_node).map(nodes);
                let each = ("each", format::gpus(*per_node, lang));
                whole.into_iter().chain([gpus(*of), each]).collect()
            }
            FieldWhat::InNodes { nodes: of, per_node } => {
                vec![nodes(*of), gpus(gpus::gpus_of(*of, *per_node))]
            }
            FieldWhat::NoSuchDay { month, days, .. } => {
                let civil = month.civil();
                let month = format::month_of_year(civil.year, civil.month, lang);
                vec![("month", month), ("days", format::days((*days).into(), lang))]
            }
            FieldWhat::Passed { now } => vec![("today", format::date(now.last_midnight(), lang))],
            _ => Vec::new(),
        }
    }
}

/// Problems found so far.
pub(super) struct FormProblems(pub(super) Vec<FieldProblem>);

impl FormProblems {
    pub(super) fn add(&mut self, field: Field, what: FieldWhat) {
        self.0.push(FieldProblem { field, what });
    }

    pub(super) fn take<T>(&mut self, field: Field, read: Result<T, FieldWhat>) -> Option<T> {
        read.map_err(|what| self.add(field, what)).ok()
    }
}
