//! Applications of a round, read from a list: JSON lines, a table with a line of headings, or a trace
//! in the Standard Workload Format.
//!
//! One bad line never spoils the others: each is told by its number, and the rest goes on.

mod column;
mod json_line;
mod problem;
mod swf;
mod table;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::model::{Application, Snapshot};
use crate::show::form::FormDraft;

pub use problem::{LineProblem, LineWhat};

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

/// Reads a list of applications.
///
/// A list whose first character is `{` is JSON lines: a request a line, as `jari preview` reads it,
/// with `score`, `title` and `submitted_at` beside its fields. One that begins with `;` or with 18
/// numbers is a trace in the Standard Workload Format. Any other is a table with a line of
/// headings, in Korean or English, and commas, semicolons or tabs between its cells. A cell is read
/// as the field of the request form is; where it is empty, or the table has no such column, what
/// `defaults` say counts. A row without an id is named by its place in the list.
#[must_use]
pub fn read(text: &str, snapshot: &Snapshot, defaults: &FormDraft) -> ReadApplications {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut list = List::default();
    if text.trim_start().starts_with('{') {
        json_line::read(text, &mut list);
    } else if swf::is_trace(text) {
        swf::read(text, snapshot, defaults, &mut list);
    } else {
        table::read(text, snapshot, defaults, &mut list);
    }
    list.read.problems.sort_by_key(|problem| problem.line);
    list.read
}

/// A list that is being read.
#[derive(Default)]
struct List {
    read: ReadApplications,
    /// On which line each id stands.
    ids: BTreeMap<String, u32>,
}

impl List {
    /// Takes the next application, where its id is its own; whether there is room for one more.
    fn take(&mut self, line: u32, application: Application) -> bool {
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

    fn problem(&mut self, line: u32, id: Option<String>, whats: Vec<LineWhat>) {
        self.read.problems.push(LineProblem { line, id, whats });
    }
}
