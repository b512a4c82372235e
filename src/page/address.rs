//! The address follows the state, and the view the back button.

use super::state::State;
use crate::edge::{address, window};
use crate::exchange::link::{Route, View};
use leptos::prelude::*;
use std::time::Duration;

/// How long the address rests after it was written. Browsers refuse more than some hundred changes
/// in half a minute, which a drag over a picture would ask for within seconds.
const REST: Duration = Duration::from_millis(350);

/// Keeps the address from now on.
pub fn keep(state: State) {
    let route = state.route;
    let is_resting = StoredValue::new(false);
    Effect::new(move |before: Option<View>| {
        let view = route.with(|route| route.view);
        match before {
            // The first run is the address as it was opened: it stays as it is.
            None => {}
            Some(before) if before != view => {
                // What the back button leads to has all that was typed there.
                if is_resting.get_value() {
                    refine(&route.with_untracked(|route| route.query_of(before)));
                }
                address::set_query(&route.with_untracked(Route::to_query), address::Step::New);
            }
            Some(_) if is_resting.get_value() => {}
            Some(_) => {
                write(route);
                is_resting.set_value(true);
                let wake = move || {
                    is_resting.set_value(false);
                    write(route);
                };
                set_timeout(wake, REST);
            }
        }
        view
    });
    // A page that is left or loaded again within the rest loses nothing.
    window::on("pagehide", move |_| {
        if is_resting.get_value() {
            write(route);
        }
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

fn write(route: RwSignal<Route>) {
    refine(&route.with_untracked(Route::to_query));
}

/// The same place with another query, where it is another one.
fn refine(query: &str) {
    if query != address::query() {
        address::set_query(query, address::Step::Same);
    }
}

/// The link to what is shown.
pub fn link(route: &Route) -> String {
    [address::page().as_str(), "?", &route.to_query()].concat()
}
