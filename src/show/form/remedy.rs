//! What mends a field at a click.

use super::count::CountUnit;
use super::draft::FormDraft;
use super::gpus;
use super::problem::{Field, FieldProblem, FieldWhat};
use crate::model::{Hour, NodeCount, Snapshot};
use crate::words::catalogue::{fit, why};
use crate::words::format;
use crate::words::lang::Lang;

/// A change of the form that mends a problem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Remedy {
    /// So many nodes in this field.
    Count {
        /// The field.
        field: Field,
        /// How many.
        nodes: NodeCount,
        /// How many GPUs each has.
        per_node: u32,
    },
    /// Count nodes.
    CountNodes,
    /// Start then.
    Start(Hour),
    /// End whenever.
    NoEnd,
}

impl FieldProblem {
    /// What would mend it, the nearest first; nothing where only the reader can tell.
    #[must_use]
    pub fn remedies(&self) -> Vec<Remedy> {
        let counts = |nodes: Vec<NodeCount>, per_node| {
            let count = |nodes| Remedy::Count { field: self.field, nodes, per_node };
            nodes.into_iter().map(count).collect()
        };
        match &self.what {
            FieldWhat::InGpus { gpus, per_node } => {
                counts(gpus::neighbours(*gpus, *per_node), *per_node)
            }
            FieldWhat::InNodes { nodes, per_node } => counts(vec![*nodes], *per_node),
            FieldWhat::NoGpuCount { is_unit: true } => vec![Remedy::CountNodes],
            FieldWhat::Passed { .. } if self.field == Field::Until => vec![Remedy::NoEnd],
            // The midnight with which today began has passed as well.
            FieldWhat::Passed { now } => vec![Remedy::Start(now.next_midnight())],
            _ => Vec::new(),
        }
    }
}

impl Remedy {
    /// The words of its button.
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

    /// Mends the form, which goes on counting in its unit.
    pub fn apply(&self, draft: &mut FormDraft, snapshot: &Snapshot) {
        match self {
            Self::Count { field, nodes, per_node } => {
                let count = match draft.count {
                    CountUnit::Nodes => *nodes,
                    CountUnit::Gpus => gpus::gpus_of(*nodes, *per_node),
                };
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
