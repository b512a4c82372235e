//! Ids seen so far.

use std::collections::BTreeMap;

/// Ids, each with its place in the list that it belongs to.
#[derive(Default)]
pub(super) struct Ids(BTreeMap<String, usize>);

impl Ids {
    /// The place of what has this id.
    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.0.get(id).copied()
    }

    /// Takes the next place for `id`, which is not taken.
    pub(super) fn push(&mut self, id: &str) {
        let place = self.0.len();
        self.0.insert(id.to_owned(), place);
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

/// What entries may refer to.
#[derive(Default)]
pub(super) struct Known {
    pub(super) sources: Ids,
    pub(super) accelerators: Ids,
    pub(super) providers: Ids,
    pub(super) blocks: Ids,
    pub(super) calls: Ids,
    /// Pairs of a provider and an accelerator.
    pub(super) purchases: Ids,
    /// Nodes of all blocks so far.
    pub(super) nodes: u32,
}
