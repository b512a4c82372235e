//! The answer: for every block the earliest offer, or why there is none.

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

/// What a request comes to, block by block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Preview {
    /// One answer for each block that was asked about, in the order of the snapshot.
    pub blocks: Vec<BlockAnswer>,
    /// Places in `blocks` of those with an offer, the best first: the earliest start, then the
    /// most nodes, then the one whose largest whole remainder suffers least (runs of free leaves,
    /// then of free nodes), then the smaller block.
    pub ranking: Vec<usize>,
    /// By what the best of them beats the next one.
    pub lead: Option<Lead>,
    /// The nearest requests that fit, where this one does not at once.
    pub nearest: Vec<Nearest>,
}

/// Other ways to do the same work.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Alternatives {
    /// The earliest split over blocks, where the request asks for one and it takes several.
    pub split: Option<Split>,
    /// What the same work would be on other accelerators.
    pub counterparts: Vec<Counterpart>,
}

impl Preview {
    /// The answer with the best offer, or `None` where no block has one.
    #[must_use]
    pub fn best(&self) -> Option<&BlockAnswer> {
        self.ranking.first().and_then(|&place| self.blocks.get(place))
    }
}

/// What a request comes to in one block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BlockAnswer {
    /// Place of the block in [`Snapshot::blocks`].
    pub block: usize,
    /// The earliest offer, or `None`.
    pub offer: Option<Offer>,
    /// The earliest offer of the most nodes that the block can ever give to this request; `None`
    /// where these are not more than `offer` has.
    pub largest: Option<Offer>,
    /// The most nodes that the placement can be sure of for the whole term, from the earliest
    /// start on; rules and the latest end do not count here.
    pub most_nodes: u32,
    /// The longest run in hours of the fewest nodes asked, from the earliest start on; `None`
    /// where it never ends.
    pub longest_hours: Option<u32>,
    /// Why the request does not fit from its earliest start on; empty where it does.
    pub why_not: Vec<WhyNot>,
}

/// Answers a request for every block, or for those that it names.
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

    let with_offer: Vec<usize> =
        (0..blocks.len()).filter(|&at| offer_of(&blocks, at).is_some()).collect();
    let offers: Vec<(usize, &Offer)> =
        with_offer.iter().filter_map(|&place| offer_of(&blocks, place)).collect();
    let ranked = ranking::ranked(snapshot, &offers);
    let ranking: Vec<usize> =
        ranked.into_iter().filter_map(|rank| with_offer.get(rank).copied()).collect();
    let mut best = ranking.iter().filter_map(|&place| offer_of(&blocks, place));
    let lead = best.next().map(|first| ranking::lead(snapshot, first, best.next()));

    Ok(Preview { ranking, lead, nearest: nearest(&posed, request), blocks })
}

/// Other ways to do the work of a request. Apart from its preview, so that who does not ask for
/// them does not carry them.
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

/// The offer of the answer at this place, and its block.
fn offer_of(answers: &[BlockAnswer], place: usize) -> Option<(usize, &Offer)> {
    let answer = answers.get(place)?;
    Some((answer.block, answer.offer.as_ref()?))
}

/// The place of every block that is asked about, and the earliest start in it.
///
/// # Errors
/// A [`RequestError`] for each block and call that it names and the snapshot does not have.
pub fn earliest_starts(
    snapshot: &Snapshot,
    calendars: &Calendars,
    request: &Request,
) -> Result<Vec<(usize, Option<Hour>)>, Vec<RequestError>> {
    let questions = questions(snapshot, calendars, request)?;
    Ok(questions.iter().map(|question| (question.place, question.earliest_start())).collect())
}

/// The request, asked of every block that it is about.
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
    let asked = |id: &String| request.blocks.as_ref().is_none_or(|ids| ids.contains(id));
    let blocks = snapshot.blocks.iter().enumerate().filter(|(_, block)| asked(&block.id));
    let ask = |(place, block)| {
        let calendar = calendars.get(place)?;
        Some(Question { snapshot, place, block, calendar, call, ask: Ask::new(request, block) })
    };
    Ok(blocks.filter_map(ask).collect())
}

impl Posed<'_> {
    fn answer(&self) -> BlockAnswer {
        let Self { question, opening } = self;
        let ask = &question.ask;
        let offer = self.offer();
        let until = opening.free_until(ask.nodes.min, ask.placement);
        BlockAnswer {
            block: question.place,
            largest: offer.as_ref().and_then(|offer| question.largest_offer(offer)),
            most_nodes: opening.capacity(ask.end(), ask.placement),
            longest_hours: (until < Hour::MAX).then(|| until.since(ask.not_before)),
            why_not: why_not::all(question, opening, offer.as_ref().map(|offer| offer.start)),
            offer,
        }
    }
}
