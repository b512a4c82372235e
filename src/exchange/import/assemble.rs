//! Conversion of imported nodes into blocks, and of their busy times into holds.
//!
//! - A block contains the nodes with the same accelerator, the same number of GPUs and exactly the
//!   same partitions. A node in several partitions is therefore counted once, and no offer spans
//!   nodes that no single partition contains.
//! - Leaves are the network locations in the answer. If only some nodes of a block have one, each
//!   of the others is a leaf of its own; if none has, the block is one leaf. Both cases are marked
//!   as assumed.
//! - Nodes are numbered from 1 by leaf, then by name, with digits in names compared as numbers.
//! - Overlapping busy times of one node, in whole hours, become one hold.
//!
//! Merging is a sweep over the times of a node, sorted by start:
//!
//! ```text
//! node 3   2..6 job a   4..9 job b   9..12 job c
//! holds    2..9 "a, b"               9..12 "c"
//! ```

use core::cmp::Ordering;
use std::collections::BTreeSet;

use super::cluster::{BusySpan, Cluster, ImportedState, Node};
use super::imported::{ImportSummary, Imported, StateCount};
use super::model_names::{AcceleratorIds, ids_of, unique};
use super::natural;
use super::problem::{ImportError, ImportProblem, ImportProblems, Input, WHOLE, both, quote};
use crate::model::limits::{MAX_ACCELERATORS, MAX_BLOCKS, MAX_HOLDS, MAX_LEAVES, MAX_NODES};
use crate::model::{
    Accelerator, Availability, Block, Hold, HoldNodes, Hour, Instant, NodeRanges, Text, order,
};
use crate::words::catalogue::import as words;

/// Maximum number of labels in the label of a merged hold.
const MAX_MERGED_LABELS: usize = 3;

/// Provenance of the nodes.
pub(super) struct NodeOrigin {
    pub(super) source: String,
    pub(super) title: Text,
    pub(super) as_of: Instant,
    /// `true` if every hold is known.
    pub(super) is_whole: bool,
}

/// Builds blocks and holds from a cluster.
///
/// # Errors
/// [`ImportError::TooMany`] if a limit of the capacity file is exceeded.
pub(super) fn assemble(
    cluster: Cluster,
    origin: NodeOrigin,
    mut problems: ImportProblems,
) -> Result<Imported, ImportProblem> {
    let too_many = |most| {
        let error = ImportError::TooMany { most };
        ImportProblem { input: Input::Nodes, location: WHOLE.into(), error }
    };
    if cluster.nodes.is_empty() {
        problems.add(Input::Nodes, WHOLE.into(), ImportError::NoGpus);
    }
    // Spans that were dropped would show their nodes as free.
    if cluster.is_full {
        return Err(too_many(super::cluster::MAX_SPANS));
    }
    let ids = ids_of(cluster.nodes.iter().map(|node| node.accelerator.as_str()));
    if ids.len() > MAX_ACCELERATORS {
        return Err(too_many(MAX_ACCELERATORS));
    }
    let Laid { blocks, names: node_names, positions, assumed } = lay_out(&cluster.nodes, &ids);
    if blocks.len() > MAX_BLOCKS {
        return Err(too_many(MAX_BLOCKS));
    }
    if assumed > 0 {
        problems.add(Input::Nodes, WHOLE.into(), ImportError::NoTopology(assumed));
    }
    let holds = holds(&cluster, &positions, origin.as_of.floor());
    if holds.len() > MAX_HOLDS {
        return Err(too_many(MAX_HOLDS));
    }
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let states: Vec<StateCount> =
        ImportedState::ALL.iter().map(|state| counted(&cluster, *state)).collect();
    let summary = ImportSummary {
        nodes: count(cluster.nodes.len()),
        gpus: states.iter().fold(0, |sum: u32, it| sum.saturating_add(it.gpus)),
        without_gpus: count(cluster.without_gpus.len()),
        states,
        blocks: count(blocks.len()),
        holds: count(holds.len()),
    };
    let accelerators = ids.iter().map(|(name, id)| {
        let named = if name.is_empty() { "GPU".to_owned() } else { quote(name) };
        Accelerator { name: Text::same(&named), ..Accelerator::unlisted(id) }
    });
    let whole = if origin.is_whole { Availability::Complete } else { Availability::Published };
    Ok(Imported {
        as_of: origin.as_of,
        title: origin.title,
        source: origin.source,
        availability: whole,
        accelerators: accelerators.collect(),
        blocks,
        names: node_names,
        holds,
        summary,
        problems: problems.finish(),
    })
}

fn counted(cluster: &Cluster, state: ImportedState) -> StateCount {
    let without_gpus = cluster.without_gpus.iter().filter(|it| **it == state).count();
    let without_gpus = u32::try_from(without_gpus).unwrap_or(u32::MAX);
    let mut counted = StateCount { state, without_gpus, with_gpus: 0, gpus: 0 };
    for node in cluster.nodes.iter().filter(|node| node.state == state) {
        counted.with_gpus += 1;
        counted.gpus = counted.gpus.saturating_add(node.gpus);
    }
    counted
}

/// Blocks with numbered nodes.
struct Laid {
    blocks: Vec<Block>,
    names: Vec<Vec<String>>,
    /// For each node the index of its block and its 1-based number there.
    positions: Vec<(usize, u32)>,
    /// Number of blocks with assumed leaves.
    assumed: u32,
}

/// A node, with what decides in which block it is.
#[derive(Clone, Copy)]
struct Member<'a> {
    /// Index of the node in the cluster.
    index: usize,
    node: &'a Node,
    /// Id of its accelerator.
    id: &'a str,
}

impl Member<'_> {
    /// Partitions and accelerator, which the nodes of a block share beside the number of GPUs.
    fn kind(&self) -> (&[String], &str) {
        (&self.node.groups, self.id)
    }

    /// Orders nodes by block, then by leaf and name.
    fn compare(&self, other: &Self) -> Ordering {
        let (a, b) = (self.node, other.node);
        let by_block = self.kind().cmp(&other.kind()).then(a.gpus.cmp(&b.gpus));
        // Nodes without a network location come last.
        let by_block = by_block.then(a.leaf.is_none().cmp(&b.leaf.is_none()));
        let (a_leaf, b_leaf) = (a.leaf.as_deref(), b.leaf.as_deref());
        by_block
            .then_with(|| natural::compare(a_leaf.unwrap_or_default(), b_leaf.unwrap_or_default()))
            .then_with(|| natural::compare(&a.name, &b.name))
    }
}

fn lay_out(nodes: &[Node], ids: &AcceleratorIds<'_>) -> Laid {
    let members = nodes.iter().enumerate().map(|(index, node)| {
        let id = ids.get(node.accelerator.as_str()).map_or("", String::as_str);
        Member { index, node, id }
    });
    let mut members: Vec<Member<'_>> = members.collect();
    // Not by the standard sort, which takes four kilobytes for each type.
    order::merge(&mut members, &|a, b| a.compare(b).is_le());
    let mut laid = Laid {
        blocks: Vec::new(),
        names: Vec::new(),
        positions: vec![(0, 0); nodes.len()],
        assumed: 0,
    };
    let mut taken = BTreeSet::new();
    for alike in members.chunk_by(|a, b| a.kind() == b.kind()) {
        for block in alike.chunk_by(|a, b| a.node.gpus == b.node.gpus) {
            let Some(first) = block.first() else { continue };
            let mut name = first.node.groups.join("+");
            if !name.is_empty() {
                name.push('-');
            }
            name.push_str(first.id);
            // Blocks that differ only in their GPU count say so.
            if block.len() < alike.len() {
                name.push_str(&format!("-x{}", first.node.gpus));
            }
            // A capacity file limits the nodes per block: a larger group becomes several blocks.
            for members in block.chunks(MAX_NODES as usize) {
                laid.block(members, unique(&name, &mut taken));
            }
        }
    }
    laid
}

impl Laid {
    fn block(&mut self, members: &[Member<'_>], id: String) {
        let Some(first) = members.first() else { return };
        for (number, member) in (1..).zip(members) {
            if let Some(position) = self.positions.get_mut(member.index) {
                *position = (self.blocks.len(), number);
            }
        }
        let leaves = leaves(members);
        let is_known = leaves.is_some() && members.iter().all(|member| member.node.leaf.is_some());
        self.assumed += u32::from(!is_known);
        let assumed = if is_known { Vec::new() } else { vec!["leaf_nodes".to_owned()] };
        let all = u32::try_from(members.len()).unwrap_or(MAX_NODES);
        self.names.push(members.iter().map(|member| member.node.name.clone()).collect());
        self.blocks.push(Block {
            name: Text::same(&id),
            id,
            provider: None,
            accelerator: first.id.to_owned(),
            gpus_per_node: first.node.gpus,
            leaves: leaves.unwrap_or_else(|| vec![all]),
            available_from: None,
            assumed,
            source: Some("import".to_owned()),
        });
    }
}

/// Counts the nodes of each leaf; `members` must be in leaf order. Returns `None` if no location
/// is known or there are more leaves than a capacity file takes.
fn leaves(members: &[Member<'_>]) -> Option<Vec<u32>> {
    let mut leaves: Vec<(Option<&str>, u32)> = Vec::new();
    for member in members {
        let location = member.node.leaf.as_deref();
        match leaves.last_mut() {
            // Nodes without a location are not counted together: each is a leaf of its own.
            Some((leaf, count)) if leaf.is_some() && *leaf == location => *count += 1,
            _ => leaves.push((location, 1)),
        }
    }
    let is_known = leaves.iter().any(|(leaf, _)| leaf.is_some());
    let leaves = (is_known && leaves.len() <= MAX_LEAVES).then_some(leaves)?;
    Some(leaves.into_iter().map(|(_, count)| count).collect())
}

/// A busy time of a node, merged from spans that overlap. Ordered so that the nodes of one hold
/// follow each other.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct BusyNode {
    /// Index of its block.
    block_index: usize,
    from: Hour,
    until: Hour,
    /// Indices of the labels of the spans, sorted, at most one more than [`MAX_MERGED_LABELS`].
    labels: Vec<u32>,
    /// 1-based number of the node in its block.
    number: u32,
}

impl BusyNode {
    /// Checks if both nodes are busy for the same time under the same labels, in the same block.
    fn shares_hold(&self, other: &Self) -> bool {
        let is_same_time = (self.block_index, self.from, self.until)
            == (other.block_index, other.from, other.until);
        is_same_time && self.labels == other.labels
    }
}

/// Builds the holds: nodes of a block with the same busy time and the same labels form one hold.
fn holds(cluster: &Cluster, positions: &[(usize, u32)], now: Hour) -> Vec<Hold> {
    // Busy times that are over need no hold.
    let mut spans: Vec<&BusySpan> = cluster.spans.iter().filter(|it| it.until > now).collect();
    order::merge(&mut spans, &|a, b| a <= b);
    let mut busy = Vec::new();
    for span in spans {
        if let Some(position) = positions.get(span.node_index as usize) {
            add_span(&mut busy, *position, span);
        }
    }
    let mut sorted: Vec<&BusyNode> = busy.iter().collect();
    order::merge(&mut sorted, &|a, b| a <= b);
    let mut holds = Vec::new();
    for nodes in sorted.chunk_by(|a, b| a.shares_hold(b)) {
        let Some(first) = nodes.first() else { continue };
        let numbers = nodes.iter().map(|node| node.number);
        holds.push(Hold {
            block_index: first.block_index,
            nodes: HoldNodes::Named(NodeRanges::from_nodes(numbers)),
            from: first.from,
            until: first.until,
            label: label(cluster, &first.labels),
            published: None,
        });
    }
    holds
}

/// Adds a span of the node at `position`, or merges it with the last one if they overlap. Spans
/// must come sorted by node and start.
fn add_span(busy: &mut Vec<BusyNode>, position: (usize, u32), span: &BusySpan) {
    let (block_index, number) = position;
    match busy.last_mut() {
        // Spans that only adjoin remain separate holds, each with its own label.
        Some(last) if (last.block_index, last.number) == position && span.from < last.until => {
            last.until = span.until.max(last.until);
            if let Err(index) = last.labels.binary_search(&span.label_index)
                // One label above the maximum is kept, which tells `label` to add "and others".
                && last.labels.len() <= MAX_MERGED_LABELS
            {
                last.labels.insert(index, span.label_index);
            }
        }
        _ => {
            let labels = vec![span.label_index];
            busy.push(BusyNode { block_index, number, from: span.from, until: span.until, labels });
        }
    }
}

fn label(cluster: &Cluster, labels: &[u32]) -> Text {
    let texts: Vec<&Text> =
        labels.iter().filter_map(|it| cluster.labels.get(*it as usize)).collect();
    let join = |one: fn(&Text) -> &str| {
        let texts: Vec<&str> = texts.iter().take(MAX_MERGED_LABELS).map(|it| one(it)).collect();
        texts.join(", ")
    };
    let joined = Text { ko: join(|it| &it.ko), en: join(|it| &it.en) };
    if texts.len() > MAX_MERGED_LABELS {
        let ko = both(words::LABEL_MORE, &[("first", &joined.ko)]).ko;
        let en = both(words::LABEL_MORE, &[("first", &joined.en)]).en;
        return Text { ko, en };
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    const NODES: u32 = 5;
    const HOURS: i32 = 30;

    /// Random times on five nodes: each hour of each node is covered by exactly one hold if it is
    /// in a span, and by none otherwise.
    #[test]
    fn holds_hold_what_the_times_do_and_nothing_twice() {
        let mut seed = 20_270_101_u64;
        let mut below = |end: i32| {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            i32::try_from(seed >> 33).unwrap() % end
        };
        for round in 0..500 {
            let mut cluster = Cluster::default();
            let labels: Vec<u32> =
                (0..6).map(|n| cluster.label_index(Text::same(&format!("label {n}")))).collect();
            for _ in 0..below(40) {
                let (node, from) = (below(NODES as i32), below(HOURS));
                let until = from + below(10);
                let label = labels[usize::try_from(below(6)).unwrap()];
                cluster.hold(node.try_into().unwrap(), Hour::new(from), Hour::new(until), label);
            }
            let positions: Vec<(usize, u32)> = (0..NODES).map(|node| (0, NODES - node)).collect();
            let holds = holds(&cluster, &positions, Hour::new(0));
            for node in 0..NODES {
                for hour in (0..HOURS + 10).map(Hour::new) {
                    let wanted = cluster
                        .spans
                        .iter()
                        .any(|it| it.node_index == node && it.from <= hour && hour < it.until);
                    let has = |hold: &&Hold| match &hold.nodes {
                        HoldNodes::Named(nodes) => nodes
                            .ranges()
                            .iter()
                            .any(|range| (range.first..=range.last).contains(&(NODES - node))),
                        HoldNodes::Counted(_) => false,
                    };
                    let at = |hold: &&Hold| hold.from <= hour && hour < hold.until;
                    let found = holds.iter().filter(at).filter(has).count();
                    assert_eq!(found, usize::from(wanted), "round {round}, node {node}, {hour}");
                }
            }
        }
    }

    #[test]
    fn a_hold_names_what_it_was_merged_of() {
        let mut cluster = Cluster::default();
        for (n, name) in ["a", "b", "c", "d"].into_iter().enumerate() {
            let label = cluster.label_index(Text::same(name));
            let from = Hour::new(i32::try_from(n).unwrap());
            cluster.hold(0, from, Hour::new(10), label);
            let held = holds(&cluster, &[(0, 1)], Hour::new(0));
            let wanted = ["a", "a, b", "a, b, c", "a, b, c and others"][n];
            assert_eq!(held.iter().map(|it| it.label.en.as_str()).collect::<Vec<_>>(), [wanted]);
        }
    }
}
