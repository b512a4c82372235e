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
#[must_use]
pub fn read_list(text: &str, prepared: &PreparedScenario, today: Hour, lang: Lang) -> ReadList {
    let snapshot = &prepared.file.snapshot;
    let read = applications::read(text, snapshot, &default_draft(snapshot, today));
    ReadList {
        problems: read.problems.iter().map(|problem| problem.text(lang)).collect(),
        applications: read.applications,
    }
}
