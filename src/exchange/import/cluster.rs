//! What readers make of answers: nodes, and for how long they are not free. No format knows the other.

use std::collections::BTreeMap;

use crate::model::{Hour, Text};

/// The most pieces of holds: each is a node for a time.
pub const MAX_SPANS: usize = 2_000_000;

/// What a node is doing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ImportedState {
    /// Nothing: it is free.
    Idle,
    /// A part of it is in use.
    Mixed,
    /// All of it is in use.
    Allocated,
    /// Somebody took it out, or it runs empty for that.
    Drained,
    /// It does not work, or nobody knows.
    Down,
}

impl ImportedState {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 5] =
        [Self::Idle, Self::Mixed, Self::Allocated, Self::Drained, Self::Down];
}

/// A node with GPUs.
pub(super) struct Node {
    pub(super) name: String,
    /// Its GPU model as the answer names it; empty where it does not.
    pub(super) accelerator: String,
    pub(super) gpus: u32,
    /// To what it belongs: partitions, or a zone. Sorted.
    pub(super) groups: Vec<String>,
    /// Its place in the network, where known.
    pub(super) leaf: Option<String>,
    pub(super) state: ImportedState,
}

/// A node that is not free for a time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct BusySpan {
    /// Place of the node in [`Cluster::nodes`].
    pub(super) node: u32,
    pub(super) from: Hour,
    pub(super) until: Hour,
    /// Place of the text in [`Cluster::labels`].
    pub(super) label: u32,
}

/// Nodes and what holds them.
#[derive(Default)]
pub(super) struct Cluster {
    pub(super) nodes: Vec<Node>,
    /// What each node of the answer without GPUs does.
    pub(super) without_gpus: Vec<ImportedState>,
    pub(super) spans: Vec<BusySpan>,
    pub(super) labels: Vec<Text>,
    /// Where each label stands, by its English text.
    places: BTreeMap<String, u32>,
    /// Whether there were more than [`MAX_SPANS`].
    pub(super) is_full: bool,
}

impl Cluster {
    /// The place of a label, which is added where it is new.
    pub(super) fn label(&mut self, text: Text) -> u32 {
        let next = u32::try_from(self.labels.len()).unwrap_or(u32::MAX);
        *self.places.entry(text.en.clone()).or_insert_with(|| {
            self.labels.push(text);
            next
        })
    }

    /// Holds a node; a time that is empty holds nothing.
    pub(super) fn hold(&mut self, node: usize, from: Hour, until: Hour, label: u32) {
        let Ok(node) = u32::try_from(node) else { return };
        if from >= until {
            return;
        }
        if self.spans.len() >= MAX_SPANS {
            self.is_full = true;
            return;
        }
        self.spans.push(BusySpan { node, from, until, label });
    }
}
