//! Preview: for every block the earliest offer, or why there is none.

use super::ask::Ask;
use super::calendar::Calendars;
use super::counterpart::{Counterpart, counterparts};
use super::nearest::{Nearest, nearest};
use super::offer::Offer;
use super::posed::Posed;
use super::question::Question;
use super::ranking::{self, Lead};
use super::request_error::{RequestError, unknown};
use super::split::{Split, split_over_blocks};
use super::why_not::{self, WhyNot};
use crate::model::{Hour, Request, Snapshot};

/// Answer to a request, block by block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Preview {
    /// Answers for each block asked about, in the order of the snapshot.
    pub blocks: Vec<BlockAnswer>,
    /// Indices in `blocks` of those with an offer, the best first.
    ///
    /// The best has the earliest start, then the most nodes, then the least loss in its largest
    /// whole remainder (runs of free leaves, then of free nodes), then the smallest block.
    pub ranking: Vec<usize>,
    /// Criterion by which the best offer beats the next one.
    pub lead: Option<Lead>,
    /// Nearest requests that fit; empty if this one fits from its earliest start on.
    pub nearest: Vec<Nearest>,
}

/// Other ways to do the same work.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Alternatives {
    /// Earliest split over blocks, if the request asks for one and it takes several blocks.
    pub split: Option<Split>,
    /// Equivalent requests on other accelerators.
    pub counterparts: Vec<Counterpart>,
}

impl Preview {
    /// Returns the answer with the best offer, or `None` if no block has one.
    #[must_use]
    pub fn best(&self) -> Option<&BlockAnswer> {
        self.ranking.first().and_then(|&index| self.blocks.get(index))
    }
}

/// Answer to a request for one block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BlockAnswer {
    /// Index of the block in [`Snapshot::blocks`].
    pub block_index: usize,
    /// Earliest offer, or `None`.
    pub offer: Option<Offer>,
    /// Earliest offer of the most nodes that the block can ever give to this request; `None` if
    /// these are not more than `offer` has.
    pub largest: Option<Offer>,
    /// Most nodes that the placement can be sure of for the whole term, from the earliest start on.
    ///
    /// The rules of the call and the latest end are not taken into account.
    pub most_nodes: u32,
    /// Hours for which the fewest nodes asked can be had from the earliest start on; `None` for
    /// without end.
    pub longest_hours: Option<u32>,
    /// Reasons why the request does not fit from its earliest start on; empty if it does.
    pub why_not: Vec<WhyNot>,
}

/// Answers a request for every block, or for those that it names.
///
/// ```
/// use jari::{exchange::request_json::parse, fit, model};
/// let file = br#"{"schema":1,"as_of":"2027-01-01","availability":"complete",
///   "blocks":[{"id":"a","accelerator":"h200","nodes":4}],
///   "holds":[{"block":"a","nodes":"1-3","from":"2027-01-01","until":"2027-01-08"}]}"#;
/// let snapshot = model::read(file).unwrap().snapshot;
/// let request = parse(r#"{"id":"r","accelerators":["h200"],"nodes":2,"term":{"days":7},
///   "not_before":"2027-01-04"}"#).unwrap().request;
/// let preview = fit::preview(&snapshot, &fit::Calendars::new(&snapshot), &request).unwrap();
/// let offer = preview.best().and_then(|answer| answer.offer.as_ref()).unwrap();
/// assert_eq!(offer.start, model::Hour::of_date(2027, 1, 8).unwrap());
/// assert_eq!(preview.blocks[0].why_not[0].holds, [fit::Cause::Hold(0)]);
/// ```
///
/// # Errors
/// A [`RequestError`] for each block and call that it names and the snapshot does not have.
pub fn preview(
    snapshot: &Snapshot,
    calendars: &Calendars,
    request: &Request,
) -> Result<Preview, Vec<RequestError>> {
    let questions = questions(snapshot, calendars, request)?;
    let posed: Vec<Posed<'_>> = questions.into_iter().map(Posed::new).collect();
    let blocks: Vec<BlockAnswer> = posed.iter().map(Posed::answer).collect();

    let (mut with_offer, mut offers) = (Vec::new(), Vec::new());
    for (index, answer) in blocks.iter().enumerate() {
        if let Some(offer) = &answer.offer {
            with_offer.push(index);
            offers.push((answer.block_index, offer));
        }
    }
    let ranked = ranking::ranked(snapshot, &offers);
    let ranking: Vec<usize> =
        ranked.into_iter().filter_map(|index| with_offer.get(index).copied()).collect();
    let mut best = ranking.iter().filter_map(|&index| offer_of(&blocks, index));
    let lead = best.next().map(|first| ranking::lead(snapshot, first, best.next()));

    Ok(Preview { ranking, lead, nearest: nearest(&posed, request), blocks })
}

/// Returns other ways to do the work of a request.
///
/// It is apart from [`preview()`] so that a caller without need of them does not carry its code.
///
/// ```
/// use jari::{exchange::request_json::parse, fit, model};
/// let file = br#"{"schema":1,"as_of":"2027-01-01","availability":"complete",
///   "blocks":[{"id":"a","accelerator":"h200","nodes":4},
///     {"id":"b","accelerator":"h200","nodes":2}]}"#;
/// let snapshot = model::read(file).unwrap().snapshot;
/// let request = parse(r#"{"id":"r","accelerators":["h200"],"nodes":6,"term":{"days":7},
///   "not_before":"2027-01-04","split":{"min_nodes":1}}"#).unwrap().request;
/// let other = fit::alternatives(&snapshot, &fit::Calendars::new(&snapshot), &request).unwrap();
/// let parts = other.split.unwrap().parts;
/// assert!(parts.iter().map(|part| part.offer.nodes).eq([4, 2]));
/// ```
///
/// # Errors
/// A [`RequestError`] for each block and call that it names and the snapshot does not have.
pub fn alternatives(
    snapshot: &Snapshot,
    calendars: &Calendars,
    request: &Request,
) -> Result<Alternatives, Vec<RequestError>> {
    let questions = questions(snapshot, calendars, request)?;
    Ok(Alternatives {
        split: split_over_blocks(&questions, request),
        counterparts: counterparts(snapshot, &questions, request),
    })
}

/// Returns the offer of the answer at this index, with its block.
fn offer_of(answers: &[BlockAnswer], index: usize) -> Option<(usize, &Offer)> {
    let answer = answers.get(index)?;
    Some((answer.block_index, answer.offer.as_ref()?))
}

/// Returns the earliest start in every block asked about, with the block's index in the snapshot.
///
/// ```
/// use jari::{exchange::request_json::parse, fit, model};
/// let file = br#"{"schema":1,"as_of":"2027-01-01","availability":"complete",
///   "blocks":[{"id":"a","accelerator":"h200","nodes":4}]}"#;
/// let snapshot = model::read(file).unwrap().snapshot;
/// let request = parse(r#"{"id":"r","accelerators":["h200"],"nodes":5,"term":{"days":7},
///   "not_before":"2027-01-04"}"#).unwrap().request;
/// let starts = fit::earliest_starts(&snapshot, &fit::Calendars::new(&snapshot), &request);
/// assert_eq!(starts.unwrap(), [(0, None)]);
/// ```
///
/// # Errors
/// A [`RequestError`] for each block and call that it names and the snapshot does not have.
pub fn earliest_starts(
    snapshot: &Snapshot,
    calendars: &Calendars,
    request: &Request,
) -> Result<Vec<(usize, Option<Hour>)>, Vec<RequestError>> {
    let questions = questions(snapshot, calendars, request)?;
    Ok(questions.iter().map(|question| (question.block_index, question.earliest_start())).collect())
}

/// Returns the request as a question about every block that it names, or about all.
///
/// # Errors
/// A [`RequestError`] for each block and call that it names and the snapshot does not have.
pub(super) fn questions<'a>(
    snapshot: &'a Snapshot,
    calendars: &'a Calendars,
    request: &Request,
) -> Result<Vec<Question<'a>>, Vec<RequestError>> {
    let named = request.blocks.as_deref().unwrap_or_default();
    let unknown = unknown(snapshot, named, request.call.as_deref());
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let call = snapshot.call_of(request);
    let mut questions = Vec::new();
    for (block_index, block) in snapshot.blocks.iter().enumerate() {
        if request.blocks.as_ref().is_none_or(|ids| ids.contains(&block.id))
            && let Some(calendar) = calendars.get(block_index)
        {
            let ask = Ask::new(request, block);
            questions.push(Question { snapshot, block_index, block, calendar, call, ask });
        }
    }
    Ok(questions)
}

impl Posed<'_> {
    fn answer(&self) -> BlockAnswer {
        let Self { question, opening } = self;
        let ask = &question.ask;
        let offer = self.offer();
        let until = opening.free_until(ask.nodes.min, ask.placement);
        BlockAnswer {
            block_index: question.block_index,
            largest: offer.as_ref().and_then(|offer| question.largest_offer(offer)),
            most_nodes: opening.usable_nodes(ask.end(), ask.placement),
            longest_hours: (until < Hour::MAX).then(|| until.since(ask.not_before)),
            why_not: why_not::all(question, opening, offer.as_ref().map(|offer| offer.start)),
            offer,
        }
    }
}
