//! The address follows the state, and the view the back button.

use crate::edge::{address, window};
use crate::exchange::link::{Route, View};
use leptos::prelude::*;
use std::time::Duration;

/// So many changes are written as they come: a reload right after a key loses nothing.
const AT_ONCE: u32 = 12;
/// Then one in so long, which a drag over a picture would ask for at each frame: browsers refuse
/// more than some hundred changes in half a minute.
const REST: Duration = Duration::from_millis(400);

/// How many changes may still be written at once.
#[derive(Clone, Copy)]
struct Allowance {
    route: RwSignal<Route>,
    left: StoredValue<u32>,
    is_waiting: StoredValue<bool>,
}

impl Allowance {
    /// Writes the address now, or once there is an allowance again.
    fn write(self) {
        match self.left.get_value() {
            0 => self.is_waiting.set_value(true),
            left => {
                write(self.route);
                self.left.set_value(left - 1);
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

/// Keeps the address from now on.
pub fn keep(route: RwSignal<Route>) {
    let allowance =
        Allowance { route, left: StoredValue::new(AT_ONCE), is_waiting: StoredValue::new(false) };
    Effect::new(move |before: Option<View>| {
        let (query, view) = route.with(|route| (route.to_query(), route.view));
        // The first run is the address as it was opened: it stays as it is.
        if let Some(before) = before.filter(|_| query != address::query()) {
            if before == view {
                allowance.write();
            } else {
                address::set_query(&query, address::HistoryStep::New);
            }
        }
        view
    });
    window::on("popstate", move |_| {
        // Only the view is gone back to: what was typed since, or pinned, stays.
        route.update(|route| {
            let Route { view, lang, at, .. } = Route::parse(&address::query());
            *route = Route { view, lang, at, ..core::mem::take(route) };
        });
        write(route);
    });
}

/// The same place with the query of the state.
fn write(route: RwSignal<Route>) {
    let query = route.with_untracked(Route::to_query);
    if query != address::query() {
        address::set_query(&query, address::HistoryStep::Same);
    }
}

/// The link to what is shown.
pub fn link(route: &Route) -> String {
    [address::page().as_str(), "?", &route.to_query()].concat()
}
