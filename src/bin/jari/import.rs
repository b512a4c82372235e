//! Makes a capacity file of what a scheduler answers, or of a table.

use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::process::ExitCode;

use jari::exchange::import::{
    HORIZON_DAYS, ImportProblem, Imported, Kind, Options as How, Partial, capacity_json,
    kubernetes, recognise, slurm, table,
};
use jari::model::{Instant, limits};
use jari::words::Lang;

use crate::command::{Command, language, now};
use crate::failure::Failure;
use crate::file::shown;
use crate::output::end;
use crate::text;

/// The longest time for which reservations that come again are written out: ten years.
const MAX_HORIZON_DAYS: u32 = 3_653;

/// What was asked of `jari import`.
pub struct Options {
    format: Format,
    /// The nodes, or the table.
    file: OsString,
    reservations: Option<OsString>,
    jobs: Option<OsString>,
    pods: Option<OsString>,
    how: How,
    lang: Lang,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Slurm,
    Kubernetes,
    Csv,
}

/// Reads what follows `jari import`.
pub fn read(parser: &mut lexopt::Parser) -> Result<Command, Failure> {
    use lexopt::Arg::{Long, Short, Value};

    let usage = |error: lexopt::Error| format!("{error}; see jari --help");
    let (mut words, mut reservations, mut jobs, mut pods) = (Vec::new(), None, None, None);
    let (mut partial, mut horizon, mut as_of, mut lang) = (None, None, None, Lang::En);
    while let Some(arg) = parser.next().map_err(usage)? {
        match arg {
            Long("help") | Short('h') => return Ok(Command::Help),
            Long("version") => return Ok(Command::Version),
            Long("reservations") => reservations = Some(parser.value().map_err(usage)?),
            Long("jobs") => jobs = Some(parser.value().map_err(usage)?),
            Long("pods") => pods = Some(parser.value().map_err(usage)?),
            Long("partial") => partial = Some(partial_of(&parser.value().map_err(usage)?)?),
            Long("horizon") => horizon = Some(days(&parser.value().map_err(usage)?)?),
            Long("as-of") => as_of = Some(time(&parser.value().map_err(usage)?)?),
            Long("lang") => lang = language(&parser.value().map_err(usage)?)?,
            Value(word) => words.push(word),
            other => return Err(usage(other.unexpected())),
        }
    }
    let usage = |what: &str| format!("{what}; see jari --help");
    let mut words = words.into_iter();
    let (Some(format), Some(file), None) = (words.next(), words.next(), words.next()) else {
        return Err(usage("import needs slurm, kubernetes or csv, and one file"));
    };
    let format = match format.to_str() {
        Some("slurm") => Format::Slurm,
        Some("kubernetes") => Format::Kubernetes,
        Some("csv") => Format::Csv,
        _ => return Err(usage("import reads slurm, kubernetes or csv")),
    };
    if format != Format::Slurm && (reservations.is_some() || jobs.is_some() || horizon.is_some()) {
        return Err(usage("--reservations, --jobs and --horizon belong to import slurm"));
    }
    if format != Format::Kubernetes && pods.is_some() {
        return Err(usage("--pods belongs to import kubernetes"));
    }
    if format == Format::Csv && partial.is_some() {
        return Err(usage("--partial belongs to import slurm and import kubernetes"));
    }
    let files = [Some(&file), reservations.as_ref(), jobs.as_ref(), pods.as_ref()];
    if files.into_iter().flatten().filter(|file| *file == "-").count() > 1 {
        return Err(usage("only one of the files can be the standard input"));
    }
    let now = Instant::of_unix(i64::from(now().number()) * 3_600);
    let how = How {
        partial: partial.unwrap_or_default(),
        horizon_days: horizon.unwrap_or(HORIZON_DAYS),
        now: as_of.or(now).ok_or_else(|| usage("the clock is off: give --as-of"))?,
    };
    let options = Options { format, file, reservations, jobs, pods, how, lang };
    Ok(Command::Import(Box::new(options)))
}

fn partial_of(text: &OsStr) -> Result<Partial, Failure> {
    let partial = Partial::ALL.into_iter().find(|partial| text == partial.id());
    partial.ok_or_else(|| "--partial is whole, gpus or free; see jari --help".to_owned())
}

fn days(text: &OsStr) -> Result<u32, Failure> {
    let days = text.to_str().and_then(|text| text.parse().ok());
    let days = days.filter(|days| (1..=MAX_HORIZON_DAYS).contains(days));
    days.ok_or_else(|| format!("--horizon is a number of days from 1 to {MAX_HORIZON_DAYS}"))
}

fn time(text: &OsStr) -> Result<Instant, Failure> {
    let time = text.to_str().and_then(|text| Instant::parse(text).ok());
    time.ok_or_else(|| "--as-of is a time such as 2027-01-31T09:00:00+09:00".to_owned())
}

/// Writes the capacity file, and on the standard error what was read and what was not.
pub fn run(options: &Options, out: &mut impl Write) -> Result<ExitCode, Failure> {
    let imported = import(options)?;
    let written = capacity_json::write(&imported);
    if written.len() > limits::MAX_BYTES {
        return Err(format!("the capacity file would have {} bytes: too many", written.len()));
    }
    let mut lines = imported.summary.lines(options.lang);
    lines.extend(imported.problems.iter().map(|problem| problem.text(options.lang)));
    let mut err = io::stderr().lock();
    end(lines.iter().try_for_each(|line| writeln!(err, "jari: {line}")), ExitCode::SUCCESS)?;
    let code = if imported.lost() { ExitCode::from(1) } else { ExitCode::SUCCESS };
    end(out.write_all(written.as_bytes()).and_then(|()| out.flush()), code)
}

fn import(options: &Options) -> Result<Imported, Failure> {
    let open = |file: &OsString, kind| text_of(file, kind);
    let optional =
        |file: &Option<OsString>, kind| file.as_ref().map(|file| open(file, kind)).transpose();
    let failed = |problem: ImportProblem| problem.text(options.lang);
    match options.format {
        Format::Slurm => {
            let nodes = open(&options.file, Kind::SlurmNodes)?;
            let reservations = optional(&options.reservations, Kind::SlurmReservations)?;
            let jobs = optional(&options.jobs, Kind::SlurmJobs)?;
            let files = slurm::Files {
                nodes: &nodes,
                reservations: reservations.as_deref(),
                jobs: jobs.as_deref(),
            };
            slurm::import(&files, &options.how).map_err(failed)
        }
        Format::Kubernetes => {
            let nodes = open(&options.file, Kind::KubernetesNodes)?;
            let pods = optional(&options.pods, Kind::KubernetesPods)?;
            let files = kubernetes::Files { nodes: &nodes, pods: pods.as_deref() };
            kubernetes::import(&files, &options.how).map_err(failed)
        }
        Format::Csv => {
            let table = open(&options.file, Kind::Table)?;
            table::import(&table, &options.how).map_err(failed)
        }
    }
}

/// The text of a file, which by its content is not of another kind than the wanted one.
fn text_of(file: &OsStr, wanted: Kind) -> Result<String, Failure> {
    let decoded = text::read_up_to(file, limits::MAX_BYTES as u64)?;
    match recognise(&decoded.text) {
        // What is not recognised is read all the same: its reader says what is wrong, and where.
        Kind::Unknown => Ok(decoded.text),
        kind if kind == wanted => Ok(decoded.text),
        other => Err(format!("{} is {}, not {}", shown(file), name(other), name(wanted))),
    }
}

/// What a message calls a kind of file.
const fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Capacity => "a capacity file",
        Kind::SlurmNodes => "nodes of Slurm",
        Kind::SlurmReservations => "reservations of Slurm",
        Kind::SlurmJobs => "jobs of Slurm",
        Kind::KubernetesNodes => "nodes of Kubernetes",
        Kind::KubernetesPods => "pods of Kubernetes",
        Kind::Table => "a table",
        Kind::Unknown => "of no known kind",
    }
}
