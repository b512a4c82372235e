//! Command `jari import`: converts a scheduler's answers, or a table, into a capacity file.

use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Args, Subcommand, ValueHint};

use jari::exchange::import::{
    HORIZON_DAYS, ImportKind, ImportOptions as How, ImportProblem, Imported, Partial,
    capacity_json, kubernetes, recognise, slurm, table,
};
use jari::model::{Instant, limits};
use jari::words::Lang;

use crate::clock::now;
use crate::failure::Failure;
use crate::file::{one_standard_input, shown};
use crate::options::LangOption;
use crate::output::{self, end};
use crate::text;
use crate::values::{OneOf, instant, whole_up_to};

/// Maximum number of days for which recurring reservations are expanded: ten years.
const MAX_HORIZON_DAYS: u32 = 3_653;

pub const EXAMPLES: &str = "\
Examples:
  jari import slurm nodes.json --reservations reservations.json --jobs jobs.json > capacity.json
  jari import kubernetes nodes.json --pods pods.json > capacity.json
  jari import csv blocks.csv > capacity.json";

/// The source of a capacity file.
#[derive(Subcommand)]
pub enum ImportSource {
    /// Answers of Slurm: scontrol show nodes --json, and what else it says
    Slurm(Slurm),
    /// Answers of Kubernetes: kubectl get nodes -o json, and pods
    Kubernetes(Kubernetes),
    /// A table with headings: CSV, or cells copied from a spreadsheet
    Csv(Csv),
}

/// Files of Slurm.
#[derive(Args)]
pub struct Slurm {
    /// Output of scontrol show nodes --json; - is the standard input
    #[arg(value_name = "NODES", value_hint = ValueHint::FilePath)]
    nodes: OsString,
    /// Output of scontrol show reservations --json
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    reservations: Option<OsString>,
    /// Output of squeue --json
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    jobs: Option<OsString>,
    #[command(flatten)]
    partial: PartialOption,
    /// Days for which reservations that come again are written out
    #[arg(long, value_name = "DAYS", default_value_t = HORIZON_DAYS, value_parser = days)]
    horizon: u32,
    #[command(flatten)]
    as_of: AsOfOption,
    #[command(flatten)]
    lang: LangOption,
}

/// Files of Kubernetes.
#[derive(Args)]
pub struct Kubernetes {
    /// Output of kubectl get nodes -o json; - is the standard input
    #[arg(value_name = "NODES", value_hint = ValueHint::FilePath)]
    nodes: OsString,
    /// Output of kubectl get pods -A -o json
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pods: Option<OsString>,
    #[command(flatten)]
    partial: PartialOption,
    #[command(flatten)]
    as_of: AsOfOption,
    #[command(flatten)]
    lang: LangOption,
}

/// A table.
#[derive(Args)]
pub struct Csv {
    /// The table; - is the standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    table: OsString,
    #[command(flatten)]
    as_of: AsOfOption,
    #[command(flatten)]
    lang: LangOption,
}

const PARTIAL: OneOf<Partial> = OneOf {
    names: &["whole", "gpus", "free"],
    read: |text| Partial::ALL.into_iter().find(|partial| text == partial.id()),
};

/// The state of nodes of which a part is in use.
#[derive(Args)]
struct PartialOption {
    /// State of a node of which a part is in use: whole (in use, until all jobs on it end), gpus (in
    /// use where one of its GPUs is), free (free, unless all of its GPUs are in use)
    #[arg(long, value_name = "WORD", default_value = "whole", value_parser = PARTIAL)]
    partial: Partial,
}

/// The instant that the files describe.
#[derive(Args)]
struct AsOfOption {
    /// Time that the files describe, where they do not say it [default: now]
    #[arg(long, value_name = "TIME", value_parser = instant)]
    as_of: Option<Instant>,
}

fn days(text: &str) -> Result<u32, String> {
    whole_up_to(text, MAX_HORIZON_DAYS)
}

impl ImportSource {
    const fn lang(&self) -> Lang {
        match self {
            Self::Slurm(Slurm { lang, .. })
            | Self::Kubernetes(Kubernetes { lang, .. })
            | Self::Csv(Csv { lang, .. }) => lang.lang,
        }
    }

    /// Returns the files that the source names.
    fn files(&self) -> [Option<&OsStr>; 3] {
        match self {
            Self::Slurm(of) => [Some(&of.nodes), of.reservations.as_ref(), of.jobs.as_ref()],
            Self::Kubernetes(of) => [Some(&of.nodes), of.pods.as_ref(), None],
            Self::Csv(of) => [Some(&of.table), None, None],
        }
        .map(|file| file.map(OsString::as_os_str))
    }
}

/// Returns the options of an importer.
fn how(partial: Partial, horizon_days: u32, as_of: &AsOfOption) -> How {
    How { partial, horizon_days, now: as_of.as_of.unwrap_or_else(|| Instant::from(now())) }
}

/// Writes the capacity file, and to the standard error the summary and the problems of the import.
///
/// # Errors
/// Fails if nothing can be read or written.
pub fn run(source: &ImportSource, out: &mut impl Write) -> Result<ExitCode, Failure> {
    one_standard_input(source.files())?;
    let (imported, lang) = (import(source)?, source.lang());
    let written = capacity_json::write(&imported);
    // A larger file could not be read again.
    if written.len() > limits::MAX_BYTES {
        return Err(format!("the capacity file would have {} bytes: too many", written.len()));
    }
    let mut lines = imported.summary.lines(lang);
    lines.extend(imported.problems.iter().map(|problem| problem.text(lang)));
    let mut err = io::stderr().lock();
    end(lines.iter().try_for_each(|line| writeln!(err, "jari: {line}")), ExitCode::SUCCESS)?;
    let code = if imported.lost() { ExitCode::from(1) } else { ExitCode::SUCCESS };
    output::write(out, &written, code)
}

fn import(source: &ImportSource) -> Result<Imported, Failure> {
    let open = |file: &OsString, kind| text_of(file, kind);
    let optional =
        |file: &Option<OsString>, kind| file.as_ref().map(|file| open(file, kind)).transpose();
    let failed = |problem: ImportProblem| problem.text(source.lang());
    match source {
        ImportSource::Slurm(of) => {
            let nodes = open(&of.nodes, ImportKind::SlurmNodes)?;
            let reservations = optional(&of.reservations, ImportKind::SlurmReservations)?;
            let jobs = optional(&of.jobs, ImportKind::SlurmJobs)?;
            let files = slurm::SlurmAnswers {
                nodes: &nodes,
                reservations: reservations.as_deref(),
                jobs: jobs.as_deref(),
            };
            let how = how(of.partial.partial, of.horizon, &of.as_of);
            slurm::import(&files, &how).map_err(failed)
        }
        ImportSource::Kubernetes(of) => {
            let nodes = open(&of.nodes, ImportKind::KubernetesNodes)?;
            let pods = optional(&of.pods, ImportKind::KubernetesPods)?;
            let files = kubernetes::KubernetesAnswers { nodes: &nodes, pods: pods.as_deref() };
            // Only reservations of Slurm come again, so the horizon has no effect.
            let how = how(of.partial.partial, HORIZON_DAYS, &of.as_of);
            kubernetes::import(&files, &how).map_err(failed)
        }
        ImportSource::Csv(of) => {
            let table = open(&of.table, ImportKind::Table)?;
            let how = how(Partial::default(), HORIZON_DAYS, &of.as_of);
            table::import(&table, &how).map_err(failed)
        }
    }
}

/// Reads the text of a file and rejects content of another kind than `wanted`.
fn text_of(file: &OsStr, wanted: ImportKind) -> Result<String, Failure> {
    let decoded = text::read_up_to(file, limits::MAX_BYTES)?;
    match recognise(&decoded.text) {
        // Unrecognised text is accepted here, because the importer reports precisely what is wrong
        // with it.
        ImportKind::Unknown => Ok(decoded.text),
        kind if kind == wanted => Ok(decoded.text),
        other => Err(format!("{} is {}, not {}", shown(file), name(other), name(wanted))),
    }
}

/// Returns the name of a kind of file for messages.
const fn name(kind: ImportKind) -> &'static str {
    match kind {
        ImportKind::Capacity => "a capacity file",
        ImportKind::SlurmNodes => "nodes of Slurm",
        ImportKind::SlurmReservations => "reservations of Slurm",
        ImportKind::SlurmJobs => "jobs of Slurm",
        ImportKind::KubernetesNodes => "nodes of Kubernetes",
        ImportKind::KubernetesPods => "pods of Kubernetes",
        ImportKind::Table => "a table",
        ImportKind::Unknown => "of no known kind",
    }
}
