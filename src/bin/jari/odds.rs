//! Command `jari odds`: the odds of a round.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;

use jari::exchange::odds_json;
use jari::model::{Call, Snapshot};
use jari::odds::{Prospect, ROUNDS, RoundSums};
use jari::show::odds::{OddsAsk, OddsView, Statement, odds_view};
use jari::words::Lang;
use jari::words::catalogue::odds as words;

use crate::failure::Failure;
use crate::options::{CallOption, JsonOption, LangOption, SeedOption, SnapshotArg};
use crate::output;
use crate::snapshot::reading;
use crate::values::{whole, whole_up_to};

/// Maximum number of rounds: some seconds of work.
const MOST_ROUNDS: u32 = 1_000_000;

pub const EXAMPLES: &str = "\
Examples:
  jari odds capacity.json
  jari odds capacity.json --nodes 4 --rank 150 --lang ko
  jari odds capacity.json --nodes 4 --rounds 2000 --seed 7 --json";

/// Options of `jari odds`.
#[derive(Args)]
pub struct OddsOptions {
    #[command(flatten)]
    snapshot: SnapshotArg,
    #[command(flatten)]
    call: CallOption,
    /// Nodes of the request [default: those of a project of unknown size]
    #[arg(long, value_name = "N", value_parser = whole::<u32>)]
    nodes: Option<u32>,
    /// The rank that is expected, to see how often it is above the line
    #[arg(long, value_name = "R", value_parser = whole::<u32>)]
    rank: Option<u32>,
    /// Rounds that are simulated for each demand
    #[arg(long, value_name = "N", default_value_t = ROUNDS, value_parser = rounds)]
    rounds: u32,
    #[command(flatten)]
    seed: SeedOption,
    #[command(flatten)]
    lang: LangOption,
    #[command(flatten)]
    json: JsonOption,
}

fn rounds(text: &str) -> Result<u32, String> {
    whole_up_to(text, MOST_ROUNDS)
}

/// Writes the odds of a round like that of the call.
///
/// # Errors
/// Fails with the reason why there are no odds.
pub fn run(options: &OddsOptions, out: &mut impl Write) -> Result<ExitCode, Failure> {
    let (lang, rounds) = (options.lang.lang, options.rounds);
    let snapshot = reading(&options.snapshot.snapshot, lang)?.0.snapshot;
    let (call, sums) = sums(&snapshot, &options.call)?;
    check(options, &sums)?;
    let prospect = Prospect::new(sums, rounds, options.seed.seed)
        .map_err(|_| format!("call {:?}: too many projects or sizes to simulate", call.id))?;
    // The rounds are simulated once for each of the three demand scenarios.
    let prospect = simulate(prospect, u64::from(rounds) * 3);
    let ask = OddsAsk { nodes: options.nodes, rank: options.rank };
    if options.json.json {
        let line = odds_json::line(call, &prospect, ask) + "\n";
        return output::write(out, &line, ExitCode::SUCCESS);
    }
    let view = odds_view(&snapshot, call, &prospect, ask, lang);
    let text = view.map_or_else(String::new, |view| text(&view, lang));
    output::write(out, &text, ExitCode::SUCCESS)
}

fn sums<'a>(snapshot: &'a Snapshot, option: &CallOption) -> Result<(&'a Call, RoundSums), Failure> {
    let Some(call) = option.find_in(snapshot)? else {
        let latest = RoundSums::latest(snapshot);
        return latest.ok_or_else(|| "the snapshot has no call with results".to_owned());
    };
    let sums = RoundSums::of_call(call)
        .ok_or_else(|| format!("--call: {:?} has no results that odds follow from", call.id))?;
    Ok((call, sums))
}

fn check(options: &OddsOptions, sums: &RoundSums) -> Result<(), Failure> {
    let RoundSums { least, most, projects_asked, .. } = *sums;
    if options.nodes.is_some_and(|nodes| !(least..=most).contains(&nodes)) {
        return Err(format!("--nodes is a number from {least} to {most}, as the call allowed"));
    }
    if options.rank.is_some_and(|rank| !(1..=projects_asked).contains(&rank)) {
        return Err(format!(
            "--rank is a number from 1 to {projects_asked}, the projects that applied"
        ));
    }
    Ok(())
}

/// Runs the whole simulation; a long one reports its progress on the standard error.
fn simulate(mut prospect: Prospect, rounds: u64) -> Prospect {
    let (mut reported, tenth) = (0, rounds.div_ceil(10));
    while prospect.step() {
        let done: u64 = prospect.outcomes().map(|(_, outcome)| u64::from(outcome.rounds)).sum();
        if rounds >= 300_000 && done >= reported + tenth {
            reported = done;
            // Progress that cannot be written does not affect the answer.
            let _ = writeln!(io::stderr().lock(), "jari: {done} of {rounds} rounds");
        }
    }
    prospect
}

/// Formats the odds as text for people.
fn text(view: &OddsView, lang: Lang) -> String {
    let mut text = String::new();
    let mut line = |parts: &[&str]| {
        text.extend(parts.iter().copied());
        text.push('\n');
    };
    line(&[&view.sentence]);
    for about in &view.about {
        line(&[about]);
    }
    line(&["\n", words::SCENARIOS.get(lang)]);
    for scenario in &view.scenarios {
        line(&["  ", scenario.name, ": ", &scenario.share, ". ", &scenario.about]);
    }
    line(&["\n", words::LINE.get(lang)]);
    for sentence in [Some(&view.line.sentence), view.line.own_rank.as_ref()].into_iter().flatten() {
        line(&["  ", sentence]);
    }
    for (heading, statements) in [
        (words::UNCHANGED, &view.unchanged),
        (words::UNKNOWN, &view.unknown),
        (words::HELPS, &view.helps),
    ] {
        line(&["\n", heading.get(lang)]);
        for Statement { text, source } in statements {
            let source = source.as_ref().map(|it| [" – ", &it.title, &it.details].concat());
            line(&["  ", text, &source.unwrap_or_default()]);
        }
    }
    for scheme in &view.schemes {
        line(&["  - ", &scheme.line()]);
    }
    line(&["\n", words::STEPS.get(lang)]);
    for step in &view.steps {
        let parts = [step.formula, &step.numbers].into_iter().filter(|part| !part.is_empty());
        let formula = parts.collect::<Vec<_>>().join("; ");
        let formula = if formula.is_empty() { formula } else { [" [", &formula, "]"].concat() };
        line(&["  ", step.name, ": ", &step.value, &formula, ". ", step.is]);
    }
    text
}
