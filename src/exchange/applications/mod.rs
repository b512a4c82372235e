//! Applications of a round, read from JSON lines, a table with headings or a trace in the Standard
//! Workload Format.
//!
//! One bad line never spoils the others: it is reported by its number and reading continues.

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
pub use problem::{LineError, LineProblem};

/// Reads a list of applications.
///
/// If the first character is `{`, the list is JSON lines: one request per line in the format of
/// `jari preview`, plus `score`, `title` and `submitted_at`. If it begins with `;` or with a line
/// of 18 numbers, it is a trace in the Standard Workload Format. Any other text is a table with
/// headings in Korean or English and commas, semicolons or tabs between cells. A cell is parsed
/// like the field of the request form; if it is empty or the table has no such column, the value
/// of `defaults` applies. A row without an id gets its 1-based row number as id.
#[must_use]
pub fn read(text: &str, snapshot: &Snapshot, defaults: &FormDraft) -> ReadApplications {
    // A byte-order mark would become a part of the first heading.
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
