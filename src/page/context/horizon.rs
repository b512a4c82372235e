//! Time from the first to the last change of a file.

use super::{use_kept, use_route, use_scenario, use_today};
use crate::model::Hour;
use crate::page::reactive::memo;
use crate::picture::time_axis::{TimeSpan, horizon};
use core::ops::Range;
use leptos::prelude::*;

/// Time range shared by all pictures, because finding it goes through every hold.
#[derive(Clone, Copy)]
struct Horizon(Memo<Range<Hour>>);

/// Returns the time from the first to the last change, for pictures that show all of the time.
///
/// It is looked for only while all of the time is shown; otherwise the range is empty, at today.
pub fn use_horizon() -> Memo<Range<Hour>> {
    use_kept(|| Horizon(find_horizon())).0
}

fn find_horizon() -> Memo<Range<Hour>> {
    let (route, scenario, today) = (use_route(), use_scenario(), use_today());
    let is_all = memo(move |_| route.with(|route| route.span == TimeSpan::All));
    memo(move |_| {
        scenario.with(|scenario| match scenario {
            Some(scenario) if is_all.get() => horizon(&scenario.0.scenario.snapshot),
            _ => today.get()..today.get(),
        })
    })
}
