//! Contexts that components take from their surroundings: the page provides each with a `provide_…`
//! function, once, and components take it with a `use_…` function.
//!
//! The latter panic where nothing is provided, so they are called while a component is made or a
//! closure of it runs, never in an event handler, a timer or a future.

mod code;
mod date;
mod feed;
mod horizon;
mod kept;
mod lang;
mod phases;
mod provided;
mod request;
mod route;
mod scenario;
mod today;
mod viewport;

pub use code::{provide_chunks, use_chunks, use_load, use_prefetch};
pub use date::{provide_shown_date, use_shown_date};
pub use feed::{provide_feed, use_feed};
pub use horizon::use_horizon;
pub use kept::use_kept;
pub use lang::{provide_lang, t, use_lang, use_set_lang};
pub use phases::{provide_phases, use_phases};
pub use request::{RequestForm, provide_request_form, use_request_form};
pub use route::{edit_hold, provide_route, use_route, use_unread_parts};
pub use scenario::{provide_scenario, use_scenario};
pub use today::{provide_today, use_today};
pub use viewport::{provide_viewport, use_picture_width};
