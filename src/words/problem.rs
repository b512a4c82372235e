//! What is wrong with a capacity file, in words.

use super::catalogue::{self, file_problems as words};
use super::format::{self, date};
use super::lang::Lang;
use crate::model::limits::MAX_CLOCK_LAG_HOURS;
use crate::model::{Done, Entry, Hour, Kind, Problem, RangesError, Snapshot, What};

/// A problem in words: where, what is wrong, and what was done or is to be done.
#[must_use]
pub fn text(problem: &Problem, lang: Lang) -> String {
    let what = what(&problem.what, lang);
    let done = done(problem, lang);
    [&problem.path, ": ", &what, " ", &done].concat()
}

/// That a file describes a day that has not come.
#[must_use]
pub fn ahead(snapshot: &Snapshot, today: Hour, lang: Lang) -> Option<String> {
    let as_of = snapshot.as_of;
    let values = [("as_of", date(as_of, lang)), ("today", date(today, lang))];
    let values = values.each_ref().map(|(name, text)| (*name, text.as_str()));
    let is_ahead = as_of.since(today) > MAX_CLOCK_LAG_HOURS;
    is_ahead.then(|| ["$.as_of: ", &words::AHEAD.fill(lang, &values)].concat())
}

/// That nothing is wrong with a file, and what is in it.
#[must_use]
pub fn none(snapshot: &Snapshot, lang: Lang) -> String {
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let blocks = format::blocks(count(snapshot.blocks.len()), lang);
    let holds = format::holds(count(snapshot.holds.len()), lang);
    words::NONE.fill(lang, &[("blocks", &blocks), ("holds", &holds)])
}

fn what(what: &What, lang: Lang) -> String {
    let fixed = |entry: catalogue::Entry| entry.get(lang).to_owned();
    match what {
        What::TooLarge { bytes, most } => {
            words::TOO_LARGE.fill(lang, &[("bytes", &number(*bytes)), ("most", &number(*most))])
        }
        What::NotUtf8 { offset } => words::NOT_UTF8.fill(lang, &[("offset", &number(*offset))]),
        What::Empty => fixed(words::EMPTY),
        What::Truncated { line, column } => {
            words::TRUNCATED.fill(lang, &[("line", &number(*line)), ("column", &number(*column))])
        }
        What::NotJson { line, column } => {
            words::NOT_JSON.fill(lang, &[("line", &number(*line)), ("column", &number(*column))])
        }
        What::TooDeep { most } => words::TOO_DEEP.fill(lang, &[("most", &number(*most))]),
        What::OtherVersion { found } => words::OTHER_VERSION.fill(lang, &[("found", found)]),
        What::NotAValue => fixed(words::NOT_A_VALUE),
        What::Missing => fixed(words::MISSING),
        What::WrongKind { wanted, found } => words::WRONG_KIND
            .fill(lang, &[("wanted", kind(*wanted).get(lang)), ("found", kind(*found).get(lang))]),
        What::UnknownField => fixed(words::UNKNOWN_FIELD),
        What::RepeatedField => fixed(words::REPEATED_FIELD),
        What::TooMany { found, most } => {
            words::TOO_MANY.fill(lang, &[("found", &number(*found)), ("most", &number(*most))])
        }
        What::TooLong { bytes, most } => {
            words::TOO_LONG.fill(lang, &[("bytes", &number(*bytes)), ("most", &number(*most))])
        }
        What::HiddenCharacters => fixed(words::HIDDEN_CHARACTERS),
        What::BadId { found } => words::BAD_ID.fill(lang, &[("found", found)]),
        What::BadUrl { found } => words::BAD_URL.fill(lang, &[("found", found)]),
        What::BadAddress { found } => words::BAD_ADDRESS.fill(lang, &[("found", found)]),
        What::NotATime { found } => words::NOT_A_TIME.fill(lang, &[("found", found)]),
        What::TimeOutOfRange { found } => words::TIME_OUT_OF_RANGE.fill(lang, &[("found", found)]),
        What::NotWhole { found } => words::NOT_WHOLE.fill(lang, &[("found", found)]),
        What::OutOfRange { found, least, most } => words::OUT_OF_RANGE
            .fill(lang, &[("found", found), ("least", &number(*least)), ("most", &number(*most))]),
        What::BadFigure { found, most } => {
            words::BAD_FIGURE.fill(lang, &[("found", found), ("most", &number(*most))])
        }
        What::UnknownWord { found, known } => {
            words::UNKNOWN_WORD.fill(lang, &[("found", found), ("known", &known.join(", "))])
        }
        What::UnknownId { entry, id } => {
            words::UNKNOWN_ID.fill(lang, &[("entry", entry_name(*entry).get(lang)), ("id", id)])
        }
        What::Duplicate { id } => words::DUPLICATE.fill(lang, &[("id", id)]),
        What::NoBlocks => fixed(words::NO_BLOCKS),
        What::HeldTooOften { most } => {
            words::HELD_TOO_OFTEN.fill(lang, &[("most", &number(*most))])
        }
        What::TooManyPieces { most } => {
            words::TOO_MANY_PIECES.fill(lang, &[("most", &number(*most))])
        }
        What::TooManyNodes { most } => {
            words::TOO_MANY_NODES.fill(lang, &[("most", &number(*most))])
        }
        What::LeavesDoNotAddUp { sum, nodes } => words::LEAVES_DO_NOT_ADD_UP
            .fill(lang, &[("sum", &number(*sum)), ("nodes", &number(*nodes))]),
        What::BadNodes(error) => ranges(error, lang),
        What::BeyondBlock { highest, nodes } => words::BEYOND_BLOCK
            .fill(lang, &[("highest", &number(*highest)), ("nodes", &number(*nodes))]),
        What::EndNotAfterStart { from, until } => words::END_NOT_AFTER_START
            .fill(lang, &[("until", &date(*until, lang)), ("from", &date(*from, lang))]),
        What::OverBooked { other, nodes, from, until } => words::OVER_BOOKED.fill(
            lang,
            &[
                ("other", other),
                ("nodes", &shortened(&nodes.to_string())),
                ("from", &date(*from, lang)),
                ("until", &date(*until, lang)),
            ],
        ),
        What::OverFull { block, held, nodes, at } => words::OVER_FULL.fill(
            lang,
            &[
                ("block", block),
                ("at", &date(*at, lang)),
                ("held", &number(*held)),
                ("nodes", &number(*nodes)),
            ],
        ),
        What::HoldsInNominal { holds } => {
            words::HOLDS_IN_NOMINAL.fill(lang, &[("holds", &number(*holds))])
        }
        What::PublishedInComplete { holds } => {
            words::PUBLISHED_IN_COMPLETE.fill(lang, &[("holds", &number(*holds))])
        }
        What::NotPublished => fixed(words::NOT_PUBLISHED),
        What::NoSizes => fixed(words::NO_SIZES),
        What::AnnouncedHasBlock => fixed(words::ANNOUNCED_HAS_BLOCK),
        What::LeastAboveMost => fixed(words::LEAST_ABOVE_MOST),
        What::PartAboveWhole { part, whole } => words::PART_ABOVE_WHOLE
            .fill(lang, &[("part", &number(*part)), ("whole", &number(*whole))]),
        What::More { count } => words::MORE.fill(lang, &[("count", &number(*count))]),
    }
}

fn done(problem: &Problem, lang: Lang) -> String {
    let fixed = |entry: catalogue::Entry| entry.get(lang).to_owned();
    match &problem.done {
        Done::Refused => fixed(words::REFUSED),
        Done::Dropped => words::DROPPED.fill(lang, &[("entry", entry_of(&problem.path))]),
        Done::Ignored => fixed(words::IGNORED),
        Done::Kept => fixed(words::KEPT),
        Done::Used(used) => words::USED.fill(lang, &[("used", used)]),
        Done::Unbounded => fixed(words::UNBOUNDED),
        Done::Replaced => fixed(words::REPLACED),
        Done::Shortened => fixed(words::SHORTENED),
        Done::Added => fixed(words::ADDED),
        Done::Counted => fixed(words::COUNTED),
    }
}

/// The entry that holds the value at `path`: the path itself where it ends in an index.
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

const fn kind(kind: Kind) -> catalogue::Entry {
    match kind {
        Kind::Null => words::KIND_NULL,
        Kind::Flag => words::KIND_FLAG,
        Kind::Number => words::KIND_NUMBER,
        Kind::Text => words::KIND_TEXT,
        Kind::List => words::KIND_LIST,
        Kind::Object => words::KIND_OBJECT,
        Kind::Texts => words::KIND_TEXTS,
        Kind::Nodes => words::KIND_NODES,
    }
}

const fn entry_name(entry: Entry) -> catalogue::Entry {
    match entry {
        Entry::Source => words::ENTRY_SOURCE,
        Entry::Accelerator => words::ENTRY_ACCELERATOR,
        Entry::Provider => words::ENTRY_PROVIDER,
        Entry::Block => words::ENTRY_BLOCK,
    }
}

/// A list of nodes that fits into a sentence.
fn shortened(nodes: &str) -> String {
    match nodes.match_indices(',').nth(7) {
        Some((end, _)) => [nodes.get(..end).unwrap_or(nodes), ",…"].concat(),
        None => nodes.to_owned(),
    }
}

fn number(number: impl TryInto<u64>) -> String {
    format::integer(number.try_into().unwrap_or(u64::MAX))
}
