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
        ("nothing changed", 10),
        ("an offer came", 1),
        ("an offer went", 1),
        ("earlier", 2),
        ("later", 2),
        ("other nodes", 2),
        ("added", 5),
        ("removed", 5),
        ("delivered later", 1),
        ("delivered earlier", 0),
        ("block changed", 0),
        ("rules changed", 0),
    ];
    Operation { name: "differences", cases: 10_000, case: pair, check, common }.agree();
}
