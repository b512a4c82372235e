//! A list of applications while it is being read.

use std::collections::BTreeMap;

use super::problem::{LineError, LineProblem};
use crate::model::Application;

/// Maximum number of applications in a list; further ones are dropped and reported as a problem.
pub const MAX_APPLICATIONS: usize = 100_000;

/// Result of reading a list: applications and problems.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ReadApplications {
    /// The applications that could be read, in list order.
    pub applications: Vec<Application>,
    /// The line on which each application begins (1-based), parallel to `applications`.
    pub lines: Vec<u32>,
    /// Lines that could not be read, in line order.
    pub problems: Vec<LineProblem>,
}

/// Builder of [`ReadApplications`], which rejects duplicate ids and excess applications.
#[derive(Default)]
pub(super) struct ListReader {
    pub(super) read: ReadApplications,
    /// The line of each id seen so far.
    ids: BTreeMap<String, u32>,
}

impl ListReader {
    /// Adds an application unless its id was seen before; returns `false` once the list is full.
    pub(super) fn take(&mut self, line: u32, application: Application) -> bool {
        let id = application.request.id.clone();
        if let Some(&first) = self.ids.get(&id) {
            self.problem(line, Some(id), vec![LineError::SameId { first }]);
        } else if self.read.applications.len() < MAX_APPLICATIONS {
            self.ids.insert(id, line);
            self.read.applications.push(application);
            self.read.lines.push(line);
        } else {
            self.problem(line, None, vec![LineError::TooMany { most: MAX_APPLICATIONS }]);
            // The caller stops here: one problem for all further applications is enough.
            return false;
        }
        true
    }

    pub(super) fn problem(&mut self, line: u32, id: Option<String>, errors: Vec<LineError>) {
        self.read.problems.push(LineProblem { line, id, errors });
    }
}
