//! The answer: for every block the earliest offer, or why there is none.

use super::calendar::Calendars;
use super::offer::Offer;
use super::question::{Ask, Question};
use super::ranking::{self, Lead};
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

/// Why a request cannot be answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RequestError {
    /// The snapshot has no block with this id.
    UnknownBlock(String),
    /// The snapshot has no call with this id.
    UnknownCall(String),
}

/// Answers a request for every block, or for those that it names.
///
/// # Errors
/// [`RequestError`], where it names a block or a call that the snapshot does not have.
pub fn preview(
    snapshot: &Snapshot,
    calendars: &Calendars,
    request: &Request,
) -> Result<Preview, RequestError> {
    let questions = questions(snapshot, calendars, request)?;
    let blocks: Vec<BlockAnswer> = questions.iter().map(Question::answer).collect();
    let ranking = ranking::ranking(snapshot, &blocks);
    let lead = ranking::lead(snapshot, &blocks, &ranking);
    Ok(Preview { blocks, ranking, lead })
}

/// The place of every block that is asked about, and the earliest start in it.
///
/// # Errors
/// [`RequestError`], where it names a block or a call that the snapshot does not have.
pub fn earliest_starts(
    snapshot: &Snapshot,
    calendars: &Calendars,
    request: &Request,
) -> Result<Vec<(usize, Option<Hour>)>, RequestError> {
    let questions = questions(snapshot, calendars, request)?;
    Ok(questions.iter().map(|question| (question.place, question.earliest_start())).collect())
}

/// The request, asked of every block that it is about.
pub(super) fn questions<'a>(
    snapshot: &'a Snapshot,
    calendars: &'a Calendars,
    request: &Request,
) -> Result<Vec<Question<'a>>, RequestError> {
    let call = match &request.call {
        None => None,
        Some(id) => Some(snapshot.call(id).ok_or_else(|| RequestError::UnknownCall(id.clone()))?),
    };
    if let Some(id) = request.blocks.iter().flatten().find(|id| snapshot.block(id).is_none()) {
        return Err(RequestError::UnknownBlock(id.clone()));
    }
    let asked = |id: &String| request.blocks.as_ref().is_none_or(|ids| ids.contains(id));
    let blocks = snapshot.blocks.iter().enumerate().filter(|(_, block)| asked(&block.id));
    let ask = |(place, block)| {
        let calendar = calendars.get(place)?;
        Some(Question { snapshot, place, block, calendar, call, ask: Ask::new(request, block) })
    };
    Ok(blocks.filter_map(ask).collect())
}

impl Question<'_> {
    fn answer(&self) -> BlockAnswer {
        let ask = &self.ask;
        let opening = self.opening();
        let offer = self.earliest_start().map(|start| {
            if start == opening.start {
                self.offer_at(&opening, self.most_nodes())
            } else {
                self.offer_from(start, self.most_nodes())
            }
        });
        let until = opening.free_until(ask.nodes.min, ask.placement);
        BlockAnswer {
            block: self.place,
            largest: offer.as_ref().and_then(|offer| self.largest_offer(offer)),
            most_nodes: opening.capacity(ask.end(), ask.placement),
            longest_hours: (until < Hour::MAX).then(|| until.since(ask.not_before)),
            why_not: why_not::all(self, &opening, offer.as_ref().map(|offer| offer.start)),
            offer,
        }
    }
}
