//! What was asked of `jari plan`.

use std::ffi::{OsStr, OsString};

use jari::exchange::plan::read_policy;
use jari::fit::plan::Policy;
use jari::model::Hour;
use jari::words::Lang;

use crate::command::{Command, day, language, now, number};
use crate::failure::Failure;

/// What was asked of `jari plan`.
pub struct Options {
    pub snapshot: OsString,
    pub applications: OsString,
    pub policy: Policy,
    /// The call of rows that name none.
    pub call: Option<String>,
    pub by_size: bool,
    pub today: Hour,
    pub json: bool,
    pub lang: Lang,
    /// How often the round is planned again with other scores.
    pub again: Option<u32>,
    /// The most that a score is changed by; a twentieth of their range where it is not given.
    pub within: Option<f64>,
    pub seed: u64,
    pub csv: Option<OsString>,
    pub jobs: Option<OsString>,
    pub capacity: Option<OsString>,
}

/// The most rounds with other scores.
const MAX_AGAIN: u32 = 10_000;

/// Reads what follows `jari plan`.
pub fn read(parser: &mut lexopt::Parser) -> Result<Command, Failure> {
    use lexopt::Arg::{Long, Short, Value};

    let usage = |error: lexopt::Error| format!("{error}; see jari --help");
    let (mut files, mut applications, mut policy) = (Vec::new(), None, Policy::default());
    let (mut call, mut by_size, mut today, mut json) = (None, false, None, false);
    let (mut lang, mut again, mut within, mut seed) = (Lang::En, None, None, 0);
    let (mut csv, mut jobs, mut capacity) = (None, None, None);
    while let Some(arg) = parser.next().map_err(usage)? {
        match arg {
            Long("help") | Short('h') => return Ok(Command::Help),
            Long("version") => return Ok(Command::Version),
            Long("applications") => applications = Some(parser.value().map_err(usage)?),
            Long("policy") => policy = policy_of(&parser.value().map_err(usage)?)?,
            Long("call") => call = Some(parser.value().map_err(usage)?),
            Long("by-size") => by_size = true,
            Long("today") => today = Some(day(&parser.value().map_err(usage)?)?),
            Long("json") => json = true,
            Long("lang") => lang = language(&parser.value().map_err(usage)?)?,
            Long("again") => again = Some(rounds(&parser.value().map_err(usage)?)?),
            Long("within") => within = Some(points(&parser.value().map_err(usage)?)?),
            Long("seed") => seed = number("--seed", &parser.value().map_err(usage)?)?,
            Long("csv") => csv = Some(parser.value().map_err(usage)?),
            Long("jobs") => jobs = Some(parser.value().map_err(usage)?),
            Long("capacity") => capacity = Some(parser.value().map_err(usage)?),
            Value(file) => files.push(file),
            other => return Err(usage(other.unexpected())),
        }
    }
    let usage = |what: &str| format!("{what}; see jari --help");
    let mut files = files.into_iter();
    let (Some(snapshot), None) = (files.next(), files.next()) else {
        return Err(usage("plan needs one snapshot"));
    };
    let Some(applications) = applications else {
        return Err(usage("plan needs --applications FILE"));
    };
    if snapshot == "-" && applications == "-" {
        return Err(usage("only one of the files can be the standard input"));
    }
    if again.is_none() && within.is_some() {
        return Err(usage("--within belongs to --again"));
    }
    let call = call.map(|id| id.to_string_lossy().into_owned());
    let today = today.unwrap_or_else(now);
    let options = Options {
        snapshot,
        applications,
        policy,
        call,
        by_size,
        today,
        json,
        lang,
        again,
        within,
        seed,
        csv,
        jobs,
        capacity,
    };
    Ok(Command::Plan(Box::new(options)))
}

fn policy_of(text: &OsStr) -> Result<Policy, Failure> {
    read_policy(&text.to_string_lossy()).map_err(|error| format!("--policy: {error}"))
}

fn rounds(text: &OsStr) -> Result<u32, Failure> {
    let rounds = text.to_str().and_then(|text| text.parse().ok());
    let rounds = rounds.filter(|rounds| (1..=MAX_AGAIN).contains(rounds));
    rounds.ok_or_else(|| format!("--again is a number of rounds from 1 to {MAX_AGAIN}"))
}

fn points(text: &OsStr) -> Result<f64, Failure> {
    let points = text.to_str().and_then(|text| text.parse::<f64>().ok());
    let points = points.filter(|points| points.is_finite() && *points >= 0.0);
    points.ok_or_else(|| "--within is a number of points such as 2.5".to_owned())
}
