//! A workload, version 1, as one JSON object; `docs/sizing.md` describes every field.
//!
//! All problems are reported at once, each with the path of its field and the allowed values.

mod error;
mod id;
mod model;
mod reading;
mod task;

use core::fmt;

use crate::model::{Class, Hour, Instant, shown_text};
use crate::sizing::config::syntax;
use crate::sizing::workload::Workload;
use reading::WorkloadReader;

/// Maximum size of a workload, in bytes: a pasted configuration and more.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// A workload, with the data needed for a request.
#[derive(Clone, PartialEq, Debug)]
pub struct WorkloadRequest {
    /// Id of the workload.
    pub id: String,
    /// The work to be done.
    pub workload: Workload,
    /// Ids of the accelerators to answer for; `None` for all.
    pub accelerators: Option<Vec<String>>,
    /// Earliest start; `None` for the time of the snapshot.
    pub not_before: Option<Hour>,
    /// Class of the applicant.
    pub class: Class,
    /// Id of the call whose rules apply; `None` if the line names none.
    pub call: Option<String>,
}

/// Reason why a text is not a workload.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WorkloadJsonError {
    /// Id of the workload, if it could be read.
    pub id: Option<String>,
    /// The problems, one per field.
    pub problems: Vec<String>,
}

impl fmt::Display for WorkloadJsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The message repeats names of the input, which must not reach a terminal unescaped.
        f.write_str(&shown_text(&self.problems.join("; ")))
    }
}

const FIELDS: [&str; 10] = [
    "id",
    "model",
    "task",
    "within_days",
    "utilisation",
    "goodput",
    "accelerators",
    "not_before",
    "class",
    "call",
];

/// Parses one workload.
///
/// # Errors
/// [`WorkloadJsonError`] with all problems.
pub fn parse(text: &str) -> Result<WorkloadRequest, WorkloadJsonError> {
    let refused = |id: Option<&str>, problem: String| WorkloadJsonError {
        id: id.map(str::to_owned),
        problems: vec![problem],
    };
    if text.len() > MAX_BYTES {
        let id = id::leading_id(text);
        return Err(refused(id.as_deref(), format!("longer than {MAX_BYTES} bytes")));
    }
    let value = syntax::value(text).map_err(|error| {
        refused(id::leading_id(text).as_deref(), format!("not valid JSON: {error}"))
    })?;
    let Some(map) = value.as_object() else {
        return Err(refused(None, "not a JSON object".to_owned()));
    };
    let mut reading = WorkloadReader::new("", map);
    reading.only(&FIELDS);
    let id = reading.needed_text("id", 200);
    let within_days = reading.maybe_number("within_days");
    let utilisation = reading.maybe_number("utilisation");
    let goodput = reading.maybe_number("goodput");
    let accelerators = reading.maybe_list("accelerators", 100);
    let call = reading.maybe_text("call", 200);
    let class = match reading.maybe_text("class", 200) {
        None => Class::Industry,
        Some(name) => Class::from_id(&name).unwrap_or_else(|| {
            let names = Class::ALL.map(|class| format!("\"{}\"", class.id()));
            reading.wrong("class", &format!("must be one of {}", names.join(", ")));
            // A placeholder: the recorded problem refuses the workload.
            Class::Industry
        }),
    };
    let not_before = reading.maybe_text("not_before", 200).and_then(|text| {
        let instant = Instant::parse(&text).ok();
        if instant.is_none() {
            reading.wrong("not_before", "must be a date such as \"2027-01-31\" or an instant");
        }
        instant.map(Instant::ceil)
    });
    let task = task::read(&mut reading);
    // A task given in GPU hours needs no model.
    let is_hours = matches!(task, Some(crate::sizing::workload::Task::GpuHours { .. }));
    let model = if is_hours { Some(model::ModelFromJson::NONE) } else { model::read(&mut reading) };
    let problems = reading.problems;
    let (true, Some(id), Some(model), Some(task)) = (problems.is_empty(), &id, model, task) else {
        return Err(WorkloadJsonError { id, problems });
    };
    let model::ModelFromJson { network, origin, remarks, stored } = model;
    let workload =
        Workload { network, origin, remarks, stored, task, within_days, utilisation, goodput };
    if let Err(bad) = workload.check() {
        return Err(refused(Some(id.as_str()), error::workload(&bad)));
    }
    let id = id.clone();
    Ok(WorkloadRequest { id, workload, accelerators, not_before, class, call })
}
