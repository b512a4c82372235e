//! Applications of a round, read from a list: JSON lines, a table with a line of headings, or a trace
//! in the Standard Workload Format.
//!
//! One bad line never spoils the others: each is told by its number, and the rest goes on.

mod column;
mod json_line;
mod list;
mod problem;
mod swf;
mod table;
#[cfg(test)]
mod tests;

use crate::model::Snapshot;
use crate::show::form::FormDraft;
use list::ListReader;

pub use list::{MAX_APPLICATIONS, ReadApplications};
pub use problem::{LineProblem, LineWhat};

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
    let mut list = ListReader::default();
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
