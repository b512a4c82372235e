//! What the address says.

use crate::exchange::link::Route;
use crate::page::state::State;
use leptos::prelude::*;

/// Returns what the address says: view, language, forms, assumptions. The address follows it.
pub fn use_route() -> RwSignal<Route> {
    expect_context::<State>().route
}
