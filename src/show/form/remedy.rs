//! Remedies: changes of the form that solve a problem at a click.

use super::count::CountUnit;
use super::draft::FormDraft;
use super::field::Field;
use super::gpus;
use super::problem::{FieldError, FieldProblem};
use crate::model::{Hour, NodeCount, Snapshot};
use crate::words::catalogue::{fit, why};
use crate::words::format;
use crate::words::lang::Lang;

/// Change of the form that solves a problem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Remedy {
    /// Sets a number of nodes in a field.
    Count {
        /// The field.
        field: Field,
        /// Number of nodes.
        nodes: NodeCount,
        /// GPUs per node.
        per_node: u32,
    },
    /// Counts in nodes.
    CountNodes,
    /// Sets the earliest start.
    Start(Hour),
    /// Removes the latest end.
    NoEnd,
}

impl FieldProblem {
    /// Returns the changes that would solve it, the nearest first; empty if only the reader can
    /// decide.
    #[must_use]
    pub fn remedies(&self) -> Vec<Remedy> {
        let counts = |nodes: Vec<NodeCount>, per_node| {
            let count = |nodes| Remedy::Count { field: self.field, nodes, per_node };
            nodes.into_iter().map(count).collect()
        };
        match &self.error {
            FieldError::InGpus { gpus, per_node } => {
                counts(gpus::neighbours(*gpus, *per_node), *per_node)
            }
            FieldError::InNodes { nodes, per_node } => counts(vec![*nodes], *per_node),
            FieldError::NoGpuCount { is_unit: true } => vec![Remedy::CountNodes],
            FieldError::Passed { .. } if self.field == Field::Until => vec![Remedy::NoEnd],
            // The midnight with which today began has passed as well.
            FieldError::Passed { now } => vec![Remedy::Start(now.next_midnight())],
            _ => Vec::new(),
        }
    }
}

impl Remedy {
    /// Returns the text of its button.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Count { nodes, per_node, .. } => {
                let nodes = format::nodes_and_gpus(*nodes, Some(*per_node), lang);
                why::CHANGE_NODES.fill(lang, &[("nodes", &nodes)])
            }
            Self::CountNodes => fit::COUNT_IN_NODES.get(lang).to_owned(),
            Self::Start(hour) => {
                why::CHANGE_START.fill(lang, &[("date", &format::date(*hour, lang))])
            }
            Self::NoEnd => fit::NO_END.get(lang).to_owned(),
        }
    }

    /// Applies the change to the form, which keeps its unit unless that is what changes.
    pub fn apply(&self, draft: &mut FormDraft, snapshot: &Snapshot) {
        match self {
            Self::Count { field, nodes, per_node } => {
                let count = match draft.count {
                    CountUnit::Nodes => *nodes,
                    CountUnit::Gpus => gpus::gpus_of(*nodes, *per_node),
                };
                // Nodes in the unit of the field, so that solving a problem does not change what it
                // counts.
                let text = count.to_string();
                match field {
                    Field::NodesMax => draft.nodes_max = text,
                    _ => draft.nodes = text,
                }
            }
            Self::CountNodes => draft.count_in(CountUnit::Nodes, snapshot),
            Self::Start(hour) => draft.from = format::hour_input(*hour),
            Self::NoEnd => draft.until.clear(),
        }
    }
}
