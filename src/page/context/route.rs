//! What the address says.

use crate::edge::address;
use crate::exchange::link::Route;
use crate::show::form::HoldDraft;
use leptos::prelude::*;

#[derive(Clone, Copy)]
struct RouteContext(RwSignal<Route>);

/// Reads the address, which follows the route from now on.
pub fn provide_route() {
    let route = RwSignal::new(Route::parse(&address::query()));
    crate::page::address::keep(route);
    provide_context(RouteContext(route));
}

/// Returns what the address says: view, language, forms, assumptions. The address follows it.
pub fn use_route() -> RwSignal<Route> {
    expect_context::<RouteContext>().0
}

/// Changes one assumed hold, where it still exists.
pub fn edit_hold(route: RwSignal<Route>, place: usize, change: impl FnOnce(&mut HoldDraft)) {
    route.update(|route| {
        if let Some(hold) = route.holds.get_mut(place) {
            change(hold);
        }
    });
}
