//! Command `jari plan`: decides a round.

mod options;
mod progress;
mod table;

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write};
use std::process::ExitCode;

use jari::exchange::applications::{self, ReadApplications};
use jari::exchange::decoding::Encoding;
use jari::exchange::plan::{self, DecidedRound};
use jari::fit::Calendars;
use jari::fit::plan::{Perturbation, Planner, Robustness, RoundPlan, Totals, totals};
use jari::model::{self, Application, Snapshot, TruthLayer};
use jari::show::form::default_draft;

pub use options::{EXAMPLES, PlanOptions};

use crate::failure::Failure;
use crate::file::{one_standard_input, shown};
use crate::output::{self, end};
use crate::snapshot::Layers;
use crate::text;
use progress::Progress;

/// Writes the plan of a round, and the requested files.
///
/// # Errors
/// Fails if nothing can be decided, or if an output cannot be written.
pub fn run(options: &PlanOptions, out: &mut impl Write) -> Result<ExitCode, Failure> {
    let file = &options.snapshot.snapshot;
    one_standard_input([file, &options.applications].map(|file| Some(file.as_os_str())))?;
    // The text is needed a second time. Said before anything is decided or written.
    if options.capacity.is_some() && file == "-" {
        return Err("--capacity needs a snapshot that is a file".to_owned());
    }
    let layers = Layers::read(file, options.lang.lang)?;
    let prepared = layers.get(options.by_size.by_size);
    let (snapshot, calendars) = (&prepared.scenario.snapshot, &*prepared.calendars);
    let layer = prepared.scenario.layer();
    let read = list(options, snapshot)?;
    let applications = &read.applications;

    let plan = decide(snapshot, calendars, applications, options);
    let laid_over = plan.laid_over(snapshot, applications);
    let decided = DecidedRound { snapshot: &laid_over, applications, plan: &plan };
    let totals = totals(snapshot, calendars, applications, &plan);
    let again = options.again.map(|rounds| {
        let most = options.within.unwrap_or_else(|| a_twentieth_of_the_range(applications));
        let perturbation = Perturbation { rounds, most, seed: options.seed.seed };
        Robustness::new(snapshot, calendars, applications, &options.policy, perturbation).run()
    });

    write_files(options, &decided, &prepared.file.fingerprint)?;
    let lost = read.problems.iter().any(applications::LineProblem::loses_application);
    let code = if lost { ExitCode::from(1) } else { ExitCode::SUCCESS };
    if options.json.json {
        let written = write_json(out, &decided, &read, (&totals, layer), again.as_deref());
        return end(written.and_then(|()| out.flush()), code);
    }
    tell_problems(&read, options)?;
    let table = table::table(&decided, &totals, again.as_deref(), layer, options.lang.lang);
    output::write(out, &table, code)
}

/// Parses the applications against the snapshot.
fn list(options: &PlanOptions, snapshot: &Snapshot) -> Result<ReadApplications, Failure> {
    let decoded = text::read(&options.applications)?;
    if decoded.encoding != Encoding::Utf8 {
        let encoding = decoded.encoding.name();
        note(&format!("{} was read as {encoding}", shown(&options.applications)))?;
    }
    let mut defaults = default_draft(snapshot, options.today.hour());
    if let Some(call) = options.call.find_in(snapshot)? {
        defaults.call.clone_from(&call.id);
    }
    Ok(applications::read(&decoded.text, snapshot, &defaults))
}

/// Decides the round, and reports progress once that takes a while.
fn decide(
    snapshot: &Snapshot,
    calendars: &Calendars,
    applications: &[Application],
    options: &PlanOptions,
) -> RoundPlan {
    let mut progress = Progress::new(applications.len());
    let mut planner = Planner::new(snapshot, calendars, applications, &options.policy);
    while planner.step() {
        progress.say(planner.decided());
    }
    planner.into_plan()
}

/// Returns the default change of scores: a twentieth of their range, 0 if they do not differ.
fn a_twentieth_of_the_range(applications: &[Application]) -> f64 {
    let scores = || applications.iter().filter_map(|it| it.score).map(|score| score.number());
    let (least, most) = (scores().fold(f64::MAX, f64::min), scores().fold(f64::MIN, f64::max));
    if most > least { (most - least) / 20.0 } else { 0.0 }
}

/// Writes the requested files; `fingerprint` is that of the snapshot for which the round was decided.
fn write_files(
    options: &PlanOptions,
    decided: &DecidedRound<'_>,
    fingerprint: &str,
) -> Result<(), Failure> {
    let write = |file: &OsStr, text: &str| {
        fs::write(file, text).map_err(|error| format!("cannot write {}: {error}", shown(file)))
    };
    if let Some(file) = &options.csv {
        write(file, &plan::csv(decided, options.lang.lang))?;
    }
    if let Some(file) = &options.jobs {
        write(file, &plan::jobs_csv(decided))?;
    }
    if let Some(file) = &options.capacity {
        let snapshot = &options.snapshot.snapshot;
        let text = fs::read_to_string(snapshot)
            .map_err(|error| format!("cannot read {}: {error}", shown(snapshot)))?;
        if model::fingerprint(text.as_bytes()) != fingerprint {
            return Err(format!("{} changed while the round was decided", shown(snapshot)));
        }
        let text = plan::with_holds(&text, decided)
            .ok_or_else(|| format!("{} is no JSON object", shown(snapshot)))?;
        write(file, &text)?;
    }
    Ok(())
}

fn write_json(
    out: &mut impl Write,
    decided: &DecidedRound<'_>,
    read: &ReadApplications,
    (totals, layer): (&Totals, TruthLayer),
    again: Option<&[u32]>,
) -> io::Result<()> {
    for (rank, decision) in (1..).zip(&decided.plan.decisions) {
        let again = again.and_then(|again| again.get(decision.application_index).copied());
        if let Some(line) = plan::decision_line(decided, rank, decision, again) {
            writeln!(out, "{line}")?;
        }
    }
    for problem in &read.problems {
        writeln!(out, "{}", plan::problem_line(problem))?;
    }
    writeln!(out, "{}", plan::totals_line(decided, totals, layer))
}

fn tell_problems(read: &ReadApplications, options: &PlanOptions) -> Result<(), Failure> {
    for problem in &read.problems {
        note(&format!("{}: {}", shown(&options.applications), problem.text(options.lang.lang)))?;
    }
    Ok(())
}

/// Writes a note to the standard error.
fn note(text: &str) -> Result<(), Failure> {
    end(writeln!(io::stderr().lock(), "jari: {text}"), ExitCode::SUCCESS).map(|_| ())
}
