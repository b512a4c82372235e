//! What components take from their surroundings with `use_…` functions.
//!
//! Each panics where [`State`](super::state::State) is not provided, so they are called while a
//! component is made, never in an event handler, a timer or a future.

mod lang;
mod request;
mod route;
mod scenario;

pub use lang::{t, use_lang};
pub use request::{use_request_form, use_today};
pub use route::use_route;
pub use scenario::use_scenario;
