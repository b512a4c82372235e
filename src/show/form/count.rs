//! Number of nodes asked for, counted in nodes or in GPUs.

use super::gpus::{gpus_of, neighbours, nodes_of};
use super::problem::FieldError;
use super::typed;
use crate::model::NodeCount;
use crate::words::catalogue::{Entry, fit};

/// Upper bound for nodes in a form: far beyond any block, and enough to catch a typing error.
pub const MAX_NODES: u32 = 1_000_000;
/// Upper bound for GPUs: those of [`MAX_NODES`] nodes.
const MAX_GPUS: u32 = MAX_NODES * 8;

/// Unit in which nodes are counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum CountUnit {
    /// Nodes.
    #[default]
    Nodes,
    /// GPUs in the nodes.
    Gpus,
}

impl CountUnit {
    /// Both, in the order shown.
    pub const ALL: [Self; 2] = [Self::Nodes, Self::Gpus];

    /// Returns the name in links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Nodes => "nodes",
            Self::Gpus => "gpus",
        }
    }

    /// Finds the unit with the name `id`.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.id() == id)
    }

    /// Returns the word beside the number.
    #[must_use]
    pub const fn label(self) -> Entry {
        match self {
            Self::Nodes => fit::COUNT_NODES,
            Self::Gpus => fit::COUNT_GPUS,
        }
    }

    /// Words that people write around the number; longer words stand before their own prefixes.
    pub(super) const fn written(self) -> &'static [&'static str] {
        match self {
            Self::Nodes => &["노드", "서버", "대", "개", "nodes", "node", "servers", "server"],
            Self::Gpus => &["gpus", "gpu", "장", "개"],
        }
    }
}

/// Parses a number of nodes in `unit`; `per_node` is the number of GPUs per node, if the
/// accelerators chosen agree on one.
pub(super) fn read(
    text: &str,
    unit: CountUnit,
    per_node: Option<u32>,
) -> Result<NodeCount, FieldError> {
    let in_nodes = typed::range(text, MAX_NODES, CountUnit::Nodes.written());
    let in_gpus = typed::range(text, MAX_GPUS, CountUnit::Gpus.written());
    // A number without a unit, or with one that fits both, parses as either, so it counts as
    // `unit`.
    let no_gpus = FieldError::NoGpuCount { is_unit: unit == CountUnit::Gpus };
    match unit {
        // Never left by the `?`: `is_other` has found a count in the other unit.
        CountUnit::Nodes if is_other(&in_nodes, &in_gpus) => Err(match per_node {
            Some(per_node) => FieldError::InGpus { gpus: in_gpus?, per_node },
            None => no_gpus,
        }),
        CountUnit::Nodes => in_nodes,
        CountUnit::Gpus => {
            let Some(per_node) = per_node else { return Err(no_gpus) };
            if is_other(&in_gpus, &in_nodes) {
                return Err(FieldError::InNodes { nodes: in_nodes?, per_node });
            }
            let gpus = in_gpus?;
            nodes_of(gpus, per_node).ok_or(FieldError::InGpus { gpus, per_node })
        }
    }
}

/// Returns `true` if a text is a count in the other unit, and not a number in its own.
const fn is_other(
    own: &Result<NodeCount, FieldError>,
    other: &Result<NodeCount, FieldError>,
) -> bool {
    matches!(own, Err(FieldError::NotANumber(_))) && other.is_ok()
}

/// Converts a typed count from the unit `from` into the unit `into`.
///
/// GPUs that are not whole nodes are rounded up to whole nodes. `None` if the text is no count, or
/// if the accelerators disagree on the GPUs per node.
pub(super) fn convert(
    text: &str,
    from: CountUnit,
    into: CountUnit,
    per_node: Option<u32>,
) -> Option<String> {
    let nodes = match read(text, from, per_node) {
        Ok(nodes) | Err(FieldError::InNodes { nodes, .. }) => nodes,
        // The last one has at least as many GPUs as were typed: changing the unit takes none away.
        Err(FieldError::InGpus { gpus, per_node }) => *neighbours(gpus, per_node).last()?,
        Err(_) => return None,
    };
    let count = match into {
        CountUnit::Nodes => nodes,
        CountUnit::Gpus => gpus_of(nodes, per_node?),
    };
    Some(count.to_string())
}

/// Returns `true` if a text is a number or a range without a unit.
pub(super) fn is_bare(text: &str) -> bool {
    typed::range(text, MAX_GPUS, &[]).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(min: u32, max: u32) -> NodeCount {
        NodeCount { min, max }
    }

    #[test]
    fn gpus_are_told_from_nodes() {
        let in_gpus = |min, max| Err(FieldError::InGpus { gpus: between(min, max), per_node: 8 });
        let nodes = |text: &str| read(text, CountUnit::Nodes, Some(8));
        for text in ["40 GPU", "GPU 40장", "40 GPUs", "40gpu", "ＧＰＵ ４０장", "40장", "gpu 40개"]
        {
            assert_eq!(nodes(text), in_gpus(40, 40), "{text:?}");
        }
        assert_eq!(nodes("42 GPUs"), in_gpus(42, 42));
        assert_eq!(nodes("40~64 GPUs"), in_gpus(40, 64));
        for text in ["5~8대", "노드 5~8개", "서버 5~8대", "5 to 8 servers", "노드 5~8"] {
            assert_eq!(nodes(text), Ok(between(5, 8)), "{text:?}");
        }
        assert_eq!(nodes("40.0"), Ok(between(40, 40)));
        assert_eq!(nodes("40 TPU"), Err(FieldError::NotANumber("40 TPU".into())));
        let disagreeing = read("40 GPU", CountUnit::Nodes, None);
        assert_eq!(disagreeing, Err(FieldError::NoGpuCount { is_unit: false }));

        let gpus = |text: &str| read(text, CountUnit::Gpus, Some(8));
        for text in ["40", "40 GPU", "GPU 40장", "40개"] {
            assert_eq!(gpus(text), Ok(between(5, 5)), "{text:?}");
        }
        assert_eq!(gpus("40~64"), Ok(between(5, 8)));
        assert_eq!(gpus("42"), in_gpus(42, 42));
        for text in ["5대", "노드 5개", "서버 5대"] {
            let in_nodes = FieldError::InNodes { nodes: between(5, 5), per_node: 8 };
            assert_eq!(gpus(text), Err(in_nodes), "{text:?}");
        }
        assert_eq!(gpus("x"), Err(FieldError::NotANumber("x".into())));
        let none = Err(FieldError::NoGpuCount { is_unit: true });
        assert_eq!(read("40", CountUnit::Gpus, None), none);
    }
}
