//! What the address says.

use crate::exchange::link::Route;
use crate::page::state::State;
use crate::show::form::HoldDraft;
use leptos::prelude::*;

/// Returns what the address says: view, language, forms, assumptions. The address follows it.
pub fn use_route() -> RwSignal<Route> {
    expect_context::<State>().route
}

/// Changes one assumed hold, where it still exists.
pub fn edit_hold(route: RwSignal<Route>, place: usize, change: impl FnOnce(&mut HoldDraft)) {
    route.update(|route| {
        if let Some(hold) = route.holds.get_mut(place) {
            change(hold);
        }
    });
}
