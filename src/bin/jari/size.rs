//! Sizes workloads.

use std::ffi::OsStr;
use std::io::Write;
use std::process::ExitCode;

use jari::exchange::{answer_json, sizing_json, workload_json};
use jari::sizing::hardware::Gpu;
use jari::sizing::{self, Site};

use crate::failure::Failure;
use crate::lines::answer_each;
use crate::snapshot::Laid;

/// Nodes of a site where there is no snapshot: more than any call has let a project ask.
const MOST_NODES: u32 = 128;

/// Writes an answer for each line of workloads.
pub fn run(
    workloads: &OsStr,
    snapshot: Option<&OsStr>,
    call: Option<&str>,
    out: &mut impl Write,
) -> Result<ExitCode, Failure> {
    let laid = snapshot.map(Laid::read).transpose()?;
    if let (Some(laid), Some(id)) = (&laid, call)
        && laid.scenario.snapshot.call(id).is_none()
    {
        return Err(format!("--call: the snapshot has no call {id:?}"));
    }
    answer_each(workloads, workload_json::MAX_BYTES, out, |line| sized(laid.as_ref(), call, line))
}

/// What one line of workloads comes to.
fn sized(laid: Option<&Laid>, call: Option<&str>, line: &[u8]) -> String {
    let text = match str::from_utf8(line) {
        Ok(text) => text,
        // A line that is too long was cut, perhaps within a character.
        Err(error) if line.len() > workload_json::MAX_BYTES => {
            line.get(..error.valid_up_to()).and_then(|it| str::from_utf8(it).ok()).unwrap_or("")
        }
        Err(_) => return answer_json::error_line(None, "not valid UTF-8"),
    };
    let asked = match workload_json::parse(text) {
        Ok(asked) => asked,
        Err(refused) => {
            return answer_json::error_line(refused.id.as_deref(), &refused.to_string());
        }
    };
    let failed = |error: &str| answer_json::error_line(Some(&asked.id), error);
    let call = asked.call.as_deref().or(call);
    let mut sites = match laid {
        None if call.is_some() => return failed("call: there is no snapshot that has it"),
        None => ["h200", "b200"]
            .into_iter()
            .filter_map(Gpu::known)
            .map(|gpu| Site::of_gpu(gpu, MOST_NODES))
            .collect(),
        Some(Laid { scenario, .. }) => {
            let snapshot = &scenario.snapshot;
            let rules = call.map(|id| snapshot.call(id).ok_or(id)).transpose();
            let rules = match rules {
                Ok(rules) => rules,
                Err(id) => return failed(&format!("call: the snapshot has no call {id:?}")),
            };
            let start = asked.not_before.unwrap_or(snapshot.as_of);
            Site::all(snapshot, rules, Some(start))
        }
    };
    if let Some(ids) = &asked.accelerators {
        if let Some(id) = ids.iter().find(|id| !sites.iter().any(|site| site.accelerator == **id)) {
            return failed(&format!("accelerators: there is no {id:?} with known figures"));
        }
        sites.retain(|site| ids.contains(&site.accelerator));
    }
    match sizing::size(&asked.workload, &sites) {
        Ok(answer) => {
            let world = laid.map(|laid| (&laid.scenario.snapshot, &laid.calendars));
            sizing_json::line(&asked, &answer, call, world)
        }
        // All numbers were checked when the line was read.
        Err(_) => failed("a number is out of its range"),
    }
}
