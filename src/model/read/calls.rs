//! Reading of calls and their rules.

use serde_json::Value;

use super::catalogue::listed_accelerator;
use super::classes::{class, classes};
use super::entries::read_each;
use super::fields::{HourRounding, ObjectFields};
use super::json_path::{JsonPath, Notes};
use super::known::KnownIds;
use super::results::results;
use super::texts::text;
use crate::model::call::{Call, Condition, Fee, FeeRate, FirstUse, Pool, SizeRule, TermRule};
use crate::model::limits::{MAX_GPUS, MAX_NODES, MAX_WON};
use crate::model::problem::{ProblemKind, Resolution};
use crate::model::text::Text;
use crate::model::time::{Hour, Term};

/// Reads a call.
pub(super) fn call(
    value: &Value,
    path: JsonPath<'_>,
    known: &mut KnownIds,
    notes: &mut Notes,
) -> Option<Call> {
    const FIELDS: &[&str] = &[
        "id",
        "name",
        "opens",
        "closes",
        "classes",
        "sizes",
        "term",
        "pool",
        "fees",
        "results",
        "first_use",
        "conditions",
        "unknown",
        "source",
    ];
    let fields = ObjectFields::open(value, path, FIELDS, Resolution::Dropped, notes)?;
    let id = fields.own_id(&mut known.calls, notes)?;
    known.calls.push(&id);
    let (opens, closes) = window(&fields, notes);
    let sizes = read_each(&fields, "sizes", notes, &mut |value, path, earlier, notes| {
        size(value, path, known, earlier, notes)
    });
    // Problems of an existing list have been noted already, so only an empty or missing one is
    // noted here.
    let is_written = |value: &Value| value.as_array().is_none_or(|list| !list.is_empty());
    if !fields.get("sizes").is_some_and(is_written) {
        fields.note("sizes", ProblemKind::NoSizes, Resolution::Kept, notes);
    }
    Some(Call {
        name: fields.text("name", notes).unwrap_or_else(|| Text::same(&id)),
        opens,
        closes,
        classes: classes(&fields, notes),
        sizes,
        term: term(&fields, notes),
        pool: read_each(&fields, "pool", notes, &mut |value, path, earlier, notes| {
            pool(value, path, known, earlier, notes)
        }),
        fees: read_each(&fields, "fees", notes, &mut |value, path, earlier, notes| {
            fee(value, path, known, earlier, notes)
        }),
        results: results(&fields, &known.sources, notes),
        first_use: first_use(&fields, known, notes),
        conditions: read_each(&fields, "conditions", notes, &mut |value, path, _, notes| {
            condition(value, path, known, notes)
        }),
        unknown: read_each(&fields, "unknown", notes, &mut |value, path, _, notes| {
            text(value, path, notes)
        }),
        source: fields.source(&known.sources, notes),
        id,
    })
}

/// Returns the hours at which the call opens and closes, or neither if they are in the wrong order.
fn window(fields: &ObjectFields<'_>, notes: &mut Notes) -> (Option<Hour>, Option<Hour>) {
    let opens = fields.hour("opens", HourRounding::Down, notes);
    let closes = fields.hour("closes", HourRounding::Up, notes);
    if let (Some(from), Some(until)) = (opens, closes)
        && until <= from
    {
        // It is not known which of the two is wrong, so neither counts.
        let kind = ProblemKind::EndNotAfterStart { from, until };
        fields.note("closes", kind.clone(), Resolution::Ignored, notes);
        fields.note("opens", kind, Resolution::Ignored, notes);
        return (None, None);
    }
    (opens, closes)
}

fn duplicate(path: JsonPath<'_>, ids: &[&str], notes: &mut Notes) {
    notes.add(path, ProblemKind::Duplicate { id: ids.join(" / ") }, Resolution::Dropped);
}

fn size(
    value: &Value,
    path: JsonPath<'_>,
    known: &KnownIds,
    earlier: &[SizeRule],
    notes: &mut Notes,
) -> Option<SizeRule> {
    const FIELDS: &[&str] = &["accelerator", "min_nodes", "max_nodes", "large_from_nodes"];
    let fields = ObjectFields::open(value, path, FIELDS, Resolution::Dropped, notes)?;
    let accelerator = listed_accelerator(&fields, known, notes)?;
    if earlier.iter().any(|one| one.accelerator == accelerator) {
        duplicate(path, &[&accelerator], notes);
        return None;
    }
    let min_nodes = fields.need_whole("min_nodes", 1, MAX_NODES, notes)?;
    let max_nodes = fields.need_whole("max_nodes", 1, MAX_NODES, notes)?;
    if min_nodes > max_nodes {
        notes.add(path, ProblemKind::LeastAboveMost, Resolution::Dropped);
        return None;
    }
    let large_from_nodes =
        fields.whole("large_from_nodes", 1, MAX_NODES, Resolution::Ignored, notes);
    Some(SizeRule { accelerator, min_nodes, max_nodes, large_from_nodes })
}

fn pool(
    value: &Value,
    path: JsonPath<'_>,
    known: &KnownIds,
    earlier: &[Pool],
    notes: &mut Notes,
) -> Option<Pool> {
    let fields = ObjectFields::open(
        value,
        path,
        &["accelerator", "gpus", "at_least"],
        Resolution::Dropped,
        notes,
    )?;
    let accelerator = listed_accelerator(&fields, known, notes)?;
    if earlier.iter().any(|one| one.accelerator == accelerator) {
        duplicate(path, &[&accelerator], notes);
        return None;
    }
    let gpus = fields.need_whole("gpus", 0, MAX_GPUS, notes)?;
    Some(Pool { accelerator, gpus, at_least: fields.flag("at_least", notes) })
}

fn fee(
    value: &Value,
    path: JsonPath<'_>,
    known: &KnownIds,
    earlier: &[Fee],
    notes: &mut Notes,
) -> Option<Fee> {
    const FIELDS: &[&str] = &["accelerator", "class", "won_per_node_month"];
    let fields = ObjectFields::open(value, path, FIELDS, Resolution::Dropped, notes)?;
    let accelerator = listed_accelerator(&fields, known, notes)?;
    let class = class(&fields, notes)?;
    if earlier.iter().any(|one| one.accelerator == accelerator && one.class == class) {
        duplicate(path, &[&accelerator, class.id()], notes);
        return None;
    }
    fields.need("won_per_node_month", notes)?;
    let rate = match fields.big("won_per_node_month", 0, MAX_WON, Resolution::Dropped, notes)? {
        0 => FeeRate::Free,
        won => FeeRate::WonPerNodeMonth(won),
    };
    Some(Fee { accelerator, class, rate })
}

fn first_use(fields: &ObjectFields<'_>, known: &KnownIds, notes: &mut Notes) -> Option<FirstUse> {
    let value = fields.get("first_use")?;
    let path = fields.path().key("first_use");
    let inner =
        ObjectFields::open(value, path, &["date", "source", "surety"], Resolution::Ignored, notes)?;
    let date = inner.need_hour("date", HourRounding::Down, notes)?;
    inner.require(&["source"], notes);
    Some(FirstUse { date, citation: inner.citation(&known.sources, notes) })
}

fn condition(
    value: &Value,
    path: JsonPath<'_>,
    known: &KnownIds,
    notes: &mut Notes,
) -> Option<Condition> {
    const FIELDS: &[&str] = &["classes", "text", "source", "surety"];
    let fields = ObjectFields::open(value, path, FIELDS, Resolution::Dropped, notes)?;
    let text = fields.need_text("text", notes)?;
    fields.require(&["source"], notes);
    let citation = fields.citation(&known.sources, notes);
    Some(Condition { classes: classes(&fields, notes), text, citation })
}

fn term(fields: &ObjectFields<'_>, notes: &mut Notes) -> TermRule {
    const FIELDS: &[&str] = &["min", "max", "until"];
    let Some(value) = fields.get("term") else { return TermRule::default() };
    let path = fields.path().key("term");
    let Some(fields) = ObjectFields::open(value, path, FIELDS, Resolution::Ignored, notes) else {
        return TermRule::default();
    };
    let (mut min, mut max) = (length(&fields, "min", notes), length(&fields, "max", notes));
    // Refused only if no term can satisfy both, however long the months are.
    if let (Some(least), Some(most)) = (min, max)
        && hours(least).0 > hours(most).1
    {
        fields.note("min", ProblemKind::LeastAboveMost, Resolution::Ignored, notes);
        fields.note("max", ProblemKind::LeastAboveMost, Resolution::Ignored, notes);
        (min, max) = (None, None);
    }
    TermRule { min, max, until: fields.hour("until", HourRounding::Up, notes) }
}

/// Returns the fewest and the most hours of a term: a month has 28 to 31 days.
fn hours(term: Term) -> (u64, u64) {
    let (least, most) = match term {
        Term::Hours(_) => (1, 1),
        Term::Days(_) => (24, 24),
        Term::Months(_) => (28 * 24, 31 * 24),
    };
    let count = u64::from(term.count());
    (count * least, count * most)
}

/// Reads a term in exactly one unit: `{"months": 3}`.
fn length(fields: &ObjectFields<'_>, key: &str, notes: &mut Notes) -> Option<Term> {
    let value = fields.get(key)?;
    let path = fields.path().key(key);
    let units =
        ObjectFields::open(value, path, &["hours", "days", "months"], Resolution::Ignored, notes)?;
    let hours =
        units.whole("hours", 1, Term::MAX_HOURS, Resolution::Ignored, notes).map(Term::Hours);
    let days = units.whole("days", 1, Term::MAX_DAYS, Resolution::Ignored, notes).map(Term::Days);
    let months = units.whole("months", 1, Term::MAX_MONTHS, Resolution::Ignored, notes);
    let found: Vec<Term> = [hours, days, months.map(Term::Months)].into_iter().flatten().collect();
    match found.as_slice() {
        [one] => Some(*one),
        [] => {
            notes.add(path, ProblemKind::Missing, Resolution::Ignored);
            None
        }
        _ => {
            notes.add(path, ProblemKind::RepeatedField, Resolution::Ignored);
            None
        }
    }
}
