//! What another snapshot changes in an answer, and because of which holds.

use super::calendar::Calendars;
use super::cause::{Blockage, Cause};
use super::offer::Offer;
use super::posed::Posed;
use super::preview::questions;
use super::question::Question;
use super::request_error::RequestError;
use crate::model::{Hold, Hour, Request, Snapshot};
use core::cmp::Reverse;

/// A block whose offer is another one in the new snapshot.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BlockChange {
    /// The block's id.
    pub id: String,
    /// The offer in the old snapshot.
    pub before: Option<Brief>,
    /// The offer in the new one.
    pub after: Option<Brief>,
    /// Why it changed.
    pub because: Vec<Because>,
}

/// When and how much an offer is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Brief {
    /// The first hour.
    pub start: Hour,
    /// The first hour after it.
    pub end: Hour,
    /// How many nodes.
    pub nodes: u32,
}

/// Why an offer changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Because {
    /// The hold at this place in the new snapshot was not there.
    Added(usize),
    /// The hold at this place in the old snapshot is gone; without it, and the others told, that
    /// would already have had the offer.
    Removed(usize),
    /// The block is to be there later.
    DeliveredLater,
    /// The block is to be there earlier.
    DeliveredEarlier,
    /// The block was not there.
    BlockIsNew,
    /// The block is gone.
    BlockIsGone,
    /// The block has other nodes, leaves or accelerators.
    BlockIsChanged,
    /// The call has other rules.
    RulesAreChanged,
}

/// A snapshot and its calendars.
#[derive(Clone, Copy)]
pub struct World<'a> {
    /// The snapshot.
    pub snapshot: &'a Snapshot,
    /// Its calendars.
    pub calendars: &'a Calendars,
}

/// What `new` changes in the answer that `old` gave: every block whose offer begins at another
/// time or has another number of nodes, those of the new snapshot in their order, then those gone.
///
/// Where it got worse, the holds told are those of the new snapshot without which the old offer
/// would still stand; where it got better, those of the old snapshot without which that would
/// already have had the new offer. None of them is superfluous.
///
/// # Errors
/// A [`RequestError`] for each call that neither snapshot has.
pub fn difference(
    old: World<'_>,
    new: World<'_>,
    request: &Request,
) -> Result<Vec<BlockChange>, Vec<RequestError>> {
    let [before, after] = [old, new].map(|world| answers(world, request));
    let (before, after) = match (before, after) {
        (Err(error), Err(_)) => return Err(error),
        (before, after) => (before.unwrap_or_default(), after.unwrap_or_default()),
    };
    let mut changes = Vec::new();
    for answered in &after {
        let id = &answered.question.block.id;
        let earlier = before.iter().find(|other| other.question.block.id == *id);
        changes.extend(change(earlier, Some(answered)));
    }
    for answered in &before {
        let id = &answered.question.block.id;
        if !after.iter().any(|other| other.question.block.id == *id) {
            changes.extend(change(Some(answered), None));
        }
    }
    Ok(changes)
}

/// A block's question and its answer.
struct AnsweredBlock<'a> {
    question: Question<'a>,
    offer: Option<Offer>,
}

/// What is asked of a snapshot that may not know all blocks named: of those that it knows.
fn answers<'a>(
    world: World<'a>,
    request: &Request,
) -> Result<Vec<AnsweredBlock<'a>>, Vec<RequestError>> {
    let known = |ids: &Vec<String>| {
        let known = ids.iter().filter(|id| world.snapshot.block(id).is_some()).cloned();
        known.collect::<Vec<String>>()
    };
    let request = Request { blocks: request.blocks.as_ref().map(known), ..request.clone() };
    let questions = questions(world.snapshot, world.calendars, &request)?;
    let answered = questions.into_iter().map(|question| {
        let offer = Posed::new(question).offer();
        AnsweredBlock { question, offer }
    });
    Ok(answered.collect())
}

fn change(
    before: Option<&AnsweredBlock<'_>>,
    after: Option<&AnsweredBlock<'_>>,
) -> Option<BlockChange> {
    let brief =
        |answered: Option<&AnsweredBlock<'_>>| answered?.offer.as_ref().map(Brief::from_offer);
    let (was, is) = (brief(before), brief(after));
    let id = &after.or(before)?.question.block.id;
    let because = match (before, after) {
        _ if was == is => return None,
        (Some(before), Some(after)) => because(&before.question, &after.question, (was, is)),
        (None, _) => vec![Because::BlockIsNew],
        (_, None) => vec![Because::BlockIsGone],
    };
    Some(BlockChange { id: id.clone(), before: was, after: is, because })
}

impl Brief {
    fn from_offer(offer: &Offer) -> Self {
        Self { start: offer.start, end: offer.end, nodes: offer.nodes }
    }

    /// Whether it is earlier than another, or as early and larger.
    fn is_better(this: Option<Self>, other: Option<Self>) -> bool {
        match (this, other) {
            (Some(this), Some(other)) => {
                this.start < other.start || (this.start == other.start && this.nodes > other.nodes)
            }
            (this, _) => this.is_some(),
        }
    }
}

fn because(
    old: &Question<'_>,
    new: &Question<'_>,
    (was, is): (Option<Brief>, Option<Brief>),
) -> Vec<Because> {
    let shape = |of: &Question<'_>| (of.block.leaves.clone(), of.block.accelerator.clone());
    if shape(old) != shape(new) {
        return vec![Because::BlockIsChanged];
    }
    let rules = |of: &Question<'_>| {
        of.call.map(|call| (call.sizes.clone(), call.term.clone(), call.classes.clone()))
    };
    if rules(old) != rules(new) {
        return vec![Because::RulesAreChanged];
    }
    let better = Brief::is_better(is, was);
    // What stands in the way of the better offer, in the snapshot that does not have it.
    let (blocked, free, offer) = if better { (old, new, is) } else { (new, old, was) };
    let Some(offer) = offer else { return Vec::new() };
    let only = only_in(blocked, free);
    let delivered = |of: &Question<'_>| of.block.available_from.unwrap_or(Hour::MIN);
    let later = delivered(blocked) > delivered(free);
    let blockage = Blockage {
        snapshot: blocked.snapshot,
        block: blocked.block,
        calendar: blocked.calendar,
        interval: (offer.start, offer.end),
        placement: blocked.ask.placement,
        nodes: offer.nodes,
    };
    let causes = blockage.causes(|cause| match cause {
        Cause::Hold(index) => only.contains(&index),
        Cause::NotDelivered => later,
    });
    let told = causes.into_iter().map(|cause| match (cause, better) {
        (Cause::Hold(index), false) => Because::Added(index),
        (Cause::Hold(index), true) => Because::Removed(index),
        (Cause::NotDelivered, false) => Because::DeliveredLater,
        (Cause::NotDelivered, true) => Because::DeliveredEarlier,
    });
    told.collect()
}

/// The holds of a block that it does not have in the other snapshot: nodes and times count, the
/// label does not, and of several alike as many as there are more.
fn only_in(own: &Question<'_>, other: &Question<'_>) -> Vec<usize> {
    let (own, other) = (own.holds(), other.holds());
    let alike = |among: &[(usize, &Hold)], hold: &Hold| {
        // Both lists are in this order.
        let key = |hold: &Hold| (Reverse(hold.nodes.count()), hold.from, hold.until);
        let from = among.partition_point(|(_, other)| key(other) < key(hold));
        let behind = among.iter().skip(from);
        let behind = behind.take_while(|(_, other)| key(other) == key(hold));
        behind.filter(|(_, other)| other.nodes == hold.nodes).count()
    };
    let new = own.iter().enumerate().filter(|(place, (_, hold))| {
        let so_far = own.get(..=*place).unwrap_or_default();
        alike(so_far, hold) > alike(&other, hold)
    });
    new.map(|(_, (index, _))| *index).collect()
}

impl<'a> Question<'a> {
    /// The block's holds with their places in the snapshot, the largest first, equals by their
    /// times.
    fn holds(&self) -> Vec<(usize, &'a Hold)> {
        let hold = |index: usize| self.snapshot.holds.get(index).map(|hold| (index, hold));
        self.calendar.holds().iter().filter_map(|placed| hold(placed.index as usize)).collect()
    }
}
