//! What stands in the way, and what changed between two snapshots.

use std::collections::BTreeSet;

use jari::model::{Block, Call, Hold, Hour, Placement, Request, Snapshot};

use super::{Matrix, Times, Truth};

/// Something that keeps nodes from being free.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Blame {
    /// The hold at this index in the snapshot.
    Hold(usize),
    /// The block is delivered later than it might be.
    Delivery,
}

/// What could be had of a block.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    pub times: Times,
    pub placement: Placement,
    /// When the block is there, but for its [`Blame::Delivery`].
    pub available_from: Option<Hour>,
}

/// Whether without these the block gives what is wanted.
fn enough_without(snapshot: &Snapshot, index: usize, wanted: &Wanted, gone: &[Blame]) -> bool {
    let mut block = snapshot.blocks[index].clone();
    if gone.contains(&Blame::Delivery) {
        block.available_from = wanted.available_from;
    }
    let holds = snapshot.holds.iter().enumerate();
    let kept = holds.filter(|(hold, _)| !gone.contains(&Blame::Hold(*hold)));
    let Times { start, end, nodes } = wanted.times;
    let matrix = Matrix::new(&block, index, kept.map(|(_, hold)| hold), start);
    matrix.capacity(start, end, wanted.placement) >= nodes
}

/// How few can be blamed: every choice of those in the way is tried, where these are few.
pub fn fewest_blame(snapshot: &Snapshot, index: usize, wanted: &Wanted) -> Option<usize> {
    let Times { start, end, .. } = wanted.times;
    let overlaps = |hold: &Hold| hold.block_index == index && hold.from < end && hold.until > start;
    let holds = snapshot.holds.iter().enumerate().filter(|(_, hold)| overlaps(hold));
    let mut all: Vec<Blame> = holds.map(|(hold_index, _)| Blame::Hold(hold_index)).collect();
    all.extend(snapshot.blocks[index].available_from.map(|_| Blame::Delivery));
    let chosen = |choice: u32| {
        let bits = (0..all.len()).filter(move |bit| choice >> bit & 1 == 1);
        bits.map(|bit| all[bit]).collect::<Vec<Blame>>()
    };
    let choices = (0..1_u32 << all.len().min(7)).filter(|_| all.len() <= 7);
    let enough = choices.filter(|it| enough_without(snapshot, index, wanted, &chosen(*it)));
    enough.map(|choice| choice.count_ones() as usize).min()
}

/// Without all of `blamed` the block gives what is wanted, and none of them is named in vain.
pub fn wrong_with_blame(
    snapshot: &Snapshot,
    index: usize,
    wanted: &Wanted,
    blamed: &[Blame],
) -> Option<String> {
    let enough_without = |gone: &[Blame]| enough_without(snapshot, index, wanted, gone);
    if enough_without(&[]) {
        return Some("there are nodes enough".into());
    }
    if !enough_without(blamed) {
        return Some("without its holds there are still too few nodes".into());
    }
    (0..blamed.len()).find_map(|spared| {
        let mut fewer = blamed.to_vec();
        let one = fewer.remove(spared);
        enough_without(&fewer).then(|| format!("{one:?} is superfluous"))
    })
}

/// How the offer of one block changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BlockChanged {
    pub id: String,
    pub before: Option<Times>,
    pub after: Option<Times>,
    pub because: Vec<Why>,
}

/// Why an offer changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// A hold of the new snapshot that the old one does not have.
    Added(usize),
    /// A hold of the old snapshot that the new one does not have.
    Removed(usize),
    DeliveredLater,
    DeliveredEarlier,
    BlockIsNew,
    BlockIsGone,
    BlockIsChanged,
    RulesAreChanged,
}

/// What is wrong with these as all that changed from one snapshot to another.
pub fn wrong_with_difference(
    old: &Truth<'_>,
    new: &Truth<'_>,
    request: &Request,
    changes: &[BlockChanged],
) -> Option<String> {
    let all = || old.snapshot.blocks.iter().chain(&new.snapshot.blocks);
    let asked = |id: &String| request.blocks.as_ref().is_none_or(|blocks| blocks.contains(id));
    let ids: BTreeSet<&String> = all().map(|block| &block.id).filter(|id| asked(id)).collect();
    let listed: BTreeSet<&String> = changes.iter().map(|change| &change.id).collect();
    if listed.len() < changes.len() || !listed.is_subset(&ids) {
        return Some("a block twice, or one that is not asked".into());
    }
    ids.into_iter().find_map(|id| {
        let offer = |truth: &Truth<'_>| truth.offers(index_of(truth.snapshot, id)?, request).next();
        let (before, after) = (offer(old), offer(new));
        let wrong = match changes.iter().find(|change| change.id == *id) {
            None => (before != after).then(|| format!("not listed, {before:?} to {after:?}")),
            Some(_) if before == after => Some("listed without a change".into()),
            Some(change) if (change.before, change.after) != (before, after) => {
                Some(format!("offers, {before:?} to {after:?} by brute force, in {change:?}"))
            }
            Some(change) => wrong_with_because(old.snapshot, new.snapshot, request, change)
                .map(|wrong| format!("{wrong}, in {change:?}")),
        };
        wrong.map(|wrong| format!("{id}: {wrong}"))
    })
}

fn index_of(snapshot: &Snapshot, id: &str) -> Option<usize> {
    snapshot.blocks.iter().position(|block| block.id == id)
}

fn wrong_with_because(
    old: &Snapshot,
    new: &Snapshot,
    request: &Request,
    change: &BlockChanged,
) -> Option<String> {
    let (was, is) = match (index_of(old, &change.id), index_of(new, &change.id)) {
        (None, _) => return (change.because != [Why::BlockIsNew]).then(|| "it is new".into()),
        (_, None) => return (change.because != [Why::BlockIsGone]).then(|| "it is gone".into()),
        (Some(was), Some(is)) => (was, is),
    };
    let (block_was, block_is) = (&old.blocks[was], &new.blocks[is]);
    let shape = |block: &Block| (block.leaves.clone(), block.accelerator.clone());
    let reshaped = shape(block_was) != shape(block_is);
    let call =
        |snapshot: &Snapshot| request.call.as_ref().and_then(|id| snapshot.call(id).cloned());
    let rules = |call: Call| (call.classes, call.sizes, call.term);
    let ruled_anew = call(old).map(rules) != call(new).map(rules);
    let untrue = change.because.iter().find(|why| match why {
        Why::Added(_) => !differs((new, is), (old, was), why, &change.because),
        Why::Removed(_) => !differs((old, was), (new, is), why, &change.because),
        Why::DeliveredLater => block_was.available_from >= block_is.available_from,
        Why::DeliveredEarlier => block_was.available_from <= block_is.available_from,
        Why::BlockIsNew | Why::BlockIsGone => true,
        Why::BlockIsChanged => !reshaped,
        Why::RulesAreChanged => !ruled_anew,
    });
    if let Some(untrue) = untrue {
        return Some(format!("{untrue:?} is not true"));
    }
    if change.because.is_empty() {
        return Some("no reason".into());
    }
    if reshaped || ruled_anew {
        return None;
    }
    // What one snapshot gives, and the other one would without what is new or gone.
    let got_worse = match (change.before, change.after) {
        (Some(before), Some(after)) => {
            before.start < after.start
                || (before.start == after.start && before.nodes > after.nodes)
        }
        (before, _) => before.is_some(),
    };
    let (times, poorer, index, available_from) = if got_worse {
        (change.before?, new, is, block_was.available_from)
    } else {
        (change.after?, old, was, block_is.available_from)
    };
    let blamed: Option<Vec<Blame>> = (change.because.iter())
        .map(|why| match (why, got_worse) {
            (Why::Added(hold), true) | (Why::Removed(hold), false) => Some(Blame::Hold(*hold)),
            (Why::DeliveredLater, true) | (Why::DeliveredEarlier, false) => Some(Blame::Delivery),
            _ => None,
        })
        .collect();
    let Some(blamed) = blamed else {
        return Some("a reason for the opposite".into());
    };
    let wanted = Wanted { times, placement: request.placement, available_from };
    wrong_with_blame(poorer, index, &wanted, &blamed)
}

/// Whether the hold named is one of those that `has` has more often than `lacks`, and none that
/// are equal to it are named more often than that.
fn differs(has: (&Snapshot, usize), lacks: (&Snapshot, usize), why: &Why, all: &[Why]) -> bool {
    let named = |other: &Why| match (why, other) {
        (Why::Added(_), Why::Added(hold)) | (Why::Removed(_), Why::Removed(hold)) => {
            has.0.holds.get(*hold).filter(|hold| hold.block_index == has.1)
        }
        _ => None,
    };
    let Some(hold) = named(why) else { return false };
    let equal = |other: &&Hold| {
        (&other.nodes, other.from, other.until) == (&hold.nodes, hold.from, hold.until)
    };
    let count = |(snapshot, block): (&Snapshot, usize)| {
        snapshot.holds.iter().filter(|other| other.block_index == block).filter(equal).count()
    };
    let times = all.iter().filter_map(named).filter(equal).count();
    count(has) >= count(lacks) + times
}
