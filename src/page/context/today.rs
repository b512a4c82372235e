//! Current hour, by the visitor's clock.

use super::provided::provided;
use crate::edge::{clock, window};
use crate::model::Hour;
use leptos::prelude::*;

#[derive(Clone, Copy)]
struct TodayContext(RwSignal<Hour>);

/// Provides the hour of the visitor's clock, which is read again whenever the page is seen again: a
/// tab may be open for days.
pub fn provide_today() {
    let today = RwSignal::new(clock::now());
    window::on_seen(move || {
        // Setting an equal hour would run everything that reads it.
        if today.get_untracked() != clock::now() {
            today.set(clock::now());
        }
    });
    provide_context(TodayContext(today));
}

/// Returns the hour in which the page was last seen; its day decides which calls are open or
/// closed.
pub fn use_today() -> RwSignal<Hour> {
    provided::<TodayContext>().0
}
