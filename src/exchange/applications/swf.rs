//! Applications as a trace in the Standard Workload Format, version 2.2 (Feitelson and others): one
//! job per line as 18 numbers separated by spaces, with remarks after `;`.

use super::list::ListReader;
use super::problem::LineError;
use crate::model::{Application, Hour, Instant, NodeCount, Request, Snapshot, Term};
use crate::show::form::FormDraft;

/// Number of fields of a job.
const FIELDS: usize = 18;
const SECONDS_PER_HOUR: u64 = 3_600;

/// Returns `true` if `text` begins with a `;` remark or with a line of 18 numbers.
pub(super) fn is_trace(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    first.trim_start().starts_with(';') || numbers(first).is_some()
}

/// Reads a trace into `list`.
///
/// A job asks for its requested processors and time, or for those it used if no request is known;
/// its earliest start is its submission.
///
/// Processors are converted to nodes by the head (`MaxProcs` divided by `MaxNodes`); without those
/// values a processor counts as a GPU. Times are relative to `UnixStartTime`, or to the earliest
/// start of `defaults` if it is missing.
pub(super) fn read(text: &str, snapshot: &Snapshot, defaults: &FormDraft, list: &mut ListReader) {
    let head = TraceHeader::parse(text);
    let model = match defaults.parse(snapshot) {
        Ok(request) => request,
        Err(problems) => {
            list.problem(1, None, problems.into_iter().map(LineError::Field).collect());
            return;
        }
    };
    let origin = head.start.unwrap_or(model.not_before);
    let per_node = head.per_node.or(snapshot.gpus_per_node(&model.accelerators)).unwrap_or(1);
    for (line, text) in (1..).zip(text.lines()) {
        // A remark may follow the numbers on the same line.
        let job = text.split(';').next().unwrap_or_default();
        if job.trim().is_empty() {
            continue;
        }
        match numbers(job).and_then(|job| application(&job, &model, origin, per_node)) {
            Some(application) => {
                if !list.take(line, application) {
                    return;
                }
            }
            None => list.problem(line, None, vec![LineError::NoJob]),
        }
    }
}

/// Values from the head of a trace.
struct TraceHeader {
    start: Option<Hour>,
    per_node: Option<u32>,
}

impl TraceHeader {
    fn parse(text: &str) -> Self {
        let remark = |name: &str| {
            let remarks = text.lines().filter_map(|line| line.trim_start().strip_prefix(';'));
            let mut values = remarks.filter_map(|remark| {
                let (key, value) = remark.split_once(':')?;
                let number = value.split_whitespace().next()?;
                (key.trim() == name).then(|| number.parse::<i64>().ok()).flatten()
            });
            values.next().filter(|number| *number > 0)
        };
        let per_node = || {
            let (processors, nodes) = (remark("MaxProcs")?, remark("MaxNodes")?);
            u32::try_from(processors / nodes).ok().filter(|per_node| *per_node > 0)
        };
        let start = remark("UnixStartTime").and_then(Instant::of_unix);
        Self { start: start.map(Instant::ceil), per_node: per_node() }
    }
}

/// Parses the 18 numbers of a job; `None` if a word is not a number or the count differs.
fn numbers(line: &str) -> Option<Vec<f64>> {
    let numbers: Option<Vec<f64>> = line.split_whitespace().map(|it| it.parse().ok()).collect();
    numbers.filter(|numbers| numbers.len() == FIELDS)
}

/// Converts a job to an application; `None` if it asks for no processors or no time, or for more
/// than the model can hold.
fn application(job: &[f64], model: &Request, origin: Hour, per_node: u32) -> Option<Application> {
    // Fields are numbered from 1 as in the format's definition, where -1 means unknown.
    let positive = |field: usize| {
        // Below 1e15 the cast to `u64` is exact.
        let number = job.get(field - 1).copied().filter(|number| *number > 0.0 && *number < 1e15);
        number.map(|number| number.ceil() as u64)
    };
    let (used, asked, run, requested) = (positive(5), positive(8), positive(4), positive(9));
    let processors = asked.or(used)?;
    let seconds = requested.or(run)?;
    let submitted = positive(2).unwrap_or(0);
    let hours = u32::try_from(seconds.div_ceil(SECONDS_PER_HOUR)).ok()?;
    let start = origin.plus(u32::try_from(submitted.div_ceil(SECONDS_PER_HOUR)).ok()?);
    let nodes = u32::try_from(processors.div_ceil(u64::from(per_node))).ok()?;
    if hours > Term::MAX_HOURS || start > Hour::LATEST {
        return None;
    }
    let request = Request {
        id: format!("{}", job.first()?),
        nodes: NodeCount::exactly(nodes),
        term: Term::Hours(hours),
        not_before: start,
        not_after: None,
        ..model.clone()
    };
    let submitted_at = Instant::parse(&start.to_rfc3339()).ok();
    Some(Application { request, title: String::new(), score: None, submitted_at })
}
