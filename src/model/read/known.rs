//! Ids read so far.

/// Ids with the index of each in the list it belongs to, sorted by id.
///
/// Look-up is a binary search. There are so few ids that inserting into the vector costs less than
/// the code of a map.
#[derive(Default)]
pub(super) struct IndexedIds(Vec<(String, usize)>);

impl IndexedIds {
    /// Returns the index of the entry with this id.
    pub(super) fn index_of(&self, id: &str) -> Option<usize> {
        let position = self.find(id).ok()?;
        self.0.get(position).map(|(_, index)| *index)
    }

    /// Gives `id`, which must be new, the next index.
    pub(super) fn push(&mut self, id: &str) {
        let index = self.0.len();
        let position = self.find(id).unwrap_or_else(|position| position);
        self.0.insert(position, (id.to_owned(), index));
    }

    fn find(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(id))
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

/// Ids that entries may refer to.
#[derive(Default)]
pub(super) struct KnownIds {
    pub(super) sources: IndexedIds,
    pub(super) accelerators: IndexedIds,
    pub(super) providers: IndexedIds,
    pub(super) blocks: IndexedIds,
    pub(super) calls: IndexedIds,
    /// Keys of the purchases: provider and accelerator, with the wave before them if there is one.
    pub(super) purchases: IndexedIds,
    /// Nodes of all blocks read so far.
    pub(super) nodes: u32,
}
