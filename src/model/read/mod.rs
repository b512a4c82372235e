//! Reads a capacity file into a [`Snapshot`].
//!
//! Reading is lenient: an unusable part is left out and noted, and the rest is read. Only a file of
//! which nothing can be shown is refused. An optional field that is missing is no problem.
//!
//! | of an entry | missing | wrong |
//! |---|---|---|
//! | `schema` | refused | refused |
//! | `as_of` | the newest date of a source, else the year 2000; noted | likewise |
//! | `availability` | `published` if a hold is, else `complete` if there is a list of holds, else `nominal` | likewise, noted |
//! | an id, an entry's accelerator, a hold's block or nodes | entry dropped | entry dropped |
//! | a block's accelerator that is not listed | | added with its id as name |
//! | a block's `leaf_nodes` and `leaves` | one leaf | one leaf |
//! | holds as a whole, over the load limits | | refused |
//! | a block's `gpus_per_node` | its accelerator's, else 8 | likewise |
//! | source and rule of a published hold, date and source of a notice or a scheme | noted, entry kept | left out |
//! | a hold's `from`, `until` | since ever, open-ended | hold dropped |
//! | any other field | no problem noted | left out |

mod blocks;
mod calls;
mod catalogue;
mod clash;
mod classes;
mod depth;
mod document;
mod entries;
mod fields;
mod holds;
mod json_path;
mod kinds;
mod known;
mod load;
mod numbers;
mod purchases;
mod results;
mod settings;
mod texts;
mod utf8;
mod words;

use core::pin::pin;
use core::task::{Context, Poll, Waker};
use std::sync::Arc;

use serde_json::{Map, Value};

use self::depth::Walk;
use self::document::OuterFields;
use self::json_path::{JsonPath, Notes};
use self::kinds::wrong;
use self::known::KnownIds;
use self::load::Load;
pub use self::settings::settings;
use self::texts::text;
use self::utf8::utf8;
pub use self::words::{is_web_address, quote};
use super::hold::Hold;
use super::limits::{
    MAX_ACCELERATORS, MAX_BLOCKS, MAX_BYTES, MAX_CALLS, MAX_HOLDS, MAX_LEADING_SPACE, MAX_NOTICES,
    MAX_PROVIDERS, MAX_PURCHASES, MAX_SCHEMES, MAX_SOURCES,
};
use super::problem::{JsonType, Problem, ProblemKind, Resolution};
use super::snapshot::{Availability, Block, Snapshot};
use super::source::Source;
use super::time::{Hour, Instant, TimeError};

/// Version of the format that is read here.
pub const SCHEMA: u64 = 1;

/// Number of bytes scanned between two pauses.
const PART: usize = 64 * 1024;

/// Content of a file, and its problems.
#[derive(Clone, PartialEq, Debug)]
pub struct FileReading {
    /// Everything that could be read.
    pub snapshot: Snapshot,
    /// Problems in the order of reading: at most [`super::limits::MAX_PROBLEMS`], and one more that
    /// counts the others.
    pub problems: Vec<Problem>,
}

const FIELDS: &[&str] = &[
    "$schema",
    "schema",
    "as_of",
    "title",
    "availability",
    "sources",
    "accelerators",
    "providers",
    "blocks",
    "holds",
    "purchases",
    "calls",
    "notices",
    "elsewhere",
];

/// Reads a capacity file of version [`SCHEMA`]: UTF-8 JSON, at most [`super::limits::MAX_BYTES`]
/// bytes.
///
/// # Errors
/// The one problem for which nothing can be shown ([`Resolution::Refused`]): too large, not UTF-8,
/// not JSON, not an object, nested too deeply, without a version or of another one, or with holds
/// over the load limits.
pub fn read(bytes: &[u8]) -> Result<FileReading, Problem> {
    let mut reading = pin!(read_with_pauses(bytes, async || {}));
    let mut context = Context::from_waker(Waker::noop());
    loop {
        // The pauses are ready at once, so the first poll already completes.
        if let Poll::Ready(reading) = reading.as_mut().poll(&mut context) {
            return reading;
        }
    }
}

/// Reads a file as [`read`] does, for callers that share their thread with others.
///
/// It awaits `pause` after each entry of a list, each block and each 64 KiB. Only the pass that
/// checks the whole text to be JSON has no pause.
///
/// # Errors
/// The same as [`read`].
pub async fn read_with_pauses(bytes: &[u8], pause: impl AsyncFn()) -> Result<FileReading, Problem> {
    let refused =
        |path: &str, kind| Problem { path: path.into(), kind, resolution: Resolution::Refused };
    let text = utf8(bytes, MAX_BYTES).map_err(|kind| refused("$", kind))?;
    let mut notes = Notes::default();
    let document = document::open(text, FIELDS, &mut notes).map_err(|kind| refused("$", kind))?;
    pause().await;
    // Entries are parsed by recursion, so the depth is checked before any of them.
    let mut walk = Walk::default();
    for part in text.as_bytes().chunks(PART) {
        walk.through(part).map_err(|kind| refused("$", kind))?;
        pause().await;
    }
    schema(&document, &mut notes).map_err(|kind| refused("$.schema", kind))?;
    let snapshot = snapshot(&document, &mut notes, pause).await;
    let snapshot = snapshot.map_err(|kind| refused("$.holds", kind))?;
    Ok(FileReading { snapshot, problems: notes.finish() })
}

/// Reports whether `bytes`, of which more may follow, begin like a JSON object; `None` if there is
/// only white space so far.
///
/// It distinguishes a web page, or an endless stream of white space, from a file at once.
#[must_use]
pub fn begins_object(bytes: &[u8]) -> Option<bool> {
    const MARK: &[u8] = b"\xEF\xBB\xBF";
    let text = bytes.strip_prefix(MARK).unwrap_or(bytes);
    match text.iter().find(|byte| !byte.is_ascii_whitespace()) {
        // Only a part of the byte order mark has come so far.
        Some(_) if MARK.starts_with(text) => None,
        Some(first) => Some(*first == b'{'),
        None if text.len() > MAX_LEADING_SPACE => Some(false),
        None => None,
    }
}

/// Parses a JSON object of at most `most` bytes, nested no deeper than
/// [`super::limits::MAX_DEPTH`]; `None` for anything else.
#[must_use]
pub fn object(bytes: &[u8], most: usize) -> Option<Map<String, Value>> {
    let text = utf8(bytes, most).ok()?;
    Walk::default().through(text.as_bytes()).ok()?;
    match serde_json::from_str(text) {
        Ok(Value::Object(object)) => Some(object),
        _ => None,
    }
}

fn schema(document: &OuterFields<'_>, notes: &mut Notes) -> Result<(), ProblemKind> {
    let Some(value) = document.value("schema", notes) else { return Err(ProblemKind::Missing) };
    if value.as_u64() == Some(SCHEMA) {
        return Ok(());
    }
    let found = match value {
        Value::Number(number) => number.to_string(),
        Value::String(text) => ["\"", &text, "\""].concat(),
        other => return Err(wrong(JsonType::Number, &other)),
    };
    Err(ProblemKind::OtherVersion { found: quote(&found) })
}

/// Reads all fields of the document into a snapshot.
///
/// # Errors
/// The problem of the holds if their load exceeds the limits.
async fn snapshot(
    document: &OuterFields<'_>,
    notes: &mut Notes,
    pause: impl AsyncFn(),
) -> Result<Snapshot, ProblemKind> {
    let mut known = KnownIds::default();
    let mut sources = Vec::new();
    // In this order, because an entry may only refer to ids that were read before it.
    document
        .for_each_entry("sources", MAX_SOURCES, notes, &pause, &mut |value, path, notes| {
            sources.extend(catalogue::source(value, path, &mut known, notes));
        })
        .await;
    let as_of = as_of(document, &sources, notes);
    let title = document.value("title", notes);
    let title = title.and_then(|value| text(&value, JsonPath::ROOT.key("title"), notes));
    let availability = availability(document, notes);

    let mut accelerators = Vec::new();
    document
        .for_each_entry(
            "accelerators",
            MAX_ACCELERATORS,
            notes,
            &pause,
            &mut |value, path, notes| {
                accelerators.extend(catalogue::accelerator(value, path, &mut known, notes));
            },
        )
        .await;
    let mut providers = Vec::new();
    document
        .for_each_entry("providers", MAX_PROVIDERS, notes, &pause, &mut |value, path, notes| {
            providers.extend(catalogue::provider(value, path, &mut known, notes));
        })
        .await;
    let mut blocks = Vec::new();
    document
        .for_each_entry("blocks", MAX_BLOCKS, notes, &pause, &mut |value, path, notes| {
            blocks.extend(blocks::block(value, path, &mut known, &mut accelerators, notes));
        })
        .await;
    if blocks.is_empty() {
        notes.add(JsonPath::ROOT.key("blocks"), ProblemKind::NoBlocks, Resolution::Kept);
    }
    let sizes: Vec<u32> = blocks.iter().map(Block::nodes).collect();
    // Index in the file of each hold that is kept, for problems found later.
    let (mut holds, mut file_indices) = (Vec::new(), Vec::new());
    let mut load = Load::default();
    document
        .for_each_entry("holds", MAX_HOLDS, notes, &pause, &mut |value, path, notes| {
            // Over the limit the file is refused, so its other holds need not be kept.
            if load.check().is_ok()
                && let (Some(hold), Some(file_index)) =
                    (holds::hold(value, path, &known, &sizes, notes), path.entry_index())
            {
                load.add(&hold.nodes);
                holds.push(hold);
                file_indices.push(file_index);
            }
        })
        .await;
    // Only now, because the default depends on the holds.
    let availability = match availability {
        Some(Ok(said)) => said,
        None => usual_availability(document, &holds),
        Some(Err(kind)) => {
            let usual = usual_availability(document, &holds);
            notes.add(
                JsonPath::ROOT.key("availability"),
                kind,
                Resolution::Used(usual.id().into()),
            );
            usual
        }
    };
    let published = holds.iter().filter(|hold: &&Hold| hold.published.is_some()).count();
    let misfit = match availability {
        Availability::Nominal if !holds.is_empty() => {
            Some(ProblemKind::HoldsInNominal { holds: holds.len() })
        }
        Availability::Complete if published > 0 => {
            Some(ProblemKind::PublishedInComplete { holds: published })
        }
        _ => None,
    };
    if let Some(kind) = misfit {
        notes.add(JsonPath::ROOT.key("availability"), kind, Resolution::Kept);
    }
    load.check()?;
    // The search adds the overlaps to `load`, so it is checked before and after.
    clash::find(&blocks, &holds, &file_indices, &mut load, notes, &pause).await;
    load.check()?;

    let mut purchases = Vec::new();
    document
        .for_each_entry("purchases", MAX_PURCHASES, notes, &pause, &mut |value, path, notes| {
            purchases.extend(purchases::purchase(value, path, &mut known, notes));
        })
        .await;
    let mut calls = Vec::new();
    document
        .for_each_entry("calls", MAX_CALLS, notes, &pause, &mut |value, path, notes| {
            calls.extend(calls::call(value, path, &mut known, notes));
        })
        .await;
    let mut notices = Vec::new();
    document
        .for_each_entry("notices", MAX_NOTICES, notes, &pause, &mut |value, path, notes| {
            notices.extend(purchases::notice(value, path, &known, notes));
        })
        .await;
    let mut elsewhere = Vec::new();
    document
        .for_each_entry("elsewhere", MAX_SCHEMES, notes, &pause, &mut |value, path, notes| {
            elsewhere.extend(purchases::scheme(value, path, &known, notes));
        })
        .await;
    Ok(Snapshot {
        as_of,
        title: title.unwrap_or_default(),
        availability,
        sources: Arc::new(sources),
        accelerators,
        providers: Arc::new(providers),
        blocks,
        holds,
        purchases: Arc::new(purchases),
        calls: Arc::new(calls),
        notices: Arc::new(notices),
        elsewhere: Arc::new(elsewhere),
    })
}

/// Returns the hour that the file describes.
///
/// There is no clock here: without `as_of`, the figures are at least as new as the newest source.
fn as_of(document: &OuterFields<'_>, sources: &[Source], notes: &mut Notes) -> Hour {
    let kind = match document.value("as_of", notes) {
        None => ProblemKind::Missing,
        Some(Value::String(text)) => match Instant::parse(&text) {
            Ok(instant) => return instant.floor(),
            Err(TimeError::NotATime) => ProblemKind::NotATime { found: quote(&text) },
            Err(TimeError::OutOfRange) => ProblemKind::TimeOutOfRange { found: quote(&text) },
        },
        Some(other) => wrong(JsonType::Text, &other),
    };
    let newest = sources.iter().filter_map(|source| source.date).max().unwrap_or(Hour::EARLIEST);
    notes.add(JsonPath::ROOT.key("as_of"), kind, Resolution::Used(newest.to_rfc3339()));
    newest
}

/// Reads the stated availability; `None` if the file does not state it.
///
/// # Errors
/// The problem of the value, if it is not one of the known words.
fn availability(
    document: &OuterFields<'_>,
    notes: &mut Notes,
) -> Option<Result<Availability, ProblemKind>> {
    const WORDS: &[&str] = &["nominal", "published", "complete"];
    Some(match document.value("availability", notes)? {
        Value::String(word) => match word.as_str() {
            "nominal" => Ok(Availability::Nominal),
            "published" => Ok(Availability::Published),
            "complete" => Ok(Availability::Complete),
            other => Err(ProblemKind::UnknownWord { found: quote(other), known: WORDS }),
        },
        other => Err(wrong(JsonType::Text, &other)),
    })
}

/// Returns the availability of a file that does not state it.
///
/// A list of holds is taken to be complete, unless some of them are published holds.
fn usual_availability(document: &OuterFields<'_>, holds: &[Hold]) -> Availability {
    if holds.iter().any(|hold| hold.published.is_some()) {
        Availability::Published
    } else if document.has("holds") {
        Availability::Complete
    } else {
        Availability::Nominal
    }
}
