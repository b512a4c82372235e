//! Command `jari size`: sizes workloads.

mod flags;
mod sizer;
mod table;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::{ArgGroup, Args, ValueHint};

use jari::exchange::workload_json;

use crate::failure::Failure;
use crate::file::one_standard_input;
use crate::lines::{answer_each, take_each};
use crate::options::{ApplicantOptions, CallOption, LangOption, ReaderOptions, TodayOption};
use crate::output;
use crate::snapshot::Layers;
use flags::{WorkloadFlags, names};
use sizer::Sizer;

pub const EXAMPLES: &str = "\
With a snapshot, accelerators, blocks and the rules of the call are its own, and each size comes with
its place and fee. On a terminal the answer is a table, behind a pipe a JSON object.

Examples:
  jari size --model llama-3.1-8b --task lora --tokens 2B
  jari size capacity.json --call 25-1 --model exaone-3.5-32b --task continued_pretrain --tokens 200B
  jari size capacity.json --model config.json --task serve --users 300 --precision fp8 --days 90
  jari size --gpu-hours 50000 --on h200 --json
  jari size --workloads workloads.jsonl --call 25-1 capacity.json";

/// Options of `jari size`.
#[derive(Args)]
#[command(group = ArgGroup::new("asked").required(true).multiple(true)
    .args(["workloads", "task", "gpu-hours"]))]
pub struct SizeOptions {
    /// The capacity file; - is the standard input. Without one, 128 nodes each of H200 and B200
    #[arg(value_name = "SNAPSHOT", value_hint = ValueHint::FilePath)]
    snapshot: Option<OsString>,
    /// Workloads, one JSON object a line, answered in the same order
    #[arg(
        long,
        value_name = "FILE",
        value_hint = ValueHint::FilePath,
        conflicts_with_all = names(),
        conflicts_with_all = ApplicantOptions::NAMES
    )]
    workloads: Option<OsString>,
    #[command(flatten)]
    applicant: ApplicantOptions,
    #[command(flatten)]
    call: CallOption,
    #[command(flatten)]
    today: TodayOption,
    #[command(flatten)]
    lang: LangOption,
    #[command(flatten)]
    reader: ReaderOptions,
    #[command(flatten, next_help_heading = "The workload")]
    workload: WorkloadFlags,
}

/// Writes an answer for each workload.
///
/// # Errors
/// Fails with the reason why there is no answer.
pub fn run(options: &SizeOptions, out: &mut impl Write) -> Result<ExitCode, Failure> {
    let files = [options.snapshot.as_deref(), options.workloads.as_deref()];
    one_standard_input(files)?;
    if options.call.call.is_some() && options.snapshot.is_none() {
        return Err("--call needs a snapshot that has it; see jari size --help".to_owned());
    }
    let (lang, today) = (options.lang.lang, options.today.hour());
    let layers = options.snapshot.as_deref().map(|path| Layers::read(path, lang)).transpose()?;
    let prepared = layers.as_ref().map(|layers| layers.get(false));
    let call =
        prepared.map(|it| options.call.find_in(&it.scenario.snapshot)).transpose()?.flatten();
    let sizer = Sizer { prepared, call: call.map(|call| call.id.as_str()) };
    let is_table = options.reader.wants_table();
    let Some(workloads) = &options.workloads else {
        let workload = options.workload.workload(lang)?;
        let asked = sizer.asked(workload, &options.applicant, today)?;
        let written = match is_table {
            true => table::table(&sizer, &asked, today, lang)?,
            false => sizer.answer(&asked) + "\n",
        };
        return output::write(out, &written, ExitCode::SUCCESS);
    };
    if !is_table {
        let answer = |line: &[u8]| sizer.answer_line(line);
        return answer_each(workloads, workload_json::MAX_BYTES, out, answer);
    }
    let mut rows = Vec::new();
    take_each(workloads, workload_json::MAX_BYTES, |line| {
        rows.extend(table::rows(&sizer, line, lang));
        Ok(())
    })?;
    output::write(out, &table::list(&rows, prepared, lang), ExitCode::SUCCESS)
}
