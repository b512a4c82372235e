//! A plan as the list of jobs that Batsim writes and evalys reads (`out_jobs.csv`).

use super::decided::DecidedRound;
use crate::fit::plan::Grant;
use crate::model::{Application, NodeRange, NodeRanges};

const HEADINGS: &str = "job_id,workload_name,submission_time,requested_number_of_resources,\
    requested_time,success,starting_time,execution_time,finish_time,waiting_time,\
    turnaround_time,stretch,allocated_resources\n";

/// Returns the grants, one job per line, in the order of the decisions.
///
/// Times are in seconds from the earliest start that any application asks for. A resource is a
/// node; the nodes of all blocks are numbered consecutively from 0, in snapshot order. A job starts
/// at its granted start and is submitted at its earliest requested start. Refused applications are
/// left out, and if counted holds leave the granted nodes open, the resources are empty.
#[must_use]
pub fn jobs_csv(decided: &DecidedRound<'_>) -> String {
    let earliest = decided.applications.iter().map(|it| it.request.not_before).min();
    let mut out = HEADINGS.to_owned();
    for decision in &decided.plan.decisions {
        let (Ok(grant), Some(application), Some(origin)) =
            (&decision.result, decided.application(decision), earliest)
        else {
            continue;
        };
        let submitted = seconds(application.request.not_before.since(origin));
        let (start, end) = (grant.offer.start.since(origin), grant.offer.end.since(origin));
        let (run, waited) = (seconds(end.saturating_sub(start)), seconds(grant.wait));
        let turnaround = waited + run;
        let stretch = if run == 0 { 1.0 } else { turnaround as f64 / run as f64 };
        let (id, workload) = (job_id(application), "jari");
        let (nodes, from, until) = (grant.offer.nodes, seconds(start), seconds(end));
        let resources = resources(decided, grant);
        out.push_str(&format!(
            "{id},{workload},{submitted},{nodes},{run},1,{from},{run},{until},{waited},\
             {turnaround},{stretch:.6},{resources}\n"
        ));
    }
    out
}

fn seconds(hours: u32) -> u64 {
    u64::from(hours) * 3_600
}

/// Returns the id, with characters that readers of the format cannot quote replaced by `_`.
fn job_id(application: &Application) -> String {
    let keep = |c: char| if matches!(c, ',' | '"') || c.is_control() { '_' } else { c };
    application.request.id.chars().map(keep).collect()
}

/// Returns nodes as a set of intervals, numbered from 0 over all blocks: `0-3 5`.
fn resources(decided: &DecidedRound<'_>, grant: &Grant) -> String {
    let blocks = decided.snapshot.blocks.get(..grant.block_index).unwrap_or_default();
    let before: u64 = blocks.iter().map(|block| u64::from(block.nodes())).sum();
    let number = |node: u32| before + u64::from(node.saturating_sub(1));
    let interval = |range: &NodeRange| match range.first == range.last {
        true => number(range.first).to_string(),
        false => format!("{}-{}", number(range.first), number(range.last)),
    };
    let ranges: &NodeRanges = &grant.offer.node_ranges;
    ranges.ranges().iter().map(interval).collect::<Vec<_>>().join(" ")
}
