//! List as pasted or dropped, and the problems of its lines.

use crate::exchange::applications;
use crate::model::{Application, Hour};
use crate::session::PreparedScenario;
use crate::show::form::default_draft;
use crate::words::Lang;

/// List as it was read.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ReadList {
    /// Applications that could be read.
    pub applications: Vec<Application>,
    /// Problems, line by line.
    pub problems: Vec<String>,
}

/// Parses a list at the hour `today`; fields that a row leaves out have the defaults of the request
/// form.
///
/// ```
/// # use jari::{model::{self, Occupancy}, words::Lang};
/// use jari::session::{CapacityFile, PreparedScenario, round::read_list};
/// # let bytes = br#"{"schema":1,"as_of":"2027-01-04","availability":"complete",
/// #   "accelerators":[{"id":"h200"}],"blocks":[{"id":"a","accelerator":"h200","nodes":4}]}"#;
/// # let file = CapacityFile::new(model::read(bytes).unwrap(), model::fingerprint(bytes));
/// # let prepared = PreparedScenario::new(file.into(), Occupancy::File, &[]);
/// let today = prepared.file.snapshot.as_of;
/// let list = read_list("id,nodes,score\np1,4,90\np2,many,80\n", &prepared, today, Lang::En);
/// assert_eq!(list.applications.len(), 1);
/// assert_eq!(list.applications[0].request.nodes.to_string(), "4");
/// assert!(list.problems[0].starts_with("Line 3 (p2): Nodes or GPUs: No number could be read"));
/// ```
#[must_use]
pub fn read_list(text: &str, prepared: &PreparedScenario, today: Hour, lang: Lang) -> ReadList {
    let snapshot = &prepared.file.snapshot;
    let read = applications::read(text, snapshot, &default_draft(snapshot, today));
    ReadList {
        problems: read.problems.iter().map(|problem| problem.text(lang)).collect(),
        applications: read.applications,
    }
}
