//! Changes of an answer between two snapshots, and the holds that cause them.

use super::calendar::Calendars;
use super::cause::{Blockage, Cause};
use super::offer::Offer;
use super::posed::Posed;
use super::preview::questions;
use super::question::Question;
use super::request_error::RequestError;
use crate::model::{Hold, Hour, Request, Snapshot};
use core::cmp::Reverse;

/// Block whose offer differs between the two snapshots.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BlockChange {
    /// Id of the block.
    pub id: String,
    /// Offer in the old snapshot.
    pub before: Option<Brief>,
    /// Offer in the new snapshot.
    pub after: Option<Brief>,
    /// Causes of the change.
    pub because: Vec<Because>,
}

/// Hours and size of an offer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Brief {
    /// First hour.
    pub start: Hour,
    /// End (exclusive).
    pub end: Hour,
    /// Number of nodes.
    pub nodes: u32,
}

/// One cause of a changed offer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Because {
    /// Hold at this index of the new snapshot, which the old one does not have.
    Added(usize),
    /// Hold at this index of the old snapshot, which the new one does not have.
    ///
    /// Without it, and the others listed, the old snapshot would already have had the offer.
    Removed(usize),
    /// Later delivery of the block.
    DeliveredLater,
    /// Earlier delivery of the block.
    DeliveredEarlier,
    /// Block that the old snapshot does not have.
    BlockIsNew,
    /// Block that the new snapshot does not have.
    BlockIsGone,
    /// Other nodes, leaves or accelerator of the block.
    BlockIsChanged,
    /// Other rules of the call.
    RulesAreChanged,
}

/// Snapshot with its calendars.
#[derive(Clone, Copy)]
pub struct World<'a> {
    /// The snapshot.
    pub snapshot: &'a Snapshot,
    /// Calendars of this snapshot.
    pub calendars: &'a Calendars,
}

/// Returns every block whose offer begins at another time or has another number of nodes in `new`
/// than in `old`.
///
/// Blocks of the new snapshot come first, in its order, then those that are gone.
///
/// If an offer got worse, its causes are the holds of the new snapshot without which the old offer
/// would still stand; if it got better, the holds of the old snapshot without which that would
/// already have had the new offer. None of them is superfluous.
///
/// ```
/// use jari::{exchange::request_json::parse, fit, model};
/// let file = |holds: &str| format!(r#"{{"schema":1,"as_of":"2027-01-01","holds":[{holds}],
///   "availability":"complete","blocks":[{{"id":"a","accelerator":"h200","nodes":4}}]}}"#);
/// let hold = r#"{"block":"a","nodes":"1-3","from":"2027-01-01","until":"2027-01-08"}"#;
/// let [old, new] = [file(""), file(hold)].map(|it| model::read(it.as_bytes()).unwrap().snapshot);
/// let request = parse(r#"{"id":"r","accelerators":["h200"],"nodes":2,"term":{"days":7},
///   "not_before":"2027-01-04"}"#).unwrap().request;
/// let dates = [&old, &new].map(fit::Calendars::new);
/// let world = |snapshot, calendars| fit::World { snapshot, calendars };
/// let all = fit::difference(world(&old, &dates[0]), world(&new, &dates[1]), &request).unwrap();
/// assert_eq!(all[0].because, [fit::Because::Added(0)]);
/// ```
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

/// Question about one block, with its answer.
struct AnsweredBlock<'a> {
    question: Question<'a>,
    offer: Option<Offer>,
}

/// Answers `request` in a snapshot that may lack some of the blocks named; those are left out.
///
/// # Errors
/// A [`RequestError`] if the snapshot does not have the call.
fn answers<'a>(
    world: World<'a>,
    request: &Request,
) -> Result<Vec<AnsweredBlock<'a>>, Vec<RequestError>> {
    let mut request = request.clone();
    if let Some(ids) = &mut request.blocks {
        ids.retain(|id| world.snapshot.block(id).is_some());
    }
    let mut answers = Vec::new();
    for question in questions(world.snapshot, world.calendars, &request)? {
        answers.push(AnsweredBlock { question, offer: Posed::new(question).offer() });
    }
    Ok(answers)
}

impl AnsweredBlock<'_> {
    /// Returns hours and size of the offer.
    fn brief(&self) -> Option<Brief> {
        self.offer.as_ref().map(Brief::from_offer)
    }
}

fn change(
    before: Option<&AnsweredBlock<'_>>,
    after: Option<&AnsweredBlock<'_>>,
) -> Option<BlockChange> {
    let was = before.and_then(AnsweredBlock::brief);
    let is = after.and_then(AnsweredBlock::brief);
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

    /// Returns `true` if `this` is earlier than `other`, or as early and larger; any offer beats
    /// none.
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
    if !old.has_shape_of(new) {
        return vec![Because::BlockIsChanged];
    }
    if !old.has_rules_of(new) {
        return vec![Because::RulesAreChanged];
    }
    let better = Brief::is_better(is, was);
    // The causes are the obstacles to the better offer, in the snapshot that does not have it.
    let (blocked, free, offer) = if better { (old, new, is) } else { (new, old, was) };
    let Some(offer) = offer else { return Vec::new() };
    let only = only_in(blocked, free);
    let later = blocked.delivered() > free.delivered();
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
    let mut because = Vec::new();
    for cause in causes {
        because.push(match (cause, better) {
            (Cause::Hold(index), false) => Because::Added(index),
            (Cause::Hold(index), true) => Because::Removed(index),
            (Cause::NotDelivered, false) => Because::DeliveredLater,
            (Cause::NotDelivered, true) => Because::DeliveredEarlier,
        });
    }
    because
}

/// Returns the holds of a block that it does not have in the other snapshot, as indices.
///
/// Holds are compared by nodes and hours, not by label. Of equal holds only the surplus counts.
fn only_in(own: &Question<'_>, other: &Question<'_>) -> Vec<usize> {
    let (own, other) = (own.holds(), other.holds());
    let mut only = Vec::new();
    for (position, (index, hold)) in own.iter().enumerate() {
        let so_far = own.get(..=position).unwrap_or_default();
        if count_equal(so_far, hold) > count_equal(&other, hold) {
            only.push(*index);
        }
    }
    only
}

/// Counts the holds of a list in the order of [`Question::holds`] that are equal to `hold`.
fn count_equal(among: &[(usize, &Hold)], hold: &Hold) -> usize {
    // The list is sorted by this key, so a binary search finds the equal ones.
    let from = among.partition_point(|(_, other)| size_and_hours(other) < size_and_hours(hold));
    let mut equal = 0;
    for (_, other) in among.iter().skip(from) {
        if size_and_hours(other) != size_and_hours(hold) {
            break;
        }
        equal += usize::from(other.nodes == hold.nodes);
    }
    equal
}

/// Returns the sort key of [`Question::holds`].
fn size_and_hours(hold: &Hold) -> (Reverse<u32>, Hour, Hour) {
    (Reverse(hold.nodes.count()), hold.from, hold.until)
}

impl<'a> Question<'a> {
    /// Returns the block's holds with their indices in the snapshot, the largest first, ties by
    /// hours.
    fn holds(&self) -> Vec<(usize, &'a Hold)> {
        let mut holds = Vec::new();
        for placed in self.calendar.holds() {
            let index = placed.index as usize;
            if let Some(hold) = self.snapshot.holds.get(index) {
                holds.push((index, hold));
            }
        }
        holds
    }

    /// Returns `true` if the block has the same leaves and accelerator as that of `other`.
    fn has_shape_of(&self, other: &Question<'_>) -> bool {
        self.block.leaves == other.block.leaves && self.block.accelerator == other.block.accelerator
    }

    /// Returns `true` if the call has the same rules as that of `other`, or if neither has one.
    fn has_rules_of(&self, other: &Question<'_>) -> bool {
        match (self.call, other.call) {
            (Some(own), Some(other)) => {
                own.sizes == other.sizes && own.term == other.term && own.classes == other.classes
            }
            (own, other) => own.is_none() && other.is_none(),
        }
    }

    /// Returns the hour of the block's delivery, or [`Hour::MIN`] if it is already there.
    fn delivered(&self) -> Hour {
        self.block.available_from.unwrap_or(Hour::MIN)
    }
}
