//! Lookup of nodes by name.

use std::collections::BTreeMap;

use crate::exchange::import::host_list::visit;
use crate::exchange::import::problem::ImportError;
use crate::model::limits::MAX_TOTAL_NODES;

/// Base limit on the names of all lists together, which suffices for a cluster of few nodes.
const MAX_NAMES: u64 = 2_000_000;
/// Additional names allowed per known node, over all lists together.
const TIMES_EACH: u64 = 20;

/// Nodes of an answer, by name.
#[derive(Default)]
pub(super) struct Names {
    /// Index of each node with GPUs; `None` for a node without.
    indices: BTreeMap<String, Option<usize>>,
    read: u64,
}

impl Names {
    /// Adds a node; returns `false` if the name is already taken.
    pub(super) fn add(&mut self, name: &str, index: Option<usize>) -> bool {
        if self.indices.contains_key(name) {
            return false;
        }
        self.indices.insert(name.to_owned(), index);
        true
    }

    /// Calls `each` with the index of each node with GPUs and its position in the list, and returns
    /// the number of names in the list.
    ///
    /// # Errors
    /// The list is malformed, has too many names, or contains unknown ones; in the last case the
    /// known nodes have been passed to `each` all the same.
    pub(super) fn visit(
        &mut self,
        list: &str,
        each: &mut dyn FnMut(usize, usize),
    ) -> Result<usize, ImportError> {
        let known = u64::try_from(self.indices.len()).unwrap_or(u64::MAX);
        // Many entries may repeat one long host list; the total bounds the work for such an answer.
        let in_all = MAX_NAMES.saturating_add(known.saturating_mul(TIMES_EACH));
        let most = u64::from(MAX_TOTAL_NODES).min(in_all.saturating_sub(self.read));
        let (mut unknown, mut first, mut position) = (0_u64, String::new(), 0);
        let read = visit(list, most, &mut |name| {
            match self.indices.get(name) {
                Some(Some(node)) => each(*node, position),
                Some(None) => {}
                None => {
                    if unknown == 0 {
                        name.clone_into(&mut first);
                    }
                    unknown += 1;
                }
            }
            position += 1;
        });
        self.read += read.map_err(ImportError::Hosts)?;
        if unknown > 0 {
            return Err(ImportError::UnknownNodes { count: unknown, first });
        }
        Ok(position)
    }
}
