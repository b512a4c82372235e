//! All of the time.

use super::{use_kept, use_route, use_scenario, use_today};
use crate::model::Hour;
use crate::page::reactive::memo;
use crate::picture::time_axis::{TimeSpan, horizon};
use core::ops::Range;
use leptos::prelude::*;

/// The one for all pictures: to look for it goes through every hold.
#[derive(Clone, Copy)]
struct Horizon(Memo<Range<Hour>>);

/// Returns the time from the first to the last change, which all of the time is made of: looked for
/// only where all of it is shown, else no more than today.
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
