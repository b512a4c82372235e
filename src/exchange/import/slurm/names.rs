//! Which node a name means.

use std::collections::BTreeMap;

use crate::exchange::import::host_list::visit;
use crate::exchange::import::problem::ImportWhat;
use crate::model::limits::MAX_TOTAL_NODES;

/// The most names of all lists together, in a cluster of few nodes.
const MAX_NAMES: u64 = 2_000_000;
/// How often all lists together may name each node beyond that.
const TIMES_EACH: u64 = 20;

/// The nodes of an answer by their names.
#[derive(Default)]
pub(super) struct Names {
    /// The place of each node with GPUs; `None` for one without.
    places: BTreeMap<String, Option<usize>>,
    read: u64,
}

impl Names {
    /// Adds a node; false where its name is taken.
    pub(super) fn add(&mut self, name: &str, place: Option<usize>) -> bool {
        if self.places.contains_key(name) {
            return false;
        }
        self.places.insert(name.to_owned(), place);
        true
    }

    /// Calls `each` with the place of each node of a list that has GPUs, and with its place in the
    /// list; how many names there are.
    ///
    /// # Errors
    /// Where the list names no nodes, too many, or some that are not known: those that are known were
    /// given to `each` all the same.
    pub(super) fn visit(
        &mut self,
        list: &str,
        each: &mut dyn FnMut(usize, usize),
    ) -> Result<usize, ImportWhat> {
        let known = u64::try_from(self.places.len()).unwrap_or(u64::MAX);
        let in_all = MAX_NAMES.saturating_add(known.saturating_mul(TIMES_EACH));
        let most = u64::from(MAX_TOTAL_NODES).min(in_all.saturating_sub(self.read));
        let (mut unknown, mut first, mut index) = (0_u64, String::new(), 0);
        let read = visit(list, most, &mut |name| {
            match self.places.get(name) {
                Some(Some(place)) => each(*place, index),
                Some(None) => {}
                None => {
                    if unknown == 0 {
                        name.clone_into(&mut first);
                    }
                    unknown += 1;
                }
            }
            index += 1;
        });
        self.read += read.map_err(ImportWhat::Hosts)?;
        if unknown > 0 {
            return Err(ImportWhat::UnknownNodes { count: unknown, first });
        }
        Ok(index)
    }
}
