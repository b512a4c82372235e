//! The answer format, version 1: a preview as one JSON object.
//!
//! `docs/answer.md` describes every field.

mod answered;
mod block;
mod changed;
mod map;
mod nearby;
mod offer;
mod summary;
mod why;
mod written;

use serde::Serialize;

use crate::fit::RequestError;
use crate::model::Snapshot;
use crate::words::catalogue::page;
use crate::words::{self, Lang};
pub use answered::AnsweredRequest;
use block::{BlockJson, block_id};
pub use changed::Since;
pub use map::FitMapInput;
use nearby::{CounterpartJson, NearestJson, SplitJson};
pub(super) use offer::OfferJson;
use summary::{GroundWritten, SchemeWritten, SummaryJson};
use written::instant;
pub(super) use written::{PlacementWritten, TermWritten, Words};

/// Optional parts of an answer, written only if present.
#[derive(Default)]
pub struct Extras<'a> {
    /// The fit map.
    pub map: Option<FitMapInput<'a>>,
    /// The changes since an older snapshot.
    pub since: Option<Since<'a>>,
}

/// Returns an answer as one line of JSON, without a line end.
///
/// Nodes are named (`node_ranges`, `leaves`) only if the snapshot tells which ones are free.
/// Otherwise `node_ranges` is null and `certainty` gives the basis of the offer: `count` for
/// counted holds only, `at_least` if counted and named holds are mixed.
#[must_use]
pub fn line(answered: &AnsweredRequest<'_>, extras: &Extras<'_>) -> String {
    let AnsweredRequest { scenario, request, preview, alternatives, today } = *answered;
    let snapshot = &scenario.snapshot;
    let summary = SummaryJson::new(answered);
    let blocks =
        preview.blocks.iter().filter_map(|answer| BlockJson::new(snapshot, request, answer));
    let nearest = preview.nearest.iter();
    let counterparts = alternatives.counterparts.iter();
    written(&AnswerJson {
        id: &request.id,
        layer: scenario.layer().id(),
        as_of: instant(snapshot.as_of),
        read_at: instant(today),
        note: Words::in_both(|lang| note(snapshot, lang)),
        verdict: summary.verdict,
        says: summary.says,
        call_note: summary.call_note,
        rests_on: summary.rests_on,
        caveat: summary.caveat,
        best: preview.best().and_then(|answer| block_id(snapshot, answer.block_index)),
        blocks: blocks.collect(),
        why_best: preview.lead.map(|lead| Words::in_both(|lang| words::why::lead(lead, lang))),
        split: alternatives.split.as_ref().map(|split| SplitJson::new(snapshot, split)),
        nearest: nearest.map(|nearest| NearestJson::new(snapshot, nearest)).collect(),
        counterparts: counterparts.map(|other| CounterpartJson::new(snapshot, other)).collect(),
        elsewhere: summary.elsewhere,
        fit_map: extras.map.as_ref().map(|map| map.written(snapshot)),
        changed: extras.since.as_ref().map(Since::written),
    })
}

/// Returns the disclaimer: no promise is made and, if there are calls, who decides.
fn note(snapshot: &Snapshot, lang: Lang) -> String {
    let promise = page::FOOTER_NO_PROMISE.get(lang);
    if snapshot.calls.is_empty() {
        return promise.to_owned();
    }
    [promise, page::FOOTER_REVIEW.get(lang)].join(" ")
}

/// Returns the answer line for input that cannot be answered, with `error` as the reason.
#[must_use]
pub fn error_line(id: Option<&str>, error: &str) -> String {
    written(&FailureJson { id, error })
}

/// Returns the answer line for a request with invalid fields (`problems`) or `unknown` names.
#[must_use]
pub fn refusal(id: Option<&str>, problems: &[String], unknown: &[RequestError]) -> String {
    error_line(id, &refusal_text(problems, unknown))
}

/// Joins the invalid fields (`problems`) and `unknown` names of a refused request with `; `.
#[must_use]
pub fn refusal_text(problems: &[String], unknown: &[RequestError]) -> String {
    let unknown = unknown.iter().map(|error| match error {
        RequestError::UnknownBlock(id) => format!("blocks: the snapshot has no block {id:?}"),
        RequestError::UnknownCall(id) => format!("call: the snapshot has no call {id:?}"),
    });
    problems.iter().cloned().chain(unknown).collect::<Vec<_>>().join("; ")
}

/// Serializes `value`; this cannot fail, and if it did, an empty line would keep the line order.
fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[derive(Serialize)]
struct FailureJson<'a> {
    id: Option<&'a str>,
    error: &'a str,
}

#[derive(Serialize)]
struct AnswerJson<'a> {
    id: &'a str,
    layer: &'static str,
    as_of: Option<String>,
    read_at: Option<String>,
    note: Words<'a>,
    verdict: &'static str,
    says: Words<'a>,
    call_note: Option<Words<'a>>,
    rests_on: Vec<GroundWritten<'a>>,
    caveat: Option<Words<'a>>,
    best: Option<&'a str>,
    blocks: Vec<BlockJson<'a>>,
    why_best: Option<Words<'a>>,
    split: Option<SplitJson<'a>>,
    nearest: Vec<NearestJson<'a>>,
    counterparts: Vec<CounterpartJson<'a>>,
    elsewhere: Vec<SchemeWritten<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fit_map: Option<map::MapJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<Vec<changed::ChangedJson<'a>>>,
}

#[cfg(test)]
mod tests;
