//! The odds of a round.

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use jari::exchange::odds_json;
use jari::model::{Call, Snapshot};
use jari::odds::{Prospect, ROUNDS, RoundSums, SEED};
use jari::show::odds::{OddsAsk, OddsView, Statement, view};
use jari::words::Lang;
use jari::words::catalogue::odds as words;

use crate::failure::Failure;
use crate::file;
use crate::output::end;

/// The most rounds: some seconds.
pub const MOST_ROUNDS: u32 = 1_000_000;

/// What is asked.
pub struct Odds {
    pub snapshot: OsString,
    pub call: Option<String>,
    pub options: Options,
    pub lang: Lang,
}

/// What `jari odds` alone takes.
#[derive(Default)]
pub struct Options {
    pub nodes: Option<u32>,
    pub rank: Option<u32>,
    pub rounds: Option<u32>,
    pub seed: Option<u64>,
    pub is_json: bool,
}

impl Options {
    /// Whether any of them was given.
    pub const fn is_any(&self) -> bool {
        let Self { nodes, rank, rounds, seed, is_json } = self;
        nodes.is_some() || rank.is_some() || rounds.is_some() || seed.is_some() || *is_json
    }
}

/// Writes the odds of a round like the one of the call.
pub fn run(odds: &Odds, out: &mut impl Write) -> Result<ExitCode, Failure> {
    let Odds { snapshot, call, options, lang } = odds;
    let snapshot = file::read(snapshot, *lang)?.snapshot;
    let (call, sums) = sums(&snapshot, call.as_deref())?;
    check(options, &sums)?;
    let rounds = options.rounds.unwrap_or(ROUNDS);
    let prospect = Prospect::new(sums, rounds, options.seed.unwrap_or(SEED))
        .map_err(|_| format!("call {:?}: too many projects or sizes to simulate", call.id))?;
    let prospect = simulate(prospect, u64::from(rounds) * 3);
    let ask = OddsAsk { nodes: options.nodes, rank: options.rank };
    if options.is_json {
        return end(writeln!(out, "{}", odds_json::line(call, &prospect, ask)), ExitCode::SUCCESS);
    }
    let view = view(&snapshot, call, &prospect, ask, *lang);
    let text = view.map_or_else(String::new, |view| text(&view, *lang));
    end(out.write_all(text.as_bytes()), ExitCode::SUCCESS)
}

fn sums<'a>(snapshot: &'a Snapshot, id: Option<&str>) -> Result<(&'a Call, RoundSums), Failure> {
    let Some(id) = id else {
        let latest = RoundSums::latest(snapshot);
        return latest.ok_or_else(|| "the snapshot has no call with results".to_owned());
    };
    let call = snapshot.call(id);
    let call = call.ok_or_else(|| format!("--call: the snapshot has no call {id:?}"))?;
    let sums = RoundSums::of_call(call);
    let sums =
        sums.ok_or_else(|| format!("--call: {id:?} has no results that odds follow from"))?;
    Ok((call, sums))
}

fn check(options: &Options, sums: &RoundSums) -> Result<(), Failure> {
    let RoundSums { least, most, projects_asked, .. } = *sums;
    if options.nodes.is_some_and(|nodes| !(least..=most).contains(&nodes)) {
        return Err(format!("--nodes is a number from {least} to {most}, as the call allowed"));
    }
    if options.rank.is_some_and(|rank| !(1..=projects_asked).contains(&rank)) {
        return Err(format!(
            "--rank is a number from 1 to {projects_asked}, the projects that applied"
        ));
    }
    if options.rounds.is_some_and(|rounds| !(1..=MOST_ROUNDS).contains(&rounds)) {
        return Err(format!("--rounds is a number from 1 to {MOST_ROUNDS}"));
    }
    Ok(())
}

/// Simulates all of it; how far it is stands on the standard error where there is much to do.
fn simulate(mut prospect: Prospect, rounds: u64) -> Prospect {
    let (mut told, tenth) = (0, rounds.div_ceil(10));
    while prospect.step() {
        let done: u64 = prospect.outcomes().map(|(_, outcome)| u64::from(outcome.rounds)).sum();
        if rounds >= 300_000 && done >= told + tenth {
            told = done;
            // Nobody has to listen.
            let _ = writeln!(io::stderr().lock(), "jari: {done} of {rounds} rounds");
        }
    }
    prospect
}

/// The odds for people.
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
    for sentence in [Some(&view.line.sentence), view.line.own.as_ref()].into_iter().flatten() {
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
