//! Which node a name means.

use std::collections::BTreeMap;

use crate::exchange::import::host_list::{HostListError, visit};
use crate::exchange::import::problem::ImportWhat;
use crate::model::limits::MAX_TOTAL_NODES;

/// The most names of all lists of a file together.
const MAX_NAMES: u64 = 20_000_000;

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
        let most = u64::from(MAX_TOTAL_NODES).min(MAX_NAMES.saturating_sub(self.read));
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
        match read {
            Ok(count) => self.read += count,
            Err(HostListError::TooMany { count, .. }) => {
                let most = u64::from(MAX_TOTAL_NODES);
                return Err(ImportWhat::Hosts(HostListError::TooMany { count, most }));
            }
            Err(error) => return Err(ImportWhat::Hosts(error)),
        }
        if unknown > 0 {
            return Err(ImportWhat::UnknownNodes { count: unknown, first });
        }
        Ok(index)
    }
}
