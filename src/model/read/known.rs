//! Ids seen so far.

/// Ids, each with its place in the list that it belongs to; in the order of the ids.
///
/// There are few enough of them that to make room for one costs less than the code of a map.
#[derive(Default)]
pub(super) struct IndexedIds(Vec<(String, usize)>);

impl IndexedIds {
    /// The place of what has this id.
    pub(super) fn place(&self, id: &str) -> Option<usize> {
        let at = self.find(id).ok()?;
        self.0.get(at).map(|(_, place)| *place)
    }

    /// Takes the next place for `id`, which is not taken.
    pub(super) fn push(&mut self, id: &str) {
        let place = self.0.len();
        let at = self.find(id).unwrap_or_else(|at| at);
        self.0.insert(at, (id.to_owned(), place));
    }

    fn find(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(id))
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

/// What entries may refer to.
#[derive(Default)]
pub(super) struct KnownIds {
    pub(super) sources: IndexedIds,
    pub(super) accelerators: IndexedIds,
    pub(super) providers: IndexedIds,
    pub(super) blocks: IndexedIds,
    pub(super) calls: IndexedIds,
    /// Pairs of a provider and an accelerator.
    pub(super) purchases: IndexedIds,
    /// Nodes of all blocks so far.
    pub(super) nodes: u32,
}
