//! Conversion between nodes and GPUs.

use crate::model::NodeCount;

/// Converts GPUs to nodes; `None` if they are not whole nodes.
pub(super) fn nodes_of(gpus: NodeCount, per_node: u32) -> Option<NodeCount> {
    let NodeCount { min, max } = gpus;
    let is_whole = min.is_multiple_of(per_node) && max.is_multiple_of(per_node);
    let nodes = |gpus: u32| gpus.checked_div(per_node);
    Some(NodeCount { min: nodes(min)?, max: nodes(max)? }).filter(|_| is_whole)
}

/// Converts nodes to GPUs, saturating.
pub(super) fn gpus_of(nodes: NodeCount, per_node: u32) -> NodeCount {
    let NodeCount { min, max } = nodes;
    NodeCount { min: min.saturating_mul(per_node), max: max.saturating_mul(per_node) }
}

/// Returns the whole numbers of nodes nearest to `gpus`; only one if `gpus` are whole nodes.
///
/// The order is that in which they are suggested: for a single number the fewer nodes first, for a
/// range the one within it first.
pub(super) fn neighbours(gpus: NodeCount, per_node: u32) -> Vec<NodeCount> {
    // No request is for 0 nodes.
    let down = |gpus: u32| gpus.checked_div(per_node).unwrap_or(0).max(1);
    let up = |gpus: u32| gpus.div_ceil(per_node.max(1));
    let NodeCount { min, max } = gpus;
    // For a single number, the nodes below and above it; for a range, those within and around it.
    let mut near = match min == max {
        true => vec![NodeCount::exactly(down(min)), NodeCount::exactly(up(max))],
        false => {
            vec![
                NodeCount { min: up(min), max: down(max) },
                NodeCount { min: down(min), max: up(max) },
            ]
        }
    };
    // A range such as 9 to 15 GPUs has no whole nodes of 8 within it.
    near.retain(|nodes| nodes.min <= nodes.max);
    near.dedup();
    near
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(min: u32, max: u32) -> NodeCount {
        NodeCount { min, max }
    }

    #[test]
    fn neighbours_are_whole_nodes() {
        let cases = [
            (between(40, 40), vec![between(5, 5)]),
            (between(42, 42), vec![between(5, 5), between(6, 6)]),
            (between(3, 3), vec![between(1, 1)]),
            (between(40, 64), vec![between(5, 8)]),
            (between(42, 64), vec![between(6, 8), between(5, 8)]),
            (between(41, 43), vec![between(5, 6)]),
        ];
        for (gpus, nodes) in cases {
            assert_eq!(neighbours(gpus, 8), nodes, "{gpus:?}");
        }
        assert_eq!(
            neighbours(between(4, 4), 0),
            vec![between(1, 1), between(4, 4)],
            "no file has a node of none"
        );
    }
}
