//! Computation of the sizes of workloads.

use jari::exchange::workload_json::{self, WorkloadRequest};
use jari::exchange::{answer_json, sizing_json};
use jari::model::{Class, Hour, Instant};
use jari::session::PreparedScenario;
use jari::show::form::{default_draft, read_date};
use jari::sizing::answer::Estimate;
use jari::sizing::hardware::Gpu;
use jari::sizing::{self, SizingTarget, Workload};

use crate::failure::Failure;
use crate::lines::text_of;
use crate::options::ApplicantOptions;

/// Nodes per accelerator without a snapshot: more than any call has allowed a project to ask for.
const MOST_NODES: u32 = 128;

/// Data that workloads are sized with.
pub struct Sizer<'a> {
    /// Scenario of the snapshot, if there is one.
    pub prepared: Option<&'a PreparedScenario>,
    /// Call for workloads that name none.
    pub call: Option<&'a str>,
}

impl Sizer<'_> {
    /// Adds the applicant and the earliest start to a workload.
    ///
    /// # Errors
    /// Fails with the option that is invalid.
    pub fn asked(
        &self,
        workload: Workload,
        applicant: &ApplicantOptions,
        today: Hour,
    ) -> Result<WorkloadRequest, Failure> {
        let ApplicantOptions { from, class, .. } = applicant;
        let snapshot = self.prepared.map(|it| &it.scenario.snapshot);
        let usual = snapshot.map(|it| default_draft(it, today).from);
        let not_before =
            match from.as_ref().or(usual.as_ref()) {
                None => None,
                Some(text) => {
                    let read = read_date(text).map(Instant::ceil);
                    Some(read.ok_or_else(|| {
                        format!("--from: {text:?} is not a date such as 2027-03-01")
                    })?)
                }
            };
        let accelerators = applicant.accelerators(snapshot);
        let asked = WorkloadRequest {
            id: "jari".to_owned(),
            workload,
            accelerators: Some(accelerators).filter(|ids| !ids.is_empty()),
            not_before,
            class: class.unwrap_or(Class::Industry),
            call: None,
        };
        // Checked here, so that the message can name the option.
        self.sites(&asked).map(|_| asked).map_err(|error| format!("--{}", singular(&error)))
    }

    /// Parses the workload of a line.
    ///
    /// # Errors
    /// Fails with the id, if it could be read, and the reason.
    pub fn read(&self, line: &[u8]) -> Result<WorkloadRequest, (Option<String>, String)> {
        let text = text_of(line, workload_json::MAX_BYTES).map_err(|why| (None::<String>, why))?;
        workload_json::parse(text).map_err(|refused| {
            let why = refused.to_string();
            (refused.id, why)
        })
    }

    /// Returns the answer to a line as JSON.
    pub fn answer_line(&self, line: &[u8]) -> String {
        match self.read(line) {
            Ok(asked) => self.answer(&asked),
            Err((id, error)) => answer_json::error_line(id.as_deref(), &error),
        }
    }

    /// Returns the answer to a workload as JSON.
    pub fn answer(&self, asked: &WorkloadRequest) -> String {
        match self.sized(asked) {
            Ok((_, answer)) => {
                let world = self.prepared.map(|it| (&it.scenario.snapshot, &*it.calendars));
                sizing_json::line(asked, &answer, asked.call.as_deref().or(self.call), world)
            }
            Err(error) => answer_json::error_line(Some(&asked.id), &error),
        }
    }

    /// Returns the targets and the size of a workload on each of them.
    ///
    /// # Errors
    /// Fails with the reason why it cannot be sized.
    pub fn sized(&self, asked: &WorkloadRequest) -> Result<(Vec<SizingTarget>, Estimate), String> {
        let sites = self.sites(asked)?;
        // All numbers were checked when the line was parsed.
        let answer = sizing::size(&asked.workload, &sites);
        let answer = answer.map_err(|_| "a number is out of its range".to_owned())?;
        Ok((sites, answer))
    }

    /// Returns the accelerators that a workload may run on.
    fn sites(&self, asked: &WorkloadRequest) -> Result<Vec<SizingTarget>, String> {
        let call = asked.call.as_deref().or(self.call);
        let mut sites: Vec<SizingTarget> = match self.prepared {
            None if call.is_some() => {
                return Err("call: there is no snapshot that has it".to_owned());
            }
            None => {
                let gpus = ["h200", "b200"].into_iter().filter_map(Gpu::known);
                gpus.map(|gpu| SizingTarget::of_gpu(gpu, MOST_NODES)).collect()
            }
            Some(prepared) => {
                let snapshot = &prepared.scenario.snapshot;
                let rules = call.map(|id| snapshot.call(id).ok_or(id)).transpose();
                let rules = rules.map_err(|id| format!("call: the snapshot has no call {id:?}"))?;
                SizingTarget::all(snapshot, rules, Some(asked.not_before.unwrap_or(snapshot.as_of)))
            }
        };
        if let Some(ids) = &asked.accelerators {
            if let Some(id) = ids.iter().find(|id| !sites.iter().any(|it| it.accelerator == **id)) {
                return Err(format!("accelerators: there is no {id:?} with known figures"));
            }
            sites.retain(|site| ids.contains(&site.accelerator));
        }
        Ok(sites)
    }
}

/// Replaces the field name `accelerators:` by the option name `accelerator:` in a message.
fn singular(error: &str) -> String {
    error.replacen("accelerators:", "accelerator:", 1)
}
