//! What changed from one snapshot to the next.

use jari::fit::{self, Because, BlockChange, Brief, Calendars, World};

use super::{Operation, Seen, answered, nothing, saw};
use crate::brute::difference::{BlockChanged, Why, wrong_with_difference};
use crate::brute::{Times, Truth};
use crate::cases::next::{Pair, pair};

fn check(pair: &Pair, seen: &mut Seen) -> Result<(), String> {
    let Pair { old, new, request } = pair;
    let (old_calendars, new_calendars) = (Calendars::new(old), Calendars::new(new));
    let changes = answered(|| {
        let old = World { snapshot: old, calendars: &old_calendars };
        let new = World { snapshot: new, calendars: &new_calendars };
        fit::difference(old, new, request)
    })?;
    let changes: Vec<BlockChanged> = changes.into_iter().map(changed).collect();
    if changes.is_empty() {
        saw(seen, "nothing changed");
    }
    for change in &changes {
        saw(
            seen,
            match (change.before, change.after) {
                (None, _) => "an offer came",
                (_, None) => "an offer went",
                (Some(before), Some(after)) if before.start < after.start => "later",
                (Some(before), Some(after)) if before.start > after.start => "earlier",
                _ => "other nodes",
            },
        );
        for why in &change.because {
            saw(
                seen,
                match why {
                    Why::Added(_) => "added",
                    Why::Removed(_) => "removed",
                    Why::DeliveredLater => "delivered later",
                    Why::DeliveredEarlier => "delivered earlier",
                    Why::BlockIsNew => "new block",
                    Why::BlockIsGone => "block gone",
                    Why::BlockIsChanged => "block changed",
                    Why::RulesAreChanged => "rules changed",
                },
            );
        }
    }
    let truths = (Truth::new(old, request.not_before), Truth::new(new, request.not_before));
    nothing(wrong_with_difference(&truths.0, &truths.1, request, &changes))
}

fn changed(change: BlockChange) -> BlockChanged {
    let times = |Brief { start, end, nodes }| Times { start, end, nodes };
    let why = |because: &Because| match *because {
        Because::Added(hold) => Why::Added(hold),
        Because::Removed(hold) => Why::Removed(hold),
        Because::DeliveredLater => Why::DeliveredLater,
        Because::DeliveredEarlier => Why::DeliveredEarlier,
        Because::BlockIsNew => Why::BlockIsNew,
        Because::BlockIsGone => Why::BlockIsGone,
        Because::BlockIsChanged => Why::BlockIsChanged,
        Because::RulesAreChanged => Why::RulesAreChanged,
    };
    BlockChanged {
        because: change.because.iter().map(why).collect(),
        id: change.id,
        before: change.before.map(times),
        after: change.after.map(times),
    }
}

#[test]
fn engine_agrees_on_what_changed() {
    let common = &[
        ("nothing changed", 100),
        ("an offer came", 10),
        ("an offer went", 10),
        ("earlier", 20),
        ("later", 20),
        ("other nodes", 20),
        ("added", 50),
        ("removed", 50),
        ("delivered later", 10),
        ("delivered earlier", 2),
        ("new block", 5),
        ("block gone", 3),
        ("block changed", 5),
        ("rules changed", 2),
    ];
    Operation { name: "differences", cases: 10_000, case: pair, check, common }.agree();
}
