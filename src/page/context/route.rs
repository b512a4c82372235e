//! State in the address.

use super::provided::provided;
use crate::edge::address;
use crate::exchange::link::Route;
use crate::show::form::HoldDraft;
use leptos::prelude::*;
use std::sync::Arc;

#[derive(Clone)]
struct RouteContext {
    route: RwSignal<Route>,
    unread: Arc<[String]>,
}

/// Reads the address, which follows the route from now on.
pub fn provide_route() {
    let (route, unread) = Route::read_link(&address::query());
    let route = RwSignal::new(route);
    crate::page::address::keep(route);
    provide_context(RouteContext { route, unread: unread.into() });
}

/// Returns the route, the state in the address: view, language, forms, assumptions. The address
/// follows it.
pub fn use_route() -> RwSignal<Route> {
    provided::<RouteContext>().route
}

/// Returns the parts of the address, as it was opened, that could not be read.
pub fn use_unread_parts() -> Arc<[String]> {
    provided::<RouteContext>().unread
}

/// Changes one assumed hold by `change`, if it still exists.
pub fn edit_hold(route: RwSignal<Route>, index: usize, change: impl FnOnce(&mut HoldDraft)) {
    route.update(|route| {
        if let Some(hold) = route.holds.get_mut(index) {
            change(hold);
        }
    });
}
