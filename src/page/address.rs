//! Address that follows the state, and view that follows the back button.

use crate::edge::{address, window};
use crate::exchange::link::{Route, View};
use leptos::prelude::*;
use std::time::Duration;

/// Changes that are written as they come, so that a reload right after a key loses nothing (the
/// size of the token bucket).
const AT_ONCE: u32 = 12;
/// Time until one more change may be written: a drag over a picture would write one at each frame,
/// and browsers refuse more than some hundred changes in half a minute.
const REST: Duration = Duration::from_millis(400);

/// Token bucket of the changes that may still be written at once.
#[derive(Clone, Copy)]
struct Allowance {
    route: RwSignal<Route>,
    left: StoredValue<u32>,
    is_waiting: StoredValue<bool>,
}

impl Allowance {
    /// Writes the address now, or at the next refill if no change is left.
    fn write(self) {
        match self.left.get_value() {
            0 => self.is_waiting.set_value(true),
            left => {
                write(self.route);
                self.left.set_value(left - 1);
                // The first change starts the timer, which then runs until the bucket is full
                // again.
                if left == AT_ONCE {
                    set_timeout(move || self.refill(), REST);
                }
            }
        }
    }

    fn refill(self) {
        if self.is_waiting.get_value() {
            self.is_waiting.set_value(false);
            write(self.route);
        } else {
            self.left.update_value(|left| *left += 1);
        }
        if self.left.get_value() < AT_ONCE {
            set_timeout(move || self.refill(), REST);
        }
    }
}

/// Keeps the address in step with `route` from now on.
pub fn keep(route: RwSignal<Route>) {
    let allowance =
        Allowance { route, left: StoredValue::new(AT_ONCE), is_waiting: StoredValue::new(false) };
    Effect::new(move |before: Option<View>| {
        let (query, view) = route.with(|route| (route.to_query(), route.view));
        // The first run leaves the address as it was opened.
        if let Some(before) = before.filter(|_| query != address::query()) {
            if before == view {
                allowance.write();
            } else {
                // Another view is a step of its own, to which the back button leads.
                address::set_query(&query, address::HistoryStep::New);
            }
        }
        view
    });
    window::on("popstate", move |_| {
        // Only view, language and date are restored: what was typed since, or pinned, stays.
        route.update(|route| {
            let Route { view, lang, date, .. } = Route::parse(&address::query());
            *route = Route { view, lang, date, ..core::mem::take(route) };
        });
        // The entry gone back to has an older query, without what was typed since.
        write(route);
    });
}

/// Replaces the query of the current history entry by that of the state, if it differs.
fn write(route: RwSignal<Route>) {
    let query = route.with_untracked(Route::to_query);
    if query != address::query() {
        address::set_query(&query, address::HistoryStep::Same);
    }
}

/// Returns the link to what is shown.
pub fn link(route: &Route) -> String {
    [address::page().as_str(), "?", &route.to_query()].concat()
}
