//! A list of applications as it is being read.

use std::collections::BTreeMap;

use super::problem::{LineProblem, LineWhat};
use crate::model::Application;

/// The most applications of a list; those after them are left out, which is told.
pub const MAX_APPLICATIONS: usize = 100_000;

/// A list as it was read.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ReadApplications {
    /// What could be read, in the order of the list.
    pub applications: Vec<Application>,
    /// For each of them the line on which it begins, from 1.
    pub lines: Vec<u32>,
    /// What could not, in the order of the lines.
    pub problems: Vec<LineProblem>,
}

/// A list that is being read.
#[derive(Default)]
pub(super) struct ListReader {
    pub(super) read: ReadApplications,
    /// On which line each id stands.
    ids: BTreeMap<String, u32>,
}

impl ListReader {
    /// Takes the next application, where its id is its own; whether there is room for one more.
    pub(super) fn take(&mut self, line: u32, application: Application) -> bool {
        let id = application.request.id.clone();
        if let Some(&first) = self.ids.get(&id) {
            self.problem(line, Some(id), vec![LineWhat::SameId { first }]);
        } else if self.read.applications.len() < MAX_APPLICATIONS {
            self.ids.insert(id, line);
            self.read.applications.push(application);
            self.read.lines.push(line);
        } else {
            self.problem(line, None, vec![LineWhat::TooMany { most: MAX_APPLICATIONS }]);
            return false;
        }
        true
    }

    pub(super) fn problem(&mut self, line: u32, id: Option<String>, whats: Vec<LineWhat>) {
        self.read.problems.push(LineProblem { line, id, whats });
    }
}
