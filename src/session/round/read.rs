//! A list as pasted or dropped, and what is wrong with its lines.

use crate::exchange::applications;
use crate::model::{Application, Hour};
use crate::session::PreparedScenario;
use crate::show::form::default_draft;
use crate::words::Lang;

/// A list as it was read.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ReadList {
    /// What could be read.
    pub applications: Vec<Application>,
    /// What could not, line by line.
    pub problems: Vec<String>,
}

/// Reads a list at the hour `today`; what a row does not say is as in the request form before
/// anything is typed.
#[must_use]
pub fn read_list(text: &str, prepared: &PreparedScenario, today: Hour, lang: Lang) -> ReadList {
    let snapshot = &prepared.file.snapshot;
    let read = applications::read(text, snapshot, &default_draft(snapshot, today));
    ReadList {
        problems: read.problems.iter().map(|problem| problem.text(lang)).collect(),
        applications: read.applications,
    }
}
