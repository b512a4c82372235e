//! Calls and their rules.

use serde_json::Value;

use super::catalogue::listed_accelerator;
use super::classes::{class, classes};
use super::cursor::{At, Notes};
use super::entries::each;
use super::fields::{Fields, Round};
use super::known::Known;
use super::results::results;
use super::texts::text;
use crate::model::call::{Call, Condition, Fee, FeeRate, FirstUse, Pool, SizeRule, TermRule};
use crate::model::limits::{MAX_GPUS, MAX_NODES, MAX_WON};
use crate::model::problem::{Done, What};
use crate::model::text::Text;
use crate::model::time::{Hour, Term};

/// Reads a call.
pub(super) fn call(
    value: &Value,
    at: At<'_>,
    known: &mut Known,
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
    let fields = Fields::open(value, at, FIELDS, Done::Dropped, notes)?;
    let id = fields.own_id(&mut known.calls, notes)?;
    known.calls.push(&id);
    let (opens, closes) = window(&fields, notes);
    let sizes = each(&fields, "sizes", notes, &mut |value, at, earlier, notes| {
        size(value, at, known, earlier, notes)
    });
    // What could not be read of them is told already.
    let is_written = |value: &Value| value.as_array().is_none_or(|list| !list.is_empty());
    if !fields.get("sizes").is_some_and(is_written) {
        fields.note("sizes", What::NoSizes, Done::Kept, notes);
    }
    Some(Call {
        name: fields.text("name", notes).unwrap_or_else(|| Text::same(&id)),
        opens,
        closes,
        classes: classes(&fields, notes),
        sizes,
        term: term(&fields, notes),
        pool: each(&fields, "pool", notes, &mut |value, at, earlier, notes| {
            pool(value, at, known, earlier, notes)
        }),
        fees: each(&fields, "fees", notes, &mut |value, at, earlier, notes| {
            fee(value, at, known, earlier, notes)
        }),
        results: results(&fields, &known.sources, notes),
        first_use: first_use(&fields, known, notes),
        conditions: each(&fields, "conditions", notes, &mut |value, at, _, notes| {
            condition(value, at, known, notes)
        }),
        unknown: each(&fields, "unknown", notes, &mut |value, at, _, notes| text(value, at, notes)),
        source: fields.source(&known.sources, notes),
        id,
    })
}

/// When it opens and closes; neither where they are the wrong way round.
fn window(fields: &Fields<'_>, notes: &mut Notes) -> (Option<Hour>, Option<Hour>) {
    let opens = fields.hour("opens", Round::Down, notes);
    let closes = fields.hour("closes", Round::Up, notes);
    if let (Some(from), Some(until)) = (opens, closes)
        && until <= from
    {
        let what = What::EndNotAfterStart { from, until };
        fields.note("closes", what.clone(), Done::Ignored, notes);
        fields.note("opens", what, Done::Ignored, notes);
        return (None, None);
    }
    (opens, closes)
}

fn duplicate(at: At<'_>, ids: &[&str], notes: &mut Notes) {
    notes.add(at, What::Duplicate { id: ids.join(" / ") }, Done::Dropped);
}

fn size(
    value: &Value,
    at: At<'_>,
    known: &Known,
    earlier: &[SizeRule],
    notes: &mut Notes,
) -> Option<SizeRule> {
    const FIELDS: &[&str] = &["accelerator", "min_nodes", "max_nodes", "large_from_nodes"];
    let fields = Fields::open(value, at, FIELDS, Done::Dropped, notes)?;
    let accelerator = listed_accelerator(&fields, known, notes)?;
    if earlier.iter().any(|one| one.accelerator == accelerator) {
        duplicate(at, &[&accelerator], notes);
        return None;
    }
    let min_nodes = fields.need_whole("min_nodes", 1, MAX_NODES, notes)?;
    let max_nodes = fields.need_whole("max_nodes", 1, MAX_NODES, notes)?;
    if min_nodes > max_nodes {
        notes.add(at, What::LeastAboveMost, Done::Dropped);
        return None;
    }
    let large_from_nodes = fields.whole("large_from_nodes", 1, MAX_NODES, Done::Ignored, notes);
    Some(SizeRule { accelerator, min_nodes, max_nodes, large_from_nodes })
}

fn pool(
    value: &Value,
    at: At<'_>,
    known: &Known,
    earlier: &[Pool],
    notes: &mut Notes,
) -> Option<Pool> {
    let fields =
        Fields::open(value, at, &["accelerator", "gpus", "at_least"], Done::Dropped, notes)?;
    let accelerator = listed_accelerator(&fields, known, notes)?;
    if earlier.iter().any(|one| one.accelerator == accelerator) {
        duplicate(at, &[&accelerator], notes);
        return None;
    }
    let gpus = fields.need_whole("gpus", 0, MAX_GPUS, notes)?;
    Some(Pool { accelerator, gpus, at_least: fields.flag("at_least", notes) })
}

fn fee(
    value: &Value,
    at: At<'_>,
    known: &Known,
    earlier: &[Fee],
    notes: &mut Notes,
) -> Option<Fee> {
    const FIELDS: &[&str] = &["accelerator", "class", "won_per_node_month"];
    let fields = Fields::open(value, at, FIELDS, Done::Dropped, notes)?;
    let accelerator = listed_accelerator(&fields, known, notes)?;
    let class = class(&fields, notes)?;
    if earlier.iter().any(|one| one.accelerator == accelerator && one.class == class) {
        duplicate(at, &[&accelerator, class.id()], notes);
        return None;
    }
    fields.need("won_per_node_month", notes)?;
    let rate = match fields.big("won_per_node_month", 0, MAX_WON, Done::Dropped, notes)? {
        0 => FeeRate::Free,
        won => FeeRate::WonPerNodeMonth(won),
    };
    Some(Fee { accelerator, class, rate })
}

fn first_use(fields: &Fields<'_>, known: &Known, notes: &mut Notes) -> Option<FirstUse> {
    let value = fields.get("first_use")?;
    let at = fields.at().key("first_use");
    let of = Fields::open(value, at, &["date", "source", "surety"], Done::Ignored, notes)?;
    let date = of.need_hour("date", Round::Down, notes)?;
    of.want(&["source"], notes);
    Some(FirstUse { date, citation: of.citation(&known.sources, notes) })
}

fn condition(value: &Value, at: At<'_>, known: &Known, notes: &mut Notes) -> Option<Condition> {
    const FIELDS: &[&str] = &["classes", "text", "source", "surety"];
    let fields = Fields::open(value, at, FIELDS, Done::Dropped, notes)?;
    let text = fields.need_text("text", notes)?;
    fields.want(&["source"], notes);
    let citation = fields.citation(&known.sources, notes);
    Some(Condition { classes: classes(&fields, notes), text, citation })
}

fn term(fields: &Fields<'_>, notes: &mut Notes) -> TermRule {
    const FIELDS: &[&str] = &["min", "max", "until"];
    let Some(value) = fields.get("term") else { return TermRule::default() };
    let at = fields.at().key("term");
    let Some(fields) = Fields::open(value, at, FIELDS, Done::Ignored, notes) else {
        return TermRule::default();
    };
    let (mut min, mut max) = (length(&fields, "min", notes), length(&fields, "max", notes));
    if let (Some(least), Some(most)) = (min, max)
        && hours(least).0 > hours(most).1
    {
        fields.note("min", What::LeastAboveMost, Done::Ignored, notes);
        fields.note("max", What::LeastAboveMost, Done::Ignored, notes);
        (min, max) = (None, None);
    }
    TermRule { min, max, until: fields.hour("until", Round::Up, notes) }
}

/// The fewest and the most hours of a term: a month has 28 to 31 days.
fn hours(term: Term) -> (u64, u64) {
    let (least, most) = match term {
        Term::Hours(_) => (1, 1),
        Term::Days(_) => (24, 24),
        Term::Months(_) => (28 * 24, 31 * 24),
    };
    let count = u64::from(term.count());
    (count * least, count * most)
}

/// A term of one unit: `{"months": 3}`.
fn length(fields: &Fields<'_>, key: &str, notes: &mut Notes) -> Option<Term> {
    let value = fields.get(key)?;
    let at = fields.at().key(key);
    let units = Fields::open(value, at, &["hours", "days", "months"], Done::Ignored, notes)?;
    let hours = units.whole("hours", 1, Term::MAX_HOURS, Done::Ignored, notes).map(Term::Hours);
    let days = units.whole("days", 1, Term::MAX_DAYS, Done::Ignored, notes).map(Term::Days);
    let months = units.whole("months", 1, Term::MAX_MONTHS, Done::Ignored, notes);
    let found: Vec<Term> = [hours, days, months.map(Term::Months)].into_iter().flatten().collect();
    match found.as_slice() {
        [one] => Some(*one),
        [] => {
            notes.add(at, What::Missing, Done::Ignored);
            None
        }
        _ => {
            notes.add(at, What::RepeatedField, Done::Ignored);
            None
        }
    }
}
