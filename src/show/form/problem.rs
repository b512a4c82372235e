//! What is wrong with a field of a form, in words that say what to do.

use crate::model::shown;
use crate::words::catalogue::{Entry, fit, holds, problems};
use crate::words::format;
use crate::words::lang::Lang;

/// More of what was typed is not repeated in a problem.
const LONGEST_QUOTE: usize = 40;

/// What was typed, as a problem repeats it. A link types too: nothing in it may turn the sentence
/// around it.
pub(in crate::show) fn shortened(typed: &str) -> String {
    typed.trim().chars().take(LONGEST_QUOTE).map(shown).collect()
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
            Self::Nodes => fit::NODES,
            Self::NodesMax => fit::NODES_MAX,
            Self::Term => fit::TERM,
            Self::Unit => fit::UNIT,
            Self::From => fit::FROM,
            Self::Until => fit::UNTIL,
            Self::Placement | Self::PlacementNumber => fit::PLACEMENT,
            Self::Call => fit::CALL,
            Self::HoldBlock => holds::BLOCK,
            Self::HoldNodes => holds::NODES,
            Self::HoldFrom => holds::FROM,
            Self::HoldUntil => holds::UNTIL,
        }
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
    /// Below 1.
    TooSmall,
    /// Above the most that is taken.
    TooLarge {
        /// The most that is taken.
        most: u32,
    },
    /// The unit typed with the term is not the one chosen.
    OtherUnit(String),
    /// Not a date of the calendar.
    NotADate(String),
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
            (FieldWhat::NotANumber(typed), _) => (problems::NOT_A_NUMBER, typed),
            (FieldWhat::NotWhole(typed), _) => (problems::NOT_WHOLE, typed),
            (FieldWhat::TooSmall, _) => (problems::TOO_SMALL, ""),
            (FieldWhat::TooLarge { .. }, _) => (problems::TOO_LARGE, ""),
            (FieldWhat::OtherUnit(typed), _) => (problems::OTHER_UNIT, typed),
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
        let quote = shortened(typed);
        let number = match &self.what {
            FieldWhat::TooLarge { most: number } | FieldWhat::BelowNodes { least: number } => {
                format::integer((*number).into())
            }
            FieldWhat::BeyondBlock { nodes } => format::nodes(*nodes, lang),
            _ => String::new(),
        };
        let values = [
            ("typed", quote.as_str()),
            ("example", self.field.example()),
            ("most", &number),
            ("least", &number),
            ("nodes", &number),
        ];
        entry.fill(lang, &values)
    }
}

/// Problems found so far.
pub(super) struct Problems(pub(super) Vec<FieldProblem>);

impl Problems {
    pub(super) fn add(&mut self, field: Field, what: FieldWhat) {
        self.0.push(FieldProblem { field, what });
    }

    pub(super) fn take<T>(&mut self, field: Field, read: Result<T, FieldWhat>) -> Option<T> {
        read.map_err(|what| self.add(field, what)).ok()
    }
}
