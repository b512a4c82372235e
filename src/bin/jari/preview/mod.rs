//! Command `jari preview`: answers requests.

mod flags;
mod list;
mod previewer;
mod table;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::{ArgGroup, Args, ValueHint};

use jari::exchange::request_json;

use crate::failure::Failure;
use crate::file::one_standard_input;
use crate::lines::{answer_each, take_each};
use crate::options::{BySizeOption, LangOption, ReaderOptions, SnapshotArg, TodayOption};
use crate::output;
use crate::snapshot::Layers;
use crate::values::whole_up_to;
use flags::RequestFlags;
use list::Rows;
use previewer::Previewer;

pub const EXAMPLES: &str = "\
Without --requests, the options of the request make one. On a terminal its answer is a table, behind
a pipe a JSON object.

Examples:
  jari preview capacity.json --accelerator h200 --nodes 4 --term 3mo --from 2027-03-01
  jari preview capacity.json --gpus 32 --term 6mo --call 25-1 --class academia --lang ko
  jari preview capacity.json --accelerator b200 --nodes 4~8 --term 45d --placement one-leaf --json
  jari preview capacity.json --requests requests.jsonl --by-size";

/// Maximum number of days in a fit map: ten years, half a megabyte per block.
const MAX_MAP_DAYS: u32 = 3_653;

/// Options of `jari preview`.
#[derive(Args)]
#[command(group = ArgGroup::new("asked").required(true).args(["requests", "nodes", "gpus"]))]
pub struct PreviewOptions {
    #[command(flatten)]
    snapshot: SnapshotArg,
    /// Requests, one JSON object a line, answered in the same order. Of a file that the page saved,
    /// the request in it is answered
    #[arg(
        long,
        value_name = "FILE",
        value_hint = ValueHint::FilePath,
        conflicts_with_all = RequestFlags::NAMES
    )]
    requests: Option<OsString>,
    /// An older snapshot: each answer, in JSON, also tells what changed since, and why
    #[arg(
        long,
        value_name = "FILE",
        value_hint = ValueHint::FilePath,
        conflicts_with = "table"
    )]
    since: Option<OsString>,
    /// Each answer, in JSON, also holds the most nodes for a start on each of so many days, for the
    /// term asked and for 1 to 12 months
    #[arg(
        long,
        value_name = "DAYS",
        value_parser = |text: &str| whole_up_to(text, MAX_MAP_DAYS),
        conflicts_with = "table"
    )]
    fit_map: Option<u32>,
    #[command(flatten)]
    by_size: BySizeOption,
    #[command(flatten)]
    today: TodayOption,
    #[command(flatten)]
    lang: LangOption,
    #[command(flatten)]
    reader: ReaderOptions,
    #[command(flatten, next_help_heading = "The request")]
    request: RequestFlags,
}

/// Writes an answer for each request.
///
/// # Errors
/// Fails with the reason why there is no answer.
pub fn run(options: &PreviewOptions, out: &mut impl Write) -> Result<ExitCode, Failure> {
    let files =
        [Some(&options.snapshot.snapshot), options.requests.as_ref(), options.since.as_ref()];
    one_standard_input(files.map(|file| file.map(OsString::as_os_str)))?;
    let lang = options.lang.lang;
    let previewer = Previewer {
        new: Layers::read(&options.snapshot.snapshot, lang)?,
        old: options.since.as_deref().map(|path| Layers::read(path, lang)).transpose()?,
        map_days: options.fit_map,
        by_size: options.by_size.by_size,
        today: options.today.hour(),
    };
    // The table cannot hold these, so asking for them selects JSON.
    let is_table =
        options.reader.wants_table() && options.since.is_none() && options.fit_map.is_none();
    let Some(requests) = &options.requests else {
        let asked = options.request.asked(&previewer, lang)?;
        let written = match is_table {
            true => table::table(&previewer, &asked, lang)?,
            false => previewer.answer(&asked) + "\n",
        };
        return output::write(out, &written, ExitCode::SUCCESS);
    };
    if !is_table {
        let answer = |line: &[u8]| previewer.answer_line(line);
        return answer_each(requests, request_json::MAX_BYTES, out, answer);
    }
    let mut rows = Rows::new(&previewer, lang);
    take_each(requests, request_json::MAX_BYTES, |line| {
        rows.add(line);
        Ok(())
    })?;
    output::write(out, &rows.table(), ExitCode::SUCCESS)
}
