//! Options of `jari plan`.

use std::ffi::OsString;

use clap::{Args, ValueHint};

use jari::exchange::plan::read_policy;
use jari::fit::plan::RoundPolicy;

use crate::options::{
    BySizeOption, CallOption, JsonOption, LangOption, SeedOption, SnapshotArg, TodayOption,
};
use crate::values::whole_up_to;

pub const EXAMPLES: &str = "\
Examples:
  jari plan capacity.json --applications list.csv
  jari plan capacity.json --applications list.csv --policy score,partial,wait-0 --lang ko
  jari plan capacity.json --applications list.csv --again 100 --json
  jari plan capacity.json --applications list.csv --csv plan.csv --capacity planned.json";

/// Options of `jari plan`.
#[derive(Args)]
pub struct PlanOptions {
    #[command(flatten)]
    pub snapshot: SnapshotArg,
    /// The applications: JSON lines, or a table with headings (CSV, or with tabs), or a trace in SWF
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub applications: OsString,
    /// Policy of the round, words with commas between: score, arrival or list; whole or partial;
    /// skip or stop; no-rules; wait-HOURS; CLASS-nodes-N or CLASS-node-hours-N
    /// [default: score,whole,skip]
    #[arg(long, value_name = "WORDS", default_value = "", hide_default_value = true, value_parser = policy)]
    pub policy: RoundPolicy,
    #[command(flatten)]
    pub call: CallOption,
    #[command(flatten)]
    pub by_size: BySizeOption,
    #[command(flatten)]
    pub today: TodayOption,
    #[command(flatten)]
    pub lang: LangOption,
    #[command(flatten)]
    pub json: JsonOption,
    /// Plan the round N times more, with small changes of the scores, and tell in how many each
    /// application was given something
    #[arg(long, value_name = "N", value_parser = rounds)]
    pub again: Option<u32>,
    /// The most that a score is changed by [default: a twentieth of their range]
    #[arg(long, value_name = "POINTS", value_parser = points, requires = "again")]
    pub within: Option<f64>,
    #[command(flatten)]
    pub seed: SeedOption,
    /// Write the plan as a table for spreadsheets
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub csv: Option<OsString>,
    /// Write the plan as the jobs.csv of Batsim and evalys
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub jobs: Option<OsString>,
    /// Write the plan as a capacity file with its awards as holds
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub capacity: Option<OsString>,
}

/// Maximum number of rounds with changed scores.
const MAX_AGAIN: u32 = 10_000;

fn policy(text: &str) -> Result<RoundPolicy, String> {
    read_policy(text).map_err(|error| error.to_string())
}

fn rounds(text: &str) -> Result<u32, String> {
    whole_up_to(text, MAX_AGAIN)
}

fn points(text: &str) -> Result<f64, String> {
    let points = text.parse::<f64>().ok();
    let points = points.filter(|points| points.is_finite() && *points >= 0.0);
    points.ok_or_else(|| "not a number of points such as 2.5".to_owned())
}
