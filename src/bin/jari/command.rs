//! What was asked on the command line.

use std::ffi::{OsStr, OsString};
use std::str::FromStr;
use std::time::{SystemTime, UNIX_EPOCH};

use jari::model::{Hour, Instant};
use jari::words::Lang;

use crate::failure::Failure;
use crate::import;
use crate::odds::{Odds, Options};
use crate::plan;

/// How the tool is used.
pub const HELP: &str = "\
jari: does a request for GPU nodes fit, from when, and why not

Usage:
  jari check FILE                         list what is wrong with a capacity file, or what is in it
  jari preview SNAPSHOT --requests FILE   answer requests, one JSON object a line
  jari size --workloads FILE [SNAPSHOT]   size workloads, one JSON object a line
  jari plan SNAPSHOT --applications FILE  decide a round: a table, or one JSON object a line
  jari odds SNAPSHOT                      the chance of a request in a round like the last one
  jari import slurm NODES                 make a capacity file of what a scheduler answers,
  jari import kubernetes NODES            or of a table; what was read, and what was left out, is
  jari import csv FILE                    told on the standard error

FILE and SNAPSHOT may be -, the standard input (one of them at a time).

Options:
  --requests FILE  requests, one JSON object a line; answers come in the same order. A file that
                   the page saved is read too: the request in it is answered
  --workloads FILE workloads, one JSON object a line; answers come in the same order
  --call ID        the call whose rules hold for workloads that name none; for odds the call
                   whose results are taken, the last that has any where not given
  --nodes N        odds: the nodes of the request; a project of unknown size where not given
  --rank R         odds: the rank that is expected, to see how often it is above the line
  --rounds N       odds: rounds that are simulated for each demand; 10000 where not given
  --seed S         odds: what the rounds are drawn from; the same seed gives the same odds
  --json           odds: one JSON object in place of text
  --since FILE     an older snapshot: each answer also tells what changed since, and why
  --by-size        leaves published holds out, for every request; a request does so for itself
                   with \"layer\":\"size\"
  --today DATE     the day on which calls are open or closed, and that a capacity file may not
                   be ahead of; today where not given
  --fit-map DAYS   each answer also holds the most nodes for a start on each of so many days,
                   for the term asked and for 1 to 12 months
  --lang ko|en     the language of what check and odds say (answers hold both); en where not given
  --help           this text
  --version        the version

Options of plan:
  --applications FILE  the applications: JSON lines, or a table with headings (CSV, or with tabs)
  --policy WORDS   how the round is decided, words with commas between: score, arrival or list;
                   whole or partial; skip or stop; no-rules; wait-HOURS; CLASS-nodes-N or
                   CLASS-node-hours-N. Where nothing is said: score,whole,skip
  --call ID        the call of rows that name none
  --by-size, --today DATE, --lang ko|en   as above; a row without a start begins after --today
  --json           one JSON object a line: decisions, lines that could not be read, totals
  --again N        plans the round N times more, with small changes of the scores, and tells in
                   how many each application was given something
  --within POINTS  the most that a score is changed by; a twentieth of their range if not given
  --seed N         what the changes are drawn from; 0 if not given
  --csv FILE, --jobs FILE, --capacity FILE   writes the plan as a table for spreadsheets, as the
                   jobs.csv of Batsim and evalys, and as a capacity file with the plan as holds

Options of import:
  --reservations FILE  of slurm: scontrol show reservations --json
  --jobs FILE      of slurm: squeue --json. NODES is scontrol show nodes --json
  --pods FILE      of kubernetes: kubectl get pods -A -o json. NODES is kubectl get nodes -o json
  --partial WORD   how a node of which a part is in use counts: whole (in use, until all jobs on it
                   end; where nothing is said), gpus (in use where one of its GPUs is), free (free,
                   unless all of its GPUs are in use)
  --horizon DAYS   for how long reservations that come again are written out; 366 if not given
  --as-of TIME     when it was so, where the files do not say it; now if not given
  --lang ko|en     the language of the standard error; en where not given

A line that is no request or workload, or names a block or a call that the snapshot does not
have, is answered with {\"id\":...,\"error\":\"...\"}, and the rest go on. Empty lines are skipped.

Exit codes:
  0  done; for check: nothing is wrong
  1  check found problems, or plan or import something that it could not read; the rest was used
  2  wrong usage, a file that cannot be read, or one of which nothing can be used
";

/// The most days of a fit map: ten years, a line of half a megabyte a block.
const MAX_MAP_DAYS: u32 = 3_653;

/// What was asked on the command line.
pub enum Command {
    Help,
    Version,
    Check { file: OsString, today: Hour, lang: Lang },
    Preview(Files),
    Odds(Odds),
    Size { workloads: OsString, snapshot: Option<OsString>, call: Option<String> },
    Plan(Box<plan::Options>),
    Import(Box<import::Options>),
}

/// What a preview is made of.
pub struct Files {
    pub snapshot: OsString,
    pub requests: OsString,
    pub since: Option<OsString>,
    pub map_days: Option<u32>,
    pub by_size: bool,
    pub today: Hour,
}

/// Reads the command line.
pub fn read() -> Result<Command, Failure> {
    use lexopt::Arg::{Long, Short, Value};

    let mut parser = lexopt::Parser::from_env();
    if parser.try_raw_args().is_some_and(|mut args| args.next_if(|arg| arg == "plan").is_some()) {
        return plan::read(&mut parser);
    }
    if parser.try_raw_args().is_some_and(|mut args| args.next_if(|arg| arg == "import").is_some()) {
        return import::read(&mut parser);
    }
    let (mut words, mut requests, mut lang) = (Vec::new(), None, None);
    let (mut since, mut map_days) = (None, None);
    let (mut by_size, mut today) = (false, None);
    let (mut workloads, mut call) = (None, None);
    let mut odds = Options::default();
    let usage = |error: lexopt::Error| format!("{error}; see jari --help");
    while let Some(arg) = parser.next().map_err(usage)? {
        match arg {
            Long("help") | Short('h') => return Ok(Command::Help),
            Long("version") | Short('V') => return Ok(Command::Version),
            Long("requests") => requests = Some(parser.value().map_err(usage)?),
            Long("since") => since = Some(parser.value().map_err(usage)?),
            Long("fit-map") => map_days = Some(days(&parser.value().map_err(usage)?)?),
            Long("by-size") => by_size = true,
            Long("today") => today = Some(day(&parser.value().map_err(usage)?)?),
            Long("workloads") => workloads = Some(parser.value().map_err(usage)?),
            Long("call") => call = Some(parser.value().map_err(usage)?),
            Long("nodes") => odds.nodes = Some(number("--nodes", &parser.value().map_err(usage)?)?),
            Long("rank") => odds.rank = Some(number("--rank", &parser.value().map_err(usage)?)?),
            Long("rounds") => {
                odds.rounds = Some(number("--rounds", &parser.value().map_err(usage)?)?)
            }
            Long("seed") => odds.seed = Some(number("--seed", &parser.value().map_err(usage)?)?),
            Long("json") => odds.is_json = true,
            Long("lang") => lang = Some(language(&parser.value().map_err(usage)?)?),
            Value(word) => words.push(word),
            other => return Err(usage(other.unexpected())),
        }
    }
    let mut words = words.into_iter();
    let (name, file, more) = (words.next(), words.next(), words.next());
    let usage = |what: &str| format!("{what}; see jari --help");
    if let Some(more) = more {
        return Err(usage(&format!("unexpected {more:?}")));
    }
    let name = name.as_deref().and_then(OsStr::to_str);
    if name != Some("preview") && by_size {
        return Err(usage("--by-size belongs to preview"));
    }
    if name != Some("odds") && odds.is_any() {
        return Err(usage("--nodes, --rank, --rounds, --seed and --json belong to odds"));
    }
    if name == Some("odds") {
        let others = [&requests, &since, &workloads];
        if others.iter().any(|it| it.is_some()) || map_days.is_some() || today.is_some() {
            return Err(usage("odds takes --call, --nodes, --rank, --rounds, --seed and --json"));
        }
        let Some(snapshot) = file else { return Err(usage("odds needs a snapshot")) };
        let call = call.map(|id| id.to_string_lossy().into_owned());
        let lang = lang.unwrap_or(Lang::En);
        return Ok(Command::Odds(Odds { snapshot, call, options: odds, lang }));
    }
    if name == Some("size") && today.is_some() {
        return Err(usage("--today belongs to check and preview"));
    }
    let today = today.unwrap_or_else(now);
    if name == Some("size") {
        if requests.is_some() || since.is_some() || map_days.is_some() || lang.is_some() {
            return Err(usage("size takes --workloads and --call"));
        }
        let Some(workloads) = workloads else { return Err(usage("size needs --workloads FILE")) };
        if workloads == "-" && file.as_deref() == Some(OsStr::new("-")) {
            return Err(usage("only one of the files can be the standard input"));
        }
        let call = call.map(|id| id.to_string_lossy().into_owned());
        if call.is_some() && file.is_none() {
            return Err(usage("--call needs a snapshot that has it"));
        }
        return Ok(Command::Size { workloads, snapshot: file, call });
    }
    if workloads.is_some() || call.is_some() {
        return Err(usage("--workloads belongs to size, --call to size and odds"));
    }
    match (name, file, requests) {
        (Some("check"), Some(file), None) if since.is_none() && map_days.is_none() => {
            Ok(Command::Check { file, today, lang: lang.unwrap_or(Lang::En) })
        }
        (Some("check"), None, _) => Err(usage("check needs a file")),
        (Some("check"), Some(_), Some(_)) => Err(usage("check takes no --requests")),
        (Some("check"), ..) if since.is_some() || map_days.is_some() => {
            Err(usage("check takes neither --since nor --fit-map"))
        }
        (Some("preview"), Some(_), _) if lang.is_some() => Err(usage("preview takes no --lang")),
        (Some("preview"), Some(snapshot), Some(requests)) => {
            let files = [Some(&snapshot), Some(&requests), since.as_ref()];
            if files.into_iter().flatten().filter(|file| *file == "-").count() > 1 {
                return Err(usage("only one of the files can be the standard input"));
            }
            Ok(Command::Preview(Files { snapshot, requests, since, map_days, by_size, today }))
        }
        (Some("preview"), None, _) => Err(usage("preview needs a snapshot")),
        (Some("preview"), Some(_), None) => Err(usage("preview needs --requests FILE")),
        (Some(_), ..) | (None, Some(_), _) => {
            Err(usage("the command is check, preview, size, plan, odds or import"))
        }
        (None, None, _) => Err(usage("no command")),
    }
}

/// The hour on the clock of this machine.
pub fn now() -> Hour {
    #[expect(clippy::disallowed_methods, reason = "the tool has a clock, the core has none")]
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let hours = since_1970.as_secs() / 3_600;
    i32::try_from(hours).map_or(Hour::LATEST, Hour::new).clamp(Hour::EARLIEST, Hour::LATEST)
}

pub fn language(name: &OsStr) -> Result<Lang, Failure> {
    let lang = name.to_str().and_then(Lang::from_tag);
    lang.ok_or_else(|| "--lang is ko or en; see jari --help".to_owned())
}

/// A whole number without a sign.
pub fn number<N: FromStr>(option: &str, text: &OsStr) -> Result<N, Failure> {
    let text = text.to_str().filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    let number = text.and_then(|text| text.parse().ok());
    number.ok_or_else(|| format!("{option} is a whole number; see jari --help"))
}

fn days(text: &OsStr) -> Result<u32, Failure> {
    let days = text.to_str().and_then(|text| text.parse().ok());
    let days = days.filter(|days| (1..=MAX_MAP_DAYS).contains(days));
    days.ok_or_else(|| format!("--fit-map is a number of days from 1 to {MAX_MAP_DAYS}"))
}

pub fn day(text: &OsStr) -> Result<Hour, Failure> {
    let day = text.to_str().and_then(|text| Instant::parse(text).ok());
    day.map(Instant::floor).ok_or_else(|| "--today is a date such as 2027-01-31".to_owned())
}
