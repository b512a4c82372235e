//! The common form of imported answers: nodes and their busy times. No format knows another.

use std::collections::BTreeMap;

use crate::model::{Hour, Text};

/// Maximum number of busy spans, each one node for one time.
pub const MAX_SPANS: usize = 2_000_000;

/// State of a node.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ImportedState {
    /// Free.
    Idle,
    /// Partly in use.
    Mixed,
    /// Completely in use.
    Allocated,
    /// Taken out of service by somebody, or draining for that.
    Drained,
    /// Broken, or its state is unknown.
    Down,
}

impl ImportedState {
    /// All states, in display order.
    pub const ALL: [Self; 5] =
        [Self::Idle, Self::Mixed, Self::Allocated, Self::Drained, Self::Down];
}

/// A node with GPUs.
pub(super) struct Node {
    pub(super) name: String,
    /// GPU model as named by the answer; empty if it is not named.
    pub(super) accelerator: String,
    pub(super) gpus: u32,
    /// Groups that the node belongs to: its partitions, or a zone. Sorted.
    pub(super) groups: Vec<String>,
    /// Network location, if known.
    pub(super) leaf: Option<String>,
    pub(super) state: ImportedState,
}

/// A time during which a node is not free.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct BusySpan {
    /// Index of the node in [`Cluster::nodes`].
    pub(super) node_index: u32,
    pub(super) from: Hour,
    pub(super) until: Hour,
    /// Index of the text in [`Cluster::labels`].
    pub(super) label_index: u32,
}

/// Nodes and their busy spans.
#[derive(Default)]
pub(super) struct Cluster {
    pub(super) nodes: Vec<Node>,
    /// State of each node without GPUs.
    pub(super) without_gpus: Vec<ImportedState>,
    pub(super) spans: Vec<BusySpan>,
    pub(super) labels: Vec<Text>,
    /// Index of each label, keyed by its English text.
    label_indices: BTreeMap<String, u32>,
    /// `true` if there were more than [`MAX_SPANS`] spans.
    pub(super) is_full: bool,
}

impl Cluster {
    /// Returns the index of a label, adding the label if it is new.
    pub(super) fn label_index(&mut self, text: Text) -> u32 {
        let next = u32::try_from(self.labels.len()).unwrap_or(u32::MAX);
        *self.label_indices.entry(text.en.clone()).or_insert_with(|| {
            self.labels.push(text);
            next
        })
    }

    /// Records that a node is busy during `from..until`; an empty range is ignored.
    pub(super) fn hold(&mut self, node_index: usize, from: Hour, until: Hour, label_index: u32) {
        let Ok(node_index) = u32::try_from(node_index) else { return };
        if from >= until {
            return;
        }
        // Recorded instead of dropped silently: the import is refused afterwards.
        if self.spans.len() >= MAX_SPANS {
            self.is_full = true;
            return;
        }
        self.spans.push(BusySpan { node_index, from, until, label_index });
    }
}
