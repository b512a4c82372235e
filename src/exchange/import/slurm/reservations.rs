//! The answer of `scontrol show reservations --json`.

use serde_json::Value;

use super::names::Names;
use super::number::Number;
use crate::exchange::import::cluster::Cluster;
use crate::exchange::import::document::{Document, WantedFields, shown};
use crate::exchange::import::problem::{ImportError, ImportProblems, Input, both, quote};
use crate::model::{Hour, Instant};
use crate::words::catalogue::import as words;

const FIELDS: &[&str] = &["name", "node_list", "start_time", "end_time", "flags"];
const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// Recurrence of a reservation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Repeat {
    Every(i64),
    /// Monday to Friday, in Korean time.
    Weekday,
    /// Saturday and Sunday, in Korean time.
    Weekend,
}

/// Period for which reservations are expanded.
pub(super) struct ReservationPeriod {
    pub(super) as_of: Instant,
    /// End of the expansion of recurring reservations.
    pub(super) horizon: Hour,
}

/// Reads the reservations as holds.
pub(super) fn read(
    document: &Document<'_>,
    window: &ReservationPeriod,
    cluster: &mut Cluster,
    names: &mut Names,
    problems: &mut ImportProblems,
) {
    let mut repeated = 0;
    for (index, raw) in document.entries.iter().enumerate() {
        let mut tell = |key: &str, error: ImportError| {
            problems.add(Input::Reservations, format!("$.reservations[{index}]{key}"), error);
        };
        let Some(fields) = WantedFields::open(raw, FIELDS) else {
            tell("", ImportError::NotAnObject);
            continue;
        };
        for key in &fields.too_long {
            tell(&format!(".{key}"), ImportError::TooLong);
        }
        // A reservation of licences or burst buffers only has no nodes.
        let list = match fields.get("node_list") {
            None => continue,
            Some(Value::String(_)) => fields.text("node_list").unwrap_or_default(),
            Some(other) => {
                tell(".node_list", ImportError::Bad(shown(other)));
                continue;
            }
        };
        let times = match times(&fields, window) {
            Ok(Times { list, repeats }) => {
                repeated += u32::from(repeats);
                list
            }
            Err((key, error)) => {
                tell(key, error);
                continue;
            }
        };
        let label_index = cluster.label_index(match fields.text("name").map(quote) {
            Some(name) => both(words::LABEL_RESERVATION, &[("name", &name)]),
            None => words::LABEL_RESERVED.text(),
        });
        let found = names.visit(list, &mut |node_index, _| {
            for (from, until) in &times {
                cluster.hold(node_index, *from, *until, label_index);
            }
        });
        if let Err(error) = found {
            tell(".node_list", error);
        }
    }
    if repeated > 0 {
        let error = ImportError::Recurring { count: repeated, until: window.horizon };
        problems.add(Input::Reservations, "$.reservations".into(), error);
    }
    if document.is_cut {
        let most = document.entries.len();
        problems.add(Input::Reservations, "$.reservations".into(), ImportError::TooMany { most });
    }
}

/// Times at which a reservation holds its nodes.
struct Times {
    list: Vec<(Hour, Hour)>,
    repeats: bool,
}

fn times(
    fields: &WantedFields,
    window: &ReservationPeriod,
) -> Result<Times, (&'static str, ImportError)> {
    let flags = flags(fields.get("flags"));
    let has = |flag: &str| flags.iter().any(|it| it == flag);
    let now = window.as_of.floor();
    // A floating start moves on with the clock and never comes. Jobs that would run into it are not
    // started, so its nodes are held from now on.
    if has("TIME_FLOAT") {
        return Ok(Times { list: vec![(now, Hour::MAX)], repeats: false });
    }
    let number = |key: &str| Number::from_value(fields.get(key));
    let start = number("start_time").above_0();
    let end = match number("end_time") {
        Number::Is(end) if end > 0 => Some(end),
        _ => None,
    };
    if let (Some(start), Some(end)) = (start, end)
        && end <= start
    {
        return Err((".end_time", ImportError::EndNotAfterStart));
    }
    // Times before the years of a capacity file become an open start, later ones an open end.
    let first = |at: i64| Instant::of_unix(at).map_or(edge(at), Instant::floor);
    let last = |at: i64| Instant::of_unix(at).map_or(edge(at), Instant::ceil);
    let once = (start.map_or(Hour::MIN, first), end.map_or(Hour::MAX, last));
    let repeat = if has("WEEKDAY") {
        Repeat::Weekday
    } else if has("WEEKEND") {
        Repeat::Weekend
    } else if has("WEEKLY") {
        Repeat::Every(7 * DAY)
    } else if has("DAILY") {
        Repeat::Every(DAY)
    } else if has("HOURLY") {
        Repeat::Every(HOUR)
    } else {
        let list = if once.1 > now { vec![once] } else { Vec::new() };
        return Ok(Times { list, repeats: false });
    };
    let (Some(start), Some(end)) = (start, end) else {
        return Ok(Times { list: vec![once], repeats: false });
    };
    Ok(Times { list: occurrences(start, end, repeat, window), repeats: true })
}

/// Expands a recurring reservation, from the first occurrence that is not over to the horizon.
fn occurrences(
    start: i64,
    end: i64,
    repeat: Repeat,
    window: &ReservationPeriod,
) -> Vec<(Hour, Hour)> {
    let step = match repeat {
        Repeat::Every(step) => step,
        Repeat::Weekday | Repeat::Weekend => DAY,
    };
    let now = i64::from(window.as_of.floor().number()) * HOUR;
    let mut times: Vec<(Hour, Hour)> = Vec::new();
    // Past occurrences are skipped by division: stepping through years of hours would be slow.
    let past = (now.saturating_sub(end) / step).max(0);
    let mut shift = past.saturating_mul(step);
    loop {
        let (from, until) = (start.saturating_add(shift), end.saturating_add(shift));
        let from = Instant::of_unix(from).map_or(edge(from), Instant::floor);
        let until = Instant::of_unix(until).map_or(edge(until), Instant::ceil);
        if from >= window.horizon {
            return times;
        }
        let is_day = match repeat {
            Repeat::Every(_) => true,
            Repeat::Weekday => from.weekday() < 5,
            Repeat::Weekend => from.weekday() >= 5,
        };
        // The occurrence as given always counts, whatever its day of the week.
        if (is_day || shift == 0) && until > window.as_of.floor() {
            match times.last_mut() {
                // An occurrence as long as its step, in whole hours, adjoins the next: one hold.
                Some((_, end)) if from <= *end => *end = until.max(*end),
                _ => times.push((from, until)),
            }
        }
        shift = shift.saturating_add(step);
    }
}

/// Returns the open start or end for a time outside of the years of a capacity file.
fn edge(seconds: i64) -> Hour {
    if seconds < i64::from(Hour::EARLIEST.number()) * HOUR { Hour::MIN } else { Hour::MAX }
}

fn flags(value: Option<&Value>) -> Vec<String> {
    let texts: Vec<&str> = match value {
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(text)) => text.split([',', '+']).collect(),
        _ => Vec::new(),
    };
    texts.into_iter().map(|text| text.trim().to_ascii_uppercase()).collect()
}
