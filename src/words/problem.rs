//! Problems of a capacity file in words.

use super::catalogue::{self, file_problems as words};
use super::format::{self, date};
use super::lang::Lang;
use crate::model::limits::MAX_CLOCK_LAG_HOURS;
use crate::model::{
    EntityKind, Hour, JsonType, Problem, ProblemKind, RangesError, Resolution, Snapshot,
};

/// Puts a problem into words: its path, its kind, and what was done or has to be done.
#[must_use]
pub fn text(problem: &Problem, lang: Lang) -> String {
    let kind = kind_text(&problem.kind, lang);
    let resolution = resolution_text(problem, lang);
    [&problem.path, ": ", &kind, " ", &resolution].concat()
}

/// Warns that a file describes a day in the future, if so.
#[must_use]
pub fn ahead(snapshot: &Snapshot, today: Hour, lang: Lang) -> Option<String> {
    let as_of = snapshot.as_of;
    let values = [("as_of", date(as_of, lang)), ("today", date(today, lang))];
    let values = values.each_ref().map(|(name, text)| (*name, text.as_str()));
    // A clock that is a little behind is no reason to warn.
    let is_ahead = as_of.since(today) > MAX_CLOCK_LAG_HOURS;
    is_ahead.then(|| ["$.as_of: ", &words::AHEAD.fill(lang, &values)].concat())
}

/// Says that a file has no problems, and how many blocks and holds it has.
#[must_use]
pub fn none(snapshot: &Snapshot, lang: Lang) -> String {
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let blocks = format::blocks(count(snapshot.blocks.len()), lang);
    let holds = format::holds(count(snapshot.holds.len()), lang);
    words::NONE.fill(lang, &[("blocks", &blocks), ("holds", &holds)])
}

fn kind_text(kind: &ProblemKind, lang: Lang) -> String {
    let fixed = |entry: catalogue::Entry| entry.get(lang).to_owned();
    match kind {
        ProblemKind::TooLarge { bytes, most } => {
            words::TOO_LARGE.fill(lang, &[("bytes", &number(*bytes)), ("most", &number(*most))])
        }
        ProblemKind::NotUtf8 { offset } => {
            words::NOT_UTF8.fill(lang, &[("offset", &number(*offset))])
        }
        ProblemKind::Empty => fixed(words::EMPTY),
        ProblemKind::Truncated { line, column } => {
            words::TRUNCATED.fill(lang, &[("line", &number(*line)), ("column", &number(*column))])
        }
        ProblemKind::NotJson { line, column } => {
            words::NOT_JSON.fill(lang, &[("line", &number(*line)), ("column", &number(*column))])
        }
        ProblemKind::TooDeep { most } => words::TOO_DEEP.fill(lang, &[("most", &number(*most))]),
        ProblemKind::OtherVersion { found } => words::OTHER_VERSION.fill(lang, &[("found", found)]),
        ProblemKind::NotAValue => fixed(words::NOT_A_VALUE),
        ProblemKind::Missing => fixed(words::MISSING),
        ProblemKind::WrongKind { wanted, found } => words::WRONG_KIND.fill(
            lang,
            &[("wanted", json_type(*wanted).get(lang)), ("found", json_type(*found).get(lang))],
        ),
        ProblemKind::UnknownField => fixed(words::UNKNOWN_FIELD),
        ProblemKind::RepeatedField => fixed(words::REPEATED_FIELD),
        ProblemKind::TooMany { found, most } => {
            words::TOO_MANY.fill(lang, &[("found", &number(*found)), ("most", &number(*most))])
        }
        ProblemKind::TooLong { bytes, most } => {
            words::TOO_LONG.fill(lang, &[("bytes", &number(*bytes)), ("most", &number(*most))])
        }
        ProblemKind::HiddenCharacters => fixed(words::HIDDEN_CHARACTERS),
        ProblemKind::BadId { found } => words::BAD_ID.fill(lang, &[("found", found)]),
        ProblemKind::BadUrl { found } => words::BAD_URL.fill(lang, &[("found", found)]),
        ProblemKind::BadAddress { found } => words::BAD_ADDRESS.fill(lang, &[("found", found)]),
        ProblemKind::NotATime { found } => words::NOT_A_TIME.fill(lang, &[("found", found)]),
        ProblemKind::TimeOutOfRange { found } => {
            words::TIME_OUT_OF_RANGE.fill(lang, &[("found", found)])
        }
        ProblemKind::NotWhole { found } => words::NOT_WHOLE.fill(lang, &[("found", found)]),
        ProblemKind::OutOfRange { found, least, most } => words::OUT_OF_RANGE
            .fill(lang, &[("found", found), ("least", &number(*least)), ("most", &number(*most))]),
        ProblemKind::BadFigure { found, most } => {
            words::BAD_FIGURE.fill(lang, &[("found", found), ("most", &number(*most))])
        }
        ProblemKind::UnknownWord { found, known } => {
            words::UNKNOWN_WORD.fill(lang, &[("found", found), ("known", &known.join(", "))])
        }
        ProblemKind::UnknownId { entry, id } => {
            words::UNKNOWN_ID.fill(lang, &[("entry", entry_name(*entry).get(lang)), ("id", id)])
        }
        ProblemKind::Duplicate { id } => words::DUPLICATE.fill(lang, &[("id", id)]),
        ProblemKind::NoBlocks => fixed(words::NO_BLOCKS),
        ProblemKind::HeldTooOften { most } => {
            words::HELD_TOO_OFTEN.fill(lang, &[("most", &number(*most))])
        }
        ProblemKind::TooManyPieces { most } => {
            words::TOO_MANY_PIECES.fill(lang, &[("most", &number(*most))])
        }
        ProblemKind::TooManyNodes { most } => {
            words::TOO_MANY_NODES.fill(lang, &[("most", &number(*most))])
        }
        ProblemKind::LeavesDoNotAddUp { sum, nodes } => words::LEAVES_DO_NOT_ADD_UP
            .fill(lang, &[("sum", &number(*sum)), ("nodes", &number(*nodes))]),
        ProblemKind::BadNodes(error) => ranges(error, lang),
        ProblemKind::BeyondBlock { highest, nodes } => words::BEYOND_BLOCK
            .fill(lang, &[("highest", &number(*highest)), ("nodes", &number(*nodes))]),
        ProblemKind::EndNotAfterStart { from, until } => words::END_NOT_AFTER_START
            .fill(lang, &[("until", &date(*until, lang)), ("from", &date(*from, lang))]),
        ProblemKind::OverBooked { other, nodes, from, until } => words::OVER_BOOKED.fill(
            lang,
            &[
                ("other", other),
                ("nodes", &shortened(&nodes.to_string())),
                ("from", &date(*from, lang)),
                ("until", &date(*until, lang)),
            ],
        ),
        ProblemKind::OverFull { block, held, nodes, hour } => words::OVER_FULL.fill(
            lang,
            &[
                ("block", block),
                ("at", &date(*hour, lang)),
                ("held", &number(*held)),
                ("nodes", &number(*nodes)),
            ],
        ),
        ProblemKind::HoldsInNominal { holds } => {
            words::HOLDS_IN_NOMINAL.fill(lang, &[("holds", &number(*holds))])
        }
        ProblemKind::PublishedInComplete { holds } => {
            words::PUBLISHED_IN_COMPLETE.fill(lang, &[("holds", &number(*holds))])
        }
        ProblemKind::NotPublished => fixed(words::NOT_PUBLISHED),
        ProblemKind::NoSizes => fixed(words::NO_SIZES),
        ProblemKind::AnnouncedHasBlock => fixed(words::ANNOUNCED_HAS_BLOCK),
        ProblemKind::LeastAboveMost => fixed(words::LEAST_ABOVE_MOST),
        ProblemKind::PartAboveWhole { part, whole } => words::PART_ABOVE_WHOLE
            .fill(lang, &[("part", &number(*part)), ("whole", &number(*whole))]),
        ProblemKind::More { count } => words::MORE.fill(lang, &[("count", &number(*count))]),
    }
}

fn resolution_text(problem: &Problem, lang: Lang) -> String {
    let fixed = |entry: catalogue::Entry| entry.get(lang).to_owned();
    match &problem.resolution {
        Resolution::Refused => fixed(words::REFUSED),
        Resolution::Dropped => words::DROPPED.fill(lang, &[("entry", entry_of(&problem.path))]),
        Resolution::Ignored => fixed(words::IGNORED),
        Resolution::Kept => fixed(words::KEPT),
        Resolution::Used(used) => words::USED.fill(lang, &[("used", used)]),
        Resolution::Unbounded => fixed(words::UNBOUNDED),
        Resolution::Replaced => fixed(words::REPLACED),
        Resolution::Shortened => fixed(words::SHORTENED),
        Resolution::Added => fixed(words::ADDED),
        Resolution::Counted => fixed(words::COUNTED),
    }
}

/// Returns the path of the entry that holds the value at `path`: `path` itself if it ends in an
/// index.
fn entry_of(path: &str) -> &str {
    if path.ends_with(']') {
        return path;
    }
    path.rsplit_once('.').map_or(path, |(entry, _)| entry)
}

fn ranges(error: &RangesError, lang: Lang) -> String {
    match error {
        RangesError::Malformed(part) => words::NODES_MALFORMED.fill(lang, &[("part", part)]),
        RangesError::Backwards(part) => words::NODES_BACKWARDS.fill(lang, &[("part", part)]),
        RangesError::Zero => words::NODES_ZERO.get(lang).to_owned(),
        RangesError::Empty => words::NODES_EMPTY.get(lang).to_owned(),
    }
}

const fn json_type(json_type: JsonType) -> catalogue::Entry {
    match json_type {
        JsonType::Null => words::KIND_NULL,
        JsonType::Flag => words::KIND_FLAG,
        JsonType::Number => words::KIND_NUMBER,
        JsonType::Text => words::KIND_TEXT,
        JsonType::List => words::KIND_LIST,
        JsonType::Object => words::KIND_OBJECT,
        JsonType::Texts => words::KIND_TEXTS,
        JsonType::Nodes => words::KIND_NODES,
    }
}

const fn entry_name(entry: EntityKind) -> catalogue::Entry {
    match entry {
        EntityKind::Source => words::ENTRY_SOURCE,
        EntityKind::Accelerator => words::ENTRY_ACCELERATOR,
        EntityKind::Provider => words::ENTRY_PROVIDER,
        EntityKind::Block => words::ENTRY_BLOCK,
    }
}

/// Shortens a list of nodes to the length of a sentence.
fn shortened(nodes: &str) -> String {
    match nodes.match_indices(',').nth(7) {
        Some((end, _)) => [nodes.get(..end).unwrap_or(nodes), ",…"].concat(),
        None => nodes.to_owned(),
    }
}

fn number(number: impl TryInto<u64>) -> String {
    format::integer(number.try_into().unwrap_or(u64::MAX))
}
